// Blobs: bytes, which print as their number alone.

#include <cppsmith/blob.hpp>

#include "support/catch.hpp"

#include <array>
#include <sstream>
#include <string>
#include <utility>

using cppsmith::blob;

TEST_CASE("a blob holds any bytes", "[blob]") {
    std::string const bytes("a\0\xff\n", 4);
    blob const b(bytes);
    CHECK(b.size() == 4);
    CHECK(b.view() == bytes);
    REQUIRE(b.bytes().size() == 4);
    CHECK(b.bytes()[2] == std::byte{0xff});
    CHECK(blob(b.bytes()) == b);
    CHECK(blob().empty());
    CHECK(blob().bytes().empty());
    CHECK(blob(std::span<std::byte const>()).empty());
}

TEST_CASE("a borrowed blob copies into one of its own", "[blob]") {
    std::string body = "bytes that are too many for the short string optimization";
    auto const original = body;
    blob borrowed{cppsmith::detail::borrowed_slice{body}};
    CHECK(borrowed.is_borrowed());
    auto const copy = borrowed;
    auto moved = std::move(borrowed);
    CHECK(moved.is_borrowed());
    moved.own();
    body.assign(body.size(), '#');
    CHECK(copy.view() == original);
    CHECK(moved.view() == original);
}

TEST_CASE("blobs order by their bytes", "[blob]") {
    CHECK(blob(std::string("a")) < blob(std::string("b")));
    CHECK(blob(std::string("a")) < blob(std::string("\xff")));
    CHECK(blob(std::string("a")) == blob(std::string("a")));
}

TEST_CASE("a blob never prints its bytes", "[blob]") {
    std::ostringstream out;
    out << blob(std::string("secret"));
    CHECK(out.str() == "(6 bytes)");
}
