// Credentials that leave no secret behind.

#ifndef CPPSMITH_SIGV4_KEPT_CREDENTIALS_HPP
#define CPPSMITH_SIGV4_KEPT_CREDENTIALS_HPP

#include <cppsmith/credentials.hpp>

#include <openssl/crypto.h>

#include <utility>

namespace cppsmith::inline v0::sigv4 {

/// Credentials whose secret is wiped when they go away. Stays where it is: a copy would be another one to wipe.
struct kept_credentials {
    credentials value{};

    kept_credentials() = default;
    explicit kept_credentials(credentials c) noexcept : value(std::move(c)) {}
    kept_credentials(kept_credentials const&) = delete;
    kept_credentials& operator=(kept_credentials const&) = delete;
    ~kept_credentials() { OPENSSL_cleanse(value.secret_access_key.data(), value.secret_access_key.size()); }
};

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_KEPT_CREDENTIALS_HPP
