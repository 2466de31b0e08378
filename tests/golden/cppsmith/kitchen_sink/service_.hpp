// Service, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_SERVICE__HPP
#define CPPSMITH_kitchen_sink_SERVICE__HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/service_.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

using ServiceName = text<"ServiceName", length<3>>;

/// Its header cannot be service.hpp.
struct Service {
    optional<ServiceName> Service{};

    friend auto operator<=>(kitchen_sink::Service const&, kitchen_sink::Service const&) = default;
};

BOOST_DESCRIBE_STRUCT(Service, (), (Service))

auto shape_of(Service const&) -> structure<"Service">;

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_SERVICE__HPP
