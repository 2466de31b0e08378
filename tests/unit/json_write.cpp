// json::write: always valid JSON, in the model's spelling, that reads back as the same.

#include <cppsmith/json/write_into.hpp>

#include "support/catch.hpp"
#include "support/kitchen_sink.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace {

namespace json = cppsmith::json;
using kitchen::Color;
using kitchen::Leaf;
using kitchen::Note;
using kitchen::Sink;

std::string note(std::string text) { return json::write(Sink{.note = std::move(text)}); }
std::string precise(double v) { return json::write(Sink{.precise = v}); }
std::string ratio(float v) { return json::write(Sink{.ratio = v}); }

} // namespace

TEST_CASE("only what is present is written, in the model's order and spelling", "[json][write]") {
    CHECK(json::write(Sink{}) == "{}");
    Sink sink;
    sink.operator_ = "+";
    sink.note = "n";
    sink.leaf = Leaf{.name = "a", .count = -3};
    CHECK(json::write(sink) == R"({"note":"n","leaf":{"name":"a","count":-3},"operator":"+"})");
    CHECK(json::write(Leaf{.name = cppsmith::detail::absent_t{}}) == "{}");
    CHECK(json::write(Sink{.flag = false}) == R"({"flag":false})");
}

TEST_CASE("empty lists, maps, structures and texts are written as such", "[json][write]") {
    Sink sink;
    sink.note = "";
    sink.data = cppsmith::blob();
    sink.leaf = cppsmith::detail::make_absent<Leaf>();
    sink.notes.emplace();
    sink.grid.emplace(2);
    sink.labels.emplace();
    CHECK(json::write(sink) == R"({"note":"","data":"","leaf":{},"notes":[],"grid":[[],[]],"labels":{}})");
}

TEST_CASE("lists and maps keep their order", "[json][write]") {
    Sink sink;
    sink.notes = {{"b", "a", "b"}};
    sink.flags = {{true, false, true}};
    sink.leaves = {{{.name = "x"}, {.name = "y", .count = 1}}};
    sink.labels = {{{"b", "1"}, {"a", "2"}}};
    sink.weights = {{{Color::BLUE_GREEN, {1.5, -0.0}}, {cppsmith::unchecked("PINK"), {}}}};
    CHECK(json::write(sink) ==
          R"({"notes":["b","a","b"],"flags":[true,false,true],"leaves":[{"name":"x"},{"name":"y","count":1}],)"
          R"("labels":{"b":"1","a":"2"},"weights":{"blue-green":[1.5,-0],"PINK":[]}})");
}

TEST_CASE("strings are escaped where they have to be, and nowhere else", "[json][write]") {
    CHECK(note("\"\\/\b\f\n\r\t") == R"({"note":"\"\\/\b\f\n\r\t"})");
    CHECK(note(std::string("\0\x01\x1f\x7f", 4)) == "{\"note\":\"\\u0000\\u0001\\u001f\x7f\"}");
    CHECK(note("\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80\xe2\x80\xa8") ==
          "{\"note\":\"\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80\xe2\x80\xa8\"}");
    for (int first = 0; first < 256; ++first)
        for (int second : {0x00, 0x0a, 0x22, 0x41, 0x5c, 0x80, 0xbf, 0xff}) {
            std::string const text{'x', static_cast<char>(first), static_cast<char>(second), 'y'};
            auto const written = note(text);
            if (!nlohmann::json::accept(written)) FAIL(first << ' ' << second);
            bool const valid = cppsmith::detail::is_valid_utf8(text);
            if (valid && nlohmann::json::parse(written)["note"] != text) FAIL(first << ' ' << second);
            std::string buffer;
            if (json::write(Sink{.note = text}, buffer).has_value() != valid) FAIL(first << ' ' << second);
            if (valid && buffer != written) FAIL(first << ' ' << second);
        }
}

