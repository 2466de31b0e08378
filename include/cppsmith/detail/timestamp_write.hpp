// Timestamps as text: epoch seconds, RFC 3339 and the dates of HTTP, written without a locale or a time zone.

#ifndef CPPSMITH_DETAIL_TIMESTAMP_WRITE_HPP
#define CPPSMITH_DETAIL_TIMESTAMP_WRITE_HPP

#include <cppsmith/detail/number_write.hpp>
#include <cppsmith/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cppsmith::inline v0::detail {

inline constexpr std::int64_t seconds_a_day = 86'400;
inline constexpr std::int64_t first_second = -62'167'219'200; ///< 0000-01-01T00:00:00Z
inline constexpr std::int64_t last_second = 253'402'300'799;  ///< 9999-12-31T23:59:59Z

struct civil {
    std::int64_t year{}, month{}, day{}, hour{}, minute{}, second{};
};

/// Days since 1970-01-01 of a date in the proleptic Gregorian calendar, counted in eras of 400 years that begin on a first of March.
constexpr std::int64_t days_from_civil(std::int64_t year, std::int64_t month, std::int64_t day) noexcept {
    auto const y = year - (month <= 2);
    auto const era = (y >= 0 ? y : y - 399) / 400;
    auto const year_of_era = y - era * 400;
    auto const day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

constexpr civil civil_from_seconds(std::int64_t seconds) noexcept {
    auto days = seconds / seconds_a_day;
    auto rest = seconds % seconds_a_day;
    if (rest < 0) rest += seconds_a_day, --days;
    days += 719'468;
    auto const era = (days >= 0 ? days : days - 146'096) / 146'097;
    auto const day_of_era = days - era * 146'097;
    auto const year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    auto const day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    auto const month = (5 * day_of_year + 2) / 153;
    civil c{year_of_era + era * 400, month < 10 ? month + 3 : month - 9, day_of_year - (153 * month + 2) / 5 + 1};
    c.year += c.month <= 2;
    c.hour = rest / 3'600, c.minute = rest / 60 % 60, c.second = rest % 60;
    return c;
}

/// Appends a number that is not negative, with zeros before its digits where they are fewer than `width`.
template <class Output> constexpr void append_padded(Output& out, std::int64_t value, int width) {
    std::int64_t limit = 1;
    for (int i = 1; i < width; ++i) limit *= 10;
    for (; limit > 1 && value < limit; limit /= 10) out.push_back('0');
    append_number(out, value);
}

template <class Output> constexpr void append_fraction(Output& out, std::int32_t nanoseconds) {
    if (nanoseconds == 0) return;
    out.push_back('.');
    int digits = 9;
    for (; nanoseconds % 1'000 == 0; nanoseconds /= 1'000) digits -= 3; // most are whole milliseconds
    for (; nanoseconds % 10 == 0; nanoseconds /= 10) --digits;
    append_padded(out, nanoseconds, digits);
}

inline constexpr std::string_view day_names = "ThuFriSatSunMonTueWed"; // the epoch was a Thursday
inline constexpr std::string_view month_names = "JanFebMarAprMayJunJulAugSepOctNovDec";

/// Appends the timestamp; false where the format cannot hold it (a year outside 0 to 9999), or it is not one. A date-time is cut off at `finest`
/// nanoseconds: at a microsecond, as the AWS clients do.
template <class Output>
constexpr bool append_timestamp(Output& out, timestamp t, timestamp_format format, std::int32_t finest = 1'000) {
    if (t.nanoseconds < 0 || t.nanoseconds > 999'999'999) return false;
    if (format == timestamp_format::epoch_seconds) {
        bool const borrow = t.seconds < 0 && t.nanoseconds != 0; // -1.5 is second -2 and 500,000,000 nanoseconds
        if (borrow && t.seconds == -1) out.push_back('-');
        append_number(out, t.seconds + borrow);
        append_fraction(out, borrow ? 1'000'000'000 - t.nanoseconds : t.nanoseconds);
        return true;
    }
    if (t.seconds < first_second || t.seconds > last_second) return false;
    auto const c = civil_from_seconds(t.seconds);
    auto const clock = [&] {
        append_padded(out, c.hour, 2), out.push_back(':');
        append_padded(out, c.minute, 2), out.push_back(':');
        append_padded(out, c.second, 2);
    };
    if (format == timestamp_format::date_time) {
        append_padded(out, c.year, 4), out.push_back('-');
        append_padded(out, c.month, 2), out.push_back('-');
        append_padded(out, c.day, 2), out.push_back('T');
        clock();
        append_fraction(out, t.nanoseconds - t.nanoseconds % finest);
        out.push_back('Z');
    } else {
        auto const days = days_from_civil(c.year, c.month, c.day);
        out.append(day_names.substr(static_cast<std::size_t>((days % 7 + 7) % 7) * 3, 3)).append(", ");
        append_padded(out, c.day, 2), out.push_back(' ');
        out.append(month_names.substr(static_cast<std::size_t>(c.month - 1) * 3, 3)).push_back(' ');
        append_padded(out, c.year, 4), out.push_back(' ');
        clock();
        out.append(" GMT"); // IMF-fixdate has no fraction of a second
    }
    return true;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_TIMESTAMP_WRITE_HPP
