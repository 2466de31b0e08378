// The other side: whether a request that came in was signed by who it says. For test servers, proxies and webhooks.

#ifndef CPPSMITH_SIGV4_VERIFY_HPP
#define CPPSMITH_SIGV4_VERIFY_HPP

#include <cppsmith/detail/percent.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/sigv4/canonical_request.hpp>
#include <cppsmith/sigv4/check.hpp>
#include <cppsmith/sigv4/claim.hpp>
#include <cppsmith/sigv4/options.hpp>
#include <cppsmith/sigv4/signature.hpp>
#include <cppsmith/sigv4/timestamp.hpp>

#include <chrono>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::sigv4 {

/// When a request is verified, and how it was signed.
struct verify_options {
    std::chrono::system_clock::time_point now{};
    std::chrono::seconds tolerance{300}; ///< how far the signer's clock may be off
    sigv4_options signing{};
};

/// The target without the parameters that were added after signing.
inline std::string signed_target(std::string_view target, sigv4_options const& options) {
    auto const [path, query] = split_target(target);
    std::string out(path);
    char separator = '?';
    for_each_piece(query, '&', [&](std::string_view parameter) {
        auto const name = detail::percent_decode(parameter.substr(0, parameter.find('=')));
        if (name == "X-Amz-Signature" || (options.omit_session_token && name == "X-Amz-Security-Token")) return;
        out.append(1, separator).append(parameter);
        separator = '&';
    });
    return out;
}

/// Verifies a request as it was received (its `Host` in `authority` or among the headers) and tells who signed it, for what.
/// `secret_of` gives the secret of an access key id, `std::optional<std::string>(std::string_view)`.
///
/// Errors, all of stage `sign`: those of `read_claim`; "unknown_key"; "expired" and "not_yet_valid", by `options.now`;
/// "payload_mismatch", where `x-amz-content-sha256` is not the hash of the body; "signature_mismatch".
/// Headers that are not among `signed_headers` are not vouched for. A replay within the tolerance passes: there is no nonce.
template <class Lookup>
requires requires(Lookup& f, std::string_view id) {
    { f(id) } -> std::convertible_to<std::optional<std::string>>;
}
result<claim> verify(http_request const& request, Lookup&& secret_of, verify_options const& options) {
    auto c = read_claim(request);
    if (!c) return c;
    std::optional<std::string> secret = secret_of(std::string_view(c->access_key_id));
    if (!secret || secret->empty()) return refusal("unknown_key", "nobody has this access key id");

    auto const now = std::chrono::floor<std::chrono::seconds>(options.now), time = *parse_time(c->time);
    if (time > now + options.tolerance) return refusal("not_yet_valid", "the signature is from the future");
    if (time + c->expires.value_or(options.tolerance) < now) return refusal("expired", "the signature is too old");

    auto const hash = sha256_hex(request.body);
    if (!hash) return hash.error();
    std::string payload = options.signing.unsigned_payload ? "UNSIGNED-PAYLOAD" : *hash;
    if (auto const* said = find_header(request.headers, "x-amz-content-sha256")) {
        auto const value = canonical_value(*said);
        if (value != payload) return refusal("payload_mismatch", "x-amz-content-sha256 is not the hash of the body");
    }

    auto const covers = [&](std::string_view name) { return c->signed_headers.contains(name); };
    auto const text =
        canonical_request(request.method, c->presigned() ? signed_target(request.target, options.signing) : request.target,
                          canonical_headers(request, covers), payload, options.signing);
    auto const to_sign = string_to_sign(c->time, scope(c->date, c->region, c->service), text);
    if (!to_sign) return to_sign.error();
    auto const key = derive_key(*secret, c->date, c->region, c->service);
    OPENSSL_cleanse(secret->data(), secret->size());
    if (!key) return key.error();
    auto const expected = signature(*key, *to_sign);
    if (!expected) return expected.error();
    if (expected->size() != c->signature.size() || CRYPTO_memcmp(expected->data(), c->signature.data(), expected->size()) != 0)
        return refusal("signature_mismatch", "the request is not the one that was signed, or was signed with another secret");
    return c;
}

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_VERIFY_HPP
