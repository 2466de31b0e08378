// Points in time as Signature Version 4 writes them: 20150830T123600Z.

#ifndef CPPSMITH_SIGV4_TIMESTAMP_HPP
#define CPPSMITH_SIGV4_TIMESTAMP_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/result.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::sigv4 {

/// Whole seconds since 1970-01-01T00:00:00Z, without leap seconds. The clock's own type may end before the year 9999.
using sys_seconds = std::chrono::sys_seconds;

/// The characters of a point in time.
using time_text = std::array<char, 16>;

/// The point in time in UTC, fractions of a second cut off. Its first eight characters are the date of the scope.
/// Refuses (`invalid_time`) what the form cannot say: years before 1970 or beyond 9999.
inline result<time_text> write_time(sys_seconds time) {
    using namespace std::chrono;
    if (time < sys_seconds{} || time > sys_seconds{seconds{253402300799}})
        return error{.stage = stage::sign,
                     .code = "invalid_time",
                     .message = "the time of the signature is not within the years 1970 to 9999"};

    auto const day = floor<days>(time);
    year_month_day const date{day};
    auto const second = static_cast<unsigned>((time - day).count());

    time_text out;
    auto const two = [&](std::size_t at, unsigned n) {
        out[at] = static_cast<char>('0' + n / 10);
        out[at + 1] = static_cast<char>('0' + n % 10);
    };
    auto const year = static_cast<unsigned>(static_cast<int>(date.year()));
    two(0, year / 100), two(2, year % 100);
    two(4, static_cast<unsigned>(date.month())), two(6, static_cast<unsigned>(date.day()));
    two(9, second / 3600), two(11, second / 60 % 60), two(13, second % 60);
    out[8] = 'T', out[15] = 'Z';
    return out;
}

/// The same as a string.
inline result<std::string> format_time(sys_seconds time) {
    auto const text = write_time(time);
    if (!text) return text.error();
    return std::string(text->data(), text->size());
}

/// The reverse of `format_time`; nothing for any other text, a day that the calendar does not have included.
inline std::optional<sys_seconds> parse_time(std::string_view text) {
    using namespace std::chrono;
    constexpr std::string_view form = "########T######Z";
    if (text.size() != form.size()) return std::nullopt;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == '#' ? !detail::is_digit(text[i]) : text[i] != form[i]) return std::nullopt;

    auto const two = [&](std::size_t at) { return static_cast<unsigned>((text[at] - '0') * 10 + (text[at + 1] - '0')); };
    year_month_day const date{year{static_cast<int>(two(0) * 100 + two(2))}, month{two(4)}, day{two(6)}};
    unsigned const h = two(9), m = two(11), s = two(13);
    if (!date.ok() || date.year() < year{1970} || h > 23 || m > 59 || s > 59) return std::nullopt;
    return sys_days{date} + hours{h} + minutes{m} + seconds{s};
}

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_TIMESTAMP_HPP
