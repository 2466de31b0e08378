// Put, Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_PUT_HPP
#define CPPSMITH_rpc_sink_PUT_HPP

#include <cppsmith/document.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/rpc_sink/branch.hpp>
#include <cppsmith/rpc_sink/filter.hpp>
#include <cppsmith/rpc_sink/gone.hpp>
#include <cppsmith/rpc_sink/letter.hpp>
#include <cppsmith/rpc_sink/service.hpp>
#include <cppsmith/rpc_sink/value.hpp>
#include <cppsmith/rpc_sink/wide.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#if CPPSMITH_RPC_SINK_MODEL != 0x5437bc8fb3cc042e
#error "cppsmith/rpc_sink/put.hpp and cppsmith/rpc_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::rpc_sink {

using Text = text<"Text">;

/// The input of the Put operation.
struct PutRequest {
    required<Text> Account;

    optional<Text> Token{};

    optional<document> Anything{};

    optional<std::vector<optional<std::int32_t>>> Sparse{};

    optional<map<Text, optional<Text>>> SparseMap{};

    optional<Text> Json{};

    optional<std::vector<rpc_sink::Value>> Values{};

    optional<rpc_sink::Value> Value{};

    optional<rpc_sink::Filter> Filter{};

    optional<open_enum<rpc_sink::Letter>> Letter{};

    optional<Text> Path{};

    friend auto operator<=>(PutRequest const&, PutRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(PutRequest, (), (Account, Token, Anything, Sparse, SparseMap, Json, Values, Value, Filter, Letter, Path))

auto shape_of(PutRequest const&)
    -> structure<"PutRequest", member<&PutRequest::Account, as_host_label>, member<&PutRequest::Token, idempotency_token>,
                 member<&PutRequest::Sparse, each<at_least<0>>>>;

/// The output of the Put operation.
struct PutResponse {
    optional<Branch> Root{};

    optional<rpc_sink::Wide> Wide{};

    friend auto operator<=>(PutResponse const&, PutResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(PutResponse, (), (Root, Wide))

auto shape_of(PutResponse const&) -> structure<"PutResponse">;

struct Put {
    using service = rpc_sink::service;
    using request = PutRequest;
    using response = PutResponse;
    using errors = error_list<Gone>;
    using traits = operation_traits<gzip_allowed>;

    static constexpr std::string_view name = "Put";
    static constexpr http_binding http{.method = "POST", .uri = "/", .status = 200, .host_prefix = "data-{Account}."};
};

static_assert(operation<Put>);

} // namespace cppsmith::rpc_sink

#endif // CPPSMITH_rpc_sink_PUT_HPP
