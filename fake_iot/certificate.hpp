// X.509 certificates as the service looks at them: what a CA must be, and what proves that its key is at hand.

#ifndef CPPSMITH_FAKE_IOT_CERTIFICATE_HPP
#define CPPSMITH_FAKE_IOT_CERTIFICATE_HPP

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct x509_st; // OpenSSL's X509

namespace fake_iot {

using time_point = std::chrono::system_clock::time_point;

/// A parsed certificate. Copies share it; it never changes.
class certificate {
  public:
    /// The one certificate of a PEM text (RFC 7468); nothing where there is none, more than one, another object beside it,
    /// something that is not blank behind it, or anything that is not a well-formed certificate in it.
    static std::optional<certificate> parse(std::string_view pem);

    /// SHA-256 of the DER encoding in lower-case hexadecimal: the id that the service gives it.
    std::string id() const;

    /// The last common name of the subject in UTF-8; nothing where there is none.
    std::optional<std::string> common_name() const;

    /// Whether the subjects are equal, by the rules of RFC 5280, 7.1 (case and inner blanks do not count).
    bool same_subject(certificate const& other) const;

    /// The first and the last second of its validity.
    std::chrono::sys_seconds not_before() const;
    std::chrono::sys_seconds not_after() const;

    /// OpenSSL's object; owned by this one.
    x509_st* native() const noexcept { return x509_.get(); }

  private:
    explicit certificate(std::shared_ptr<x509_st> x509) : x509_(std::move(x509)) {}

    std::shared_ptr<x509_st> x509_;
};

/// Why the service would not take the certificate for a CA at that time, in a sentence; nothing where it would.
///
/// A CA has basicConstraints CA:TRUE (or is a self-signed one of version 1), is in its validity, has an RSA key of 2048 bits at
/// least or an EC key on P-256, P-384 or P-521, and is not signed with MD5 or SHA-1. It need not have signed itself.
std::optional<std::string> ca_defect(certificate const& ca, time_point now);

/// Why the certificate does not prove that its owner has the key of `ca`, in a sentence; nothing where it does.
/// It must name the subject of `ca` as its issuer, be signed with the key of `ca` and be in its validity.
std::optional<std::string> verification_defect(certificate const& verification, certificate const& ca, time_point now);

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_CERTIFICATE_HPP
