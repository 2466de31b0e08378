// Floating-point numbers as text in constant expressions, where std::to_chars does not work: the same characters, slowly.

#ifndef CPPSMITH_DETAIL_SHORTEST_DECIMAL_HPP
#define CPPSMITH_DETAIL_SHORTEST_DECIMAL_HPP

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace cppsmith::inline v0::detail {

/// A natural number as large as the arithmetic of doubles asks for: 2^1074 times a few powers of ten.
class natural {
  public:
    constexpr explicit natural(std::uint64_t value) noexcept {
        for (; value != 0; value >>= 32) words_[size_++] = static_cast<std::uint32_t>(value);
    }
    constexpr void multiply(std::uint32_t factor) noexcept {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < size_; ++i, carry >>= 32) {
            carry += std::uint64_t{words_[i]} * factor;
            words_[i] = static_cast<std::uint32_t>(carry);
        }
        if (carry != 0) words_[size_++] = static_cast<std::uint32_t>(carry);
    }
    constexpr void shift(int bits) noexcept {
        for (; bits >= 31; bits -= 31) multiply(1u << 31);
        multiply(1u << bits);
    }
    constexpr void subtract(natural const& other) noexcept { // which is not greater
        std::int64_t borrow = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            borrow += std::int64_t{words_[i]} - (i < other.size_ ? other.words_[i] : 0);
            words_[i] = static_cast<std::uint32_t>(borrow);
            borrow >>= 32;
        }
        while (size_ > 0 && words_[size_ - 1] == 0) --size_;
    }
    constexpr void add(natural const& other) noexcept {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < size_ || i < other.size_ || carry != 0; ++i, carry >>= 32) {
            if (i == size_) words_[size_++] = 0;
            carry += std::uint64_t{words_[i]} + (i < other.size_ ? other.words_[i] : 0);
            words_[i] = static_cast<std::uint32_t>(carry);
        }
    }
    /// Takes `divisor` off as often as it goes, which is below ten times; how often.
    constexpr int divide(natural const& divisor) noexcept {
        int times = 0;
        for (; compare(*this, divisor) >= 0; ++times) subtract(divisor);
        return times;
    }
    static constexpr int compare(natural const& a, natural const& b) noexcept {
        if (a.size_ != b.size_) return a.size_ < b.size_ ? -1 : 1;
        for (std::size_t i = a.size_; i-- > 0;)
            if (a.words_[i] != b.words_[i]) return a.words_[i] < b.words_[i] ? -1 : 1;
        return 0;
    }
    /// a + b against c
    static constexpr int compare_sum(natural a, natural const& b, natural const& c) noexcept {
        a.add(b);
        return compare(a, c);
    }

  private:
    std::uint32_t words_[72]{};
    std::size_t size_ = 0;
};

/// The digits of a positive number: 0.d1d2d3... times ten to `point`.
struct decimal {
    std::array<char, 24> digits{};
    int count = 0;
    int point = 0;
};

