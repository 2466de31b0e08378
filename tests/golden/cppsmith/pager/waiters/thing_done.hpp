// ThingDone, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_WAITERS_THING_DONE_HPP
#define CPPSMITH_PAGER_WAITERS_THING_DONE_HPP

#include <cppsmith/jmespath.hpp>
#include <cppsmith/pager/describe_thing.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/thing.hpp>
#include <cppsmith/waiter.hpp>

#include <string_view>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/waiters/thing_done.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager::waiters {

/// Calls `DescribeThing` until what it answers means success or failure.
struct ThingDone {
    using operation = DescribeThing;

    /// contains(thing.tags, 'broken') || labels.mode == 'off'
    static constexpr auto part_1 = jmespath::path<&DescribeThingResponse::thing, &Thing::tags>;
    static constexpr auto part_2 = jmespath::path<&DescribeThingResponse::labels, jmespath::key<"mode">>;
    static constexpr auto part_3 = jmespath::contains<part_1, jmespath::text<"broken">>;

    using acceptors =
        acceptor_list<success_on<output_is<true, &DescribeThingResponse::done>>,
                      success_on<output_is<100, &DescribeThingResponse::progress>>,
                      failure_on<output_is<true, jmespath::either<part_3, jmespath::equal<part_2, jmespath::text<"off">>>>>,
                      failure_on<output_is<"lost", &DescribeThingResponse::choice, jmespath::alternative<0>>>,
                      success_on<all_are<true, &DescribeThingResponse::checks>>>;

    static constexpr std::string_view name = "ThingDone";
    static constexpr wait_limits limits{.min_delay = 5, .max_delay = 5, .max_attempts = 4};
};

static_assert(waiter<ThingDone>);

} // namespace cppsmith::pager::waiters

#endif // CPPSMITH_PAGER_WAITERS_THING_DONE_HPP
