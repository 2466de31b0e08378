// Group, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_GROUP_HPP
#define CPPSMITH_PAGER_GROUP_HPP

#include <cppsmith/optional.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/thing.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <vector>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/group.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

struct Group {
    optional<std::vector<Thing>> members{};

    friend auto operator<=>(Group const&, Group const&) = default;
};

BOOST_DESCRIBE_STRUCT(Group, (), (members))

auto shape_of(Group const&) -> structure<"Group">;

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_GROUP_HPP
