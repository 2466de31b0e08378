// Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_SERVICE_HPP
#define CPPSMITH_rpc_sink_SERVICE_HPP

#include <cppsmith/service.hpp>

#include <string_view>

/// Identifies the model: headers that stem from two models must not meet in one namespace.
#define CPPSMITH_RPC_SINK_MODEL 0x5437bc8fb3cc042e

namespace cppsmith::rpc_sink {

using cppsmith::operator<<; // of whatever this service describes

/// Rpc Sink: What services over awsJson have, and what they share with others.
struct service {
    using protocol = aws_json1_0;

    static constexpr std::string_view id = "Rpc Sink";
    static constexpr std::string_view api_version = "2026-01-01";
    static constexpr std::string_view endpoint_prefix = "rpc";
    static constexpr std::string_view signing_name = "rpc";
    static constexpr std::string_view target_prefix = "RpcSink_20260101";
    static constexpr bool query_compatible = true;
};

} // namespace cppsmith::rpc_sink

#endif // CPPSMITH_rpc_sink_SERVICE_HPP
