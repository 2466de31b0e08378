// FindThing, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_FIND_THING_HPP
#define CPPSMITH_kitchen_sink_FIND_THING_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/kitchen_sink/shared_output.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/find_thing.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

using Plain = text<"Plain">;

/// The input of the FindThing operation.
struct BatchDelete_ {
    optional<Plain> BatchDelete{};

    friend auto operator<=>(BatchDelete_ const&, BatchDelete_ const&) = default;
};

BOOST_DESCRIBE_STRUCT(BatchDelete_, (), (BatchDelete))

auto shape_of(BatchDelete_ const&) -> structure<"BatchDelete">;

struct FindThing {
    using service = kitchen_sink::service;
    using request = BatchDelete_;
    using response = SharedOutput;
    using errors = error_list<>;

    static constexpr std::string_view name = "FindThing";
    static constexpr http_binding http{.method = "POST", .uri = "/find", .status = 200};
};

static_assert(operation<FindThing>);

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_FIND_THING_HPP
