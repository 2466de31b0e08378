// json::read: what fits is read, what is no JSON is refused wherever it stands, and errors say where and what.

#include <cppsmith/json.hpp>

#include "support/catch.hpp"
#include "support/json_texts.hpp"
#include "support/kitchen_sink.hpp"

#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace {

namespace json = cppsmith::json;
using cppsmith::reply;
using cppsmith::stage;
using kitchen::Color;
using kitchen::Sink;

/// Reads owning and borrowing, which have to agree.
cppsmith::result<Sink> read(std::string const& text, json::read_options const& options = {}) {
    auto owned = json::read<Sink>(std::string_view(text), options);
    auto const borrowed = json::read<reply<Sink>>(std::string(text), options);
    REQUIRE(owned.has_value() == borrowed.has_value());
    if (owned) CHECK(json::write(*owned) == json::write((*borrowed).value())); // not ==: a NaN differs from itself
    else CHECK(owned.error() == borrowed.error());
    return owned;
}

std::string code(std::string const& text, json::read_options const& options = {}) {
    auto const r = read(text, options);
    if (!r) CHECK(r.error().stage == stage::parse);
    return r ? "" : r.error().code;
}

std::string nested(std::size_t levels, std::string const& inner = "") {
    return std::string(levels, '[') + inner + std::string(levels, ']');
}

std::string const everything =
    R"({"note":"n","secret":"s","flag":true,"small":-5,"large":9223372036854775807,"ratio":0.5,"precise":1e-07,"epoch":1.5,"date":2,)"
    R"("http":3,"data":"AP8=","color":"blue-green","leaf":{"name":"a","count":1},"operator":"+","notes":["a","b"],"flags":[true,false],)"
    R"("numbers":[0,-9223372036854775808],"times":[0.5],"leaves":[{"name":"x"},{"name":"y","count":2}],"grid":[[],["a"]],)"
    R"("labels":{"k":"v","l":"w"},"branches":{"b":{"name":"z"}},"weights":{"RED":[1.5,"NaN"],"PINK":[]}})";

} // namespace

TEST_CASE("a member of every kind is read, and written back the same", "[json][read]") {
    auto const sink = read(everything);
    REQUIRE(sink.has_value());
    CHECK(sink->small == -5);
    CHECK(sink->large == std::numeric_limits<std::int64_t>::max());
    CHECK(sink->epoch == cppsmith::timestamp{1, 500'000'000});
    CHECK(sink->data->view() == std::string("\0\xff", 2));
    CHECK(sink->color == Color::BLUE_GREEN);
    CHECK(sink->leaf->name == "a");
    CHECK(sink->leaves->at(1).count == 2);
    CHECK(sink->flags->at(0));
    CHECK(sink->labels->find("l")->value == "w");
    CHECK(sink->weights->begin()->key == Color::RED);
    CHECK(std::isnan(sink->weights->begin()->value.at(1)));
    CHECK(json::write(*sink) == everything);
}

TEST_CASE("null is absent, of duplicates the last one counts, unknown members are skipped", "[json][read]") {
    CHECK(read(R"({"note":null,"leaf":null,"notes":null,"labels":null})").value() == Sink{});
    CHECK(read(R"({"notes":["a",null,"b"]})")->notes->size() == 2);
    CHECK(read(R"({"labels":{"a":null,"b":"1"}})")->labels->size() == 1);
    CHECK(read(R"({"note":"a","note":"b"})")->note == "b");
    CHECK_FALSE(read(R"({"note":"a","note":null})")->note.has_value());
    CHECK(read(R"({"leaf":{"name":"a","count":1},"leaf":{"name":"b"}})")->leaf == kitchen::Leaf{.name = "b"});
    CHECK(json::write(*read(R"({"labels":{"a":"1","b":"2","a":"3"}})")) == R"({"labels":{"a":"3","b":"2"}})");
    CHECK(read(R"({"unknown":{"note":"x"},"note":"a","":1,"Note":"b"})")->note == "a");
    CHECK(read(R"({"\u006eote":"a"})")->note == "a"); // an escaped key is that key
    auto const missing = read(R"({"leaf":{}})");
    REQUIRE(missing.has_value());
    CHECK_FALSE(missing->leaf->name.has_value());
}

TEST_CASE("blanks may stand between any two tokens", "[json][read]") {
    CHECK(json::write(*read(" \t\r\n{ \"note\" :\n\"a\"\t,\r\"notes\" : [ \"b\" , \"c\" ] , \"leaf\" : { } } \n")) ==
          R"({"note":"a","leaf":{},"notes":["b","c"]})");
}

