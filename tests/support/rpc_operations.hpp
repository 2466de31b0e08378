// Operations with what few services have: a host prefix, tokens, checksums, compression, former error codes. Written as generated headers are.

#ifndef CPPSMITH_TESTS_SUPPORT_RPC_OPERATIONS_HPP
#define CPPSMITH_TESTS_SUPPORT_RPC_OPERATIONS_HPP

#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/service.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

namespace cppsmith_tests::rpc {

using namespace cppsmith;
using String = text<"String">;

template <class Protocol> struct service_of {
    using protocol = Protocol;
    static constexpr std::string_view id = "Queues", api_version = "2026", endpoint_prefix = "queues", signing_name = "queues";
    static constexpr std::string_view target_prefix = "Queues_2026";
    static constexpr bool query_compatible = true;
};

struct Inner {
    optional<String> Token{};

    friend auto operator<=>(Inner const&, Inner const&) = default;
};

BOOST_DESCRIBE_STRUCT(Inner, (), (Token))

auto shape_of(Inner const&) -> structure<"Inner", member<&Inner::Token, idempotency_token>>;

struct PutInput {
    required<String> Name;
    optional<String> Token{};
    optional<String> Encoding{};
    optional<Inner> Nested{};

    friend auto operator<=>(PutInput const&, PutInput const&) = default;
};

BOOST_DESCRIBE_STRUCT(PutInput, (), (Name, Token, Encoding, Nested))

auto shape_of(PutInput const&)
    -> structure<"PutInput", member<&PutInput::Name, as_host_label>, member<&PutInput::Token, idempotency_token>>;

struct PutOutput {
    optional<String> Id{};

    friend auto operator<=>(PutOutput const&, PutOutput const&) = default;
};

BOOST_DESCRIBE_STRUCT(PutOutput, (), (Id))

auto shape_of(PutOutput const&) -> structure<"PutOutput">;

struct QueueGone {
    optional<String> message{};

    friend auto operator<=>(QueueGone const&, QueueGone const&) = default;
};

BOOST_DESCRIBE_STRUCT(QueueGone, (), (message))

auto shape_of(QueueGone const&) -> structure<"QueueGone", error_response<400>, retryable>;

template <class Protocol> struct put {
    using service = service_of<Protocol>;
    using request = PutInput;
    using response = PutOutput;
    using errors = error_list<QueueGone>;
    static constexpr std::string_view name = "Put";
    static constexpr http_binding http{.method = "POST", .uri = "/", .status = 200, .host_prefix = "data-{Name}."};
};
using Put = put<aws_json1_0>;

struct Peek {
    using service = service_of<aws_json1_1>;
    using request = unit;
    using response = unit;
    using errors = error_list<>;
    using traits = operation_traits<unsigned_request>;
    static constexpr std::string_view name = "Peek";
    static constexpr http_binding http{.method = "POST", .uri = "/"};
};

struct SumInput {
    optional<String> Body{};
    optional<String> Encoding{};
    optional<String> Token{};

    friend auto operator<=>(SumInput const&, SumInput const&) = default;
};

BOOST_DESCRIBE_STRUCT(SumInput, (), (Body, Encoding, Token))

auto shape_of(SumInput const&)
    -> structure<"SumInput", member<&SumInput::Body, as_payload>, member<&SumInput::Encoding, in_header<"Content-Encoding">>,
                 member<&SumInput::Token, in_query<"token">, idempotency_token>>;

template <class... Traits> struct sum {
    using service = service_of<rest_json1>;
    using request = SumInput;
    using response = unit;
    using errors = error_list<>;
    using traits = operation_traits<Traits...>;
    static constexpr std::string_view name = "Sum";
    static constexpr http_binding http{.method = "PUT", .uri = "/sum"};
};

} // namespace cppsmith_tests::rpc

#endif // CPPSMITH_TESTS_SUPPORT_RPC_OPERATIONS_HPP
