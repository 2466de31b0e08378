// Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_SERVICE_HPP
#define CPPSMITH_kitchen_sink_SERVICE_HPP

#include <cppsmith/service.hpp>

#include <string_view>

/// Identifies the model: headers that stem from two models must not meet in one namespace.
#define CPPSMITH_KITCHEN_SINK_MODEL 0xb11a6f19ec0b6015

namespace cppsmith::kitchen_sink {

using cppsmith::operator<<; // of whatever this service describes

/// Kitchen Sink: Holds every trait that the generator knows.
struct service {
    using protocol = rest_json1;

    static constexpr std::string_view id = "Kitchen Sink";
    static constexpr std::string_view api_version = "2026-01-01";
    static constexpr std::string_view endpoint_prefix = "kitchen-sink";
    static constexpr std::string_view signing_name = "sink";
};

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_SERVICE_HPP
