#include <fake_iot/ca_material.hpp>

#include <fake_iot/openssl.hpp>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <stdexcept>

namespace fake_iot {

namespace {

/// Throws where a step of OpenSSL failed.
template <class T> T must(T done, char const* step) {
    if (!(done > T{})) throw std::runtime_error(std::string("cannot make a certificate: ") + step);
    return done;
}

key_ptr make_key(key_kind kind) {
    key_ptr key;
    switch (kind) {
    case key_kind::ec_p256:
        key.reset(EVP_EC_gen("P-256"));
        break;
    case key_kind::ec_p224:
        key.reset(EVP_EC_gen("P-224"));
        break;
    case key_kind::rsa_2048:
        key.reset(EVP_RSA_gen(2048));
        break;
    case key_kind::rsa_1024:
        key.reset(EVP_RSA_gen(1024));
        break;
    }
    must(key.get(), "key");
    return key;
}

EVP_MD const* digest_of(digest_kind kind) {
    switch (kind) {
    case digest_kind::sha1:
        return EVP_sha1();
    case digest_kind::md5:
        return EVP_md5();
    case digest_kind::sha256:
        break;
    }
    return EVP_sha256();
}

void add_name(X509_NAME* name, char const* field, std::string const& value) {
    must(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<unsigned char const*>(value.data()),
                                    static_cast<int>(value.size()), -1, 0),
         field);
}

void add_extension(X509* x509, int nid, char const* value) {
    std::unique_ptr<X509_EXTENSION, openssl_deleter<X509_EXTENSION_free>> const extension(
        X509V3_EXT_conf_nid(nullptr, nullptr, nid, value));
    must(X509_add_ext(x509, must(extension.get(), value), -1), value);
}

template <class Write> std::string to_pem(Write write) {
    bio_ptr const out(BIO_new(BIO_s_mem()));
    must(write(must(out.get(), "memory")), "PEM");
    char* text = nullptr;
    long const length = must(BIO_get_mem_data(out.get(), &text), "PEM");
    return {text, static_cast<std::size_t>(length)};
}

/// `signer` is null for a certificate that signs itself.
key_and_certificate make(certificate_options const& options, key_and_certificate const* signer) {
    auto const key = make_key(options.key);
    x509_ptr const x509(must(X509_new(), "memory"));
    must(X509_set_version(x509.get(), X509_VERSION_3), "version");

    // 63 random bits: serial numbers are positive (RFC 5280, 4.1.2.2).
    std::uint64_t serial = 0;
    must(RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial), "serial number");
    must(ASN1_INTEGER_set_uint64(X509_get_serialNumber(x509.get()), serial >> 1 | 1), "serial number");

    std::time_t now = std::time(nullptr);
    must(X509_time_adj_ex(X509_getm_notBefore(x509.get()), 0, static_cast<long>(options.begin.count()), &now), "begin");
    must(X509_time_adj_ex(X509_getm_notAfter(x509.get()), 0, static_cast<long>(options.end.count()), &now), "end");
    if (!options.organization.empty()) add_name(X509_get_subject_name(x509.get()), "O", options.organization);
    if (options.common_name) add_name(X509_get_subject_name(x509.get()), "CN", *options.common_name);
    must(X509_set_pubkey(x509.get(), key.get()), "public key");
    if (options.ca) add_extension(x509.get(), NID_basic_constraints, *options.ca ? "critical,CA:TRUE" : "critical,CA:FALSE");

    x509_ptr issuer;
    key_ptr issuer_key;
    if (signer) {
        bio_ptr const certificate_in(
            BIO_new_mem_buf(signer->certificate_pem.data(), static_cast<int>(signer->certificate_pem.size())));
        bio_ptr const key_in(BIO_new_mem_buf(signer->key_pem.data(), static_cast<int>(signer->key_pem.size())));
        issuer.reset(PEM_read_bio_X509(certificate_in.get(), nullptr, nullptr, nullptr));
        issuer_key.reset(PEM_read_bio_PrivateKey(key_in.get(), nullptr, nullptr, nullptr));
        must(issuer.get(), "issuer");
        must(issuer_key.get(), "key of the issuer");
    }
    must(X509_set_issuer_name(x509.get(), X509_get_subject_name(issuer ? issuer.get() : x509.get())), "issuer");
    must(X509_sign(x509.get(), issuer_key ? issuer_key.get() : key.get(), digest_of(options.digest)), "signature");

    return {.certificate_pem = to_pem([&](BIO* out) { return PEM_write_bio_X509(out, x509.get()); }),
            .key_pem = to_pem(
                [&](BIO* out) { return PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr); })};
}

} // namespace

key_and_certificate make_ca(certificate_options const& options) { return make(options, nullptr); }

key_and_certificate make_issued(key_and_certificate const& issuer, certificate_options const& options) {
    return make(options, &issuer);
}

key_and_certificate make_verification_certificate(key_and_certificate const& ca, std::string registration_code, key_kind key) {
    return make({.key = key, .common_name = std::move(registration_code), .ca = std::nullopt}, &ca);
}

} // namespace fake_iot
