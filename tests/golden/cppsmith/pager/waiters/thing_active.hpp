// ThingActive, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_WAITERS_THING_ACTIVE_HPP
#define CPPSMITH_PAGER_WAITERS_THING_ACTIVE_HPP

#include <cppsmith/pager/describe_thing.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/thing.hpp>
#include <cppsmith/waiter.hpp>

#include <string_view>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/waiters/thing_active.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager::waiters {

/// Waits until a thing is active.
struct ThingActive {
    using operation = DescribeThing;
    using acceptors = acceptor_list<success_on<output_is<"ACTIVE", &DescribeThingResponse::thing, &Thing::state>>,
                                    failure_on<output_is<"FAILED", &DescribeThingResponse::thing, &Thing::state>>,
                                    retry_on<error_named<"NotFoundException">>, failure_on<status_is<409>>>;

    static constexpr std::string_view name = "ThingActive";
    static constexpr wait_limits limits{.min_delay = 5, .max_delay = 5, .max_attempts = 4};
};

static_assert(waiter<ThingActive>);

} // namespace cppsmith::pager::waiters

#endif // CPPSMITH_PAGER_WAITERS_THING_ACTIVE_HPP
