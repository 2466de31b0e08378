// ListOwners, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_LIST_OWNERS_HPP
#define CPPSMITH_PAGER_LIST_OWNERS_HPP

#include <cppsmith/jmespath.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/pager/conflict_exception.hpp>
#include <cppsmith/pager/group.hpp>
#include <cppsmith/pager/not_found_exception.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/thing.hpp>
#include <cppsmith/paginated.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>
#include <vector>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/list_owners.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

using Text = text<"Text">;

/// The input of the ListOwners operation.
struct ListOwnersRequest {
    optional<Text> token{};

    friend auto operator<=>(ListOwnersRequest const&, ListOwnersRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(ListOwnersRequest, (), (token))

auto shape_of(ListOwnersRequest const&) -> structure<"ListOwnersRequest">;

/// The output of the ListOwners operation.
struct ListOwnersResponse {
    optional<map<Text, Thing>> owners{};

    optional<std::vector<Group>> groups{};

    optional<Text> token{};

    friend auto operator<=>(ListOwnersResponse const&, ListOwnersResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(ListOwnersResponse, (), (owners, groups, token))

auto shape_of(ListOwnersResponse const&) -> structure<"ListOwnersResponse">;

struct ListOwners {
    using service = pager::service;
    using request = ListOwnersRequest;
    using response = ListOwnersResponse;
    using errors = error_list<ConflictException, NotFoundException>;

    /// token || groups[-1].members[0].name
    static constexpr auto part_1 =
        jmespath::path<&response::groups, jmespath::at<-1>, &Group::members, jmespath::at<0>, &Thing::name>;

    using pagination =
        paginated<page_token<&request::token, jmespath::either<&response::token, part_1>>, page_items<&response::owners>,
                  page_items<&response::groups, jmespath::flatten<&Group::members>, jmespath::flatten<>>>;

    static constexpr std::string_view name = "ListOwners";
    static constexpr http_binding http{.method = "POST", .uri = "/owners", .status = 200};
};

static_assert(operation<ListOwners>);

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_LIST_OWNERS_HPP
