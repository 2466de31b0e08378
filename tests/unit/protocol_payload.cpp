// Payloads: one member that is the whole body, as text, bytes or JSON.

#include <cppsmith/protocol.hpp>

#include "support/catch.hpp"
#include "support/codec_records.hpp"
#include "support/every_binding.hpp"

#include <string>
#include <utility>

namespace {

using cppsmith::blob;
using kitchen::Carry;
using kitchen::Leaf;
using kitchen::Note;
using kitchen::Payload;

template <class T> cppsmith::http_request sent(Payload<T> const& input) {
    return cppsmith::prepare<Carry<T>>(input, {.authority = "h"}).value();
}

template <class T> auto answered(std::string body) {
    return cppsmith::parse<Carry<T>>({.status = 200, .headers = {}, .body = std::move(body)});
}

std::string type_of(cppsmith::http_request const& r) {
    auto const* type = cppsmith::find_header(r.headers, "content-type");
    return type ? *type : "(none)";
}

} // namespace

TEST_CASE("a payload is the body as it is, labelled by its kind", "[payload]") {
    auto const text = sent<Note>({.payload = "a\"\r\n\xc3\xa9"});
    CHECK(text.body == "a\"\r\n\xc3\xa9");
    CHECK(type_of(text) == "text/plain");
    auto const bytes = sent<blob>({.payload = blob(std::string("\0\xff", 2))});
    CHECK(bytes.body == std::string("\0\xff", 2));
    CHECK(type_of(bytes) == "application/octet-stream");
    auto const structure = sent<Leaf>({.payload = Leaf{.name = "a", .count = 1}});
    CHECK(structure.body == R"({"n":"a","count":1})");
    CHECK(type_of(structure) == "application/json");
    CHECK(type_of(sent<blob>({.payload = blob(std::string("x")), .header = "image/png"})) == "image/png");
}

TEST_CASE("a payload that is absent is no body, or an empty structure", "[payload]") {
    CHECK(sent<Note>({}).body.empty());
    CHECK(type_of(sent<Note>({})) == "(none)");
    CHECK(sent<blob>({}).body.empty());
    CHECK(sent<Leaf>({}).body == "{}");
}

TEST_CASE("a union that is the payload is JSON where it is there, and no body otherwise", "[payload]") {
    auto const filled =
        sent<records::Choice>({.payload = records::Choice(std::in_place_index<0>, records::String(std::string("a")))});
    CHECK(filled.body == R"({"S":"a"})");
    CHECK(type_of(filled) == "application/json");
    CHECK(sent<records::Choice>({}).body.empty());
    CHECK(type_of(sent<records::Choice>({})) == "(none)");
    auto const read = answered<records::Choice>(R"({"S":"b"})");
    REQUIRE(read.has_value());
    CHECK((read->payload.value() == records::Choice(std::in_place_index<0>, records::String(std::string("b")))));
    CHECK_FALSE(answered<records::Choice>("").value().value().payload.has_value());
}

TEST_CASE("an error inside a payload has the member's pointer", "[payload]") {
    auto const written = cppsmith::prepare<Carry<Leaf>>({.payload = Leaf{.name = std::string("\xff")}}, {.authority = "h"});
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == "invalid_utf8");
    CHECK(written.error().pointer == "/payload/name");
    for (auto const& [body, pointer] : {std::pair{R"({"count":"x"})", "/payload/count"}, {"[]", "/payload"}, {"5", "/payload"}}) {
        auto const read = answered<Leaf>(body);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == "wrong_type");
        CHECK(read.error().pointer == pointer);
    }
}

TEST_CASE("a payload of a reply borrows the body, and may be owned", "[payload]") {
    auto text = answered<Note>("short");
    REQUIRE(text.has_value());
    auto moved = std::move(text);
    CHECK(moved->payload == "short");
    CHECK(moved->payload->is_borrowed());
    auto const owned = std::move(*moved).own();
    moved = cppsmith::error{};
    CHECK(owned.payload == "short");
    auto const bytes = answered<blob>(std::string("\0\xff", 2));
    REQUIRE(bytes.has_value());
    CHECK(bytes->payload->view() == std::string("\0\xff", 2));
    auto const empty = answered<blob>("");
    REQUIRE(empty.has_value());
    CHECK_FALSE(empty->payload.has_value());
}

TEST_CASE("a structure that is the payload is read like a body", "[payload]") {
    auto const leaf = answered<Leaf>(R"({"n":"a","count":5,"more":[]})");
    REQUIRE(leaf.has_value());
    CHECK(leaf->payload == Leaf{.name = "a", .count = 5});
    auto const none = answered<Leaf>("");
    REQUIRE(none.has_value());
    CHECK_FALSE(none->payload.has_value());
    for (auto const* body : {"oops", "{\"n\":\"a\"", "{\"n\":\"a\"}}", "{\"x\":01}"}) {
        auto const malformed = answered<Leaf>(body);
        REQUIRE(malformed.has_value());
        CHECK((*malformed).malformed());
        CHECK_FALSE(malformed->payload.has_value());
    }
}
