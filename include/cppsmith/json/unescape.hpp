// Strings in JSON (RFC 8259, 7), read: undoing escapes.

#ifndef CPPSMITH_JSON_UNESCAPE_HPP
#define CPPSMITH_JSON_UNESCAPE_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/detail/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
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

/// Undoes the escape at the front of `s`, which begins with a backslash. Writes at most as many bytes as it consumes.
struct unescaped {
    std::size_t consumed = 0; ///< 0: not a valid escape (an unknown letter, a lone surrogate)
    char bytes[4]{};
    std::size_t size = 0;
};

constexpr unescaped unescape(std::string_view s) {
    auto const one = [](char c) { return unescaped{2, {c}, 1}; };
    if (s.size() < 2) return {};
    switch (s[1]) {
    case '"':
        return one('"');
    case '\\':
        return one('\\');
    case '/':
        return one('/');
    case 'b':
        return one('\b');
    case 'f':
        return one('\f');
    case 'n':
        return one('\n');
    case 'r':
        return one('\r');
    case 't':
        return one('\t');
    case 'u':
        break;
    default:
        return {};
    }
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

/// Undoes all escapes of the string content `[begin, end)` in place, which never grows. The new length; nothing on a bad escape.
inline std::optional<std::size_t> unescape_in_place(char* begin, std::size_t size) {
    std::size_t out = 0, in = 0;
    while (in < size) {
        auto const* const escape = static_cast<char const*>(std::memchr(begin + in, '\\', size - in));
        auto const clean = (escape ? static_cast<std::size_t>(escape - begin) : size) - in;
        if (out != in) std::memmove(begin + out, begin + in, clean);
        out += clean;
        in += clean;
        if (!escape) break;
        auto const step = unescape({begin + in, size - in});
        if (step.consumed == 0) return std::nullopt;
        for (std::size_t i = 0; i < step.size; ++i) begin[out++] = step.bytes[i];
        in += step.consumed;
    }
    return out;
}

/// The same of a copy; nothing of it where an escape is bad.
inline std::string unescaped_copy(std::string_view content) {
    std::string plain(content);
    plain.resize(unescape_in_place(plain.data(), plain.size()).value_or(0));
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
