// ThingGone, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_WAITERS_THING_GONE_HPP
#define CPPSMITH_PAGER_WAITERS_THING_GONE_HPP

#include <cppsmith/pager/describe_thing.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/thing.hpp>
#include <cppsmith/waiter.hpp>

#include <string_view>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/waiters/thing_gone.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager::waiters {

/// Calls `DescribeThing` until what it answers means success or failure.
struct ThingGone {
    using operation = DescribeThing;
    using acceptors = acceptor_list<success_on<error_named<"NotFoundException">>,
                                    failure_on<output_is<"in-between", &DescribeThingResponse::thing, &Thing::state>>>;

    static constexpr std::string_view name = "ThingGone";
    static constexpr wait_limits limits{.min_delay = 5, .max_delay = 5, .max_attempts = 4};
};

static_assert(waiter<ThingGone>);

} // namespace cppsmith::pager::waiters

#endif // CPPSMITH_PAGER_WAITERS_THING_GONE_HPP
