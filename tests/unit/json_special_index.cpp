// The index of special characters: the same as looking at each, whatever unit of the processor finds them.

#include "support/catch.hpp"
#include "support/guard_page.hpp"

#include <cppsmith/json/special_index.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace codec = cppsmith::json::detail;

std::vector<std::size_t> special_places(std::string_view text) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (codec::is_special(text[i])) places.push_back(i);
    return places;
}

/// What a reader sees that asks for one after the other.
std::vector<std::size_t> indexed_places(std::string_view text, std::size_t window) {
    codec::special_index index(text, {0, window});
    std::vector<std::size_t> places;
    for (std::uint32_t i = 0; index.find(i); ++i) places.push_back(static_cast<std::size_t>(index[i] - text.data()));
    return places;
}

/// Characters of which `special` in a hundred are.
std::string text_of(std::size_t n, unsigned special, unsigned seed) {
    constexpr std::string_view specials = "\"\\\n\t\x01\x1f\x80\xc3\xff", plain = "az09 !#[]~\x7f";
    std::mt19937 random(seed);
    std::string text;
    for (; text.size() < n;) {
        auto const& among = random() % 100 < special ? specials : plain;
        text += among[random() % among.size()];
    }
    return text;
}

} // namespace

TEST_CASE("each byte is special or not, wherever it stands in a block", "[json][index]") {
    for (unsigned byte = 0; byte < 256; ++byte) {
        auto const c = static_cast<char>(byte);
        CHECK(codec::is_special(c) == (byte < 0x20 || byte >= 0x80 || c == '"' || c == '\\'));
        for (std::size_t at = 0; at < 130; at += 13) {
            std::string text(130, 'x');
            text[at] = c;
            REQUIRE(indexed_places(text, 4096) == special_places(text));
        }
    }
}

TEST_CASE("texts of all lengths are indexed up to their last byte, and no further", "[json][index]") {
    for (std::size_t n = 0; n < 300; ++n) {
        cppsmith_tests::guarded_memory const memory(n);
        for (unsigned special : {0u, 3u, 15u, 60u, 100u}) {
            auto const text = text_of(n, special, static_cast<unsigned>(n));
            for (auto const window : {std::size_t{1}, std::size_t{63}, std::size_t{64}, std::size_t{4096}}) {
                REQUIRE(indexed_places(memory.at_back(text), window) == special_places(text));
                REQUIRE(indexed_places(memory.at_front(text), window) == special_places(text));
            }
        }
    }
}

TEST_CASE("blocks of 16 find what the widest unit finds", "[json][index]") {
    for (std::size_t n = 0; n < 300; ++n) {
        cppsmith_tests::guarded_memory const memory(n);
        for (unsigned special : {0u, 3u, 15u, 60u, 100u}) {
            auto const text = text_of(n, special, static_cast<unsigned>(n) + 1000);
            std::vector<std::uint16_t> offsets(n + 64);
            auto const there = memory.at_back(text);
            offsets.resize(codec::index_specials_blocks(there.data(), n, offsets.data()));
            REQUIRE(std::vector<std::size_t>(offsets.begin(), offsets.end()) == special_places(text));
        }
    }
}

TEST_CASE("texts of many windows, all of whose bytes may be special", "[json][index]") {
    for (unsigned special : {0u, 10u, 100u}) {
        auto const text = text_of(20000, special, special);
        CHECK(indexed_places(text, codec::special_index::most) == special_places(text));
    }
}

TEST_CASE("a reader goes on behind any place, and passes as many as it knows of", "[json][index]") {
    for (auto const window : {std::size_t{1}, std::size_t{5}, std::size_t{64}, std::size_t{4096}}) {
        auto const text = text_of(1000, 30, 7);
        auto const places = special_places(text);
        std::mt19937 random(11);
        codec::special_index index(text, {0, window});
        std::size_t next = 0; // in `places`
        for (std::uint32_t i = 0; index.find(i);) {
            REQUIRE(next < places.size());
            REQUIRE(static_cast<std::size_t>(index[i] - text.data()) == places[next]);
            if (random() % 2 == 0) { // some characters that a reader looks at itself
                auto const behind = places[next] + random() % 40;
                if (behind >= text.size()) break;
                i = index.behind(text.data() + behind, i);
                while (next < places.size() && places[next] <= behind) ++next;
            } else { // a constant with so many in it
                auto const n = static_cast<std::uint32_t>(random() % 9);
                if (next + n >= places.size()) break;
                i += n;
                next += n;
            }
        }
        CHECK(next > places.size() - 60);
    }
}
