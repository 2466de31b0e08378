// Open enumerations: known values, and those that only a newer service knows.

#include <cppsmith/open_enum.hpp>
#include <cppsmith/optional.hpp>

#include "support/kitchen_sink.hpp"

#include "support/catch.hpp"

#include <sstream>
#include <string>
#include <type_traits>
#include <utility>

namespace {

using cppsmith::open_enum;
using kitchen::Color;

static_assert(open_enum<Color>(Color::RED).view() == "RED");
static_assert(open_enum<Color>("GREEN").known() == Color::GREEN);
static_assert(open_enum<Color>("blue-green") == Color::BLUE_GREEN, "the wire's spelling, not the enumerator's");
static_assert(open_enum<Color>(cppsmith::unchecked("PINK")).known() == std::nullopt);
static_assert(open_enum<Color>(cppsmith::unchecked("RED")) == Color::RED);
static_assert(!std::is_constructible_v<open_enum<Color>, int> && !std::is_default_constructible_v<open_enum<Color>>);

} // namespace

TEST_CASE("a text that is one of the model's values is that enumerator", "[open_enum]") {
    for (auto const color : {Color::RED, Color::GREEN, Color::BLUE_GREEN}) {
        open_enum<Color> const made(color);
        open_enum<Color> const read(made.str());
        CHECK(read.known() == color);
        CHECK(read == made);
        CHECK(read == color);
    }
    char buffer[] = "RED";
    char const* pointer = buffer;
    CHECK(open_enum<Color>(buffer) == Color::RED);
    CHECK(open_enum<Color>(pointer) == Color::RED);
    CHECK(open_enum<Color>(std::string_view(buffer)) == Color::RED);
}

TEST_CASE("an unknown text is kept as it is, and is no enumerator", "[open_enum]") {
    for (std::string const wire : {"PINK", "red", "RED ", "", "BLUE_GREEN"}) {
        CAPTURE(wire);
        open_enum<Color> const e(wire);
        CHECK_FALSE(e.known());
        CHECK(e.view() == wire);
        CHECK(e == wire);
        CHECK(e != Color::RED);
        auto const copy = e;
        CHECK(copy == e);
    }
}

TEST_CASE("an unknown value that is borrowed copies into one of its own", "[open_enum]") {
    std::string body = "a value from the future that is long enough for the heap";
    auto const original = body;
    open_enum<Color> borrowed(cppsmith::detail::borrowed_slice{body});
    CHECK(borrowed.is_borrowed());
    auto const copy = borrowed;
    auto const moved = std::move(borrowed);
    CHECK(moved.is_borrowed());
    auto owned = moved;
    owned.own();
    body.assign(body.size(), '#');
    CHECK(copy == original);
    CHECK(owned == original);
    CHECK_FALSE(copy.is_borrowed());
}

TEST_CASE("a known value borrows nothing", "[open_enum]") {
    std::string body = "GREEN";
    open_enum<Color> const known(cppsmith::detail::borrowed_slice{body});
    body = "#####";
    CHECK_FALSE(known.is_borrowed());
    CHECK(known == Color::GREEN);
}

TEST_CASE("assignment moves between known and unknown", "[open_enum]") {
    open_enum<Color> e = Color::RED;
    e = open_enum<Color>(std::string("PINK"));
    CHECK(e == "PINK");
    CHECK_FALSE(e.known());
    e = Color::GREEN;
    CHECK(e == "GREEN");
    CHECK(e.known() == Color::GREEN);
    e = "RED";
    CHECK(e == Color::RED);
}

TEST_CASE("enumerations order by their text and print it", "[open_enum]") {
    CHECK(open_enum<Color>(Color::GREEN) < open_enum<Color>(Color::RED));
    CHECK(open_enum<Color>(std::string("A")) < open_enum<Color>(Color::GREEN));
    std::ostringstream out;
    out << open_enum<Color>(Color::BLUE_GREEN) << ' ' << open_enum<Color>(std::string("PINK"));
    CHECK(out.str() == "blue-green PINK");
    cppsmith::optional<open_enum<Color>> const given = "RED", also = Color::RED;
    CHECK(given == also);
    CHECK(given == Color::RED);
}

TEST_CASE("an enumerator from nowhere has no text", "[open_enum]") {
    CHECK(open_enum<Color>(static_cast<Color>(99)).view().empty());
    CHECK(open_enum<Color>(static_cast<Color>(-1)).view().empty());
}
