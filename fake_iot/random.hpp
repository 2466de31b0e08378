// Identifiers nobody can guess: registration codes, request ids.

#ifndef CPPSMITH_FAKE_IOT_RANDOM_HPP
#define CPPSMITH_FAKE_IOT_RANDOM_HPP

#include <cstddef>
#include <span>
#include <string>

namespace fake_iot {

/// The bytes in lower-case hexadecimal.
std::string to_hex(std::span<unsigned char const> bytes);

/// `bytes` bytes of OpenSSL's generator in lower-case hexadecimal.
std::string random_hex(std::size_t bytes);

/// A random UUID (RFC 9562, version 4) in lower case.
std::string random_uuid();

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_RANDOM_HPP
