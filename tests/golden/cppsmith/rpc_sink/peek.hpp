// Peek, Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_PEEK_HPP
#define CPPSMITH_rpc_sink_PEEK_HPP

#include <cppsmith/operation.hpp>
#include <cppsmith/rpc_sink/service.hpp>

#include <string_view>

#if CPPSMITH_RPC_SINK_MODEL != 0x5437bc8fb3cc042e
#error "cppsmith/rpc_sink/peek.hpp and cppsmith/rpc_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::rpc_sink {

#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations" // what describes it names it
#endif

/// Deprecated.
struct [[deprecated]] Peek {
    using service = rpc_sink::service;
    using request = unit;
    using response = unit;
    using errors = error_list<>;
    using traits = operation_traits<unsigned_request>;

    static constexpr std::string_view name = "Peek";
    static constexpr http_binding http{.method = "POST", .uri = "/", .status = 200};
};

static_assert(operation<Peek>);

#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

} // namespace cppsmith::rpc_sink

#endif // CPPSMITH_rpc_sink_PEEK_HPP
