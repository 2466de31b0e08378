// DescribeThing, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_DESCRIBE_THING_HPP
#define CPPSMITH_PAGER_DESCRIBE_THING_HPP

#include <cppsmith/map.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/pager/choice.hpp>
#include <cppsmith/pager/conflict_exception.hpp>
#include <cppsmith/pager/not_found_exception.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/thing.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/describe_thing.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

using Text = text<"Text">;

/// The input of the DescribeThing operation.
struct DescribeThingRequest {
    required<Text> name;

    friend auto operator<=>(DescribeThingRequest const&, DescribeThingRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(DescribeThingRequest, (), (name))

auto shape_of(DescribeThingRequest const&) -> structure<"DescribeThingRequest">;

/// The output of the DescribeThing operation.
struct DescribeThingResponse {
    optional<Thing> thing{};

    optional<std::int32_t> progress{};

    optional<bool> done{};

    optional<map<Text, Text>> labels{};

    optional<std::vector<bool>> checks{};

    optional<Choice> choice{};

    friend auto operator<=>(DescribeThingResponse const&, DescribeThingResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(DescribeThingResponse, (), (thing, progress, done, labels, checks, choice))

auto shape_of(DescribeThingResponse const&) -> structure<"DescribeThingResponse">;

struct DescribeThing {
    using service = pager::service;
    using request = DescribeThingRequest;
    using response = DescribeThingResponse;
    using errors = error_list<ConflictException, NotFoundException>;

    static constexpr std::string_view name = "DescribeThing";
    static constexpr http_binding http{.method = "POST", .uri = "/thing", .status = 200};
};

static_assert(operation<DescribeThing>);

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_DESCRIBE_THING_HPP
