// Sparse lists and maps: elements that are null are kept as absent ones; and random values of all shapes that have no fixed form.

#include "support/both_readers.hpp"
#include "support/catch.hpp"
#include "support/open_shapes.hpp"
#include "support/random_values.hpp"
#include "support/value_dom.hpp"
#include "support/wild_writer.hpp"

#include <cppsmith/json.hpp>
#include <cppsmith/protocol/rest_json1.hpp>
#include <cppsmith/validate.hpp>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using cppsmith::optional;
using cppsmith_tests::random_values;
using cppsmith_tests::read_by_all;
using open::Node;
using open::Value;
namespace json = cppsmith::json;

Node read(std::string_view text) {
    INFO(text);
    auto const by_all = read_by_all<Node>(text);
    CHECK(by_all.problem == "");
    auto const node = json::read<Node>(text);
    REQUIRE(node.has_value());
    CHECK(*json::read<Node>(json::write(*node)) == *node);
    return *node;
}

using lines = std::vector<std::string>;
lines found(Node const& node) {
    lines out;
    for (auto const& v : cppsmith::validate(node)) out.push_back(std::string(to_string(v.kind)) + " " + v.pointer);
    CHECK(out.empty() == cppsmith::valid(node));
    return out;
}

} // namespace

TEST_CASE("elements that are null are absent, and written as null", "[sparse][json]") {
    Node const node{.texts = {{"a", std::nullopt, "b"}},
                    .flags = {{true, std::nullopt, false}},
                    .numbers = {{1, std::nullopt}},
                    .nodes = {{Node{.name = "n"}, std::nullopt}},
                    .textByName = {{{"k", std::nullopt}, {"l", "x"}}},
                    .numberByName = {{{"k", std::nullopt}, {"l", 1.5}}},
                    .nodeByName = {{{"k", std::nullopt}, {"l", Node{}}}}};
    constexpr std::string_view text =
        R"({"texts":["a",null,"b"],"flags":[true,null,false],"numbers":[1,null],"nodes":[{"name":"n"},null],)"
        R"("textByName":{"k":null,"l":"x"},"numberByName":{"k":null,"l":1.5},"nodeByName":{"k":null,"l":{}}})";
    CHECK(json::write(node) == text);
    CHECK(read(text) == node);
    CHECK(read_by_all<Node>(text).predicted);
    CHECK(read(R"({ "texts" : [ null ] , "flags" : [ null , null ] , "textByName" : { "\u006b" : null } })").flags->size() == 2);
    CHECK(read(R"({"numbers":[null],"times":[null,[null,"1970-01-01T00:00:01Z"]]})").times->at(1)->at(1) ==
          cppsmith::timestamp{1, 0});
    CHECK(read(R"({"textByName":{"k":"a","k":null}})").textByName->begin()->value == std::nullopt);
    CHECK(read(R"({"value":{"sparse":[null,"a"]}})").value == Value::sparse({std::nullopt, "a"}));
    [] {
        static_assert(json::constant<[] { return Node{.texts = {{"a", std::nullopt}}, .numbers = {{std::nullopt, 5}}}; }>() ==
                      R"({"texts":["a",null],"numbers":[null,5]})");
    }();
}

TEST_CASE("what does not fit in a sparse list or map has its pointer", "[sparse][json]") {
    auto const problem = [](std::string_view text) {
        CHECK(read_by_all<Node>(text).problem == "");
        auto const r = json::read<Node>(text);
        return r.has_value() ? "none" : r.error().code + " " + r.error().pointer;
    };
    CHECK(problem(R"({"texts":[null,1]})") == "wrong_type /texts/1");
    CHECK(problem(R"({"flags":[null,null,"true"]})") == "wrong_type /flags/2");
    CHECK(problem(R"({"nodes":[null,{"nodes":[null,[]]}]})") == "wrong_type /nodes/1/nodes/1");
    CHECK(problem(R"({"numberByName":{"a":null,"b":"x"}})") == "wrong_type /numberByName/b");
    CHECK(problem(R"({"texts":[nul]})") == "not_json ");
    CHECK(problem(R"({"texts":[null)") == "not_json ");
    CHECK(problem(R"({"textByName":{"a":null)") == "not_json ");
    CHECK(problem(R"({"textByName":{"a":nulL}})") == "not_json ");
}

