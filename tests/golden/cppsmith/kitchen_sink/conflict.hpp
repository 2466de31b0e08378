// Conflict, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_CONFLICT_HPP
#define CPPSMITH_kitchen_sink_CONFLICT_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/conflict.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

using Plain = text<"Plain">;

struct Conflict {
    optional<Plain> message{};

    friend auto operator<=>(Conflict const&, Conflict const&) = default;
};

BOOST_DESCRIBE_STRUCT(Conflict, (), (message))

auto shape_of(Conflict const&) -> structure<"Conflict", error_response<409, "ConflictException">>;

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_CONFLICT_HPP
