// ScanItems, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_SCAN_ITEMS_HPP
#define CPPSMITH_PAGER_SCAN_ITEMS_HPP

#include <cppsmith/map.hpp>
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
#error "cppsmith/pager/scan_items.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

using Text = text<"Text">;

/// The input of the ScanItems operation.
struct ScanItemsRequest {
    optional<map<Text, Text>> startKey{};

    friend auto operator<=>(ScanItemsRequest const&, ScanItemsRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(ScanItemsRequest, (), (startKey))

auto shape_of(ScanItemsRequest const&) -> structure<"ScanItemsRequest">;

/// The output of the ScanItems operation.
struct ScanItemsResponse {
    optional<std::vector<map<Text, Text>>> items{};

    optional<std::int32_t> count{};

    optional<map<Text, Text>> lastKey{};

    friend auto operator<=>(ScanItemsResponse const&, ScanItemsResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(ScanItemsResponse, (), (items, count, lastKey))

auto shape_of(ScanItemsResponse const&) -> structure<"ScanItemsResponse">;

struct ScanItems {
    using service = pager::service;
    using request = ScanItemsRequest;
    using response = ScanItemsResponse;
    using errors = error_list<ConflictException, NotFoundException>;
    using pagination = paginated<page_token<&request::startKey, &response::lastKey>, page_items<&response::items>>;

    static constexpr std::string_view name = "ScanItems";
    static constexpr http_binding http{.method = "POST", .uri = "/items", .status = 200};
};

static_assert(operation<ScanItems>);

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_SCAN_ITEMS_HPP
