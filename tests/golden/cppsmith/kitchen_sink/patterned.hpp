// Patterned, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_PATTERNED_HPP
#define CPPSMITH_kitchen_sink_PATTERNED_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/pattern.hpp>
#include <cppsmith/text.hpp>

#include <string_view>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/patterned.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

namespace patterns {

// clang-format off

struct Patterned {
    static constexpr std::string_view source = "^`\\\\`$";

    static constexpr cppsmith::pattern_table tables[] = {
        {.classes = 3,
         .ascii =
             "0000000000000000000000000000000000000000000000000000000000000000"
             "0000000000000000000000000000100020000000000000000000000000000000",
         .starts = U"\x80",
         .others = "0",
         .states =
             "   1"
             "  2 "
             "   3"
             "+   "},
    };
};

// clang-format on

} // namespace patterns

/// Pattern: ``^`\\`$``
using Patterned = text<"Patterned", pattern<patterns::Patterned>>;

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_PATTERNED_HPP
