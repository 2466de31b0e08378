// ThingName, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_THING_NAME_HPP
#define CPPSMITH_kitchen_sink_THING_NAME_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/pattern.hpp>
#include <cppsmith/text.hpp>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/thing_name.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

/// The name of a thing.
///
/// Pattern: `[a-zA-Z0-9:_-]+`
using ThingName = text<"ThingName", length<1, 128>, characters<0x7ff200000000000, 0x7fffffe87fffffe, false, 1>>;

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_THING_NAME_HPP
