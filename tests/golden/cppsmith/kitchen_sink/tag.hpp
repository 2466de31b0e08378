// Tag, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_TAG_HPP
#define CPPSMITH_kitchen_sink_TAG_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/tag.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

using TagKey = text<"TagKey", length<1, 64>>;
using Plain = text<"Plain">;

/// A tag.
struct Tag {
    /// The key.
    required<TagKey> Key;

    /// The value.
    optional<Plain> Value{};

    friend auto operator<=>(Tag const&, Tag const&) = default;
};

BOOST_DESCRIBE_STRUCT(Tag, (), (Key, Value))

auto shape_of(Tag const&) -> structure<"Tag">;

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_TAG_HPP
