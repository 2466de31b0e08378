// timestamp: a point in time, to the nanosecond.

#ifndef CPPSMITH_TIMESTAMP_HPP
#define CPPSMITH_TIMESTAMP_HPP

#include <compare>
#include <cstdint>

namespace cppsmith::inline v0 {

/// A point in time: seconds since 1970-01-01T00:00:00Z without leap seconds, which may be negative, and the nanoseconds
/// from there on, 0 to 999,999,999. Conversions to and from `<chrono>` are in `<cppsmith/chrono.hpp>`.
struct timestamp {
    std::int64_t seconds = 0;
    std::int32_t nanoseconds = 0;
    friend constexpr auto operator<=>(timestamp const&, timestamp const&) = default;
};

/// How a timestamp is written (Smithy's `timestampFormat`).
enum class timestamp_format : std::uint8_t {
    epoch_seconds, ///< a JSON number: 1515531081.123
    date_time,     ///< RFC 3339 in UTC, to the microsecond: 2018-01-09T20:51:21.123Z
    http_date,     ///< IMF-fixdate of RFC 9110, without the fraction of the second: Tue, 09 Jan 2018 20:51:21 GMT
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_TIMESTAMP_HPP
