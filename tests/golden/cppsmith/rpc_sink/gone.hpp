// Gone, Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_GONE_HPP
#define CPPSMITH_rpc_sink_GONE_HPP

#include <cppsmith/optional.hpp>
#include <cppsmith/rpc_sink/service.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_RPC_SINK_MODEL != 0x5437bc8fb3cc042e
#error "cppsmith/rpc_sink/gone.hpp and cppsmith/rpc_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::rpc_sink {

using Text = text<"Text">;

struct Gone {
    optional<Text> message{};

    friend auto operator<=>(Gone const&, Gone const&) = default;
};

BOOST_DESCRIBE_STRUCT(Gone, (), (message))

auto shape_of(Gone const&) -> structure<"Gone", error_response<404, "Rpc.Gone">>;

} // namespace cppsmith::rpc_sink

#endif // CPPSMITH_rpc_sink_GONE_HPP
