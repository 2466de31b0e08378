// ThingAnswered, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_WAITERS_THING_ANSWERED_HPP
#define CPPSMITH_PAGER_WAITERS_THING_ANSWERED_HPP

#include <cppsmith/pager/describe_thing.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/waiter.hpp>

#include <string_view>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/waiters/thing_answered.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager::waiters {

/// Calls `DescribeThing` until what it answers means success or failure.
struct ThingAnswered {
    using operation = DescribeThing;
    using acceptors = acceptor_list<success_on<any_success>, retry_on<any_error>>;

    static constexpr std::string_view name = "ThingAnswered";
    static constexpr wait_limits limits{.min_delay = 5, .max_delay = 5, .max_attempts = 4};
};

static_assert(waiter<ThingAnswered>);

} // namespace cppsmith::pager::waiters

#endif // CPPSMITH_PAGER_WAITERS_THING_ANSWERED_HPP
