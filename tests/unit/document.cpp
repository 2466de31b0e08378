// Documents: built, looked into, compared, printed, read and written; as members, elements, values of maps and members of unions.

#include <cppsmith/document.hpp>

#include "support/both_readers.hpp"
#include "support/catch.hpp"

#include <cppsmith/json.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/print.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/tagged_union.hpp>
#include <cppsmith/validate.hpp>

#include <boost/describe/class.hpp>

#include <nlohmann/json.hpp>

#include <cmath>
#include <compare>
#include <limits>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace document_test {

using namespace cppsmith;
using cppsmith::operator<<;

using Name = text<"Name">;

class Either : public tagged_union<document, numeral> {
  public:
    using tagged_union::tagged_union;

    static constexpr Either any(document value) { return {std::in_place_index<0>, std::move(value)}; }
    constexpr document const* any() const noexcept { return at<0>(); }

    static constexpr Either number(numeral value) { return {std::in_place_index<1>, std::move(value)}; }
    constexpr numeral const* number() const noexcept { return at<1>(); }
};
auto shape_of(Either const&) -> union_of<"Either", no_traits, alternative<"any">, alternative<"number">>;

struct Holder {
    optional<document> any{};
    optional<numeral> large{};
    optional<std::vector<document>> list{};
    optional<map<Name, document>> byName{};
    optional<std::vector<numeral>> numbers{};
    optional<Either> either{};
    optional<document> secret{};

    friend auto operator<=>(Holder const&, Holder const&) = default;
};
BOOST_DESCRIBE_STRUCT(Holder, (), (any, large, list, byName, numbers, either, secret))
auto shape_of(Holder const&) -> structure<"Holder", member<&Holder::secret, sensitive>>;

} // namespace document_test

