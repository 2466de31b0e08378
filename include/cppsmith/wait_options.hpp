// What a wait can be told.

#ifndef CPPSMITH_WAIT_OPTIONS_HPP
#define CPPSMITH_WAIT_OPTIONS_HPP

#include <chrono>

namespace cppsmith::inline v0 {

/// How a wait differs from what the model says of it; 0 leaves it as the model has it.
struct wait_options {
    std::chrono::milliseconds min_delay{0}; ///< between two calls, at least
    std::chrono::milliseconds max_delay{0}; ///< between two calls, at most
    int max_attempts = 0; ///< how many calls are made at most; 0: the model's number, unless `max_wait` is given
    /// How long the wait takes at most; no delay begins that would pass it. With 0, nothing but the number of calls ends a wait; where the
    /// model gives no number either, ten minutes do.
    std::chrono::milliseconds max_wait{0};
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_WAIT_OPTIONS_HPP
