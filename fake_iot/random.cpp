#include <fake_iot/random.hpp>

#include <openssl/rand.h>

#include <stdexcept>
#include <vector>

namespace fake_iot {

namespace {

std::vector<unsigned char> random_bytes(std::size_t count) {
    std::vector<unsigned char> bytes(count);
    if (RAND_bytes(bytes.data(), static_cast<int>(count)) != 1) throw std::runtime_error("no random numbers");
    return bytes;
}

} // namespace

std::string to_hex(std::span<unsigned char const> bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (auto const b : bytes) {
        text += "0123456789abcdef"[b >> 4];
        text += "0123456789abcdef"[b & 15];
    }
    return text;
}

std::string random_hex(std::size_t bytes) { return to_hex(random_bytes(bytes)); }

std::string random_uuid() {
    auto bytes = random_bytes(16);
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x40); // the version
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80); // the variant
    auto text = to_hex(bytes);
    for (std::size_t const hyphen : {8u, 13u, 18u, 23u}) text.insert(hyphen, 1, '-');
    return text;
}

} // namespace fake_iot
