// ThingsActive, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_WAITERS_THINGS_ACTIVE_HPP
#define CPPSMITH_PAGER_WAITERS_THINGS_ACTIVE_HPP

#include <cppsmith/jmespath.hpp>
#include <cppsmith/pager/describe_things.hpp>
#include <cppsmith/pager/group.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/thing.hpp>
#include <cppsmith/waiter.hpp>

#include <string_view>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/waiters/things_active.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager::waiters {

/// Calls `DescribeThings` until what it answers means success or failure.
struct ThingsActive {
    using operation = DescribeThings;

    /// groups[].members[].state
    static constexpr auto part_1 = jmespath::flatten<&Group::members>;

    using acceptors =
        acceptor_list<success_on<all_are<"ACTIVE", &DescribeThingsResponse::things, jmespath::flatten<&Thing::state>>>,
                      failure_on<any_is<"FAILED", &DescribeThingsResponse::things, jmespath::flatten<&Thing::state>>>,
                      failure_on<any_is<"FAILED", &DescribeThingsResponse::groups, part_1, jmespath::flatten<&Thing::state>>>>;

    static constexpr std::string_view name = "ThingsActive";
    static constexpr wait_limits limits{.min_delay = 5, .max_delay = 5, .max_attempts = 4};
};

static_assert(waiter<ThingsActive>);

} // namespace cppsmith::pager::waiters

#endif // CPPSMITH_PAGER_WAITERS_THINGS_ACTIVE_HPP
