// Numbers read from text, by the grammar of JSON and without a locale.

#ifndef CPPSMITH_DETAIL_NUMBER_READ_HPP
#define CPPSMITH_DETAIL_NUMBER_READ_HPP

#include <cppsmith/detail/decimal_parts.hpp>
#include <cppsmith/detail/floating.hpp>
#include <cppsmith/detail/number_scan.hpp>

#include <charconv>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <system_error>

namespace cppsmith::inline v0::detail {

/// Powers of ten, as many as a plain number has decimals: a double holds them exactly, and a float up to 10^10.
inline constexpr double powers_of_ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                           1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};
template <std::floating_point T> inline constexpr int last_exact_power = sizeof(T) == sizeof(float) ? 10 : 18;

/// The T that is nearest to the number that is all of `text`: 0 for what is too small to be held, nothing for what is too large.
template <std::floating_point T>
requires(sizeof(T) <= sizeof(double))
std::optional<T> parse_floating(std::string_view text, scanned_number const& number) noexcept {
    CPPSMITH_EXACT_ARITHMETIC
    constexpr auto most = std::uint64_t{1} << std::numeric_limits<T>::digits;
    if (divides_exactly && number.is_plain && number.digits <= most && number.decimals <= last_exact_power<T>) {
        // Both are exact, and one division rounds once (Clinger, "How to Read Floating Point Numbers Accurately").
        auto const size = static_cast<T>(number.digits) / static_cast<T>(powers_of_ten[number.decimals]);
        return number.is_negative ? -size : size;
    }
    T value{};
    auto const failed = std::from_chars(text.data(), text.data() + text.size(), value).ec;
    if (failed == std::errc{}) return value;
    return decimal_parts(text).is_below_one() ? std::optional(number.is_negative ? -T{} : T{}) : std::nullopt;
}

/// The same for a text that may be no number by JSON's grammar, which gives nothing either.
template <std::floating_point T> std::optional<T> parse_floating(std::string_view text) noexcept {
    scanned_number number;
    return scan_whole(text, number) ? parse_floating<T>(text, number) : std::nullopt;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_NUMBER_READ_HPP
