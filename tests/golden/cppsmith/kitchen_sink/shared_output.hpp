// SharedOutput, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_SHARED_OUTPUT_HPP
#define CPPSMITH_kitchen_sink_SHARED_OUTPUT_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/shared_output.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

struct SharedOutput {
    friend auto operator<=>(SharedOutput const&, SharedOutput const&) = default;
};

BOOST_DESCRIBE_STRUCT(SharedOutput, (), ())

auto shape_of(SharedOutput const&) -> structure<"SharedOutput">;

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_SHARED_OUTPUT_HPP
