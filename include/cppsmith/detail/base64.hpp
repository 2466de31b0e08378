// Base64 (RFC 4648, section 4), with padding.

#ifndef CPPSMITH_DETAIL_BASE64_HPP
#define CPPSMITH_DETAIL_BASE64_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

inline constexpr std::string_view base64_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// How many characters `n` bytes take.
constexpr std::size_t base64_size(std::size_t n) noexcept { return (n + 2) / 3 * 4; }

template <class Output> constexpr void append_base64(Output& out, std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        auto const n = bytes.size() - i < 3 ? bytes.size() - i : 3;
        for (std::size_t j = 0; j < 3; ++j) group = group << 8 | (j < n ? static_cast<unsigned char>(bytes[i + j]) : 0u);
        for (std::size_t j = 0; j < 4; ++j) out.push_back(j <= n ? base64_alphabet[group >> (18 - 6 * j) & 63] : '=');
    }
}

inline constexpr auto base64_values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(255);
    for (std::size_t i = 0; i < 64; ++i) values[static_cast<unsigned char>(base64_alphabet[i])] = static_cast<std::uint8_t>(i);
    return values;
}();

/// The bytes; nothing where the text is not padded base64, or its unused last bits are not zero.
inline std::optional<std::string> decode_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::size_t const padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    text.remove_suffix(padding);
    std::string out;
    out.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (char c : text) {
        auto const value = base64_values[static_cast<unsigned char>(c)];
        if (value == 255) return std::nullopt;
        bits = bits << 6 | value;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        out.push_back(static_cast<char>(bits >> held & 0xff));
    }
    if ((bits & ((1u << held) - 1)) != 0) return std::nullopt;
    return out;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_BASE64_HPP
