#include <fake_iot/certificate.hpp>

#include <fake_iot/openssl.hpp>
#include <fake_iot/random.hpp>

#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <climits>

namespace fake_iot {

namespace {

struct openssl_free {
    void operator()(void* memory) const noexcept { OPENSSL_free(memory); }
};
template <class T> using openssl_memory = std::unique_ptr<T, openssl_free>;

/// Whether `text`, from behind its first PEM block on, holds anything but blanks.
bool more_follows(BIO* rest) {
    char c = 0;
    while (BIO_read(rest, &c, 1) == 1)
        if (std::string_view(" \t\r\n").find(c) == std::string_view::npos) return true;
    return false;
}

/// Whether `now` is in the validity of the certificate, both ends included. A malformed time counts as outside.
bool in_validity(X509* x509, time_point now) {
    asn1_time_ptr const instant(
        ASN1_TIME_set(nullptr, std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(now))));
    if (!instant) return false;
    int const begun = ASN1_TIME_compare(X509_get0_notBefore(x509), instant.get());
    int const ended = ASN1_TIME_compare(instant.get(), X509_get0_notAfter(x509));
    return (begun == -1 || begun == 0) && (ended == -1 || ended == 0);
}

bool strong_key(EVP_PKEY* key) {
    if (!key) return false;
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA) return EVP_PKEY_get_bits(key) >= 2048;
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_EC) return false;
    std::array<char, 64> group{};
    if (EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) != 1) return false;
    int const curve = OBJ_sn2nid(group.data());
    return curve == NID_X9_62_prime256v1 || curve == NID_secp384r1 || curve == NID_secp521r1;
}

bool weak_digest(X509* x509) {
    int digest = NID_undef;
    if (X509_get_signature_info(x509, &digest, nullptr, nullptr, nullptr) != 1) return true;
    return digest == NID_md2 || digest == NID_md4 || digest == NID_md5 || digest == NID_md5_sha1 || digest == NID_sha1;
}

std::chrono::sys_seconds to_seconds(ASN1_TIME const* time) {
    asn1_time_ptr const epoch(ASN1_TIME_set(nullptr, 0));
    int days = 0, seconds = 0;
    if (!epoch || ASN1_TIME_diff(&days, &seconds, epoch.get(), time) != 1) return {};
    return std::chrono::sys_days{} + std::chrono::days(days) + std::chrono::seconds(seconds);
}

} // namespace

std::optional<certificate> certificate::parse(std::string_view pem) {
    openssl_error_scope const scope;
    if (pem.size() > INT_MAX) return std::nullopt;
    bio_ptr const in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    if (!in) return std::nullopt;

    // A block that is not a certificate is skipped by PEM_read_bio_X509, a private key in front for one; here it is refused.
    char *name_memory = nullptr, *header_memory = nullptr;
    unsigned char* der_memory = nullptr;
    long length = 0;
    if (PEM_read_bio(in.get(), &name_memory, &header_memory, &der_memory, &length) != 1) return std::nullopt;
    openssl_memory<char> const name(name_memory), header(header_memory);
    openssl_memory<unsigned char> const der(der_memory);
    if (name.get() != std::string_view(PEM_STRING_X509) && name.get() != std::string_view(PEM_STRING_X509_OLD))
        return std::nullopt;
    if (*header != '\0' || more_follows(in.get())) return std::nullopt;

    unsigned char const* end = der.get();
    std::shared_ptr<X509> x509(d2i_X509(nullptr, &end, length), X509_free);
    if (!x509 || end != der.get() + length) return std::nullopt;
    return certificate(std::move(x509));
}

std::string certificate::id() const {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    X509_digest(native(), EVP_sha256(), digest.data(), &length);
    return to_hex({digest.data(), length});
}

std::optional<std::string> certificate::common_name() const {
    openssl_error_scope const scope;
    auto* const subject = X509_get_subject_name(native());
    int last = -1;
    for (int next = last; (next = X509_NAME_get_index_by_NID(subject, NID_commonName, next)) >= 0;) last = next;
    if (last < 0) return std::nullopt;
    unsigned char* memory = nullptr;
    int const length = ASN1_STRING_to_UTF8(&memory, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, last)));
    if (length < 0) return std::nullopt;
    openssl_memory<unsigned char> const text(memory);
    return std::string(text.get(), text.get() + length);
}

bool certificate::same_subject(certificate const& other) const {
    return X509_NAME_cmp(X509_get_subject_name(native()), X509_get_subject_name(other.native())) == 0;
}

std::chrono::sys_seconds certificate::not_before() const { return to_seconds(X509_get0_notBefore(native())); }
std::chrono::sys_seconds certificate::not_after() const { return to_seconds(X509_get0_notAfter(native())); }

std::optional<std::string> ca_defect(certificate const& ca, time_point now) {
    openssl_error_scope const scope;
    auto* const x509 = ca.native();
    if (X509_check_ca(x509) < 1 || (X509_get_extension_flags(x509) & EXFLAG_INVALID) != 0)
        return "The certificate is not a CA certificate.";
    if (!in_validity(x509, now)) return "The CA certificate is not valid at this time.";
    if (!strong_key(X509_get0_pubkey(x509))) return "The CA certificate has a key that is not supported.";
    if (weak_digest(x509)) return "The CA certificate has a signature algorithm that is not supported.";
    return std::nullopt;
}

std::optional<std::string> verification_defect(certificate const& verification, certificate const& ca, time_point now) {
    openssl_error_scope const scope;
    auto* const x509 = verification.native();
    if (X509_NAME_cmp(X509_get_issuer_name(x509), X509_get_subject_name(ca.native())) != 0)
        return "The verification certificate was not issued by the CA certificate.";
    auto* const key = X509_get0_pubkey(ca.native());
    if (!key || X509_verify(x509, key) != 1)
        return "The verification certificate is not signed with the key of the CA certificate.";
    if (!in_validity(x509, now)) return "The verification certificate is not valid at this time.";
    return std::nullopt;
}

} // namespace fake_iot
