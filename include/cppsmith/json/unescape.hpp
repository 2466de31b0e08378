// Strings in JSON (RFC 8259, 7), read: undoing escapes.

#ifndef CPPSMITH_JSON_UNESCAPE_HPP
#define CPPSMITH_JSON_UNESCAPE_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/detail/simd.hpp>
#include <cppsmith/detail/utf8.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::json::detail {

using namespace cppsmith::detail;

/// The four hexadecimal digits of a `\u` escape, or -1.
constexpr std::int32_t hex4(std::string_view s) noexcept {
    if (s.size() < 4) return -1;
    std::int32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        auto const digit = hex_value(s[i]);
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

/// What stands for a character behind a backslash: the character; 0 for `u`, and for what may not stand there.
inline constexpr auto character_of_letter = [] {
    std::array<char, 256> table{};
    constexpr std::string_view letters = "\"\\/bfnrt", characters = "\"\\/\b\f\n\r\t";
    for (std::size_t i = 0; i < letters.size(); ++i) table[static_cast<unsigned char>(letters[i])] = characters[i];
    return table;
}();

/// Undoes the escape at the front of `s`, which begins with a backslash. Writes at most as many bytes as it consumes.
struct unescaped {
    std::size_t consumed = 0; ///< 0: not a valid escape (an unknown letter, a lone surrogate)
    char bytes[4]{};
    std::size_t size = 0;
};

constexpr unescaped unescape(std::string_view s) {
    if (s.size() < 2) return {};
    if (auto const plain = character_of_letter[static_cast<unsigned char>(s[1])]; plain != 0) return {2, {plain}, 1};
    if (s[1] != 'u') return {};
    auto const high = hex4(s.substr(2));
    if (high < 0 || (high >= 0xdc00 && high < 0xe000)) return {};
    unescaped out{6, {}, 0};
    auto scalar = static_cast<std::uint32_t>(high);
    if (high >= 0xd800 && high < 0xdc00) {
        if (s.substr(6, 2) != "\\u") return {};
        auto const low = hex4(s.substr(8));
        if (low < 0xdc00 || low >= 0xe000) return {};
        scalar = 0x10000 + ((scalar - 0xd800) << 10) + (static_cast<std::uint32_t>(low) - 0xdc00);
        out.consumed = 12;
    }
    out.size = put_utf8(out.bytes, scalar);
    return out;
}

#if CPPSMITH_SIMD >= 1
/// Copies the characters of a block up to the first backslash; their number.
template <class Block> std::size_t copy_to_backslash(char* out, char const* in) noexcept {
    auto const bytes = load<Block>(in);
    std::memcpy(out, &bytes, sizeof bytes);
    block16 v;
    if constexpr (sizeof bytes == 16) v = bytes;
    else v = block_of(bytes, clean_bytes);
    auto const backslashes = byte_mask(v == '\\');
    return backslashes != 0 ? static_cast<unsigned>(std::countr_zero(backslashes)) : sizeof bytes;
}
#endif

/// Writes the content of a string, without its escapes, to `out`, where there is room for as many characters, somewhere else. The end; null on a
/// bad escape.
[[gnu::noinline]] inline char* unescape_to(char* out, std::string_view content) {
    auto const* in = content.data();
    auto const* const end = in + content.size();
    while (in != end) {
#if CPPSMITH_SIMD >= 1
        if (end - in >= 8) {
            auto const n = end - in >= 16 ? copy_to_backslash<block16>(out, in) : copy_to_backslash<std::uint64_t>(out, in);
            in += n, out += n;
            if (in == end) break;
        }
#endif
        if (*in != '\\') {
            *out++ = *in++;
        } else if (auto const plain = end - in >= 2 ? character_of_letter[static_cast<unsigned char>(in[1])] : '\0'; plain != 0) {
            *out++ = plain;
            in += 2;
        } else {
            auto const step = unescape({in, static_cast<std::size_t>(end - in)});
            if (step.consumed == 0) return nullptr;
            for (std::size_t i = 0; i < step.size; ++i) *out++ = step.bytes[i];
            in += step.consumed;
        }
    }
    return out;
}

/// The same in a string of its own; nothing of it where an escape is bad.
inline std::string unescaped_copy(std::string_view content) {
    std::string plain(content.size(), '\0');
    auto const* const end = unescape_to(plain.data(), content);
    plain.resize(end ? static_cast<std::size_t>(end - plain.data()) : 0);
    return plain;
}

/// Whether the content of a string holds only valid escapes.
constexpr bool has_valid_escapes(std::string_view s) {
    for (std::size_t i = s.find('\\'); i != s.npos; i = s.find('\\', i)) {
        auto const step = unescape(s.substr(i));
        if (step.consumed == 0) return false;
        i += step.consumed;
    }
    return true;
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_UNESCAPE_HPP
