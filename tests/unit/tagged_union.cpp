// Unions: one member or an unknown one, made, looked at, read, written, judged and printed.

#include <cppsmith/tagged_union.hpp>

#include "support/catch.hpp"

#include <cppsmith/json.hpp>
#include <cppsmith/print.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/validate.hpp>

#include <boost/describe/class.hpp>

#include <cstdint>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace union_test {

using namespace cppsmith;
using cppsmith::operator<<;

using Short = text<"Short", length<1, 3>>;
using Secret = text<"Secret", sensitive>;

struct Point {
    required<std::int32_t> x;
    friend auto operator<=>(Point const&, Point const&) = default;
};
BOOST_DESCRIBE_STRUCT(Point, (), (x))
auto shape_of(Point const&) -> structure<"Point">;

class Value : public tagged_union<Short, std::int32_t, std::vector<Short>, Point, Secret> {
  public:
    using tagged_union::tagged_union;

    static constexpr Value S(Short value) { return {std::in_place_index<0>, std::move(value)}; }
    constexpr Short const* S() const noexcept { return at<0>(); }
    static constexpr Value N(std::int32_t value) { return {std::in_place_index<1>, std::move(value)}; }
    constexpr std::int32_t const* N() const noexcept { return at<1>(); }
    static constexpr Value L(std::vector<Short> value) { return {std::in_place_index<2>, std::move(value)}; }
    constexpr std::vector<Short> const* L() const noexcept { return at<2>(); }
    static constexpr Value P(Point value) { return {std::in_place_index<3>, std::move(value)}; }
    constexpr Point const* P() const noexcept { return at<3>(); }
    static constexpr Value hidden(Secret value) { return {std::in_place_index<4>, std::move(value)}; }
    constexpr Secret const* hidden() const noexcept { return at<4>(); }
};
auto shape_of(Value const&) -> union_of<"Value", no_traits, alternative<"S">, alternative<"N", range<1, 9>>,
                                        alternative<"L", length<1, 2>>, alternative<"P">, alternative<"hidden">>;

struct Holder {
    optional<Value> value{};
    optional<std::vector<Value>> list{};
    friend auto operator<=>(Holder const&, Holder const&) = default;
};
BOOST_DESCRIBE_STRUCT(Holder, (), (value, list))
auto shape_of(Holder const&) -> structure<"Holder">;

} // namespace union_test

namespace {

using cppsmith::policy;
using union_test::Holder;
using union_test::Point;
using union_test::Value;
namespace json = cppsmith::json;

template <class T> std::string printed(T const& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

std::vector<std::string> found(Holder const& holder, policy p = policy::strict) {
    std::vector<std::string> lines;
    for (auto const& v : cppsmith::validate(holder, p)) lines.push_back(std::string(to_string(v.kind)) + " " + v.pointer);
    CHECK(lines.empty() == cppsmith::valid(holder, p));
    return lines;
}
using lines = std::vector<std::string>;

Holder read(std::string const& text) {
    auto holder = json::read<Holder>(text);
    INFO(text);
    REQUIRE(holder.has_value());
    CHECK(json::write(*json::read<Holder>(json::write(*holder))) == json::write(*holder));
    return *holder;
}

} // namespace

TEST_CASE("a union holds one member", "[union]") {
    auto const text = Value::S("abc");
    REQUIRE(text.S());
    CHECK(*text.S() == "abc");
    CHECK_FALSE(text.N());
    CHECK(text == Value::S(std::string("abc")));
    CHECK(text != Value::N(1));
    CHECK(Value::N(1) < Value::N(2));
    CHECK_FALSE(Value().has_member());
    Holder const holder{.value = Value::N(5), .list = {{Value::S("a"), Value::P({.x = 1})}}};
    CHECK(*holder.value->N() == 5);
    CHECK(holder == Holder(holder));
    [] { static_assert(cppsmith::valid(Holder{.value = Value::N(5)}) && !cppsmith::valid(Holder{.value = Value::N(10)})); }();
}

TEST_CASE("unions are written and read", "[union]") {
    Holder const holder{.value = Value::S("\"a"), .list = {{Value::N(-1), Value::L({{"x", "y"}}), Value::P({.x = 1})}}};
    CHECK(json::write(holder) == R"({"value":{"S":"\"a"},"list":[{"N":-1},{"L":["x","y"]},{"P":{"x":1}}]})");
    CHECK(read(json::write(holder)) == holder);
    CHECK(*read(R"({"value":{"S":null,"N":7,"__type":"Value"}})").value == Value::N(7));
    CHECK_FALSE(read(R"({"value":{}})").value->has_member());
    for (auto const* wrong : {R"({"value":{"S":"a","N":1}})", R"({"value":[]})", R"({"value":"S"})"}) {
        auto const refused = json::read<Holder>(std::string(wrong));
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == "wrong_type");
        CHECK(refused.error().pointer == "/value");
    }
    CHECK(json::read<Holder>(std::string(R"({"value":{"N":"x"}})")).error().pointer == "/value/N");
    CHECK_FALSE(json::read<Holder>(std::string(R"({"value":{"N":tru}})")).has_value());
}

TEST_CASE("a member that the model does not have is kept", "[union]") {
    for (std::string const value : {"1.50", "\"a\\\"}\"", "[1, {\"a\": \"]\"}]", "{\"}\":\"{\\\\\"}", "true"}) {
        auto const holder = read(R"({"value":{"New":)" + value + "} , \"list\":[]}");
        REQUIRE(holder.value->unknown_member());
        CHECK(holder.value->unknown_member()->name == "New");
        CHECK(holder.value->unknown_member()->json == value);
        CHECK(json::write(holder) == R"({"value":{"New":)" + value + "},\"list\":[]}");
        CHECK(found(holder) == lines{"enum_value /value"});
        CHECK(found(holder, policy::parity).empty());
        CHECK(printed(holder) == "{value: {New: (unknown)}, list: []}");
    }
    CHECK_FALSE(json::read<Holder>(std::string(R"({"value":{"New":[1}})")).has_value());
    CHECK(json::read<Holder>(std::string(R"({"value":{"New":1}})"), {.refuse_unknown_members = true}).error().code ==
          "unknown_member");
}

TEST_CASE("members of unions are judged where they are", "[union]") {
    CHECK(found(Holder{.value = Value::S(std::string("abcd"))}) == lines{"length /value/S"});
    CHECK(found(Holder{.list = {{Value::N(5), Value::N(10)}}}) == lines{"range /list/1/N"});
    CHECK(found(Holder{.value = Value::L({})}, policy::parity) == lines{"length /value/L"});
    CHECK(found(Holder{.value = Value()}, policy::parity) == lines{"required /value"});
    CHECK(found(Holder{.value = Value::P(cppsmith::detail::make_absent<Point>())}) == lines{"required /value/P/x"});
}

TEST_CASE("unions print", "[union]") {
    CHECK(printed(Value::S("abc")) == R"({S: "abc"})");
    CHECK(printed(Value()) == "{}");
    CHECK(printed(Value::hidden("MARKER")) == "{hidden: (sensitive)}");
    CHECK(printed(Holder{.value = Value::P({.x = 1})}) == "{value: {P: {x: 1}}}");
}

TEST_CASE("a union in a reply borrows, and can be made independent", "[union]") {
    auto reply = json::read<cppsmith::reply<Holder>>(std::string(R"({"value":{"S":"abc"}})"));
    REQUIRE(reply.has_value());
    auto const own = (*std::move(reply)).own();
    CHECK(*own.value->S() == "abc");
    CHECK_FALSE(own.value->S()->is_borrowed());
}
