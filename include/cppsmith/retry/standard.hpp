// AWS's standard retry mode: how often, after what delay, and the quota that keeps an outage from being multiplied.

#ifndef CPPSMITH_RETRY_STANDARD_HPP
#define CPPSMITH_RETRY_STANDARD_HPP

#include <cppsmith/error.hpp>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace cppsmith::inline v0 {

/// The parameters of the mode `standard` (AWS SDKs and Tools Reference Guide, "Retry behavior").
struct retry_options {
    int max_attempts = 3;                       ///< the first one included; 1 and less mean no retry
    std::chrono::milliseconds base_delay{1000}; ///< the longest delay before the second attempt; each further one doubles it
    std::chrono::milliseconds max_delay{20000}; ///< no delay is longer
    int quota = 500;                            ///< retry tokens that a client begins with, and never has more of
};

/// The delay before the attempt after `attempt` (from 1 on): full jitter, `random` times the doubled base. `random` is from [0, 1].
constexpr std::chrono::milliseconds retry_delay(retry_options const& options, int attempt, double random) noexcept {
    auto longest = std::chrono::duration<double, std::milli>(options.base_delay);
    for (int i = 1; i < attempt && longest < options.max_delay; ++i) longest *= 2;
    longest = std::min(longest, std::chrono::duration<double, std::milli>(options.max_delay));
    return std::chrono::duration_cast<std::chrono::milliseconds>(longest * std::clamp(random, 0.0, 1.0));
}

/// The retry tokens of a client. A retry takes some, a success gives them back; with none left, errors are final at once. Thread-safe.
class retry_quota {
  public:
    static constexpr int retry_cost = 5;
    static constexpr int timeout_cost = 10;
    static constexpr int success_gain = 1; ///< of a call that needed no retry

    explicit retry_quota(int capacity) noexcept : capacity_(capacity), tokens_(capacity) {}

    /// What a retry after this error costs.
    static int cost(error const& e) noexcept { return e.stage == stage::send && e.code == "timeout" ? timeout_cost : retry_cost; }

    /// Takes tokens; false, and nothing taken, where there are not enough.
    bool acquire(int amount) noexcept {
        std::lock_guard const lock(mutex_);
        if (amount > tokens_) return false;
        tokens_ -= amount;
        return true;
    }

    /// Gives tokens back after a success: what its last retry cost, or the gain of a call without one.
    void release(int amount) noexcept {
        std::lock_guard const lock(mutex_);
        tokens_ = std::min(tokens_ + amount, capacity_);
    }

    int available() const noexcept {
        std::lock_guard const lock(mutex_);
        return tokens_;
    }

  private:
    mutable std::mutex mutex_;
    int const capacity_;
    int tokens_;
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_RETRY_STANDARD_HPP
