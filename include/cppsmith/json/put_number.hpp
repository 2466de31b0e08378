// Puts numbers into a document: whole ones and those with few decimals eight digits at a time, the others by <charconv>.

#ifndef CPPSMITH_JSON_PUT_NUMBER_HPP
#define CPPSMITH_JSON_PUT_NUMBER_HPP

#include <cppsmith/detail/floating.hpp>

#include <bit>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace cppsmith::inline v0::json::detail {

/// The most characters that a whole number takes, and any number.
inline constexpr std::size_t integer_room = 20, number_room = 24;

/// Writes a whole number; returns the place behind it. All of `integer_room` may be written to.
template <std::integral T> char* put_integer(char* at, T value) noexcept;

/// Writes a finite number in the characters of `std::to_chars`, the fewest that read back as the same; returns the place behind it. All of
/// `number_room` may be written to.
template <std::floating_point T> char* put_floating(char* at, T value) noexcept;

/// The decimal digits of a number below 10^8, zeros in front, as bytes of which the lowest is the first. Four, two and one digits are split
/// side by side: 10,486 / 2^20 is 1 / 100 as far as 10^4, and 103 / 2^10 is 1 / 10 as far as 100.
constexpr std::uint64_t eight_digits_of(std::uint64_t value) noexcept {
    std::uint64_t v = value / 10'000 | value % 10'000 << 32;
    auto const hundreds = (v * 10'486 >> 20) & 0x0000'007f'0000'007f;
    v = hundreds | (v - 100 * hundreds) << 16;
    auto const tens = (v * 103 >> 10) & 0x000f'000f'000f'000f;
    return tens | (v - 10 * tens) << 8;
}
inline constexpr std::uint64_t zero_characters = 0x3030'3030'3030'3030;

inline char* put_eight(char* at, std::uint64_t value) noexcept {
    auto const characters = eight_digits_of(value) + zero_characters;
    std::memcpy(at, &characters, sizeof characters);
    return at + 8;
}

/// The same without the zeros in front; eight bytes are written to.
inline char* put_up_to_eight(char* at, std::uint64_t value) noexcept {
    auto const digits = eight_digits_of(value);
    auto const zeros = std::countr_zero(digits | std::uint64_t{1} << 56) / 8; // of 0, one is left
    auto const characters = (digits + zero_characters) >> 8 * zeros;
    std::memcpy(at, &characters, sizeof characters);
    return at + 8 - zeros;
}

/// Three digits or more.
inline char* put_many_digits(char* at, std::uint64_t value) noexcept {
    constexpr std::uint64_t unit = 100'000'000;
    if (value < unit) return put_up_to_eight(at, value);
    if (value < unit * unit) return put_eight(put_up_to_eight(at, value / unit), value % unit);
    auto const low = value % (unit * unit);
    return put_eight(put_eight(put_up_to_eight(at, value / (unit * unit)), low / unit), low % unit);
}

/// Versions and counts, as most numbers are, by branches: what follows does not wait for how many digits there are.
inline char* put_unsigned(char* at, std::uint64_t value) noexcept {
    if (value < 10) return *at = static_cast<char>('0' + value), at + 1;
    if (value >= 100) [[unlikely]]
        return put_many_digits(at, value);
    auto const tens = value * 103 >> 10;
    auto const characters = static_cast<std::uint16_t>(zero_characters + tens + ((value - 10 * tens) << 8));
    std::memcpy(at, &characters, sizeof characters);
    return at + 2;
}

template <std::integral T> char* put_integer(char* at, T value) noexcept {
    if constexpr (std::endian::native != std::endian::little) return std::to_chars(at, at + integer_room, value).ptr;
    auto size = static_cast<std::uint64_t>(value);
    if (value < 0) {
        *at++ = '-';
        size = 0 - size;
    }
    return put_unsigned(at, size);
}

/// A number with up to six decimals; null where it has more, or others may be better off with an exponent.
///
/// Of two decimals with up to fifteen digits no two are read as the same double: what reads back as `value` is the shortest that does.
inline char* put_few_decimals(char* at, double value) noexcept {
    CPPSMITH_EXACT_ARITHMETIC
    constexpr std::uint64_t million = 1'000'000;
    auto const size = value < 0 ? -value : value;
    if (!(size >= 1e-3 && size < 1e9)) return nullptr;
    auto const nearly = size * 1e6 + 0.5;
    auto const millionths = static_cast<std::uint64_t>(nearly);
    if (static_cast<double>(millionths) / 1e6 != size) return nullptr;
    auto const whole = millionths / million, decimals = millionths % million;
    if (decimals == 0 && whole >= 100'000) return nullptr;
    *at = '-';
    at = put_unsigned(at + (value < 0), whole);
    if (decimals == 0) return at;
    *at++ = '.';
    auto const digits = eight_digits_of(decimals); // the first two are zeros
    auto const characters = (digits + zero_characters) >> 16;
    std::memcpy(at, &characters, sizeof characters);
    return at + 6 - std::countl_zero(digits) / 8;
}

template <std::floating_point T> char* put_floating(char* at, T value) noexcept {
    if constexpr (std::same_as<T, double> && cppsmith::detail::divides_exactly && std::endian::native == std::endian::little)
        if (auto* const end = put_few_decimals(at, value)) return end;
    return std::to_chars(at, at + number_room, value).ptr;
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_PUT_NUMBER_HPP
