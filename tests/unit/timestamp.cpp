// Timestamps: the three formats in both directions, the calendar, and the extremes.

#include <cppsmith/detail/timestamp_read.hpp>

#include <cppsmith/chrono.hpp>

#include "support/catch.hpp"

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace {

using cppsmith::timestamp;
using cppsmith::timestamp_format;
namespace detail = cppsmith::detail;

/// The timestamp in a format; "refused" where the format cannot hold it.
std::string in(timestamp_format format, timestamp t) {
    std::string out;
    return detail::append_timestamp(out, t, format) ? out : "refused" + out;
}
std::string epoch(timestamp t) { return in(timestamp_format::epoch_seconds, t); }
std::string date(timestamp t) { return in(timestamp_format::date_time, t); }
std::string http(timestamp t) { return in(timestamp_format::http_date, t); }

constexpr auto least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t year_0 = -62'167'219'200, year_9999_end = 253'402'300'799;

static_assert(timestamp{} == timestamp{0, 0} && timestamp{-1, 999'999'999} < timestamp{0, 0});

} // namespace

TEST_CASE("epoch seconds are written as the number they are", "[timestamp]") {
    CHECK(epoch({0, 0}) == "0");
    CHECK(epoch({1'515'531'081, 123'000'000}) == "1515531081.123");
    CHECK(epoch({1, 1}) == "1.000000001");
    CHECK(epoch({-1, 0}) == "-1");
    CHECK(epoch({-1, 500'000'000}) == "-0.5");
    CHECK(epoch({-2, 500'000'000}) == "-1.5");
    CHECK(epoch({-2, 999'999'999}) == "-1.000000001");
    CHECK(epoch({least, 0}) == "-9223372036854775808");
    CHECK(epoch({least, 1}) == "-9223372036854775807.999999999");
    CHECK(epoch({most, 999'999'999}) == "9223372036854775807.999999999");
    CHECK(epoch({0, -1}) == "refused");
    CHECK(epoch({0, 1'000'000'000}) == "refused");
}

TEST_CASE("dates are written for the years 0 to 9999", "[timestamp]") {
    CHECK(date({0, 0}) == "1970-01-01T00:00:00Z");
    CHECK(date({1'515'531'081, 123'000'000}) == "2018-01-09T20:51:21.123Z");
    CHECK(date({-1, 999'999'999}) == "1969-12-31T23:59:59.999999Z");
    CHECK(date({951'782'400, 0}) == "2000-02-29T00:00:00Z");
    CHECK(date({year_0, 0}) == "0000-01-01T00:00:00Z");
    CHECK(date({year_9999_end, 999'999'999}) == "9999-12-31T23:59:59.999999Z");
    CHECK(http({784'111'777, 0}) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(http({1, 500'000'000}) == "Thu, 01 Jan 1970 00:00:01 GMT"); // which has no fraction
    CHECK(http({year_0, 0}) == "Sat, 01 Jan 0000 00:00:00 GMT");
    CHECK(http({year_9999_end, 0}) == "Fri, 31 Dec 9999 23:59:59 GMT");
    for (auto const seconds : {year_0 - 1, year_9999_end + 1, least, most}) {
        CHECK(date({seconds, 0}) == "refused");
        CHECK(http({seconds, 0}) == "refused");
    }
}

TEST_CASE("every day of the calendar is written and read back", "[timestamp]") {
    std::int64_t seconds = year_0;
    int days = 0;
    for (std::int64_t year = 0; year <= 9999; ++year)
        for (std::int64_t month = 1; month <= 12; ++month) {
            bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            std::int64_t const length = month == 2                                              ? (leap ? 29 : 28)
                                        : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                                                : 31;
            for (std::int64_t day = 1; day <= length; ++day, ++days, seconds += 86'400) {
                auto const c = detail::civil_from_seconds(seconds + 86'399);
                bool const same =
                    c.year == year && c.month == month && c.day == day && c.hour == 23 && c.minute == 59 && c.second == 59;
                if (!same || detail::days_from_civil(year, month, day) * 86'400 != seconds)
                    FAIL(year << '-' << month << '-' << day);
                if (day == 1 && (detail::parse_timestamp(date({seconds, 1'000})) != timestamp{seconds, 1'000} ||
                                 detail::parse_timestamp(http({seconds, 0})) != timestamp{seconds, 0}))
                    FAIL(date({seconds, 0}));
            }
        }
    CHECK(days == 3'652'425);
    CHECK(seconds == year_9999_end + 1);
}

TEST_CASE("epoch seconds are read exactly, whatever their sign", "[timestamp]") {
    CHECK(detail::parse_epoch_seconds("1515531081.123") == timestamp{1'515'531'081, 123'000'000});
    CHECK(detail::parse_epoch_seconds("0.1") == timestamp{0, 100'000'000});
    CHECK(detail::parse_epoch_seconds("-0") == timestamp{0, 0});
    CHECK(detail::parse_epoch_seconds("-0.5") == timestamp{-1, 500'000'000});
    CHECK(detail::parse_epoch_seconds("-1.000000001") == timestamp{-2, 999'999'999});
    CHECK(detail::parse_epoch_seconds("1.9999999999") == timestamp{1, 999'999'999}); // cut off
    CHECK(detail::parse_epoch_seconds("0001398796238") == timestamp{1'398'796'238, 0});
    CHECK(detail::parse_epoch_seconds("-01.50") == timestamp{-2, 500'000'000});
    CHECK(detail::parse_epoch_seconds("1.12345678901234567890123") == timestamp{1, 123'456'789});
    CHECK(detail::parse_epoch_seconds("-0.00000000000000000000001") == timestamp{0, 0});
    CHECK(detail::parse_epoch_seconds("1.5e3") == timestamp{1'500, 0});
    CHECK(detail::parse_epoch_seconds("15e-1") == timestamp{1, 500'000'000});
    CHECK(detail::parse_epoch_seconds("-15e-1") == timestamp{-2, 500'000'000});
    CHECK(detail::parse_epoch_seconds("-1e-20") == timestamp{0, 0}); // not a second of 1,000,000,000 nanoseconds
    CHECK(detail::parse_epoch_seconds("1e-400") == timestamp{0, 0});
    CHECK(detail::parse_epoch_seconds("999999999999999999.999999999") == timestamp{999'999'999'999'999'999, 999'999'999});
    for (std::string const text :
         {"",      "-",   ".5",  "1.",  "+1",       " 1",   "1 ",  "1e",  "1e400", "9e18",
          "-9e18", "inf", "nan", "NaN", "Infinity", "0x10", "1,5", "--1", "1-",    "99999999999999999999"}) {
        CAPTURE(text);
        CHECK_FALSE(detail::parse_epoch_seconds(text));
    }
}

TEST_CASE("RFC 3339 is read with any offset and fraction", "[timestamp]") {
    auto const t = timestamp{482'196'050, 520'000'000};
    for (std::string const text : {"1985-04-12T23:20:50.52Z", "1985-04-12t23:20:50.520000000z", "1985-04-12 23:20:50.52Z",
                                   "1985-04-12T23:20:50.52+00:00", "1985-04-12T23:20:50.52-00:00", "1985-04-13T00:50:50.52+01:30",
                                   "1985-04-12T15:20:50.52-08:00", "1985-04-12T23:20:50.5200000009Z"}) {
        CAPTURE(text);
        CHECK(detail::parse_date_time(text) == t);
        CHECK(detail::parse_timestamp(text) == t);
    }
    CHECK(detail::parse_date_time("2016-12-31T23:59:60Z") == timestamp{1'483'228'800, 0}); // a leap second is the next one
    CHECK(detail::parse_date_time("2000-02-29T00:00:00Z").has_value());
    for (std::string const text : {"",
                                   "1985",
                                   "1985-04-12",
                                   "1985-04-12T23:20:50",
                                   "1985-04-12T23:20Z",
                                   "85-04-12T23:20:50Z",
                                   "01985-04-12T23:20:50Z",
                                   "1985-13-12T23:20:50Z",
                                   "1985-00-12T23:20:50Z",
                                   "1985-04-31T23:20:50Z",
                                   "1985-04-00T23:20:50Z",
                                   "1900-02-29T00:00:00Z",
                                   "1999-02-29T00:00:00Z",
                                   "1985-04-12T24:00:00Z",
                                   "1985-04-12T23:60:50Z",
                                   "1985-04-12T23:20:61Z",
                                   "1985-04-12T23:20:50.Z",
                                   "1985-04-12T23:20:50,5Z",
                                   "1985-04-12T23:20:50+0100",
                                   "1985-04-12T23:20:50+24:00",
                                   "1985-04-12T23:20:50+01:60",
                                   "1985-04-12T23:20:50ZZ",
                                   "1985-04-12T23:20:50Z ",
                                   "1985-04-12T23:20:50Z+01:00",
                                   "-985-04-12T23:20:50Z",
                                   "1985-4-12T23:20:50Z",
                                   "1985-04-12T 3:20:50Z",
                                   "1985-04-12TT3:20:50Z"}) {
        CAPTURE(text);
        CHECK_FALSE(detail::parse_date_time(text));
        if (text != "1985") CHECK_FALSE(detail::parse_timestamp(text)); // which are epoch seconds
    }
}

TEST_CASE("the dates of HTTP are read", "[timestamp]") {
    auto const t = timestamp{1'398'796'238, 0};
    for (std::string const text : {"Tue, 29 Apr 2014 18:30:38 GMT", "tue, 29 apr 2014 18:30:38 GMT", "29 Apr 2014 18:30:38 GMT",
                                   "Tue, 29 Apr 2014 18:30:38.000 GMT", "Tue, 29 Apr 2014 18:30:38 +0000"}) {
        CAPTURE(text);
        CHECK(detail::parse_http_date(text) == t);
        CHECK(detail::parse_timestamp(text) == t);
    }
    CHECK(detail::parse_http_date("Sun, 2 Jan 2000 20:34:56.123 GMT") == timestamp{946'845'296, 123'000'000});
    for (std::string const text :
         {"", ",", "Tue, 29 Apr 2014 18:30:38", "Tue, 29 Apr 2014 18:30:38 CET", "Tue, 31 Apr 2014 18:30:38 GMT",
          "Tue, 29 Foo 2014 18:30:38 GMT", "Tue, 29 Apr 14 18:30:38 GMT", "Tue, 29 Apr 2014 24:30:38 GMT",
          "Tue, 29 Apr 2014 18:30:38 GMT ", "Tue, 29-Apr-2014 18:30:38 GMT", "Tue Apr 29 18:30:38 2014"}) {
        CAPTURE(text);
        CHECK_FALSE(detail::parse_http_date(text));
    }
}

TEST_CASE("timestamps are exact in <chrono>, and kept within what a clock can hold", "[timestamp]") {
    using namespace std::chrono;
    using clock = system_clock;
    for (auto const ns : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{1'500'000'000},
                          std::int64_t{-1'500'000'000}, least, least + 1, most}) {
        auto const point = time_point<clock, nanoseconds>(nanoseconds(ns));
        auto const t = cppsmith::to_timestamp(point);
        CAPTURE(ns);
        CHECK(t.nanoseconds >= 0);
        CHECK(t.nanoseconds < 1'000'000'000);
        // In unsigned numbers, since the earliest second alone does not fit.
        CHECK(static_cast<std::uint64_t>(t.seconds) * 1'000'000'000u + static_cast<std::uint64_t>(t.nanoseconds) ==
              static_cast<std::uint64_t>(ns));
    }
    CHECK(cppsmith::to_timestamp(time_point<clock, hours>(hours(-1))) == timestamp{-3'600, 0});
    CHECK(cppsmith::to_timestamp(time_point<clock, milliseconds>(milliseconds(-1))) == timestamp{-1, 999'000'000});
    CHECK(cppsmith::to_timestamp(time_point<clock, duration<double>>(duration<double>(-0.5))) == timestamp{-1, 500'000'000});
    CHECK(cppsmith::to_time_point({-2, 500'000'000}).time_since_epoch() == milliseconds(-1'500));
    CHECK(cppsmith::to_time_point({1'515'531'081, 123'456'789}).time_since_epoch() ==
          duration_cast<clock::duration>(nanoseconds(1'515'531'081'123'456'789)));
    for (auto const seconds : {most, year_9999_end})
        CHECK(cppsmith::to_time_point({seconds, 999'999'999}) == clock::time_point::max());
    for (auto const seconds : {least, year_0}) CHECK(cppsmith::to_time_point({seconds, 0}) == clock::time_point::min());
}
