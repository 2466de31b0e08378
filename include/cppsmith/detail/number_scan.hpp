// A number by JSON's grammar, taken apart in one walk over its characters.

#ifndef CPPSMITH_DETAIL_NUMBER_SCAN_HPP
#define CPPSMITH_DETAIL_NUMBER_SCAN_HPP

#include <cppsmith/detail/ascii.hpp>

#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0::detail {

/// What a walk over a number has found. Where the number is plain, it is `digits` / 10^`decimals`, and nothing is left to look for.
struct scanned_number {
    std::uint64_t digits = 0; ///< all digits as one whole number
    int decimals = 0;         ///< of those, how many stand behind the point
    bool is_negative = false;
    bool is_plain = false; ///< it has no exponent, and no more digits than fit

    /// The number as an integer, if it is a plain one without a point whose digits fit; if not, it may be an integer all the same (1.0, the
    /// lowest one of a type), and is for `decimal_parts` to say.
    template <class Integer> constexpr bool to_integer(Integer& value) const noexcept {
        using limits = std::numeric_limits<Integer>;
        bool const fits = digits <= static_cast<std::uint64_t>(limits::max()) && (limits::is_signed || !is_negative);
        if (!is_plain || decimals != 0 || !fits) return false;
        value = static_cast<Integer>(is_negative ? 0 - digits : digits);
        return true;
    }
};

/// Reads eight digits, side by side; false where there is anything else among them.
inline bool read_eight_digits(char const* at, std::uint32_t& number) noexcept {
    if constexpr (std::endian::native != std::endian::little) return false;
    std::uint64_t v = 0;
    std::memcpy(&v, at, sizeof v);
    v ^= 0x3030'3030'3030'3030;
    if (((v | (v + 0x0606'0606'0606'0606)) & 0xf0f0'f0f0'f0f0'f0f0) != 0) return false; // a byte above 9
    constexpr std::uint64_t every_fourth = 0x0000'00ff'0000'00ff;
    constexpr auto first_and_third = 100 + (std::uint64_t{1'000'000} << 32),
                   second_and_fourth = 1 + (std::uint64_t{10'000} << 32);
    v = v * 10 + (v >> 8); // pairs, in every other byte
    v = ((v & every_fourth) * first_and_third + (v >> 16 & every_fourth) * second_and_fourth) >> 32;
    number = static_cast<std::uint32_t>(v);
    return true;
}

/// The end of the number that begins at `at` (RFC 8259, 6); null where none does.
constexpr char const* scan_number(char const* at, char const* end, scanned_number& number) noexcept {
    auto const skip = [&](char c) { return at != end && *at == c && (++at, true); };
    auto const take_digits = [&](std::uint64_t& value) { // how many; the value has no sense if they are more than fit
        auto const* const begin = at;
        if (!std::is_constant_evaluated())
            for (std::uint32_t eight = 0; end - at >= 8 && read_eight_digits(at, eight); at += 8)
                value = value * 100'000'000 + eight;
        for (; at != end && is_digit(*at); ++at) value = value * 10 + static_cast<unsigned char>(*at - '0');
        return at - begin;
    };
    number.is_negative = skip('-');
    number.digits = 0;
    bool const begins_with_zero = at != end && *at == '0';
    auto const whole = take_digits(number.digits);
    if (whole == 0 || (begins_with_zero && whole != 1)) return nullptr;
    auto const decimals = skip('.') ? take_digits(number.digits) : -1;
    if (decimals == 0) return nullptr;
    bool const has_exponent = skip('e') || skip('E');
    if (has_exponent) {
        std::uint64_t exponent = 0;
        if (!skip('+')) skip('-');
        if (take_digits(exponent) == 0) return nullptr;
    }
    constexpr auto most = std::numeric_limits<std::uint64_t>::digits10;
    number.is_plain = !has_exponent && whole <= most && decimals <= most - whole;
    number.decimals = decimals > 0 && number.is_plain ? static_cast<int>(decimals) : 0;
    return at;
}

/// Whether all of a text is a number.
constexpr bool scan_whole(std::string_view text, scanned_number& number) noexcept {
    auto const* const end = text.data() + text.size();
    return !text.empty() && scan_number(text.data(), end, number) == end;
}

/// The same, for who wants to know no more.
constexpr bool is_number(std::string_view text) noexcept {
    scanned_number number;
    return scan_whole(text, number);
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_NUMBER_SCAN_HPP
