// Fresh CA material for tests and demonstrations: keys, CA certificates, verification certificates.

#ifndef CPPSMITH_FAKE_IOT_CA_MATERIAL_HPP
#define CPPSMITH_FAKE_IOT_CA_MATERIAL_HPP

#include <chrono>
#include <optional>
#include <string>

namespace fake_iot {

/// The kinds of keys.
enum class key_kind { ec_p256, ec_p224, rsa_2048, rsa_1024 };

/// The digests of signatures.
enum class digest_kind { sha256, sha1, md5 };

/// What a certificate is to be. The defaults make one that the service takes for a CA; the rest exists to make it refuse.
struct certificate_options {
    key_kind key = key_kind::ec_p256;
    std::optional<std::string> common_name = "Example Root CA"; ///< UTF-8; no common name where absent
    std::string organization{};                                 ///< UTF-8; none where empty
    std::optional<bool> ca = true;                              ///< basicConstraints; the extension is left out where absent
    digest_kind digest = digest_kind::sha256;
    std::chrono::seconds begin = -std::chrono::hours(1); ///< of the validity, from now
    std::chrono::seconds end = std::chrono::days(365);   ///< of the validity, from now
};

/// A certificate and its key, as PEM (the key as unencrypted PKCS #8).
struct key_and_certificate {
    std::string certificate_pem{}, key_pem{};
};

/// A new key, and a certificate for it that it signs itself. Throws `std::runtime_error` where OpenSSL refuses.
key_and_certificate make_ca(certificate_options const& options = {});

/// A new key, and a certificate for it that is signed by `issuer`: an intermediate CA, or something worse.
key_and_certificate make_issued(key_and_certificate const& issuer, certificate_options const& options);

/// The proof that the key of `ca` is at hand: a certificate issued by it whose common name is the registration code.
key_and_certificate make_verification_certificate(key_and_certificate const& ca, std::string registration_code,
                                                  key_kind key = key_kind::ec_p256);

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_CA_MATERIAL_HPP
