// Texts of every length, kept in each way that there is, written in every place where one can stand.

#include <cppsmith/detail/text_storage.hpp>
#include <cppsmith/document.hpp>
#include <cppsmith/json.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include "support/catch.hpp"
#include "support/kitchen_sink.hpp"
#include "support/narrow_sink.hpp"

#include <boost/describe/class.hpp>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>

namespace small {

struct Flag {
    cppsmith::optional<bool> f{};
};

BOOST_DESCRIBE_STRUCT(Flag, (), (f))

auto shape_of(Flag const&) -> cppsmith::structure<"Flag">;

struct Job {
    cppsmith::optional<cppsmith::text<"Token">> t{};
};

BOOST_DESCRIBE_STRUCT(Job, (), (t))

auto shape_of(Job const&) -> cppsmith::structure<"Job", cppsmith::member<&Job::t, cppsmith::idempotency_token>>;

} // namespace small

namespace {

using cppsmith::detail::borrowed_slice;
using cppsmith::detail::copied_slice;
using cppsmith_tests::body_written_narrowly;
using cppsmith_tests::written_narrowly;
using kitchen::Leaf;
using kitchen::Name;
using kitchen::Note;
using kitchen::Sink;

using dom = nlohmann::ordered_json;

/// How a text keeps its characters. `moved` ones, too, where they are few, are copied.
enum class kept { copied, borrowed, moved };

template <class Text> Text made(std::string const& characters, kept how) {
    if (how == kept::copied) return Text(copied_slice{characters});
    if (how == kept::borrowed) return Text(borrowed_slice{characters});
    return Text(std::string(characters));
}

/// The text in each place, beside neighbours that must stay whole. Texts are moved there: copies would all be of one kind.
Sink around(std::string const& characters, kept how) {
    auto const note = [&] { return made<Note>(characters, how); };
    auto const name = [&] { return made<Name>(characters, how); };
    Sink sink;
    sink.note = note();
    sink.small = 7;
    sink.leaf = Leaf{.name = name(), .count = 1};
    auto& notes = sink.notes.emplace();
    notes.push_back(note());
    notes.push_back(note());
    auto& leaves = sink.leaves.emplace();
    leaves.push_back({.name = name()});
    leaves.push_back({.name = name(), .count = 2});
    auto& labels = sink.labels.emplace();
    labels.insert_or_assign(name(), note());
    labels.insert_or_assign("z", note());
    sink.branches.emplace().insert_or_assign(name(), Leaf{.name = name()});
    return sink;
}

std::string expected(std::string const& c) {
    return dom{{"note", c},
               {"small", 7},
               {"leaf", {{"name", c}, {"count", 1}}},
               {"notes", {c, c}},
               {"leaves", {{{"name", c}}, {{"name", c}, {"count", 2}}}},
               {"labels", {{c, c}, {"z", c}}},
               {"branches", {{c, {{"name", c}}}}}}
        .dump();
}

void check(std::string const& characters) {
    auto const text = expected(characters);
    INFO(text);
    for (auto how : {kept::copied, kept::borrowed, kept::moved}) {
        auto const sink = around(characters, how);
        REQUIRE(cppsmith::json::write(sink) == text);
        REQUIRE(written_narrowly(sink) == text);
    }
}

std::string letters(std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += static_cast<char>('a' + i % 25);
    return text;
}

} // namespace

TEST_CASE("what is borrowed stays borrowed on its way into a structure", "[json][write]") {
    std::string const body(20, 'x');
    auto const sink = around(body, kept::borrowed);
    CHECK(sink.note->data() == body.data());
    CHECK((*sink.notes)[1].data() == body.data());
    CHECK(sink.labels->begin()->key.data() == body.data());
    CHECK(around(body, kept::copied).note->data() != body.data());
}

TEST_CASE("texts are written as they are, whatever their length", "[json][write]") {
    for (std::size_t n = 0; n <= 200; ++n) check(letters(n));
}

TEST_CASE("a character that is escaped is found wherever it stands", "[json][write]") {
    for (std::size_t n = 1; n <= 72; ++n)
        for (std::size_t at = 0; at < n; ++at) {
            auto text = letters(n);
            text[at] = "\"\\\n\x01"[(n + at) % 4];
            check(text);
        }
}

TEST_CASE("letters beyond ASCII are found wherever they stand", "[json][write]") {
    for (std::size_t n = 2; n <= 72; ++n)
        for (std::size_t at = 0; at + 1 < n; ++at) check(letters(at) + "\xc3\xa9" + letters(n - at - 2));
}

TEST_CASE("what is small is written into no more room than was asked for", "[json][write]") {
    CHECK(written_narrowly(small::Flag{}) == "{}");
    CHECK(written_narrowly(small::Flag{.f = false}) == R"({"f":false})");
    auto const lists_of = [](std::string const& inner) { return "[" + inner + "," + inner + "]"; };
    for (std::size_t n = 0; n <= 80; ++n) {
        auto const string = '"' + letters(n) + '"';
        for (auto const& text : {string, lists_of(string), "{" + string + ":" + string + "}", "{" + string + ":[]}",
                                 "{" + string + ":{}}", lists_of("{}"), lists_of("[" + string + "]")}) {
            auto const value = cppsmith::document::parse(text);
            REQUIRE(value.has_value());
            REQUIRE(written_narrowly(*value) == text);
        }
    }
}

TEST_CASE("a token of any length is written in the place of an absent one", "[json][write]") {
    CHECK(body_written_narrowly(small::Job{}, "") == "{}");
    for (std::size_t n = 1; n <= 80; ++n)
        REQUIRE(body_written_narrowly(small::Job{}, letters(n)) == R"({"t":")" + letters(n) + "\"}");
}
