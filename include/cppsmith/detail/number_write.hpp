// Numbers as text, without a locale, at compile time and at run time. (A document gets them faster from json/put_number.hpp, with <charconv>, which
// a generated header does without.)

#ifndef CPPSMITH_DETAIL_NUMBER_WRITE_HPP
#define CPPSMITH_DETAIL_NUMBER_WRITE_HPP

#include <cppsmith/detail/shortest_decimal.hpp>

#include <concepts>
#include <cstddef>
#include <limits>
#include <type_traits>

namespace cppsmith::inline v0::detail {

/// Appends a whole number.
template <class Output, std::integral T> constexpr void append_number(Output& out, T value) {
    char digits[24]{};
    std::size_t n = sizeof digits;
    bool const negative = value < 0;
    do digits[--n] = static_cast<char>('0' + (negative ? -(value % 10) : value % 10));
    while ((value /= 10) != 0);
    if (negative) digits[--n] = '-';
    out.append({digits + n, sizeof digits - n});
}

/// Appends the fewest characters that read back as the same number, or one of the names of what is none.
template <class Output, std::floating_point T> constexpr void append_number(Output& out, T value) {
    bool const low = value <= std::numeric_limits<T>::max(), high = value >= std::numeric_limits<T>::lowest(); // NaN is neither
    if (!low || !high) out.append(high ? "Infinity" : low ? "-Infinity" : "NaN");
    else append_shortest(out, value);
}

/// Whether it has to stand in quotes in JSON.
template <std::floating_point T> constexpr bool is_named_number(T value) noexcept {
    return !(value >= std::numeric_limits<T>::lowest() && value <= std::numeric_limits<T>::max());
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_NUMBER_WRITE_HPP
