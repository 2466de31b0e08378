// Checksums of bodies, for the operations whose models ask for one (Smithy's `httpChecksumRequired`). Needs OpenSSL's libcrypto.

#ifndef CPPSMITH_CHECKSUM_HPP
#define CPPSMITH_CHECKSUM_HPP

#include <cppsmith/detail/base64.hpp>
#include <cppsmith/operation.hpp>

#include <openssl/evp.h>

#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// What the header `content-md5` holds (RFC 1864); empty where OpenSSL is without MD5, as under FIPS.
template <operation Op> std::string content_md5(Op const*, std::string_view body) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (EVP_Digest(body.data(), body.size(), digest, &size, EVP_md5(), nullptr) != 1) return {};
    std::string out;
    append_base64(out, {reinterpret_cast<char const*>(digest), size});
    return out;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_CHECKSUM_HPP
