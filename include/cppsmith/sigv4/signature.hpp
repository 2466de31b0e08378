// From a canonical request to a signature: the string to sign, the signing key, and the cryptography under both.

#ifndef CPPSMITH_SIGV4_SIGNATURE_HPP
#define CPPSMITH_SIGV4_SIGNATURE_HPP

#include <cppsmith/detail/text_builder.hpp>
#include <cppsmith/result.hpp>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::sigv4 {

/// The name of the algorithm, as headers, parameters and the string to sign have it.
inline constexpr std::string_view algorithm = "AWS4-HMAC-SHA256";

/// The output of SHA-256.
using digest = std::array<unsigned char, 32>;

/// A key derived from a secret, wiped when it goes away.
struct signing_key {
    digest bytes{};

    signing_key() = default;
    explicit signing_key(digest const& b) noexcept : bytes(b) {}
    signing_key(signing_key const&) = default;
    signing_key& operator=(signing_key const&) = default;
    ~signing_key() { OPENSSL_cleanse(bytes.data(), bytes.size()); }
};

/// What libcrypto refused: out of memory, or a configuration without SHA-256.
inline error crypto_failure() {
    return {.stage = stage::sign, .code = "crypto", .message = "libcrypto could not compute SHA-256"};
}

inline result<digest> sha256(std::string_view data) {
    digest out;
    if (EVP_Digest(data.data(), data.size(), out.data(), nullptr, EVP_sha256(), nullptr) != 1) return crypto_failure();
    return out;
}

inline result<digest> hmac_sha256(std::span<unsigned char const> key, std::string_view data) {
    digest out;
    auto const* bytes = reinterpret_cast<unsigned char const*>(data.data());
    if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes, data.size(), out.data(), nullptr))
        return crypto_failure();
    return out;
}

/// Hexadecimal digits in lower case.
inline std::string hex(std::span<unsigned char const, 32> bytes) {
    std::string out(2 * bytes.size(), '\0');
    detail::write_hex(out.data(), bytes);
    return out;
}

inline result<std::string> sha256_hex(std::string_view data) {
    auto const d = sha256(data);
    if (!d) return d.error();
    return hex(*d);
}

/// Appends what the signature is valid for: "20150830/us-east-1/iot/aws4_request".
inline void append_scope(detail::text_builder& out, std::string_view date, std::string_view region, std::string_view service) {
    out.append(date, '/', region, '/', service, "/aws4_request");
}

inline std::string scope(std::string_view date, std::string_view region, std::string_view service) {
    detail::text_builder out;
    append_scope(out, date, region, service);
    return out.text();
}

/// Appends the string to sign. `time` is written as `format_time` does it; `hash` is that of the canonical request.
inline void append_string_to_sign(detail::text_builder& out, std::string_view time, std::string_view scope, digest const& hash) {
    out.append(algorithm, '\n', time, '\n', scope, '\n').append_hex(hash);
}

inline result<std::string> string_to_sign(std::string_view time, std::string_view scope, std::string_view canonical_request) {
    auto const hash = sha256(canonical_request);
    if (!hash) return hash.error();
    detail::text_builder out;
    append_string_to_sign(out, time, scope, *hash);
    return out.text();
}

/// The key for one day, region and service: four HMACs deep.
inline result<signing_key> derive_key(std::string_view secret, std::string_view date, std::string_view region,
                                      std::string_view service) {
    std::string seed;
    seed.reserve(4 + secret.size());
    seed.append("AWS4").append(secret);
    auto step = hmac_sha256({reinterpret_cast<unsigned char const*>(seed.data()), seed.size()}, date);
    OPENSSL_cleanse(seed.data(), seed.size());
    for (std::string_view const part : {region, service, std::string_view("aws4_request")}) {
        if (!step) return step.error();
        signing_key const key(*step);
        OPENSSL_cleanse(step->data(), step->size());
        step = hmac_sha256(key.bytes, part);
    }
    if (!step) return step.error();
    signing_key key(*step);
    OPENSSL_cleanse(step->data(), step->size());
    return key;
}

/// The signature, in hexadecimal digits.
inline result<std::string> signature(signing_key const& key, std::string_view string_to_sign) {
    auto const d = hmac_sha256(key.bytes, string_to_sign);
    if (!d) return d.error();
    return hex(*d);
}

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_SIGNATURE_HPP
