// Who sends a request: its Signature Version 4, verified.

#ifndef CPPSMITH_FAKE_IOT_AUTHENTICATION_HPP
#define CPPSMITH_FAKE_IOT_AUTHENTICATION_HPP

#include <fake_iot/registry.hpp>

#include <cppsmith/http.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace fake_iot {

/// An access key, and the account that it belongs to.
struct access_key {
    std::string id{}, secret{};
    std::string session_token{}; ///< a temporary key has one and must send it; a long-term key has none and must not
    std::string account = "123456789012";
};

/// Who may come in, and how strictly the door is kept.
struct authentication_options {
    bool required = true; ///< if false, nothing is verified: every request is from the default account and region
    std::vector<access_key> keys{{.id = "AKIDEXAMPLE", .secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}};
    std::string default_account = "123456789012", default_region = "us-east-1";

    /// The service names that a credential scope may have. Clients of before 2023 sign for "execute-api".
    std::vector<std::string> signing_names{"iot", "execute-api"};

    /// How far the time of a signature may be from now, in either direction.
    std::chrono::seconds max_skew = std::chrono::minutes(5);
};

/// The account of the access key and the region of the credential scope. The request has all its headers as they were received,
/// `Host` and `Content-Length` included. Throws `service_error`, status 403: MissingAuthenticationTokenException (no signature),
/// IncompleteSignatureException (one that cannot be understood), UnrecognizedClientException (unknown key, wrong session token),
/// InvalidSignatureException (not the request that was signed, expired, another service's, a header `x-amz-*` that is not
/// signed).
owner authenticate(cppsmith::http_request const& request, authentication_options const& options, time_point now);

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_AUTHENTICATION_HPP
