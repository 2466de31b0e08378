// OpenSSL's objects with owners, and its error queue kept clean.

#ifndef CPPSMITH_FAKE_IOT_OPENSSL_HPP
#define CPPSMITH_FAKE_IOT_OPENSSL_HPP

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace fake_iot {

/// Deletes with a function of OpenSSL.
template <auto Free> struct openssl_deleter {
    template <class T> void operator()(T* object) const noexcept { Free(object); }
};

using bio_ptr = std::unique_ptr<BIO, openssl_deleter<BIO_free>>;
using key_ptr = std::unique_ptr<EVP_PKEY, openssl_deleter<EVP_PKEY_free>>;
using x509_ptr = std::unique_ptr<X509, openssl_deleter<X509_free>>;
using asn1_time_ptr = std::unique_ptr<ASN1_TIME, openssl_deleter<ASN1_TIME_free>>;

/// Forgets, at the end of its scope, the errors that were raised within: a refused certificate leaves no trace for the next
/// caller.
class openssl_error_scope {
  public:
    openssl_error_scope() { ERR_set_mark(); }
    ~openssl_error_scope() { ERR_pop_to_mark(); }
    openssl_error_scope(openssl_error_scope const&) = delete;
    openssl_error_scope& operator=(openssl_error_scope const&) = delete;
};

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_OPENSSL_HPP
