// Timestamps read from text: epoch seconds, RFC 3339 and the dates of HTTP, without a locale or a time zone.

#ifndef CPPSMITH_DETAIL_TIMESTAMP_READ_HPP
#define CPPSMITH_DETAIL_TIMESTAMP_READ_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/detail/number_read.hpp>
#include <cppsmith/detail/number_scan.hpp>
#include <cppsmith/detail/timestamp_write.hpp>
#include <cppsmith/timestamp.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// Reads a text from its front; each step says whether it succeeded.
struct text_cursor {
    std::string_view rest;

    constexpr bool skip(char c) noexcept {
        if (!rest.starts_with(c)) return false;
        rest.remove_prefix(1);
        return true;
    }
    constexpr bool skip_any_case(char c) noexcept {
        if (rest.empty() || to_lower(rest[0]) != to_lower(c)) return false;
        rest.remove_prefix(1);
        return true;
    }
    constexpr bool digits(std::int64_t& value, std::size_t least, std::size_t most) noexcept {
        std::size_t n = 0;
        value = 0;
        for (; n < most && n < rest.size() && is_digit(rest[n]); ++n) value = value * 10 + (rest[n] - '0');
        rest.remove_prefix(n);
        return n >= least;
    }
    /// A fraction after a point, cut off after nine digits; none is fine.
    constexpr bool fraction(std::int32_t& nanoseconds) noexcept {
        nanoseconds = 0;
        if (!skip('.')) return true;
        std::size_t n = 0;
        for (; n < rest.size() && is_digit(rest[n]); ++n)
            if (n < 9) nanoseconds = nanoseconds * 10 + (rest[n] - '0');
        rest.remove_prefix(n);
        for (auto i = n; i < 9; ++i) nanoseconds *= 10;
        return n > 0;
    }
    constexpr bool month(std::int64_t& value) noexcept {
        for (value = 1; value <= 12; ++value)
            if (equal_ignoring_case(rest.substr(0, 3), month_names.substr(static_cast<std::size_t>(value - 1) * 3, 3))) {
                rest.remove_prefix(3);
                return true;
            }
        return false;
    }
};

constexpr bool is_date(civil const& c) noexcept {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (c.month < 1 || c.month > 12) return false;
    bool const leap = c.month == 2 && c.year % 4 == 0 && (c.year % 100 != 0 || c.year % 400 == 0);
    return c.day >= 1 && c.day <= lengths[c.month - 1] + leap && c.hour < 24 && c.minute < 60 && c.second <= 60;
}

