// ListNames, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_LIST_NAMES_HPP
#define CPPSMITH_PAGER_LIST_NAMES_HPP

#include <cppsmith/jmespath.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/pager/conflict_exception.hpp>
#include <cppsmith/pager/not_found_exception.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/paginated.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/list_names.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

using Text = text<"Text">;

/// The input of the ListNames operation.
struct ListNamesRequest {
    optional<Text> after{};

    optional<std::int32_t> limit{};

    friend auto operator<=>(ListNamesRequest const&, ListNamesRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(ListNamesRequest, (), (after, limit))

auto shape_of(ListNamesRequest const&) -> structure<"ListNamesRequest">;

/// The output of the ListNames operation.
struct ListNamesResponse {
    optional<std::vector<Text>> names{};

    optional<bool> hasMore{};

    friend auto operator<=>(ListNamesResponse const&, ListNamesResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(ListNamesResponse, (), (names, hasMore))

auto shape_of(ListNamesResponse const&) -> structure<"ListNamesResponse">;

struct ListNames {
    using service = pager::service;
    using request = ListNamesRequest;
    using response = ListNamesResponse;
    using errors = error_list<ConflictException, NotFoundException>;
    using pagination = paginated<page_token<&request::after, &response::names, jmespath::at<-1>>, page_size<&request::limit>,
                                 more_pages<&response::hasMore>, page_items<&response::names>>;

    static constexpr std::string_view name = "ListNames";
    static constexpr http_binding http{.method = "POST", .uri = "/names", .status = 200};
};

static_assert(operation<ListNames>);

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_LIST_NAMES_HPP