TEST_CASE("escapes are undone", "[json][read]") {
    CHECK(read(R"({"note":"\"\\\/\b\f\n\r\t"})")->note == "\"\\/\b\f\n\r\t");
    CHECK(read(R"({"note":"\u0000\u0041\u00E9\u65e5\ud83d\uDE00z"})")->note ==
          std::string("\0A\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80z", 12));
    CHECK(read(R"({"notes":["\n","\\n","plain"],"labels":{"k\ne":"\t"}})")->labels->find("k\ne")->value == "\t");
    CHECK(read(R"({"color":"blue\u002dgreen"})")->color == Color::BLUE_GREEN);
    CHECK(read(R"({"data":"AP8\u003d"})")->data->size() == 2);
}

TEST_CASE("a text is JSON here exactly where it is JSON elsewhere, in whatever place it stands", "[json][read]") {
    std::size_t valid = 0, invalid = 0;
    for (auto const& text : cppsmith_tests::json_texts()) {
        for (auto const& [before, after] : {std::pair{"", ""},
                                            {"{\"unknown\":", "}"},
                                            {"{\"unknown\":[1,", "],\"note\":\"a\"}"},
                                            {"{\"unknown\":{\"a\":", ",\"b\":[]}}"},
                                            {"{\"note\":", "}"},
                                            {"{\"leaf\":", "}"},
                                            {"{\"notes\":[", "]}"},
                                            {"{\"grid\":[[\"a\",", "]]}"},
                                            {"{\"labels\":{\"k\":", "}}"},
                                            {"{\"weights\":{\"k\":[", "]}}"},
                                            {"{\"flag\":", "}"},
                                            {"{\"large\":", "}"},
                                            {"{\"precise\":", ",\"x\":0}"},
                                            {"{\"data\":", "}"},
                                            {"{\"date\":", "}"}}) {
            auto const whole = before + text + after;
            bool const is_json = cppsmith_tests::is_json(whole);
            ++(is_json ? valid : invalid);
            INFO(whole);
            auto const got = code(whole);
            CHECK((got != "not_json") == is_json);
            if (is_json) CHECK((got.empty() || got == "wrong_type"));
        }
    }
    CHECK(valid > 500);
    CHECK(invalid > 2000);
}

TEST_CASE("a text that ends too early is no JSON, wherever it ends", "[json][read]") {
    for (std::size_t n = 0; n < everything.size(); ++n) {
        CAPTURE(n);
        CHECK(code(everything.substr(0, n)) == "not_json");
    }
    for (auto const& tail : {"}", "]", ",", "x", "{}", "\"", "0", "//"}) CHECK(code(everything + tail) == "not_json");
    CHECK(code(everything + '\0') == "not_json");
}

TEST_CASE("a byte that is changed never makes a text both refused and JSON", "[json][read]") {
    for (std::size_t i = 0; i < everything.size(); ++i)
        for (char const c : {'"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', '.', ' ', '\n', '\x01', '\xff', 'e'}) {
            auto text = everything;
            text[i] = c;
            if ((code(text) != "not_json") != cppsmith_tests::is_json(text)) FAIL(text);
        }
}

