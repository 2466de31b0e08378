// Looking for the next special character: the same place whatever unit of the processor looks, and nothing read outside of the text.

#include "support/catch.hpp"
#include "support/guard_page.hpp"

#include <cppsmith/json/scan.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace codec = cppsmith::json::detail;

namespace {

/// Whether `text[place]` is what is found from many of the places before it.
bool is_found(std::string_view text, std::size_t place) {
    auto const* const end = text.data() + text.size();
    auto const* const found = text.data() + place;
    for (std::size_t from = 0; from <= place; from += 1 + from / 4)
        if (codec::find_special(text.data() + from, end) != found || codec::find_far_special(text.data() + from, end) != found)
            return false;
    return true;
}

} // namespace

TEST_CASE("the next special character, at each place of texts of each length", "[json][scan]") {
    constexpr std::array specials{'"', '\\', '\n', '\0', '\x1f', '\x80', '\xff'};
    for (std::size_t n = 0; n < 200; ++n) {
        cppsmith_tests::guarded_memory const memory(n);
        std::string text(n, '\x7f');
        REQUIRE(is_found(memory.at_back(text), n)); // none: the end
        REQUIRE(is_found(memory.at_front(text), n));
        for (std::size_t place = 0; place < n; ++place) {
            text[place] = specials[place % specials.size()];
            REQUIRE(is_found(memory.at_back(text), place));
            REQUIRE(is_found(memory.at_front(text), place));
            text[place] = "!# [ ]"[place % 6]; // next to special ones
        }
    }
}

TEST_CASE("another one behind it does not matter", "[json][scan]") {
    for (std::size_t place = 0; place < 130; ++place) {
        std::string text(130, 'x');
        text[place] = '"';
        for (std::size_t behind = place + 1; behind < text.size(); behind += 7) text[behind] = '\\';
        REQUIRE(is_found(text, place));
    }
}

TEST_CASE("each byte is special or not to a search, wherever it stands in a block", "[json][scan]") {
    for (unsigned byte = 0; byte < 256; ++byte)
        for (std::size_t at = 0; at < 70; at += 3) {
            std::string text(70, 'x');
            text[at] = static_cast<char>(byte);
            REQUIRE(is_found(text, codec::is_special(text[at]) ? at : text.size()));
        }
}
