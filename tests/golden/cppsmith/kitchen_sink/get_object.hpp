// GetObject, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_GET_OBJECT_HPP
#define CPPSMITH_kitchen_sink_GET_OBJECT_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/kitchen_sink/tag.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/get_object.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

/// The output of the GetObject operation.
struct StructureBody {
    optional<Tag> tag{};

    friend auto operator<=>(StructureBody const&, StructureBody const&) = default;
};

BOOST_DESCRIBE_STRUCT(StructureBody, (), (tag))

auto shape_of(StructureBody const&) -> structure<"StructureBody", member<&StructureBody::tag, as_payload>>;

struct GetObject_ {
    using service = kitchen_sink::service;
    using request = unit;
    using response = StructureBody;
    using errors = error_list<>;

    static constexpr std::string_view name = "GetObject";
    static constexpr http_binding http{.method = "GET", .uri = "/object", .status = 200};
};

static_assert(operation<GetObject_>);

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_GET_OBJECT_HPP