TEST_CASE("what does not fit is an error with the member's pointer and what was expected", "[json][read]") {
    for (auto const& [text, pointer, message] : {
             std::tuple{R"({"note":1})", "/note", "a string was expected, a number was found"},
             {R"({"note":{}})", "/note", "a string was expected, an object was found"},
             {R"({"note":[1]})", "/note", "a string was expected, a list was found"},
             {R"({"color":true})", "/color", "a string was expected, a boolean was found"},
             {R"({"flag":"true"})", "/flag", "a boolean was expected, a string was found"},
             {R"({"flag":0})", "/flag", "a boolean was expected, a number was found"},
             {R"({"small":"1"})", "/small", "an integer of 32 bits was expected, a string was found"},
             {R"({"small":1.5})", "/small", "an integer of 32 bits was expected, a number was found"},
             {R"({"small":2147483648})", "/small", "an integer of 32 bits was expected, a number was found"},
             {R"({"large":9223372036854775808})", "/large", "an integer of 64 bits was expected, a number was found"},
             {R"({"large":1e19})", "/large", "an integer of 64 bits was expected, a number was found"},
             {R"({"precise":"1"})", "/precise", "a number was expected, a string was found"},
             {R"({"precise":1e400})", "/precise", "a number was expected, a number was found"},
             {R"({"ratio":"inf"})", "/ratio", "a number was expected, a string was found"},
             {R"({"date":"yesterday"})", "/date", "a timestamp was expected, a string was found"},
             {R"({"date":true})", "/date", "a timestamp was expected, a boolean was found"},
             {R"({"data":"Zg"})", "/data", "a base64 string was expected, a string was found"},
             {R"({"data":5})", "/data", "a base64 string was expected, a number was found"},
             {R"({"leaf":[]})", "/leaf", "an object was expected, a list was found"},
             {R"({"leaf":"x"})", "/leaf", "an object was expected, a string was found"},
             {R"({"leaf":{"count":{}}})", "/leaf/count", "an integer of 32 bits was expected, an object was found"},
             {R"({"notes":{}})", "/notes", "a list was expected, an object was found"},
             {R"({"notes":["a",2]})", "/notes/1", "a string was expected, a number was found"},
             {R"({"leaves":[{},null,{"name":1}]})", "/leaves/2/name", "a string was expected, a number was found"},
             {R"({"grid":[[],["a",[]]]})", "/grid/1/1", "a string was expected, a list was found"},
             {R"({"labels":[]})", "/labels", "an object was expected, a list was found"},
             {R"({"labels":{"a~/b":false}})", "/labels/a~0~1b", "a string was expected, a boolean was found"},
             {R"({"operator":5})", "/operator", "a string was expected, a number was found"},
             {R"({"small":"first","flag":"second"})", "/small", "an integer of 32 bits was expected, a string was found"},
             {R"([])", "", "an object was expected, a list was found"},
             {R"("x")", "", "an object was expected, a string was found"},
             {R"( -1.5e3 )", "", "an object was expected, a number was found"},
             {R"(null)", "", "an object was expected, null was found"},
         }) {
        INFO(text);
        auto const r = read(text);
        REQUIRE_FALSE(r.has_value());
        CHECK(r.error().stage == stage::parse);
        CHECK(r.error().code == "wrong_type");
        CHECK(r.error().pointer == pointer);
        CHECK(r.error().message == message);
    }
}

TEST_CASE("a whole number is an integer however it is written", "[json][read]") {
    // botocore takes whatever Python's json.loads makes of a number, a float for the first five, and hands it on.
    for (auto const& [text, value] :
         {std::pair{"7.0", 7}, {"7e0", 7}, {"0.7E1", 7}, {"700e-2", 7}, {"-3.00", -3}, {"-0", 0}, {"0.0", 0}}) {
        INFO(text);
        CHECK(read(std::string(R"({"small":)") + text + "}")->small == value);
    }
    CHECK(read(R"({"large":9.223372036854775807e18})")->large == std::numeric_limits<std::int64_t>::max());
    CHECK(read(R"({"large":-9223372036854775808.0})")->large == std::numeric_limits<std::int64_t>::min());
    CHECK(read(R"({"numbers":[9007199254740993,9007199254740993.0]})")->numbers ==
          std::vector<std::int64_t>{9007199254740993, 9007199254740993});
    for (auto const* text : {"1.5", "1e-1", "2147483648.0", "21474836480e-1", "1e10", "1e999999999999999999999"}) {
        INFO(text);
        CHECK(read(std::string(R"({"small":)") + text + "}").error().code == "wrong_type");
    }
}

