// Ping, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_PING_HPP
#define CPPSMITH_kitchen_sink_PING_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/operation.hpp>

#include <string_view>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/ping.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

struct Ping {
    using service = kitchen_sink::service;
    using request = unit;
    using response = unit;
    using errors = error_list<>;

    static constexpr std::string_view name = "Ping";
    static constexpr http_binding http{.method = "HEAD", .uri = "/ping", .status = 204};
};

static_assert(operation<Ping>);

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_PING_HPP
