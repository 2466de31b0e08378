// SecretColor, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_SECRET_COLOR_HPP
#define CPPSMITH_kitchen_sink_SECRET_COLOR_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/enum.hpp>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/secret_color.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

enum class SecretColor {
    one,
    two,
};

BOOST_DESCRIBE_ENUM(SecretColor, one, two)

auto shape_of(SecretColor) -> enumeration<"SecretColor">;

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_SECRET_COLOR_HPP
