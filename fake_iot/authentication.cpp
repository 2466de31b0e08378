#include <fake_iot/authentication.hpp>

#include <fake_iot/service_error.hpp>

#include <cppsmith/sigv4/verify.hpp>

#include <algorithm>
#include <optional>
#include <string_view>

namespace fake_iot {

namespace {

namespace sigv4 = cppsmith::sigv4;

service_error invalid_signature(std::string const& message) { return {403, "InvalidSignatureException", message}; }
service_error unrecognized() {
    return {403, "UnrecognizedClientException", "The security token included in the request is invalid."};
}

/// The service's word for what the verification found.
service_error refusal(cppsmith::error const& e) {
    if (e.code == "missing_authentication") return {403, "MissingAuthenticationTokenException", "Missing Authentication Token"};
    if (e.code == "malformed_authentication")
        return {403, "IncompleteSignatureException", "The request signature is incomplete: " + e.message + '.'};
    if (e.code == "unknown_key") return unrecognized();
    if (e.code == "expired") return invalid_signature("Signature expired: it is too long ago.");
    if (e.code == "not_yet_valid") return invalid_signature("Signature not yet current: it is still to come.");
    if (e.code == "payload_mismatch")
        return invalid_signature("The value of X-Amz-Content-Sha256 is not the hash of the request body.");
    if (e.code == "signature_mismatch")
        return invalid_signature("The request signature we calculated does not match the signature you provided. "
                                 "Check your AWS Secret Access Key and signing method.");
    return {500, "InternalFailureException", "The signature cannot be verified."};
}

bool is_region(std::string_view text) {
    auto const allowed = [](char c) { return cppsmith::detail::is_alnum(c) || c == '-'; };
    return !text.empty() && text.size() <= 32 && std::all_of(text.begin(), text.end(), allowed);
}

} // namespace

owner authenticate(cppsmith::http_request const& request, authentication_options const& options, time_point now) {
    if (!options.required) return {.account = options.default_account, .region = options.default_region};

    auto const find_key = [&](std::string_view id) {
        return std::find_if(options.keys.begin(), options.keys.end(), [&](auto const& key) { return key.id == id; });
    };
    auto const secret_of = [&](std::string_view id) -> std::optional<std::string> {
        auto const key = find_key(id);
        return key == options.keys.end() ? std::nullopt : std::optional(key->secret);
    };
    auto const claim = sigv4::verify(request, secret_of, {.now = now, .tolerance = options.max_skew});
    if (!claim) throw refusal(claim.error());

    auto const& key = *find_key(claim->access_key_id);
    if (claim->session_token != key.session_token) throw unrecognized();
    if (std::find(options.signing_names.begin(), options.signing_names.end(), claim->service) == options.signing_names.end())
        throw invalid_signature("Credential should be scoped to correct service.");
    if (!is_region(claim->region)) throw invalid_signature("Credential should be scoped to a valid region.");
    for (auto const& h : request.headers)
        if (auto const name = sigv4::lower_case(h.name); name.starts_with("x-amz-") && !claim->signed_headers.contains(name))
            throw invalid_signature("The header " + name + " must be signed.");
    return {.account = key.account, .region = claim->region};
}

} // namespace fake_iot
