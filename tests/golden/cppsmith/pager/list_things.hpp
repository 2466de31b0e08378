// ListThings, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_LIST_THINGS_HPP
#define CPPSMITH_PAGER_LIST_THINGS_HPP

#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/pager/conflict_exception.hpp>
#include <cppsmith/pager/not_found_exception.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/thing.hpp>
#include <cppsmith/paginated.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/list_things.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

using Marker = text<"Marker", length<1>>;
using Text = text<"Text">;

/// The input of the ListThings operation.
struct ListThingsRequest {
    optional<Marker> marker{};

    /// Between 1 and 100.
    optional<std::int32_t, number<"PageSize", range<1, 100>>> pageSize{};

    optional<Text> kind{};

    friend auto operator<=>(ListThingsRequest const&, ListThingsRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(ListThingsRequest, (), (marker, pageSize, kind))

auto shape_of(ListThingsRequest const&)
    -> structure<"ListThingsRequest", member<&ListThingsRequest::marker, in_query<"marker">>,
                 member<&ListThingsRequest::pageSize, in_query<"pageSize">>, member<&ListThingsRequest::kind, in_query<"kind">>>;

/// The output of the ListThings operation.
struct ListThingsResponse {
    optional<std::vector<Thing>> things{};

    optional<Marker> nextMarker{};

    friend auto operator<=>(ListThingsResponse const&, ListThingsResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(ListThingsResponse, (), (things, nextMarker))

auto shape_of(ListThingsResponse const&) -> structure<"ListThingsResponse">;

/// Lists things.
struct ListThings {
    using service = pager::service;
    using request = ListThingsRequest;
    using response = ListThingsResponse;
    using errors = error_list<ConflictException, NotFoundException>;
    using pagination = paginated<page_token<&request::marker, &response::nextMarker>, page_size<&request::pageSize>,
                                 page_items<&response::things>>;

    static constexpr std::string_view name = "ListThings";
    static constexpr http_binding http{.method = "GET", .uri = "/things", .status = 200};
};

static_assert(operation<ListThings>);

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_LIST_THINGS_HPP
