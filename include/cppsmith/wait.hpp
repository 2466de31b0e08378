// wait: calls an operation until a waiter is content. `aws.wait<dynamodb::waiters::TableExists>({.TableName = "x"})`

#ifndef CPPSMITH_WAIT_HPP
#define CPPSMITH_WAIT_HPP

#include <cppsmith/client_options.hpp>
#include <cppsmith/detail/attempt_clock.hpp>
#include <cppsmith/reply.hpp>
#include <cppsmith/result.hpp>
#include <cppsmith/wait_options.hpp>
#include <cppsmith/waiters/delay.hpp>
#include <cppsmith/waiters/judge.hpp>

#include <chrono>
#include <string>
#include <utility>

namespace cppsmith::inline v0 {

/// What a wait came to. `last` is the last answer: an error where that is what was waited for (`TableNotExists`).
template <class Response> struct waited {
    waited(result<reply<Response>> answer, int calls) : last(std::move(answer)), attempts(calls) {}

    result<reply<Response>> last;
    int attempts; ///< how many calls it took
};

/// Calls `client.call<Operation>` until the waiter's success; what `client::wait` does. Blocks; pauses with the client's `sleep` and
/// `random`, or until `call.stop`.
///
/// Errors: that of the call, where the waiter says nothing of it (`cancelled` after a stop, too); or of stage `follow`, `wait_failed` where
/// the answer means that it cannot succeed any more (with the service's error in `name`, `status`, `request_id` and `response`, where it
/// was one), and `wait_exhausted` after the last attempt or at the end of the time.
template <waiter W, class Client>
result<waited<typename W::operation::response>> wait(Client const& client, typename W::operation::request const& request,
                                                     wait_options const& options = {}, call_options const& call = {});

// ---- implementation

namespace detail {

template <class Waiter> struct wait_loop;

/// A waiter's limits, as the options change them; 0 attempts, or no time, mean no limit.
struct wait_plan {
    wait_delays delays;
    int attempts;
    std::chrono::milliseconds time;
};

inline wait_plan planned(wait_limits const& limits, wait_options const& options) {
    auto const chosen = [](auto said, auto otherwise) { return said > decltype(said){} ? said : otherwise; };
    bool const timed = options.max_wait.count() > 0;
    wait_plan plan{
        .delays = {.min = chosen(options.min_delay, std::chrono::milliseconds(std::chrono::seconds(limits.min_delay))),
                   .max = chosen(options.max_delay, std::chrono::milliseconds(std::chrono::seconds(limits.max_delay)))},
        .attempts = chosen(options.max_attempts, timed ? 0 : limits.max_attempts),
        .time = options.max_wait};
    if (plan.attempts <= 0 && !timed) plan.time = std::chrono::minutes(10);
    return plan;
}

inline error wait_error(std::string_view waiter, char const* code, std::string const& why) {
    return {.stage = stage::follow, .code = code, .message = std::string(waiter).append(": ").append(why)};
}

/// A service's error that means failure, as the error of the wait.
inline error wait_failure(std::string_view waiter, error const* cause) {
    if (!cause) return wait_error(waiter, "wait_failed", "the answer means that it cannot succeed any more");
    auto e = wait_error(waiter, "wait_failed", to_string(*cause));
    e.status = cause->status, e.name = cause->name, e.request_id = cause->request_id, e.response = cause->response;
    return e;
}

} // namespace detail

template <waiter W, class Client>
result<waited<typename W::operation::response>> wait(Client const& client, typename W::operation::request const& request,
                                                     wait_options const& options, call_options const& call) {
    using operation = typename W::operation;
    auto const plan = detail::planned(W::limits, options);
    detail::attempt_clock time(client.options(), {.total = plan.time}, call.stop);
    for (int attempt = 1;; ++attempt) {
        auto answer = client.template call<operation>(request, call);
        switch (judge<W>(request, answer)) {
        case wait_state::success:
            return waited<typename operation::response>(std::move(answer), attempt);
        case wait_state::ended:
            return answer.error();
        case wait_state::failure: {
            if (answer) return detail::wait_failure(W::name, nullptr);
            auto const cause = answer.error();
            return detail::wait_failure(W::name, &cause);
        }
        case wait_state::retry:
            break;
        }
        auto const delay = wait_delay(plan.delays, attempt, time.random(), time.remaining());
        if ((plan.attempts > 0 && attempt >= plan.attempts) || !delay)
            return detail::wait_error(W::name, "wait_exhausted", "no success after " + std::to_string(attempt) + " calls");
        time.sleep(*delay);
        if (auto const ended = time.ended(); ended && ended->code == "cancelled") return *ended;
    }
}

/// How a client that knows its options alone reaches the function above.
template <class W> struct detail::wait_loop {
    template <class Client>
    static auto run(Client const& client, typename W::operation::request const& request, wait_options const& options,
                    call_options const& call) {
        return cppsmith::wait<W>(client, request, options, call);
    }
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_WAIT_HPP
