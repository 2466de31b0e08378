// Thing, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_THING_HPP
#define CPPSMITH_PAGER_THING_HPP

#include <cppsmith/open_enum.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/state.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <cstdint>
#include <vector>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/thing.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

using Text = text<"Text">;

struct Thing {
    optional<Text> name{};

    optional<open_enum<State>> state{};

    optional<std::int32_t> running{};

    optional<std::int32_t> desired{};

    optional<std::vector<Text>> tags{};

    friend auto operator<=>(Thing const&, Thing const&) = default;
};

BOOST_DESCRIBE_STRUCT(Thing, (), (name, state, running, desired, tags))

auto shape_of(Thing const&) -> structure<"Thing">;

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_THING_HPP