TEST_CASE("keys of maps are escaped too", "[json][write]") {
    Sink sink;
    sink.labels.emplace().insert_or_assign(std::string("a\"\n\xff"), "v");
    CHECK(json::write(sink) == "{\"labels\":{\"a\\\"\\n\xef\xbf\xbd\":\"v\"}}");
}

TEST_CASE("invalid UTF-8 becomes a replacement character for each byte, or an error with the pointer", "[json][write]") {
    CHECK(note("a\xff\xc0\x80z") == "{\"note\":\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\"}");
    CHECK(note("\xed\xa0\x80") == "{\"note\":\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"}");
    CHECK(note("\xe6\x97") == "{\"note\":\"\xef\xbf\xbd\xef\xbf\xbd\"}");

    std::string const bad = "\xff";
    struct {
        Sink sink{};
        std::string pointer;
    } cases[8];
    cases[0].sink.note = bad, cases[0].pointer = "/note";
    cases[1].sink.notes = {{"a", bad}}, cases[1].pointer = "/notes/1";
    cases[2].sink.grid = {{{}, {"a", "b", bad}}}, cases[2].pointer = "/grid/1/2";
    cases[3].sink.leaves = {{{.name = "a"}, {.name = bad}}}, cases[3].pointer = "/leaves/1/name";
    cases[4].sink.labels.emplace().insert_or_assign("a~/b", bad), cases[4].pointer = "/labels/a~0~1b";
    cases[5].sink.labels.emplace().insert_or_assign(bad, "v"), cases[5].pointer = "/labels";
    cases[6].sink.operator_ = bad, cases[6].pointer = "/operator";
    cases[7].sink.color = cppsmith::open_enum<Color>(bad), cases[7].pointer = "/color";
    for (auto const& c : cases) {
        std::string buffer = "old";
        auto const done = json::write(c.sink, buffer);
        REQUIRE_FALSE(done);
        CHECK(done.error().stage == cppsmith::stage::prepare);
        CHECK(done.error().code == "invalid_utf8");
        CHECK(done.error().pointer == c.pointer);
        CHECK(nlohmann::json::accept(json::write(c.sink)));
    }
}

TEST_CASE("integers are written whole, to their extremes", "[json][write]") {
    CHECK(json::write(Sink{.small = std::numeric_limits<std::int32_t>::min()}) == R"({"small":-2147483648})");
    CHECK(json::write(Sink{.large = std::numeric_limits<std::int64_t>::min()}) == R"({"large":-9223372036854775808})");
    CHECK(json::write(Sink{.large = std::numeric_limits<std::int64_t>::max()}) == R"({"large":9223372036854775807})");
    CHECK(json::write(Sink{.small = 0}) == R"({"small":0})");
}

TEST_CASE("floating-point numbers are the shortest that read back as the same", "[json][write]") {
    CHECK(precise(0.1) == R"({"precise":0.1})");
    CHECK(precise(1.0) == R"({"precise":1})");
    CHECK(precise(-0.0) == R"({"precise":-0})");
    CHECK(precise(1e22) == R"({"precise":1e+22})");
    CHECK(ratio(0.1f) == R"({"ratio":0.1})");
    using limits = std::numeric_limits<double>;
    for (double const v : {limits::max(), limits::lowest(), limits::min(), limits::denorm_min(), limits::epsilon(), 1.0 / 3,
                           123456789012345680.0, 5e-324, 1e21, 1e-7, 9007199254740993.0}) {
        auto const text = precise(v);
        REQUIRE(nlohmann::json::accept(text));
        CHECK(nlohmann::json::parse(text)["precise"].get<double>() == v);
        CHECK(text.size() <= 12 + 24 + 1);
    }
    CHECK(nlohmann::json::accept(ratio(std::numeric_limits<float>::max())));
    CHECK(nlohmann::json::accept(ratio(std::numeric_limits<float>::denorm_min())));
}

