// DescribeThings, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_DESCRIBE_THINGS_HPP
#define CPPSMITH_PAGER_DESCRIBE_THINGS_HPP

#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/pager/conflict_exception.hpp>
#include <cppsmith/pager/group.hpp>
#include <cppsmith/pager/not_found_exception.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/thing.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>
#include <vector>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/describe_things.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

using Text = text<"Text">;

/// The input of the DescribeThings operation.
struct DescribeThingsRequest {
    optional<std::vector<Text>> names{};

    friend auto operator<=>(DescribeThingsRequest const&, DescribeThingsRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(DescribeThingsRequest, (), (names))

auto shape_of(DescribeThingsRequest const&) -> structure<"DescribeThingsRequest">;

/// The output of the DescribeThings operation.
struct DescribeThingsResponse {
    optional<std::vector<Thing>> things{};

    optional<std::vector<Group>> groups{};

    friend auto operator<=>(DescribeThingsResponse const&, DescribeThingsResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(DescribeThingsResponse, (), (things, groups))

auto shape_of(DescribeThingsResponse const&) -> structure<"DescribeThingsResponse">;

struct DescribeThings {
    using service = pager::service;
    using request = DescribeThingsRequest;
    using response = DescribeThingsResponse;
    using errors = error_list<ConflictException, NotFoundException>;

    static constexpr std::string_view name = "DescribeThings";
    static constexpr http_binding http{.method = "POST", .uri = "/thing-list", .status = 200};
};

static_assert(operation<DescribeThings>);

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_DESCRIBE_THINGS_HPP
