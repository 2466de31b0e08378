// A text out of many pieces, and the list that is short nearly always: below and beyond what they hold without the heap.

#include <cppsmith/detail/short_list.hpp>
#include <cppsmith/detail/text_builder.hpp>

#include "support/catch.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace detail = cppsmith::detail;

TEST_CASE("a builder appends like a string, however long it grows", "[text_builder]") {
    detail::text_builder built;
    std::string expected;
    CHECK(built.view().empty());
    for (std::size_t i = 0; i < 300; ++i) {
        std::string const piece(i % 37, static_cast<char>('A' + i % 26));
        built.append(std::string_view(piece)) += ';';
        built.append("literal").append_lower_case(piece);
        expected += piece + ";literal";
        for (char const c : piece) expected += static_cast<char>(c - 'A' + 'a');
        REQUIRE(built.view() == expected);
        REQUIRE(built.size() == expected.size());
    }
    CHECK(built.text() == expected);
    built.shorten(5);
    built.append(std::string_view{}).append("!");
    CHECK(built.text() == expected.substr(0, 5) + "!");
}

TEST_CASE("several pieces stand one behind the other, wherever the room ends", "[text_builder]") {
    std::string const name = "name";
    for (std::size_t filled = 1000; filled < 1030; ++filled) {
        detail::text_builder built;
        built.append(std::string(filled, 'x'));
        built.append(name, ':', std::string_view("value"), "; literal", '\n', std::string_view());
        CHECK(built.view() == std::string(filled, 'x') + "name:value; literal\n");
    }
}

TEST_CASE("a piece that is longer than the builder's own room fits", "[text_builder]") {
    for (std::size_t size = 1020; size < 1030; ++size) {
        detail::text_builder built;
        std::string const piece(size, 'x');
        built.append(std::string_view(piece));
        built += 'y';
        CHECK(built.text() == piece + 'y');
    }
    detail::text_builder built;
    built.append(std::string_view(std::string(10'000, 'x')));
    CHECK(built.size() == 10'000);
}

TEST_CASE("digests are written in digits of lower case", "[text_builder]") {
    std::array<unsigned char, 32> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<unsigned char>(i * 17 + (i > 15 ? 8 : 0));
    detail::text_builder built;
    CHECK(built.append_hex(bytes).view() == "00112233445566778899aabbccddeeff18293a4b5c6d7e8fa0b1c2d3e4f50617");
}

TEST_CASE("a list goes to the heap when it is not short", "[short_list]") {
    detail::short_list<int, 4> list;
    std::vector<int> expected;
    for (int i = 0; i < 20; ++i) {
        list.push_back(i);
        expected.push_back(i);
        REQUIRE(std::vector<int>(list.begin(), list.end()) == expected);
    }
    for (int i = 0; i < 22; ++i) {
        list.pop_back_if_any();
        if (!expected.empty()) expected.pop_back();
        REQUIRE(std::vector<int>(list.begin(), list.end()) == expected);
    }
    for (int i = 0; i < 6; ++i) list.push_back(-i); // the other way round once more
    CHECK(std::vector<int>(list.begin(), list.end()) == std::vector<int>{0, -1, -2, -3, -4, -5});
}
