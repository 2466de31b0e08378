// The signer concept: what authenticates a prepared request.

#ifndef CPPSMITH_SIGNER_HPP
#define CPPSMITH_SIGNER_HPP

#include <cppsmith/body_stream.hpp>
#include <cppsmith/credentials.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/result.hpp>

#include <chrono>
#include <concepts>
#include <functional>
#include <optional>
#include <string>

namespace cppsmith::inline v0 {

/// What a signer has to know beside the request.
struct signing_context {
    std::string region{};                               ///< "us-west-2": the scope of the signature
    std::string service{};                              ///< the signing name: "iot"
    std::chrono::system_clock::time_point time{};       ///< now, as the caller's clock has it
    std::optional<cppsmith::credentials> credentials{}; ///< used instead of the signer's own, for this request
    std::string
        region_set{}; ///< of Version 4A, which is asked for instead where it is not empty: "*", or regions with commas between them
    bool double_encode_path = true; ///< false: the endpoint wants the path encoded once in what is signed
    bool normalize_path = true;     ///< false: the endpoint wants dot segments kept in what is signed
    bool unsigned_payload = false;  ///< the service takes requests over TLS whose body is left out of the signature

    /// Where the body comes from, if not from the request; it is at its front, and has to be left there. Null: it is the request's own.
    body_source const* source = nullptr;
};

/// Authenticates a request in place, right before each attempt to send it.
///
/// A signer may add or replace headers and query parameters; it changes nothing else. It is called again for a retry, with
/// a fresh copy of the unsigned request and a new time. It does not throw; what is missing is an error of stage `sign`.
/// A client may be used from several threads if its signer may. A signer whose `signs_for_region` is a constant `true` is never asked
/// without a region: the client reports that first. One whose `signs_for_region_set` is a constant `true` can do Version 4A; others are not
/// asked to.
///
/// Exemplar:
/// ```
/// struct bearer_signer {
///     std::string token;
///     cppsmith::result<void> sign(cppsmith::http_request& r, cppsmith::signing_context const&) const {
///         cppsmith::set_header(r.headers, "authorization", "Bearer " + token);
///         return {};
///     }
/// };
/// ```
/// Models: `sigv4_signer`, `anonymous_signer`, `std::reference_wrapper` of any signer.
template <class T>
concept signer = requires(T& s, std::unwrap_reference_t<T>& unwrapped, http_request& request, signing_context const& context) {
    { unwrapped.sign(request, context) } -> std::same_as<result<void>>;
};

/// Signs nothing: for services that ask for no authentication, and for proxies that sign on behalf of the caller.
struct anonymous_signer {
    result<void> sign(http_request&, signing_context const&) const { return {}; }
};

/// Only just a signer: code that compiles with it asks nothing of a signer that the concept does not promise.
struct signer_archetype {
    signer_archetype() = delete;
    signer_archetype(signer_archetype const&) = delete;
    signer_archetype(signer_archetype&&) = default;
    result<void> sign(http_request&, signing_context const&);
};

static_assert(signer<anonymous_signer> && signer<signer_archetype> && signer<std::reference_wrapper<signer_archetype>>);

} // namespace cppsmith::inline v0

#endif // CPPSMITH_SIGNER_HPP
