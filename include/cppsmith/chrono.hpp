// Timestamps from and to <chrono>, apart since <chrono> costs every file that includes it.

#ifndef CPPSMITH_CHRONO_HPP
#define CPPSMITH_CHRONO_HPP

#include <cppsmith/timestamp.hpp>

#include <chrono>

namespace cppsmith::inline v0 {

/// The time point as a timestamp, exact to the nanosecond.
template <class Duration>
constexpr timestamp to_timestamp(std::chrono::time_point<std::chrono::system_clock, Duration> time) noexcept {
    auto const since = time.time_since_epoch();
    auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(since); // towards 0: rounded down, the earliest would overflow
    auto rest = std::chrono::duration_cast<std::chrono::nanoseconds>(since - seconds);
    if (rest.count() < 0) --seconds, rest += std::chrono::seconds(1);
    return {seconds.count(), static_cast<std::int32_t>(rest.count())};
}

/// The timestamp as a time point of the system clock, rounded down to the clock's step. A time that the clock cannot hold
/// (with nanoseconds in 64 bits: before 1677 or after 2262) gives the nearest that it can.
constexpr std::chrono::system_clock::time_point to_time_point(timestamp t) noexcept {
    using clock = std::chrono::system_clock;
    constexpr auto last = std::chrono::floor<std::chrono::seconds>(clock::time_point::max().time_since_epoch()).count();
    constexpr auto first = std::chrono::ceil<std::chrono::seconds>(clock::time_point::min().time_since_epoch()).count();
    if (t.seconds >= last) return clock::time_point::max();
    if (t.seconds <= first) return clock::time_point::min();
    return clock::time_point(std::chrono::duration_cast<clock::duration>(std::chrono::seconds(t.seconds)) +
                             std::chrono::duration_cast<clock::duration>(std::chrono::nanoseconds(t.nanoseconds)));
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_CHRONO_HPP
