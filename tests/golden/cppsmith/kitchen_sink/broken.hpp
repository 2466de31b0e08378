// Broken, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_BROKEN_HPP
#define CPPSMITH_kitchen_sink_BROKEN_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/broken.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

struct Broken {
    friend auto operator<=>(Broken const&, Broken const&) = default;
};

BOOST_DESCRIBE_STRUCT(Broken, (), ())

auto shape_of(Broken const&) -> structure<"Broken", error_response<500>, retryable>;

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_BROKEN_HPP
