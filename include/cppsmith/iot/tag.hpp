// Tag, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_TAG_HPP
#define CPPSMITH_IOT_TAG_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/iot/tag_key.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/tag.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using TagValue = text<"TagValue", length<0, 256>>;

/// A key, and perhaps a value, by which resources are sorted and found.
struct Tag {
    /// The tag's key.
    required<TagKey> Key;

    /// The tag's value.
    optional<TagValue> Value{};

    friend auto operator<=>(Tag const&, Tag const&) = default;
};

BOOST_DESCRIBE_STRUCT(Tag, (), (Key, Value))

auto shape_of(Tag const&) -> structure<"Tag">;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_TAG_HPP
