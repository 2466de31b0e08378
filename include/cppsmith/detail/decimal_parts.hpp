// A number as its digits and where its point is, whatever way it is written.

#ifndef CPPSMITH_DETAIL_DECIMAL_PARTS_HPP
#define CPPSMITH_DETAIL_DECIMAL_PARTS_HPP

#include <cppsmith/detail/ascii.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// The number is 0.d1d2d3... * 10^magnitude, where d1 and the last digit are not 0; without any digits it is 0.
class decimal_parts {
  public:
    /// Of a number by JSON's grammar.
    constexpr explicit decimal_parts(std::string_view number) noexcept {
        negative_ = number.starts_with('-');
        if (negative_) number.remove_prefix(1);
        auto const e = number.find_first_of("eE");
        digits_ = number.substr(0, e);
        auto const point = digits_.find('.');
        auto const whole = point == digits_.npos ? digits_.size() : point; // digits before the point
        auto const first = digits_.find_first_not_of("0."), last = digits_.find_last_not_of("0.");
        if (first == digits_.npos) {
            digits_ = {};
            return;
        }
        auto const before = static_cast<std::int64_t>(whole) - static_cast<std::int64_t>(first);
        magnitude_ = (first < whole ? before : before + 1) + (e == number.npos ? 0 : exponent(number.substr(e + 1)));
        bool const has_point = first < point && point < last; // of those that are kept
        digits_ = digits_.substr(first, last - first + 1);
        count_ = digits_.size() - has_point;
    }

    /// Whether the number lies between -1 and 1.
    constexpr bool is_below_one() const noexcept { return count_ == 0 || magnitude_ <= 0; }

    /// The exponent is beyond all bounds, and only approximated.
    constexpr bool is_extreme() const noexcept { return magnitude_ > far / 2 || magnitude_ < -far / 2; }

    /// The whole number; nothing where it is none, or does not fit.
    template <class Integer> constexpr std::optional<Integer> whole() const noexcept {
        using limits = std::numeric_limits<Integer>;
        if (count_ == 0) return Integer{0};
        if (negative_ && !limits::is_signed) return std::nullopt;
        if (magnitude_ < static_cast<std::int64_t>(count_) || magnitude_ > limits::digits10 + 1) return std::nullopt;
        Integer value = 0;
        auto left = magnitude_;
        auto const add = [&](char c) { // counted away from zero: the lowest number has no positive one
            auto const digit = static_cast<Integer>(c - '0');
            auto const most = negative_ ? limits::min() : limits::max();
            bool const room = negative_ ? value >= (most + digit) / 10 : value <= (most - digit) / 10;
            if (room) value = static_cast<Integer>(negative_ ? value * 10 - digit : value * 10 + digit), --left;
            return room;
        };
        for (char c : digits_)
            if (c != '.' && !add(c)) return std::nullopt;
        while (left > 0)
            if (!add('0')) return std::nullopt;
        return value;
    }

    friend constexpr std::weak_ordering operator<=>(decimal_parts const& a, decimal_parts const& b) noexcept {
        if (a.sign() != b.sign()) return a.sign() <=> b.sign();
        auto const far_from_zero =
            a.magnitude_ != b.magnitude_ ? a.magnitude_ <=> b.magnitude_ : compare_digits(a.digits_, b.digits_);
        return a.negative_ ? 0 <=> far_from_zero : far_from_zero;
    }

  private:
    static constexpr std::int64_t far = std::int64_t{1} << 60;

    constexpr int sign() const noexcept { return count_ == 0 ? 0 : negative_ ? -1 : 1; }

    static constexpr std::int64_t exponent(std::string_view digits) noexcept {
        bool const negative = digits.starts_with('-');
        if (negative || digits.starts_with('+')) digits.remove_prefix(1);
        std::int64_t value = 0;
        for (char c : digits) value = value > far / 10 ? far : value * 10 + (c - '0');
        return negative ? -value : value;
    }

    static constexpr std::strong_ordering compare_digits(std::string_view a, std::string_view b) noexcept {
        std::size_t i = 0, j = 0;
        for (;; ++i, ++j) {
            if (i < a.size() && a[i] == '.') ++i;
            if (j < b.size() && b[j] == '.') ++j;
            if (i == a.size() || j == b.size()) return a.size() - i <=> b.size() - j;
            if (a[i] != b[j]) return a[i] <=> b[j];
        }
    }

    bool negative_ = false;
    std::string_view digits_{}; ///< perhaps with a point in them
    std::size_t count_ = 0;     ///< without it
    std::int64_t magnitude_ = 0;
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_DECIMAL_PARTS_HPP
