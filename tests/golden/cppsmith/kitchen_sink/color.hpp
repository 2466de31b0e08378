// Color, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_COLOR_HPP
#define CPPSMITH_kitchen_sink_COLOR_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/enum.hpp>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/color.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow" // GCC 12 takes a scoped enumerator for one that hides an alias
#endif

/// A color.
enum class Color {
    RED,
    dark_x2d_red,
    dark_x2e_red,
    default_,
    ERROR_,
    _2_0,
    x2a,
    empty,
    Plain,
};

#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

BOOST_DESCRIBE_ENUM(Color, RED, dark_x2d_red, dark_x2e_red, default_, ERROR_, _2_0, x2a, empty, Plain)

auto shape_of(Color) -> enumeration<"Color", value<Color::dark_x2d_red, "dark-red">, value<Color::dark_x2e_red, "dark.red">,
                                    value<Color::default_, "default">, value<Color::ERROR_, "ERROR">, value<Color::_2_0, "2.0">,
                                    value<Color::x2a, "*">, value<Color::empty, "">>;

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_COLOR_HPP
