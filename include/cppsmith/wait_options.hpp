// What a wait can be told.

#ifndef CPPSMITH_WAIT_OPTIONS_HPP
#define CPPSMITH_WAIT_OPTIONS_HPP

#include <chrono>
#include <optional>

namespace cppsmith::inline v0 {

/// How a wait differs from what the model says of it.
struct wait_options {
    std::optional<std::chrono::milliseconds> min_delay{}; ///< between two calls, at least
    std::optional<std::chrono::milliseconds> max_delay{}; ///< between two calls, at most
    /// How many calls are made at most. Without it the model's number, unless `max_wait` is given.
    std::optional<int> max_attempts{};
    /// How long the wait takes at most; no delay begins that would pass it. Without it nothing but the number of calls ends a wait;
    /// where the model gives no number either, ten minutes do.
    std::optional<std::chrono::milliseconds> max_wait{};
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_WAIT_OPTIONS_HPP
