// Shapes without a fixed form: they contain themselves, have documents in them, and lists and maps that are sparse.

#ifndef CPPSMITH_TESTS_SUPPORT_OPEN_SHAPES_HPP
#define CPPSMITH_TESTS_SUPPORT_OPEN_SHAPES_HPP

#include <cppsmith/document.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/numeral.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/print.hpp>
#include <cppsmith/recursive.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/tagged_union.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/timestamp.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

namespace open {

using cppsmith::operator<<;

using cppsmith::document;
using cppsmith::map;
using cppsmith::numeral;
using cppsmith::optional;
using cppsmith::recursive;
using cppsmith::timestamp;
using Name = cppsmith::text<"Name", cppsmith::length<0, 9>>;
using Secret = cppsmith::text<"Secret", cppsmith::sensitive>;

struct Node;

class Value : public cppsmith::tagged_union<Name, std::vector<Value>, map<Name, Value>, recursive<Node>, document, numeral,
                                            std::vector<optional<Name>>> {
  public:
    using tagged_union::tagged_union;

    static constexpr Value S(Name value);
    static constexpr Value L(std::vector<Value> value);
    static constexpr Value node(recursive<Node> value);
    static constexpr Value sparse(std::vector<optional<Name>> value);
};

struct Node {
    optional<Name> name{};
    optional<recursive<Node>> left{};
    optional<std::vector<Node>> children{};
    optional<map<Name, Node>> named{};
    optional<Value> value{};
    optional<document> any{};
    optional<std::vector<document>> many{};
    optional<numeral> large{};
    optional<std::vector<optional<Name>>> texts{};
    optional<std::vector<optional<bool>>> flags{};
    optional<std::vector<optional<std::int64_t>>> numbers{};
    optional<std::vector<optional<Node>>> nodes{};
    optional<map<Name, optional<Name>>> textByName{};
    optional<map<Name, optional<double>>> numberByName{};
    optional<map<Name, optional<Node>>> nodeByName{};
    optional<std::vector<optional<std::vector<optional<timestamp>>>>> times{};
    optional<std::vector<optional<Secret>>> secrets{};

    friend constexpr bool operator==(Node const&, Node const&);
    friend constexpr std::partial_ordering operator<=>(Node const&, Node const&);
};

BOOST_DESCRIBE_STRUCT(Node, (),
                      (name, left, children, named, value, any, many, large, texts, flags, numbers, nodes, textByName,
                       numberByName, nodeByName, times, secrets))

auto shape_of(Value const&)
    -> cppsmith::union_of<"Value", cppsmith::no_traits, cppsmith::alternative<"S">, cppsmith::alternative<"L">,
                          cppsmith::alternative<"M">, cppsmith::alternative<"node">, cppsmith::alternative<"any">,
                          cppsmith::alternative<"large">, cppsmith::alternative<"sparse", cppsmith::length<0, 2>>>;
auto shape_of(Node const&) -> cppsmith::structure<
    "Node", cppsmith::member<&Node::numbers, cppsmith::length<0, 3>, cppsmith::each<cppsmith::range<0, 9>>>,
    cppsmith::member<&Node::texts, cppsmith::unique_items>,
    cppsmith::member<&Node::numberByName, cppsmith::values<cppsmith::range<0, 9>>>,
    cppsmith::member<&Node::times, cppsmith::each<cppsmith::each<cppsmith::format<cppsmith::timestamp_format::date_time>>>>>;

constexpr bool operator==(Node const& a, Node const& b) { return cppsmith::equal_members(a, b); }
constexpr std::partial_ordering operator<=>(Node const& a, Node const& b) { return cppsmith::compare_members(a, b); }

constexpr Value Value::S(Name value) { return {std::in_place_index<0>, std::move(value)}; }
constexpr Value Value::L(std::vector<Value> value) { return {std::in_place_index<1>, std::move(value)}; }
constexpr Value Value::node(recursive<Node> value) { return {std::in_place_index<3>, std::move(value)}; }
constexpr Value Value::sparse(std::vector<optional<Name>> value) { return {std::in_place_index<6>, std::move(value)}; }

} // namespace open

#endif // CPPSMITH_TESTS_SUPPORT_OPEN_SHAPES_HPP