namespace {

using cppsmith::document;
using cppsmith::document_kind;
using cppsmith::numeral;
using cppsmith_tests::read_by_all;
using document_test::Either;
using document_test::Holder;
namespace json = cppsmith::json;

template <class T> std::string printed(T const& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

document sample() {
    return document::object{
        {"name", "lamp"}, {"sizes", document::list{1, 2.5, nullptr}}, {"on", true}, {"none", document::object{}}};
}
constexpr std::string_view sample_json = R"({"name":"lamp","sizes":[1,2.5,null],"on":true,"none":{}})";

} // namespace

TEST_CASE("a document is made of what it shall be", "[document]") {
    CHECK(document().kind() == document_kind::null);
    CHECK(document(nullptr).is_null());
    CHECK(*document(false).as_boolean() == false);
    CHECK(document(-5).as_number()->view() == "-5");
    CHECK(document(18'446'744'073'709'551'615u).as_number()->view() == "18446744073709551615");
    CHECK(document(0.1).as_number()->view() == "0.1");
    CHECK(document(1e300).as_number()->to_double() == 1e300);
    CHECK(document(numeral("1.50")).as_number()->view() == "1.50");
    CHECK(*document("text").as_string() == "text");
    std::string const runtime = "runtime";
    CHECK(*document(runtime).as_string() == "runtime");
    CHECK(*document(runtime.c_str()).as_string() == "runtime");
    CHECK(*document(std::string_view(runtime)).as_string() == "runtime");
    CHECK(*document(std::numeric_limits<double>::quiet_NaN()).as_string() == "NaN");
    CHECK(*document(-std::numeric_limits<double>::infinity()).as_string() == "-Infinity");
    CHECK(document(document::list{}).kind() == document_kind::list);
    CHECK(document(document::object{}).kind() == document_kind::object);

    Holder const holder{.any = "literal", .large = 5, .list = {{1, "two", nullptr, true}}, .byName = {{{"k", 1}}}};
    CHECK(json::write(holder) == R"({"any":"literal","large":5,"list":[1,"two",null,true],"byName":{"k":1}})");
}

TEST_CASE("a document says what it is, and what it is not", "[document]") {
    auto const d = sample();
    REQUIRE(d["name"]);
    CHECK(*d["name"]->as_string() == "lamp");
    CHECK(d["name"]->as_number() == nullptr);
    CHECK(d["name"]->as_list() == nullptr);
    CHECK(d["other"] == nullptr);
    CHECK(d[0] == nullptr);
    CHECK(*(*d["sizes"])[1]->as_number() == numeral(2.5));
    CHECK((*d["sizes"])[3] == nullptr);
    CHECK((*d["sizes"])["name"] == nullptr);
    CHECK(d.at("sizes", 0)->as_number()->to_int64() == 1);
    CHECK(d.at("sizes", 2)->is_null());
    CHECK(d.at("sizes", 3) == nullptr);
    CHECK(d.at("sizes", -1) == nullptr);
    CHECK(d.at("name", "x") == nullptr);
    CHECK(d.at() == &d);
    CHECK(d.as_object()->size() == 4);
}

TEST_CASE("documents are equal if their content is", "[document]") {
    CHECK(sample() == sample());
    CHECK(document(1) == document(numeral("1.0")));
    CHECK(document(1) != document("1"));
    CHECK(document(document::object{{"a", 1}, {"b", 2}}) == document(document::object{{"b", 2}, {"a", 1}}));
    CHECK(document(document::list{1, 2}) != document(document::list{2, 1}));
    CHECK(document(document::object{{"a", 1}, {"a", 2}}) == document(document::object{{"a", 2}}));
    CHECK(document(nullptr) < document(false));
    CHECK(document(document::list{1, 2}) < document(document::list{1, 3}));
    [] {
        static_assert(document("a") == document("a") && document(true) != document(false) && document(nullptr).is_null());
        static_assert(cppsmith::valid(Holder{.any = document::list{"a", document::object{{"b", nullptr}}}, .large = "1e400"}));
        static_assert(json::constant<[] {
                          return Holder{.any = document::list{"a", document::object{{"b", nullptr}}, true}, .large = "1e400"};
                      }>() == R"({"any":["a",{"b":null},true],"large":1e400})");
    }();
}

TEST_CASE("documents print as JSON, with nothing that forges a line", "[document]") {
    CHECK(printed(sample()) == R"({"name": "lamp", "sizes": [1, 2.5, null], "on": true, "none": {}})");
    CHECK(printed(document("a\n\x1b")) == R"("a\n\x1b")");
    CHECK(printed(Holder{.any = 1, .large = "1.50", .secret = "MARKER"}) == "{any: 1, large: 1.50, secret: (sensitive)}");
}

TEST_CASE("documents alone are parsed and written", "[document][json]") {
    CHECK(json::write(sample()) == sample_json);
    auto const read = document::parse(sample_json);
    REQUIRE(read.has_value());
    CHECK(*read == sample());
    for (std::string const text :
         {"null", "true", "false", "0", "-1.5e+3", "\"\"", "\"a\\n\\ud83d\\ude00\"", "[]", "{}", " [ 1 , {\"a\" : [ ] } ] ",
          "[[[[]]]]", "{\"a\":{\"a\":{}}}", "[null,null]", "123456789012345678901234567890.000000000000000000001"}) {
        INFO(text);
        auto const d = json::read<document>(std::string_view(text));
        REQUIRE(d.has_value());
        CHECK(nlohmann::ordered_json::parse(json::write(*d)) == nlohmann::ordered_json::parse(text));
        CHECK(*document::parse(json::write(*d)) == *d);
    }
    CHECK(json::write(*document::parse("[1.0,1e2,-0,12345678901234567890123]")) == "[1.0,1e2,-0,12345678901234567890123]");
    CHECK(json::write(*document::parse(R"({"b":1,"a":2,"b":3})")) == R"({"b":3,"a":2})");
    for (std::string const text :
         {"",           " ",       "nul",         "truex", "01",  "+1",   ".5",    "1.",       "NaN",     "Infinity", "'a'",
          "\"",         "\"\\x\"", "\"\\ud800\"", "[",     "[1",  "[1,]", "[1 2]", "{",        "{\"a\"",  "{\"a\":",  "{\"a\":1",
          "{\"a\":1,}", "{a:1}",   "{1:1}",       "[]]",   "1 2", "]",    ":",     "\"\xff\"", "\"\x01\""}) {
        INFO(text);
        auto const d = document::parse(text);
        REQUIRE_FALSE(d.has_value());
        CHECK(d.error().code == "not_json");
    }
}

TEST_CASE("512 levels of documents, and no more", "[document][json]") {
    for (char const bracket : {'[', '{'}) {
        auto const nested = [bracket](int levels) {
            std::string text, back;
            for (int i = 0; i < levels; ++i) {
                text += bracket == '[' ? "[" : "{\"a\":";
                back += bracket == '[' ? "]" : "}";
            }
            return text + "0" + back;
        };
        auto const d = document::parse(nested(512));
        REQUIRE(d.has_value());
        auto const copy = *d;
        CHECK(copy == *d);
        CHECK(json::write(copy) == nested(512));
        CHECK(printed(copy).size() > 512);
        CHECK(document::parse(nested(513)).error().code == "too_deep");
        CHECK(document::parse(nested(1'000'000)).error().code == "too_deep");
        CHECK(json::read<Holder>("{\"any\":" + nested(511) + "}").has_value());
        CHECK(json::read<Holder>("{\"any\":" + nested(512) + "}").error().code == "too_deep");
    }
}

TEST_CASE("documents are members, elements, values and alternatives", "[document][json]") {
    for (
        std::string const text :
        {R"({"any":{"a":[1,"x",null,true]},"large":123456789012345678901234567890.5,"list":[1,null,"a",[]],"byName":{"k":null,"l":{}}})",
         R"({"numbers":[1,2.5,-1e400],"either":{"any":{"deep":[1]}}})", R"({"either":{"number":1.0}})", R"({"any":null})",
         R"({"any":""})",
         R"({ "any" : [ "\u0041" , { "\u0042" : 1 } ] , "large" : 1 , "list" : [ null ] , "byName" : { "\u0043" : 1 } })",
         R"({"list":[{"a":1},{"a":2}],"secret":"x"})"}) {
        INFO(text);
        auto const read = read_by_all<Holder>(text);
        CHECK(read.problem == "");
        REQUIRE(read.good);
        CHECK(read.predicted == (text.find(' ') == text.npos));
        auto const value = *json::read<Holder>(std::string_view(text));
        CHECK(*json::read<Holder>(json::write(value)) == value);
    }
    auto const value = *json::read<Holder>(R"({"list":[1,null],"byName":{"k":null},"any":null,"numbers":[null,1]})");
    CHECK(value.list->size() == 2);
    CHECK(value.list->at(1).is_null());
    CHECK(value.byName->find("k")->value.is_null());
    CHECK_FALSE(value.any.has_value());
    CHECK(value.numbers->size() == 1);

    auto const problem = [](std::string const& text) {
        CHECK(read_by_all<Holder>(text).problem == "");
        auto const r = json::read<Holder>(std::string_view(text));
        return r.has_value() ? "none" : r.error().code + " " + r.error().pointer + " " + r.error().message;
    };
    CHECK(problem(R"({"large":"1"})") == "wrong_type /large a number was expected, a string was found");
    CHECK(problem(R"({"large":[]})") == "wrong_type /large a number was expected, a list was found");
    CHECK(problem(R"({"numbers":[1,true]})") == "wrong_type /numbers/1 a number was expected, a boolean was found");
    CHECK(problem(R"({"any":[1,tru]})").starts_with("not_json"));
    CHECK(problem(R"({"any":{"a":1,"b"}})").starts_with("not_json"));
}

TEST_CASE("ill-formed texts in documents are replaced, or refused with their pointer", "[document][json]") {
    Holder const holder{.any = document::object{{"list", document::list{1, std::string("\xff")}}}};
    CHECK(json::write(holder) == "{\"any\":{\"list\":[1,\"\xef\xbf\xbd\"]}}");
    std::string buffer;
    CHECK(json::write(holder, buffer).error().pointer == "/any/list/1");
}

TEST_CASE("documents in a reply borrow, and can be made independent", "[document]") {
    auto reply = json::read<cppsmith::reply<Holder>>(
        std::string(R"({"any":{"a":["text of some length",12345678901234567890]},"large":1.5})"));
    REQUIRE(reply.has_value());
    CHECK(reply->any->at("a", 0)->as_string()->is_borrowed());
    CHECK(reply->any->at("a", 1)->as_number()->is_borrowed());
    auto const copied = *(**reply).any;
    auto const own = (*std::move(reply)).own();
    reply = cppsmith::error{};
    CHECK(json::write(copied) == R"({"a":["text of some length",12345678901234567890]})");
    CHECK(json::write(own) == R"({"any":{"a":["text of some length",12345678901234567890]},"large":1.5})");
    CHECK_FALSE(own.any->at("a", 0)->as_string()->is_borrowed());
    CHECK_FALSE(own.any->at("a", 1)->as_number()->is_borrowed());
}
