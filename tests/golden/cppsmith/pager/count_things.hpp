// CountThings, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_COUNT_THINGS_HPP
#define CPPSMITH_PAGER_COUNT_THINGS_HPP

#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/pager/conflict_exception.hpp>
#include <cppsmith/pager/not_found_exception.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/paginated.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <cstdint>
#include <string_view>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/count_things.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

/// The input of the CountThings operation.
struct CountThingsRequest {
    optional<std::int32_t> offset{};

    friend auto operator<=>(CountThingsRequest const&, CountThingsRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(CountThingsRequest, (), (offset))

auto shape_of(CountThingsRequest const&) -> structure<"CountThingsRequest">;

/// The output of the CountThings operation.
struct CountThingsResponse {
    optional<std::int32_t> next{};

    optional<std::int32_t> total{};

    friend auto operator<=>(CountThingsResponse const&, CountThingsResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(CountThingsResponse, (), (next, total))

auto shape_of(CountThingsResponse const&) -> structure<"CountThingsResponse">;

struct CountThings {
    using service = pager::service;
    using request = CountThingsRequest;
    using response = CountThingsResponse;
    using errors = error_list<ConflictException, NotFoundException>;
    using pagination = paginated<page_token<&request::offset, &response::next>>;

    static constexpr std::string_view name = "CountThings";
    static constexpr http_binding http{.method = "POST", .uri = "/count", .status = 200};
};

static_assert(operation<CountThings>);

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_COUNT_THINGS_HPP
