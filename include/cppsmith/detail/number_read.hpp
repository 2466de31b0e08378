// Numbers read from text, by the grammar of JSON and without a locale.

#ifndef CPPSMITH_DETAIL_NUMBER_READ_HPP
#define CPPSMITH_DETAIL_NUMBER_READ_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/detail/number_write.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <system_error>

namespace cppsmith::inline v0::detail {

/// Whether a text is a number by JSON's grammar (RFC 8259, 6).
constexpr bool is_number(std::string_view s) noexcept {
    std::size_t i = 0;
    auto const digits = [&] {
        auto const begin = i;
        while (i < s.size() && is_digit(s[i])) ++i;
        return i > begin;
    };
    auto const skip = [&](char c) { return i < s.size() && s[i] == c && (++i, true); };
    skip('-');
    if (!skip('0') && !digits()) return false;
    if (skip('.') && !digits()) return false;
    if (skip('e') || skip('E')) {
        if (!skip('+')) skip('-');
        if (!digits()) return false;
    }
    return i == s.size();
}

/// Whether a number by JSON's grammar lies between -1 and 1.
inline bool is_below_one(std::string_view s) noexcept {
    if (s.starts_with('-')) s.remove_prefix(1);
    auto const e = s.find_first_of("eE");
    auto mantissa = s.substr(0, e);
    std::int64_t exponent = 0;
    if (e != s.npos) {
        auto digits = s.substr(e + 1);
        if (digits.starts_with('+')) digits.remove_prefix(1);
        if (std::from_chars(digits.data(), digits.data() + digits.size(), exponent).ec != std::errc{})
            exponent =
                digits.starts_with('-') ? std::numeric_limits<std::int32_t>::min() : std::numeric_limits<std::int32_t>::max();
    }
    auto const point = mantissa.find('.');
    auto const first = mantissa.find_first_of("123456789");
    if (first == mantissa.npos) return true;
    auto const whole = static_cast<std::int64_t>(point == mantissa.npos ? mantissa.size() : point); // digits before the point
    auto const at = static_cast<std::int64_t>(first);
    auto const magnitude = at < whole ? whole - at : whole + 1 - at; // of 0.01 it is -1, of 0.1 it is 0, of 12 it is 2
    return exponent <= -magnitude;
}

/// The T that is nearest to a number by JSON's grammar: 0 for what is too small to be held, nothing for what is too large.
template <std::floating_point T> std::optional<T> parse_floating(std::string_view text) noexcept {
    if (!is_number(text)) return std::nullopt;
    T value{};
    auto const failed = std::from_chars(text.data(), text.data() + text.size(), value).ec;
    if (failed == std::errc{}) return value;
    return is_below_one(text) ? std::optional(text.starts_with('-') ? -T{} : T{}) : std::nullopt;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_NUMBER_READ_HPP
