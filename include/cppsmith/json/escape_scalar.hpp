// Escaping one character after the other: at compile time, at the ends of texts, and where nothing faster is to be had.

#ifndef CPPSMITH_JSON_ESCAPE_SCALAR_HPP
#define CPPSMITH_JSON_ESCAPE_SCALAR_HPP

#include <cppsmith/detail/utf8.hpp>

#include <cstddef>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0::json::detail {

using namespace cppsmith::detail;

enum class on_invalid_utf8 : unsigned char { replace, refuse };

/// The letters of the control characters 8 to 13; 0 for what needs \u.
inline constexpr char control_letters[17] = "\0\0\0\0\0\0\0\0btn\0fr\0";

/// Writes the escape of one character below 0x80 that needs it.
constexpr char* put_escape(char* out, unsigned char c) {
    *out++ = '\\';
    char const letter = c >= 0x20 ? static_cast<char>(c) : c < 16 ? control_letters[c] : '\0';
    if (letter != 0) {
        *out++ = letter;
        return out;
    }
    for (char x : {'u', '0', '0', "01"[c >> 4], "0123456789abcdef"[c & 15]}) *out++ = x;
    return out;
}

/// Flipping this bit puts the quote among the characters up to the space, in exchange for the space itself: one comparison less in a block.
inline constexpr signed char quote_to_space = '"' ^ ' ';

constexpr bool needs_escape(unsigned char c) noexcept { return c < 0x20 || c == '"' || c == '\\'; }

/// Characters that end a string, or with which it cannot be taken as it is: quotes, backslashes, controls, and what is not ASCII.
constexpr bool is_special(char c) noexcept {
    auto const byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || needs_escape(byte);
}

/// Copies the well-formed sequences above ASCII at the front of [in, end), and moves `in` behind them. Each byte of an ill-formed one becomes
/// U+FFFD, or makes the outcome null.
constexpr char* copy_non_ascii(char* out, char const*& in, char const* end, on_invalid_utf8 policy) {
    while (in != end && static_cast<unsigned char>(*in) >= 0x80) {
        auto n = utf8_sequence_length({in, static_cast<std::size_t>(end - in)});
        if (n == 0) {
            if (policy == on_invalid_utf8::refuse) return nullptr;
            for (char c : {'\xef', '\xbf', '\xbd'}) *out++ = c;
            ++in;
            continue;
        }
        for (; n != 0; --n) *out++ = *in++;
    }
    return out;
}

/// All of [in, end).
constexpr char* escape_scalar(char* out, char const* in, char const* end, on_invalid_utf8 policy) {
    while (in != end) {
        auto const c = static_cast<unsigned char>(*in);
        if (c >= 0x80) {
            out = copy_non_ascii(out, in, end, policy);
            if (!out) return nullptr;
            continue;
        }
        ++in;
        if (needs_escape(c)) out = put_escape(out, c);
        else *out++ = static_cast<char>(c);
    }
    return out;
}

/// How far reading and writing are; passed by value, so that it stays in registers.
struct escape_position {
    char* out;
    char const* in;
};

/// What stands at a special character: one escape, or all that is not ASCII.
[[gnu::noinline]] inline escape_position escape_one(escape_position p, char const* end, on_invalid_utf8 policy) {
    if (static_cast<unsigned char>(*p.in) >= 0x80) p.out = copy_non_ascii(p.out, p.in, end, policy);
    else p.out = put_escape(p.out, static_cast<unsigned char>(*p.in++));
    return p;
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_ESCAPE_SCALAR_HPP
