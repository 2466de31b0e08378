// wait_delay: how long a waiter pauses between two calls. No I/O.

#ifndef CPPSMITH_WAITERS_DELAY_HPP
#define CPPSMITH_WAITERS_DELAY_HPP

#include <algorithm>
#include <chrono>
#include <optional>

namespace cppsmith::inline v0 {

/// The bounds of a waiter's delays.
struct wait_delays {
    std::chrono::milliseconds min{2000}, max{120'000};
};

/// The delay after the call number `attempt` (from 1 on): exponential backoff with jitter, from `min` to `min` doubled `attempt - 1` times,
/// or `max` where that is less; `random`, from [0, 1), chooses. Where the `remaining` time would not do for a call after the one that
/// follows, the delay takes up what is left but for `min`; nothing where no call fits in any more. (Smithy's waiter specification.)
constexpr std::optional<std::chrono::milliseconds> wait_delay(wait_delays const& delays, int attempt, double random,
                                                              std::optional<std::chrono::milliseconds> remaining = {}) noexcept {
    using exact = std::chrono::duration<double, std::milli>;
    auto longest = exact(delays.min);
    for (int i = 1; i < attempt && longest < delays.max; ++i) longest *= 2;
    longest = std::max(exact(delays.min), std::min(longest, exact(delays.max)));
    auto const spread = (longest - delays.min) * std::clamp(random, 0.0, 1.0);
    auto delay = delays.min + std::chrono::duration_cast<std::chrono::milliseconds>(spread);
    if (remaining && *remaining - delay <= delays.min) delay = *remaining - delays.min;
    if (remaining && delay.count() <= 0) return std::nullopt;
    return delay;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_WAITERS_DELAY_HPP
