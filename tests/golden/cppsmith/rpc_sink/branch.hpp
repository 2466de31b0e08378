// Branch, Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_BRANCH_HPP
#define CPPSMITH_rpc_sink_BRANCH_HPP

#include <cppsmith/optional.hpp>
#include <cppsmith/recursive.hpp>
#include <cppsmith/rpc_sink/service.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/tagged_union.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <utility>
#include <vector>

#if CPPSMITH_RPC_SINK_MODEL != 0x5437bc8fb3cc042e
#error "cppsmith/rpc_sink/branch.hpp and cppsmith/rpc_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::rpc_sink {

struct Branch;
struct Node;
class Twig;

using Text = text<"Text">;

struct Branch {
    optional<std::vector<Node>> Nodes{};

    optional<recursive<Twig>> Choice{};

    friend constexpr bool operator==(Branch const&, Branch const&);
    friend constexpr std::partial_ordering operator<=>(Branch const&, Branch const&);
};

BOOST_DESCRIBE_STRUCT(Branch, (), (Nodes, Choice))

auto shape_of(Branch const&) -> structure<"Branch">;

struct Node {
    optional<recursive<Branch>> Left{};

    optional<recursive<Node>> Next{};

    friend constexpr bool operator==(Node const&, Node const&);
    friend constexpr std::partial_ordering operator<=>(Node const&, Node const&);
};

BOOST_DESCRIBE_STRUCT(Node, (), (Left, Next))

auto shape_of(Node const&) -> structure<"Node">;

class Twig : public tagged_union<recursive<Node>, Text> {
  public:
    using tagged_union::tagged_union;

    static constexpr Twig node(recursive<Node> value);
    constexpr recursive<Node> const* node() const noexcept { return at<0>(); }

    static constexpr Twig text(Text value);
    constexpr Text const* text() const noexcept { return at<1>(); }
};

auto shape_of(Twig const&) -> union_of<"Twig", no_traits, alternative<"node">, alternative<"text">>;

constexpr bool operator==(Branch const& a, Branch const& b) { return equal_members(a, b); }
constexpr std::partial_ordering operator<=>(Branch const& a, Branch const& b) { return compare_members(a, b); }

constexpr bool operator==(Node const& a, Node const& b) { return equal_members(a, b); }
constexpr std::partial_ordering operator<=>(Node const& a, Node const& b) { return compare_members(a, b); }

constexpr Twig Twig::node(recursive<Node> value) { return {std::in_place_index<0>, std::move(value)}; }
constexpr Twig Twig::text(Text value) { return {std::in_place_index<1>, std::move(value)}; }

} // namespace cppsmith::rpc_sink

#endif // CPPSMITH_rpc_sink_BRANCH_HPP
