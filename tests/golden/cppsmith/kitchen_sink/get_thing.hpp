// GetThing, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_GET_THING_HPP
#define CPPSMITH_kitchen_sink_GET_THING_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/kitchen_sink/shared_output.hpp>
#include <cppsmith/kitchen_sink/thing_name.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/get_thing.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

/// The input of the GetThing operation.
struct GetThingRequest {
    required<ThingName> thingName;

    friend auto operator<=>(GetThingRequest const&, GetThingRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(GetThingRequest, (), (thingName))

auto shape_of(GetThingRequest const&) -> structure<"GetThingRequest", member<&GetThingRequest::thingName, in_path<"thingName">>>;

struct GetThing {
    using service = kitchen_sink::service;
    using request = GetThingRequest;
    using response = SharedOutput;
    using errors = error_list<>;

    static constexpr std::string_view name = "GetThing";
    static constexpr http_binding http{.method = "GET", .uri = "/things/{thingName}", .status = 200};
};

static_assert(operation<GetThing>);

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_GET_THING_HPP