TEST_CASE("what is no finite number is a string", "[json][write]") {
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    CHECK(precise(std::numeric_limits<double>::quiet_NaN()) == R"({"precise":"NaN"})");
    CHECK(precise(-std::numeric_limits<double>::quiet_NaN()) == R"({"precise":"NaN"})");
    CHECK(precise(infinity) == R"({"precise":"Infinity"})");
    CHECK(precise(-infinity) == R"({"precise":"-Infinity"})");
    CHECK(ratio(-std::numeric_limits<float>::infinity()) == R"({"ratio":"-Infinity"})");
}

TEST_CASE("timestamps are epoch seconds whatever their wire format, bytes are base64", "[json][write]") {
    Sink sink{
        .epoch = cppsmith::timestamp{-1, 500'000'000}, .date = cppsmith::timestamp{1, 0}, .http = cppsmith::timestamp{2, 0}};
    sink.data = cppsmith::blob(std::string("\0\xff", 2));
    CHECK(json::write(sink) == R"({"epoch":-0.5,"date":1,"http":2,"data":"AP8="})");
}

TEST_CASE("a timestamp that is none becomes null, or an error with the pointer", "[json][write]") {
    Sink sink;
    sink.times = {{cppsmith::timestamp{0, 0}, cppsmith::timestamp{0, -1}}};
    CHECK(json::write(sink) == R"({"times":[0,null]})");
    std::string buffer;
    auto const done = json::write(sink, buffer);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == "invalid_timestamp");
    CHECK(done.error().pointer == "/times/1");
}

TEST_CASE("a buffer is replaced, and its room is used again", "[json][write]") {
    std::string buffer = "old content";
    Sink const sink{.note = std::string(1000, 'x')};
    REQUIRE(json::write(sink, buffer));
    auto const first = buffer;
    auto const* const where = buffer.data();
    auto const capacity = buffer.capacity();
    for (int i = 0; i < 10; ++i) REQUIRE(json::write(sink, buffer));
    CHECK(buffer == first);
    CHECK(static_cast<void const*>(buffer.data()) == static_cast<void const*>(where));
    CHECK(buffer.capacity() == capacity);
    REQUIRE(json::write(Sink{}, buffer));
    CHECK(buffer == "{}");
    CHECK(buffer.capacity() == capacity);
}

TEST_CASE("a slice of a reply is written as what it holds", "[json][write]") {
    std::string const body = "a\"b";
    Sink const sink{.note = Note(cppsmith::detail::borrowed_slice{body})};
    CHECK(json::write(sink) == R"({"note":"a\"b"})");
}

TEST_CASE("texts are written alike wherever they lie: in place, on the heap, in a string of their own, in a body",
          "[json][write]") {
    std::string buffer;
    auto const writes = [&buffer](Sink const& sink, bool valid, std::string const& expected) {
        return json::write(sink, buffer).has_value() == valid && (!valid || buffer == expected);
    };
    for (std::size_t n = 0; n <= 70; ++n)
        for (char const special : {'x', '"', '\\', '\n', '\x01', '\x80'})
            for (std::size_t at = 0; at <= n; ++at) { // at the end there is none
                std::string text(n, 'x');
                if (at != n) text[at] = special;
                bool const valid = cppsmith::detail::is_valid_utf8(text);
                auto const quoted = valid ? nlohmann::json(text).dump() : std::string();
                Sink copied{.note = Note(cppsmith::detail::copied_slice{text})}, owned{.note = Note(text)}, borrowed, keyed;
                borrowed.note = Note(cppsmith::detail::borrowed_slice{text});
                keyed.labels.emplace().insert_or_assign(text, "v");
                bool good = borrowed.note->is_borrowed() && writes(keyed, valid, "{\"labels\":{" + quoted + ":\"v\"}}");
                for (auto const* sink : {&copied, &owned, &borrowed}) good &= writes(*sink, valid, "{\"note\":" + quoted + "}");
                if (!good) FAIL(n << ' ' << int{special} << ' ' << at << ' ' << buffer);
            }
}