TEST_CASE("absent elements are not judged, but count", "[sparse]") {
    CHECK(found(Node{.texts = {{std::nullopt, "a"}}, .numbers = {{std::nullopt, 5}}}).empty());
    CHECK(found(Node{.numbers = {{std::nullopt, 10}}}) == lines{"range /numbers/1"});
    CHECK(found(Node{.numbers = {{std::nullopt, std::nullopt, std::nullopt, std::nullopt}}}) == lines{"length /numbers"});
    CHECK(found(Node{.texts = {{std::nullopt, std::nullopt}}}) == lines{"unique_items /texts"});
    CHECK(found(Node{.texts = {{std::nullopt, std::string("much too long")}}}) == lines{"length /texts/1"});
    CHECK(found(Node{.numberByName = {{{"a", std::nullopt}, {"b", 10.5}}}}) == lines{"range /numberByName/b"});
    CHECK(found(Node{.value = Value::sparse({std::nullopt, std::nullopt, std::nullopt})}) == lines{"length /value/sparse"});
}

TEST_CASE("absent elements print as null, secret ones not at all", "[sparse]") {
    std::ostringstream out;
    out << Node{.texts = {{"a", std::nullopt}}, .textByName = {{{"k", std::nullopt}}}, .secrets = {{std::nullopt, "MARKER"}}};
    CHECK(out.str() == R"({texts: ["a", null], textByName: {"k": null}, secrets: [null, (sensitive)]})");
}

TEST_CASE("sparse lists and maps in a reply become independent", "[sparse]") {
    auto reply =
        json::read<cppsmith::reply<Node>>(std::string(R"({"texts":[null,"a text"],"textByName":{"a key":"a text","b":null}})"));
    REQUIRE(reply.has_value());
    CHECK(reply->texts->at(1)->is_borrowed());
    auto const own = (*std::move(reply)).own();
    reply = cppsmith::error{};
    CHECK_FALSE(own.texts->at(1)->is_borrowed());
    CHECK_FALSE(own.textByName->begin()->value->is_borrowed());
    CHECK(json::write(own) == R"({"texts":[null,"a text"],"textByName":{"a key":"a text","b":null}})");
}

TEST_CASE("random values of open shapes mean the same to another library, and to all readers",
          "[sparse][recursive][document][json]") {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        INFO(seed);
        random_values random(seed, {.escapes = seed % 2 == 0, .nanoseconds = false, .present = 30 + seed % 60, .longest = 3});
        auto const value = random.value<Node>();
        auto const text = json::write(value);
        if (nlohmann::ordered_json::parse(text) != cppsmith_tests::to_dom(value)) FAIL(text);
        auto const by_all = read_by_all<Node>(text);
        CHECK(by_all.problem == "");
        CHECK(*json::read<Node>(text) == value);
        cppsmith_tests::wild_writer wild(seed, {.shuffled = seed % 3 == 0,
                                                .blanks = seed % 2 == 0,
                                                .unknown = seed % 5 == 0,
                                                .nulls = seed % 3 == 1,
                                                .duplicates = seed % 4 == 0,
                                                .escapes = seed % 7 == 0});
        auto const odd = wild.document(value);
        CHECK(read_by_all<Node>(odd).problem == "");
        auto const read = json::read<Node>(odd);
        if (!read.has_value() || *read != value) FAIL(odd);
    }
}

TEST_CASE("each byte of an open document changed, left out or the last", "[sparse][recursive][document][json]") {
    constexpr std::string_view text =
        R"({"left":{"name":"x"},"children":[{"any":[1,{"a":null},true]}],"value":{"L":[{"S":"s"},{"node":{}},{"large":-1.5e3}]},)"
        R"("texts":["a",null],"textByName":{"k":null,"l":"m"},"times":[null,["1970-01-01T00:00:00Z",null]]})";
    REQUIRE(read_by_all<Node>(text).good);
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (char const c : {'"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', 'n', ' ', '\x01', '\xff', 'e'}) {
            std::string changed(text);
            changed[i] = c;
            if (auto const problem = read_by_all<Node>(changed).problem; !problem.empty()) FAIL(problem << ": " << changed);
        }
        std::string shorter(text);
        shorter.erase(i, 1);
        if (auto const problem = read_by_all<Node>(shorter).problem; !problem.empty()) FAIL(problem << ": " << shorter);
        if (auto const problem = read_by_all<Node>(text.substr(0, i)).problem; !problem.empty())
            FAIL(problem << ": " << text.substr(0, i));
    }
}
