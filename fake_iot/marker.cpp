#include <fake_iot/marker.hpp>

#include <openssl/evp.h>

#include <charconv>
#include <vector>

namespace fake_iot {

namespace {

std::string plain_marker(list_position position, bool ascending, std::string_view filter) {
    return std::to_string(position.nanoseconds) + ':' + std::to_string(position.sequence) + (ascending ? ":a:" : ":d:") +
           std::string(filter);
}

std::string base64(std::string_view plain) {
    std::vector<unsigned char> text(plain.size() / 3 * 4 + 5); // with the NUL that OpenSSL writes
    int const length =
        EVP_EncodeBlock(text.data(), reinterpret_cast<unsigned char const*>(plain.data()), static_cast<int>(plain.size()));
    return {text.begin(), text.begin() + length};
}

std::string unbase64(std::string_view text) {
    std::vector<unsigned char> plain(text.size());
    int const length =
        EVP_DecodeBlock(plain.data(), reinterpret_cast<unsigned char const*>(text.data()), static_cast<int>(text.size()));
    if (length < 0) return {};
    // OpenSSL counts the bytes that the padding stands for.
    std::size_t const padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
    return {plain.begin(), plain.begin() + length - static_cast<std::ptrdiff_t>(padding)};
}

} // namespace

std::string make_marker(list_position position, bool ascending, std::string_view filter) {
    return base64(plain_marker(position, ascending, filter));
}

std::optional<list_position> read_marker(std::string_view marker, bool ascending, std::string_view filter) {
    auto const plain = unbase64(marker);
    char const* const end = plain.data() + plain.size();
    list_position position;
    auto const first = std::from_chars(plain.data(), end, position.nanoseconds);
    if (first.ec != std::errc{} || first.ptr == end) return std::nullopt;
    if (std::from_chars(first.ptr + 1, end, position.sequence).ec != std::errc{}) return std::nullopt;
    // Written again, it is the same text only if every part of it was in its place.
    if (make_marker(position, ascending, filter) != marker) return std::nullopt;
    return position;
}

} // namespace fake_iot