/// The fewest digits that read back as `value`, and of those the nearest (Steele and White, "How to print floating-point numbers
/// accurately"; Burger and Dybvig's free-format variant). `value` is positive and finite.
template <std::floating_point T> constexpr decimal shortest_decimal(T value) noexcept {
    using bits_type = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    constexpr int mantissa_bits = std::numeric_limits<T>::digits - 1;
    auto const bits = std::bit_cast<bits_type>(value);
    auto const biased = static_cast<int>(bits >> mantissa_bits);
    auto const fraction = bits & ((bits_type{1} << mantissa_bits) - 1);
    std::uint64_t const mantissa = biased == 0 ? fraction : fraction | bits_type{1} << mantissa_bits;
    int const exponent = (biased == 0 ? 1 : biased) + std::numeric_limits<T>::min_exponent - 2 - mantissa_bits;
    bool const even = mantissa % 2 == 0;
    bool const wide_below = fraction == 0 && biased > 1; // the next smaller number is at half the distance

    natural r(mantissa), s(1), above(1), below(1); // value = r / s; half of the gaps to its neighbours: above / s, below / s
    r.shift(1 + wide_below + (exponent > 0 ? exponent : 0));
    s.shift(1 + wide_below + (exponent < 0 ? -exponent : 0));
    above.shift(wide_below + (exponent > 0 ? exponent : 0));
    below.shift(exponent > 0 ? exponent : 0);

    decimal d;
    auto const scale = [](natural& n, int power) {
        for (; power >= 9; power -= 9) n.multiply(1'000'000'000);
        for (; power > 0; --power) n.multiply(10);
    };
    int const bits_before = exponent + static_cast<int>(std::bit_width(mantissa)) - 1; // value is 2^bits_before at least
    d.point = (bits_before * 30'103 - (bits_before < 0 ? 99'999 : 0)) / 100'000;       // of the decimal point, or one too few
    if (d.point > 0) scale(s, d.point);
    else scale(r, -d.point), scale(above, -d.point), scale(below, -d.point);
    for (; natural::compare_sum(r, above, s) >= !even; ++d.point) s.multiply(10); // the upper end reaches the next power of ten
    auto const times_ten = [&] { r.multiply(10), above.multiply(10), below.multiply(10); };
    for (;;) {
        times_ten();
        int const digit = r.divide(s);
        bool const low = natural::compare(r, below) < even;
        bool const high = natural::compare_sum(r, above, s) >= !even;
        if (!low && !high) {
            d.digits[static_cast<std::size_t>(d.count++)] = static_cast<char>('0' + digit);
            continue;
        }
        bool const up = high && (!low || natural::compare_sum(r, r, s) + digit % 2 > 0); // half way: to the even digit
        d.digits[static_cast<std::size_t>(d.count++)] = static_cast<char>('0' + digit + up);
        return d;
    }
}

/// Appends a whole number below 10^23 with all of its digits, of which the last may be beyond the shortest ones.
template <class Output> constexpr void append_whole(Output& out, double value) {
    constexpr std::uint64_t unit = 1'000'000'000'000'000'000; // the number is high * unit + low
    auto const bits = std::bit_cast<std::uint64_t>(value);
    int const shift = static_cast<int>(bits >> 52) - 1075;
    std::uint64_t high = 0, low = (bits & 0xf'ffff'ffff'ffffu) | 0x10'0000'0000'0000u;
    if (shift < 0) low >>= -shift;
    for (int i = 0; i < shift; ++i) {
        high *= 2, low *= 2;
        if (low >= unit) low -= unit, ++high;
    }
    std::array<char, 24> digits{};
    std::size_t n = 0;
    for (; n < 18; low /= 10) digits[n++] = static_cast<char>('0' + low % 10);
    for (; high != 0; high /= 10) digits[n++] = static_cast<char>('0' + high % 10);
    while (digits[n - 1] == '0') --n;
    while (n > 0) out.push_back(digits[--n]);
}

/// Appends `value`, which is finite, in the characters of `std::to_chars(first, last, value)`.
template <class Output, std::floating_point T> constexpr void append_shortest(Output& out, T value) {
    if (std::bit_cast<std::conditional_t<sizeof(T) == 4, std::int32_t, std::int64_t>>(value) < 0) {
        out.push_back('-');
        value = -value;
    }
    if (value == 0) return out.push_back('0');
    auto const d = shortest_decimal(value);
    auto const digit = [&](int i) { return i < d.count ? d.digits[static_cast<std::size_t>(i)] : '0'; };
    int const exponent = d.point - d.count; // of the digits as a whole number
    int const single = d.count == 1;
    if (exponent >= -(d.count + 3) + single && exponent <= 5 - single) {
        if (exponent >= 0) return append_whole(out, static_cast<double>(value));
        if (d.point <= 0) out.push_back('0');
        for (int i = d.point < 0 ? d.point : 0; i < d.count; ++i) {
            if (i == d.point) out.push_back('.');
            out.push_back(i < 0 ? '0' : digit(i));
        }
        return;
    }
    out.push_back(digit(0));
    if (d.count > 1) out.push_back('.');
    for (int i = 1; i < d.count; ++i) out.push_back(digit(i));
    int const power = d.point - 1;
    out.push_back('e');
    out.push_back(power < 0 ? '-' : '+');
    int const size = power < 0 ? -power : power;
    if (size >= 100) out.push_back(static_cast<char>('0' + size / 100));
    out.push_back(static_cast<char>('0' + size / 10 % 10));
    out.push_back(static_cast<char>('0' + size % 10));
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_SHORTEST_DECIMAL_HPP
