// The time of one call: what is left of it, and the waits between attempts.

#ifndef CPPSMITH_DETAIL_ATTEMPT_CLOCK_HPP
#define CPPSMITH_DETAIL_ATTEMPT_CLOCK_HPP

#include <cppsmith/client_options.hpp>
#include <cppsmith/detail/random.hpp>
#include <cppsmith/transport.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace cppsmith::inline v0::detail {

/// Counts a call's time: what really passed, or the waits where an injected sleep only pretends them, whichever is more.
class attempt_clock {
    using steady = std::chrono::steady_clock;
    using milliseconds = std::chrono::milliseconds;

  public:
    attempt_clock(client_options const& options, timeouts const& limits, std::stop_token stop)
        : options_(options), limits_(limits), stop_(std::move(stop)) {}

    /// The time to sign for.
    std::chrono::system_clock::time_point now() const {
        return options_.clock ? options_.clock() : std::chrono::system_clock::now();
    }

    /// Why no further attempt may begin, if so.
    std::optional<error> ended() const {
        if (stop_.stop_requested()) return error{.stage = stage::send, .code = "cancelled", .message = "the call was stopped"};
        if (limits_.total.count() > 0 && left() <= milliseconds{0})
            return error{.stage = stage::send, .code = "timeout", .message = "the call's total time has passed"};
        return std::nullopt;
    }

    /// What is left of the call's total time, where that is bounded.
    std::optional<milliseconds> remaining() const { return limits_.total.count() == 0 ? std::nullopt : std::optional(left()); }

    /// Whether a wait ends before the call's total time does.
    bool allows(milliseconds delay) const { return limits_.total.count() == 0 || delay < left(); }

    /// What one attempt may take.
    send_options bounds() const {
        send_options o{.connect_timeout = limits_.connect, .timeout = limits_.attempt, .stop = stop_};
        if (limits_.total.count() == 0) return o;
        auto const rest = std::max(left(), milliseconds{1});
        o.timeout = o.timeout.count() == 0 ? rest : std::min(o.timeout, rest);
        return o;
    }

    void sleep(milliseconds delay) {
        slept_ += delay;
        if (options_.sleep) return options_.sleep(delay);
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any().wait_for(lock, stop_, delay, [] { return false; });
    }

    double random() const { return options_.random ? options_.random() : next_random(); }

  private:
    milliseconds left() const {
        return limits_.total - std::max(std::chrono::duration_cast<milliseconds>(steady::now() - begin_), slept_);
    }

    client_options const& options_;
    timeouts limits_;
    std::stop_token stop_;
    steady::time_point begin_ = steady::now();
    milliseconds slept_{0};
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_ATTEMPT_CLOCK_HPP
