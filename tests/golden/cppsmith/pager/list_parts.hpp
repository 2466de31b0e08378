// ListParts, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_LIST_PARTS_HPP
#define CPPSMITH_PAGER_LIST_PARTS_HPP

#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/pager/conflict_exception.hpp>
#include <cppsmith/pager/listing.hpp>
#include <cppsmith/pager/not_found_exception.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/paginated.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/list_parts.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

using Text = text<"Text">;

/// The input of the ListParts operation.
struct ListPartsRequest {
    required<Text> bucket;

    optional<Text> keyMarker{};

    optional<Text> versionMarker{};

    optional<Text> most{};

    friend auto operator<=>(ListPartsRequest const&, ListPartsRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(ListPartsRequest, (), (bucket, keyMarker, versionMarker, most))

auto shape_of(ListPartsRequest const&) -> structure<"ListPartsRequest">;

/// The output of the ListParts operation.
struct ListPartsResponse {
    optional<Listing> listing{};

    friend auto operator<=>(ListPartsResponse const&, ListPartsResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(ListPartsResponse, (), (listing))

auto shape_of(ListPartsResponse const&) -> structure<"ListPartsResponse">;

struct ListParts {
    using service = pager::service;
    using request = ListPartsRequest;
    using response = ListPartsResponse;
    using errors = error_list<ConflictException, NotFoundException>;
    using pagination =
        paginated<page_token<&request::keyMarker, &response::listing, &Listing::nextKey>,
                  page_token<&request::versionMarker, &response::listing, &Listing::nextVersion>, page_size<&request::most>,
                  more_pages<&response::listing, &Listing::isTruncated>, page_items<&response::listing, &Listing::parts>,
                  page_items<&response::listing, &Listing::prefixes>>;

    static constexpr std::string_view name = "ListParts";
    static constexpr http_binding http{.method = "POST", .uri = "/parts", .status = 200};
};

static_assert(operation<ListParts>);

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_LIST_PARTS_HPP
