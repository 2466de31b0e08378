// UTF-8 (RFC 3629): well-formed sequences only, so no overlong forms, no surrogates, nothing above U+10FFFF.

#ifndef CPPSMITH_DETAIL_UTF8_HPP
#define CPPSMITH_DETAIL_UTF8_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// The length in bytes of the well-formed sequence at the front of `s`, or 0 where there is none. `s` is not empty.
constexpr std::size_t utf8_sequence_length(std::string_view s) noexcept {
    auto const byte = [s](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; };
    auto const tail = [&](std::size_t i) { return (byte(i) & 0xc0u) == 0x80u; };
    auto const first = byte(0);
    if (first < 0x80) return 1;
    if (first < 0xc2) return 0;
    if (first < 0xe0) return tail(1) ? 2 : 0;
    if (first < 0xf0) {
        bool const overlong = first == 0xe0 && byte(1) < 0xa0;
        bool const surrogate = first == 0xed && byte(1) > 0x9f;
        return tail(1) && tail(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first < 0xf5) {
        bool const overlong = first == 0xf0 && byte(1) < 0x90;
        bool const beyond = first == 0xf4 && byte(1) > 0x8f;
        return tail(1) && tail(2) && tail(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

/// Where the first ill-formed sequence of `s` begins; `s.size()` where all is well-formed.
constexpr std::size_t find_invalid_utf8(std::string_view s) noexcept {
    for (std::size_t i = 0; i < s.size();) {
        if (static_cast<unsigned char>(s[i]) < 0x80) { // few steps for each, since compilers count them
            ++i;
            continue;
        }
        auto const n = utf8_sequence_length(s.substr(i));
        if (n == 0) return i;
        i += n;
    }
    return s.size();
}

/// Where to cut a text of more than `n` bytes: at `n`, or up to three bytes before it, so that no well-formed sequence is cut.
constexpr std::size_t utf8_boundary(std::string_view s, std::size_t n) noexcept {
    for (std::size_t back = 1; back < 4 && back <= n; ++back) {
        auto const byte = static_cast<unsigned char>(s[n - back]);
        if (byte < 0x80 || byte >= 0xc0) return utf8_sequence_length(s.substr(n - back)) > back ? n - back : n;
    }
    return n;
}

constexpr bool is_valid_utf8(std::string_view s) noexcept { return find_invalid_utf8(s) == s.size(); }

/// The number of Unicode scalar values, as Smithy's `length` counts strings; each byte of an ill-formed sequence counts as one.
constexpr std::size_t count_scalars(std::string_view s) noexcept {
    std::size_t count = 0;
    for (std::size_t i = 0; i < s.size(); ++count) {
        if (static_cast<unsigned char>(s[i]) < 0x80) {
            ++i;
            continue;
        }
        auto const n = utf8_sequence_length(s.substr(i));
        i += n == 0 ? 1 : n;
    }
    return count;
}

/// Writes the UTF-8 form of a scalar value, and returns its size.
constexpr std::size_t put_utf8(char (&out)[4], std::uint32_t scalar) noexcept {
    auto const byte = [](std::uint32_t value) { return static_cast<char>(value); };
    auto const tail = [](std::uint32_t bits) { return static_cast<char>(0x80 | (bits & 0x3f)); };
    if (scalar < 0x80) {
        out[0] = byte(scalar);
        return 1;
    }
    if (scalar < 0x800) {
        out[0] = byte(0xc0 | scalar >> 6), out[1] = tail(scalar);
        return 2;
    }
    if (scalar < 0x10000) {
        out[0] = byte(0xe0 | scalar >> 12), out[1] = tail(scalar >> 6), out[2] = tail(scalar);
        return 3;
    }
    out[0] = byte(0xf0 | scalar >> 18), out[1] = tail(scalar >> 12), out[2] = tail(scalar >> 6), out[3] = tail(scalar);
    return 4;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_UTF8_HPP