constexpr timestamp from_civil(civil const& c, std::int32_t nanoseconds) noexcept {
    return {days_from_civil(c.year, c.month, c.day) * seconds_a_day + c.hour * 3'600 + c.minute * 60 + c.second, nanoseconds};
}

/// RFC 3339, with 'Z' or an offset; a blank for the 'T' is let through.
constexpr std::optional<timestamp> parse_date_time(std::string_view text) noexcept {
    text_cursor in{text};
    civil c;
    std::int32_t nanoseconds = 0;
    bool const date =
        in.digits(c.year, 4, 4) && in.skip('-') && in.digits(c.month, 2, 2) && in.skip('-') && in.digits(c.day, 2, 2);
    if (!date || !(in.skip_any_case('T') || in.skip(' '))) return std::nullopt;
    bool const clock =
        in.digits(c.hour, 2, 2) && in.skip(':') && in.digits(c.minute, 2, 2) && in.skip(':') && in.digits(c.second, 2, 2);
    if (!clock || !in.fraction(nanoseconds) || !is_date(c)) return std::nullopt;
    auto t = from_civil(c, nanoseconds);
    if (!in.skip_any_case('Z')) {
        bool const west = in.skip('-');
        std::int64_t hours = 0, minutes = 0;
        if (!west && !in.skip('+')) return std::nullopt;
        if (!in.digits(hours, 2, 2) || !in.skip(':') || !in.digits(minutes, 2, 2) || hours > 23 || minutes > 59)
            return std::nullopt;
        t.seconds += (hours * 3'600 + minutes * 60) * (west ? 1 : -1);
    }
    return in.rest.empty() ? std::optional(t) : std::nullopt;
}

/// IMF-fixdate, also with one digit for the day and a fraction of a second: `Tue, 29 Apr 2014 18:30:38 GMT`.
constexpr std::optional<timestamp> parse_http_date(std::string_view text) noexcept {
    text_cursor in{text};
    if (auto const comma = text.find(','); comma != text.npos) in.rest.remove_prefix(comma + 1);
    while (in.skip(' ')) {}
    civil c;
    std::int32_t nanoseconds = 0;
    bool const date =
        in.digits(c.day, 1, 2) && in.skip(' ') && in.month(c.month) && in.skip(' ') && in.digits(c.year, 4, 4) && in.skip(' ');
    bool const clock =
        date && in.digits(c.hour, 2, 2) && in.skip(':') && in.digits(c.minute, 2, 2) && in.skip(':') && in.digits(c.second, 2, 2);
    if (!clock || !in.fraction(nanoseconds) || !is_date(c)) return std::nullopt;
    if (in.rest != " GMT" && in.rest != " UTC" && in.rest != " +0000") return std::nullopt;
    return from_civil(c, nanoseconds);
}

/// The moment as far before the epoch as `t` is behind it.
constexpr timestamp negated(timestamp t) noexcept {
    if (t.nanoseconds == 0) return {-t.seconds, 0};
    return {-t.seconds - 1, 1'000'000'000 - t.nanoseconds};
}

/// Epoch seconds without an exponent, up to eighteen digits and any fraction: zeros may stand in front, what is beyond the nanosecond is cut off.
constexpr std::optional<timestamp> parse_decimal_seconds(std::string_view text) noexcept {
    text_cursor in{text};
    bool const is_negative = in.skip('-');
    timestamp t;
    if (!in.digits(t.seconds, 1, 18) || !in.fraction(t.nanoseconds) || !in.rest.empty()) return std::nullopt;
    return is_negative ? negated(t) : t;
}

/// Epoch seconds: the number that is all of `text`, exact to the nanosecond unless it has an exponent.
inline std::optional<timestamp> parse_epoch_seconds(std::string_view text, scanned_number const& number) noexcept {
    if (number.is_plain && number.decimals <= 9 && number.digits <= 999'999'999'999'999'999) {
        constexpr std::uint32_t powers[] = {1,       10,        100,        1'000,       10'000,
                                            100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};
        auto const unit = powers[number.decimals];
        timestamp const t{static_cast<std::int64_t>(number.digits / unit),
                          static_cast<std::int32_t>(number.digits % unit * powers[9 - number.decimals])};
        return number.is_negative ? negated(t) : t;
    }
    if (auto const t = parse_decimal_seconds(text)) return t;
    auto const value = parse_floating<double>(text, number);
    if (!value || !(*value > -9e18 && *value < 9e18)) return std::nullopt;
    auto whole = static_cast<double>(static_cast<std::int64_t>(*value));
    if (whole > *value) whole -= 1;                                             // rounded down
    auto const nanoseconds = static_cast<std::int32_t>((*value - whole) * 1e9); // of -1e-20 all of a second
    if (nanoseconds == 1'000'000'000) return timestamp{static_cast<std::int64_t>(whole) + 1, 0};
    return timestamp{static_cast<std::int64_t>(whole), nanoseconds};
}

/// The same for a text that need not be a number by JSON's grammar.
inline std::optional<timestamp> parse_epoch_seconds(std::string_view text) noexcept {
    scanned_number number;
    return scan_whole(text, number) ? parse_epoch_seconds(text, number) : parse_decimal_seconds(text);
}

/// A timestamp in any of the formats: clients read what they are sent.
inline std::optional<timestamp> parse_timestamp(std::string_view text) noexcept {
    if (auto const t = parse_epoch_seconds(text)) return t;
    if (auto const t = parse_date_time(text)) return t;
    return parse_http_date(text);
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_TIMESTAMP_READ_HPP