TEST_CASE("a wrong type does not hide that the text is no JSON", "[json][read]") {
    CHECK(code(R"({"small":"x","note":"a)") == "not_json");
    CHECK(code(R"({"small":"x","unknown":[tru]})") == "not_json");
}

TEST_CASE("unknown members can be refused, and are named", "[json][read]") {
    for (auto const& [text, pointer] : {std::pair{R"({"note":"a","Note":1})", "/Note"},
                                        {R"({"leaf":{"n":"x"}})", "/leaf/n"},
                                        {R"({"leaves":[{},{"a/b":{}}]})", "/leaves/1/a~1b"},
                                        {R"({"operator_":""})", "/operator_"}}) {
        auto const r = read(text, {.refuse_unknown_members = true});
        REQUIRE_FALSE(r.has_value());
        CHECK(r.error().code == "unknown_member");
        CHECK(r.error().pointer == pointer);
    }
    CHECK(code(everything, {.refuse_unknown_members = true}).empty());
    CHECK(code(R"({"x":1,"small":"y"})", {.refuse_unknown_members = true}) == "unknown_member");
    CHECK(code(R"({"x":01})", {.refuse_unknown_members = true}) == "not_json");
}

TEST_CASE("512 levels are read, one more is refused, and so are very many", "[json][read]") {
    CHECK(code("{\"u\":" + nested(511) + "}").empty());
    CHECK(code("{\"u\":" + nested(511, "1") + "}").empty());
    CHECK(code("{\"u\":" + nested(511, "\"x\"") + "}").empty());
    CHECK(code("{\"u\":" + nested(512) + "}") == "too_deep");
    CHECK(code("{\"note\":" + nested(512) + "}") == "too_deep");
    CHECK(code("{\"notes\":" + nested(512) + "}") == "too_deep");
    CHECK(code(nested(512)) == "wrong_type");
    CHECK(code(nested(513)) == "too_deep");
    for (auto const& [before, after] :
         {std::pair{"", ""}, {"{\"u\":", "}"}, {"{\"notes\":", "}"}, {"{\"labels\":{\"k\":", "}}"}}) {
        CHECK(code(before + nested(100'000) + after) == "too_deep");
        for (std::string const level : {"[", "{\"a\":"}) {
            std::string text = before;
            for (int i = 0; i < 100'000; ++i) text += level;
            CHECK_FALSE(code(text).empty());
        }
    }
}

TEST_CASE("texts beyond the limit are refused before they are looked at", "[json][read]") {
    CHECK(code("{}", {.max_bytes = 2}).empty());
    CHECK(code("{} ", {.max_bytes = 2}) == "too_large");
    CHECK(code("not JSON at all", {.max_bytes = 2}) == "too_large");
    CHECK(read("{} ", {.max_bytes = 2}).error().message.find("3") != std::string::npos);
}

TEST_CASE("numbers are read to the last bit, what is too small for them is zero", "[json][read]") {
    CHECK(read(R"({"precise":0.1})")->precise == 0.1);
    CHECK(read(R"({"precise":5e-324})")->precise == 5e-324);
    CHECK(read(R"({"precise":1.7976931348623157e308})")->precise == std::numeric_limits<double>::max());
    CHECK(read(R"({"precise":1e-400})")->precise == 0.0);
    CHECK(std::signbit(read(R"({"precise":-1e-99999999999999999999})")->precise.value()));
    CHECK(read("{\"precise\":0." + std::string(400, '0') + "1e20}")->precise == 0.0);
    CHECK(read(R"({"ratio":1e-46})")->ratio == 0.0f);
    CHECK(code(R"({"ratio":1e39})") == "wrong_type");
    CHECK(code("{\"precise\":1" + std::string(400, '0') + "e-20}") == "wrong_type");
    CHECK(code(R"({"precise":1e99999999999999999999})") == "wrong_type");
    CHECK(read(R"({"large":-0})")->large == 0);
    CHECK(read(R"({"large":-9223372036854775808})")->large == std::numeric_limits<std::int64_t>::min());
    CHECK(code(R"({"unknown":1e400})").empty());
}

TEST_CASE("timestamps are read in any format", "[json][read]") {
    for (auto const* text : {R"({"date":1515531081.123})", R"({"date":"2018-01-09T20:51:21.123Z"})",
                             R"({"date":"1515531081.123"})", R"({"date":"Tue, 09 Jan 2018 20:51:21.123 GMT"})"})
        CHECK(read(text)->date == cppsmith::timestamp{1'515'531'081, 123'000'000});
}

TEST_CASE("a map of very many keys takes no longer than its text", "[json][read]") {
    std::string text = "{\"labels\":{";
    for (int i = 0; i < 100'000; ++i) text += "\"" + std::to_string(i) + "\":\"\",";
    text += "\"0\":\"last\"}}";
    auto const begin = std::chrono::steady_clock::now();
    auto const sink = json::read<Sink>(text);
    REQUIRE(sink.has_value());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    CHECK(sink->labels->size() == 100'000);
    CHECK(sink->labels->begin()->value == "last");
}

TEST_CASE("literals, strings and views can be read from", "[json][read]") {
    std::string const text = R"({"note":"a"})";
    CHECK(json::read<Sink>(R"({"note":"a"})")->note == "a");
    CHECK(json::read<Sink>(text)->note == "a");
    CHECK(json::read<Sink>(std::string_view(text))->note == "a");
    CHECK(json::read<Sink>(std::string(text))->note == "a");
    auto const r = json::read<reply<Sink>>(text);
    CHECK(r->note == "a");
}
