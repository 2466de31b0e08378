// Marker, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_MARKER_HPP
#define CPPSMITH_IOT_MARKER_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/pattern.hpp>
#include <cppsmith/text.hpp>

#include <string_view>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/marker.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

namespace patterns {

// clang-format off

struct Marker {
    static constexpr std::string_view source = "[A-Za-z0-9+/]+={0,2}";

    static constexpr cppsmith::pattern_table tables[] = {
        {.classes = 3,
         .ascii =
             "0000000000000000000000000000000000000000000100011111111111000200"
             "0111111111111111111111111110000001111111111111111111111111100000",
         .starts = U"\x80",
         .others = "0",
         .states =
             "  1 "
             "+ 12"
             "+  3"
             "+   "},
    };
};

// clang-format on

} // namespace patterns

/// Pattern: `[A-Za-z0-9+/]+={0,2}`
using Marker = text<"Marker", length<0, 1024>, pattern<patterns::Marker>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_MARKER_HPP
