// Discover, Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_DISCOVER_HPP
#define CPPSMITH_rpc_sink_DISCOVER_HPP

#include <cppsmith/operation.hpp>
#include <cppsmith/rpc_sink/node.hpp>
#include <cppsmith/rpc_sink/service.hpp>

#include <string_view>

#if CPPSMITH_RPC_SINK_MODEL != 0x5437bc8fb3cc042e
#error "cppsmith/rpc_sink/discover.hpp and cppsmith/rpc_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::rpc_sink {

struct Discover {
    using service = rpc_sink::service;
    using request = Node;
    using response = unit;
    using errors = error_list<>;
    using traits = operation_traits<unsigned_payload, checksum_required, discovers_endpoint>;

    static constexpr std::string_view name = "Discover";
    static constexpr http_binding http{.method = "POST", .uri = "/", .status = 200};
};

static_assert(operation<Discover>);

} // namespace cppsmith::rpc_sink

#endif // CPPSMITH_rpc_sink_DISCOVER_HPP
