// ASCII without a locale: the characters of header names, percent-encoding and numbers.

#ifndef CPPSMITH_DETAIL_ASCII_HPP
#define CPPSMITH_DETAIL_ASCII_HPP

#include <cstddef>
#include <string_view>

namespace cppsmith::inline v0::detail {

constexpr char to_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_alpha(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_alnum(char c) noexcept { return is_digit(c) || is_alpha(c); }

/// Blank and horizontal tab: the optional white space of header fields (RFC 9110, 5.6.3).
constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

/// Whether a byte may not stand in a header value or a request target (RFC 9110, 5.5): controls but the tab.
constexpr bool is_control(char c) noexcept {
    auto const u = static_cast<unsigned char>(c);
    return (u < 0x20 && c != '\t') || u == 0x7f;
}

/// The value of a hexadecimal digit, or -1.
constexpr int hex_value(char c) noexcept {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (to_lower(a[i]) != to_lower(b[i])) return false;
    return true;
}

/// RFC 9110, 5.6.2: what methods and header names are made of.
constexpr bool is_token(std::string_view s) noexcept {
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    for (char c : s)
        if (!is_alnum(c) && marks.find(c) == marks.npos) return false;
    return !s.empty();
}

constexpr std::string_view trim(std::string_view s) noexcept {
    while (!s.empty() && is_blank(s.front())) s.remove_prefix(1);
    while (!s.empty() && is_blank(s.back())) s.remove_suffix(1);
    return s;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_ASCII_HPP
