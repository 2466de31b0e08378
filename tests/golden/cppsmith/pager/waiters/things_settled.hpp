// ThingsSettled, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_WAITERS_THINGS_SETTLED_HPP
#define CPPSMITH_PAGER_WAITERS_THINGS_SETTLED_HPP

#include <cppsmith/jmespath.hpp>
#include <cppsmith/pager/describe_things.hpp>
#include <cppsmith/pager/group.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/thing.hpp>
#include <cppsmith/waiter.hpp>

#include <string_view>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/waiters/things_settled.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager::waiters {

/// Calls `DescribeThings` until what it answers means success or failure.
struct ThingsSettled {
    using operation = DescribeThings;

    /// length(things) == `0`
    static constexpr auto part_1 = jmespath::equal<jmespath::length<&DescribeThingsResponse::things>, jmespath::number<0>>;
    /// length(things[?!(running == desired && length(tags) > `0`)]) == `0` && length(groups[?members[?state !=
    /// 'ACTIVE']]) == `0`
    static constexpr auto part_2 = jmespath::greater<jmespath::length<&Thing::tags>, jmespath::number<0>>;
    static constexpr auto part_3 = jmespath::negated<jmespath::both<jmespath::equal<&Thing::running, &Thing::desired>, part_2>>;
    static constexpr auto part_4 = jmespath::length<jmespath::path<&DescribeThingsResponse::things, jmespath::filter<part_3>>>;
    static constexpr auto part_5 = jmespath::filter<jmespath::different<&Thing::state, jmespath::text<"ACTIVE">>>;
    static constexpr auto part_6 = jmespath::filter<jmespath::path<&Group::members, part_5>>;
    static constexpr auto part_7 = jmespath::length<jmespath::path<&DescribeThingsResponse::groups, part_6>>;
    static constexpr auto part_8 = jmespath::equal<part_4, jmespath::number<0>>;

    using acceptors =
        acceptor_list<failure_on<output_is<true, part_1>>,
                      success_on<output_is<true, jmespath::both<part_8, jmespath::equal<part_7, jmespath::number<0>>>>>>;

    static constexpr std::string_view name = "ThingsSettled";
    static constexpr wait_limits limits{.min_delay = 5, .max_delay = 5, .max_attempts = 4};
};

static_assert(waiter<ThingsSettled>);

} // namespace cppsmith::pager::waiters

#endif // CPPSMITH_PAGER_WAITERS_THINGS_SETTLED_HPP
