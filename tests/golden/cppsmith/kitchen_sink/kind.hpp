// Kind, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_KIND_HPP
#define CPPSMITH_kitchen_sink_KIND_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/enum.hpp>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/kind.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

/// Deprecated: all are the same
enum class Kind {
    OLD,
    NEW,
};

BOOST_DESCRIBE_ENUM(Kind, OLD, NEW)

auto shape_of(Kind) -> enumeration<"Kind">;

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_KIND_HPP
