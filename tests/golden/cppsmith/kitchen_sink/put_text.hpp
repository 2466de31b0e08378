// PutText, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_PUT_TEXT_HPP
#define CPPSMITH_kitchen_sink_PUT_TEXT_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/put_text.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

using Plain = text<"Plain">;

/// The input of the PutText operation.
struct TextBody {
    optional<Plain> text{};

    friend auto operator<=>(TextBody const&, TextBody const&) = default;
};

BOOST_DESCRIBE_STRUCT(TextBody, (), (text))

auto shape_of(TextBody const&) -> structure<"TextBody", member<&TextBody::text, as_payload>>;

struct PutText {
    using service = kitchen_sink::service;
    using request = TextBody;
    using response = unit;
    using errors = error_list<>;

    static constexpr std::string_view name = "PutText";
    static constexpr http_binding http{.method = "POST", .uri = "/text", .status = 200};
};

static_assert(operation<PutText>);

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_PUT_TEXT_HPP
