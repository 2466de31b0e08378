// Reading by prediction, where strings, lists and maps are of any size, and of another one than the last.

#include "support/catch.hpp"
#include "support/codec_records.hpp"
#include "support/kitchen_sink.hpp"
#include "support/predicted.hpp"
#include "support/random_values.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace {
namespace json = cppsmith::json;
using cppsmith_tests::predicted;
using cppsmith_tests::random_values;
using kitchen::Sink;
using records::Page;
using records::Thing;
} // namespace

TEST_CASE("records whose strings are longer or shorter than those of the last one", "[json][predict]") {
    random_values random(7);
    for (int round = 0; round < 30; ++round) {
        Page page;
        auto& things = page.things.emplace();
        auto const n = 1 + random.below(40);
        for (std::uint32_t i = 0; i < n; ++i) {
            auto const size = [&] { return round % 3 == 0 ? i % 40 : round % 3 == 1 ? random.below(4) + 14 : random.below(90); };
            Thing thing{.name = std::string(size(), 'n')};
            if (!random.once_in(4)) thing.type = std::string(size(), 't');
            if (!random.once_in(4)) thing.state = random.once_in(2) ? records::State::ACTIVE : records::State::INACTIVE;
            if (!random.once_in(3)) {
                auto& attributes = thing.attributes.emplace();
                for (auto k = random.below(6); k != 0; --k)
                    attributes.insert_or_assign(std::string(k + size(), 'k'), std::string(size(), 'v'));
            }
            if (!random.once_in(3)) thing.groups.emplace(random.below(5), std::string(size(), 'g'));
            if (random.once_in(5)) thing.name = "\xc3\xa9" + std::string(size(), 'n');
            things.push_back(std::move(thing));
        }
        auto const text = json::write(page);
        REQUIRE(predicted<Page>(text));
        REQUIRE(json::read<Page>(text).value() == page);
    }
}

TEST_CASE("strings longer than any window, whose lengths are the same but for what sixteen bits hold", "[json][predict]") {
    Page page;
    for (std::size_t size : {5u, 65541u, 5u, 65536u, 0u, 65535u, 65535u, 131072u, 0u, 65541u, 65541u})
        page.things.emplace(page.things.has_value() ? *page.things : std::vector<Thing>{})
            .push_back({.name = std::string(size, 'n')});
    auto const text = json::write(page);
    REQUIRE(predicted<Page>(text));
    CHECK(json::read<Page>(text).value() == page);
}

TEST_CASE("a quote where the last record had one is another", "[json][predict]") {
    // The second name ends earlier than the first one, at whose length there happens to be a quote too.
    for (std::string const text :
         {R"({"things":[{"name":"0123456"},{"name":"0","type":"x"}]})", R"({"things":[{"name":"abcd"},{"name":"ab"}]})",
          R"({"things":[{"name":"abcdef"},{"name":"ab\"cd"}]})", R"({"things":[{"name":"ab\"c"},{"name":"ab\\"}]})",
          R"({"things":[{"name":"ab"},{"name":"ab"},{"name":"a"},{"name":""},{"name":"abc"}]})"}) {
        predicted<Page>(text);
        auto const page = json::read<Page>(text);
        REQUIRE(page.has_value());
        CHECK(json::write(*page) == text);
    }
}

TEST_CASE("lists of one to five thousand records, and lists of lists", "[json][predict]") {
    for (std::size_t n : {0u, 1u, 2u, 3u, 4u, 5u, 8u, 31u, 32u, 33u, 63u, 64u, 65u, 66u, 127u, 128u, 129u, 1000u, 5000u}) {
        Page page;
        auto& things = page.things.emplace();
        for (std::size_t i = 0; i < n; ++i) {
            things.push_back({.name = "thing-" + std::to_string(i), .version = static_cast<std::int64_t>(i)});
            if (i % 7 == 0) things.back().attributes = {{{"site", std::to_string(i / 7)}, {"rack", "r"}}};
        }
        auto& rows = page.rows.emplace();
        for (std::size_t i = 0; i < n; ++i) rows.emplace_back(i % 9, static_cast<std::int32_t>(i));
        page.indexes.emplace(n % 100);
        page.nextToken = "next";
        auto const text = json::write(page);
        CAPTURE(n);
        REQUIRE(predicted<Page>(text));
        REQUIRE(json::read<Page>(text).value() == page);
    }
}

TEST_CASE("maps of any size, in records and alone, with and without doubled keys", "[json][predict]") {
    Page records;
    auto& things = records.things.emplace();
    for (std::size_t n = 0; n <= 40; ++n) {
        cppsmith::map<records::String, records::String> entries;
        for (std::size_t i = 0; i < n; ++i) entries.insert_or_assign("key" + std::to_string(i * i), std::string(i, 'v'));
        Page alone;
        alone.sections.emplace()["section"] = entries;
        auto const text = json::write(alone);
        REQUIRE(predicted<Page>(text));
        REQUIRE(json::read<Page>(text).value() == alone);
        things.push_back({.name = "up", .attributes = entries});
        things.insert(things.begin() + static_cast<std::ptrdiff_t>(n / 2), {.name = "down", .attributes = std::move(entries)});
    }
    auto const text = json::write(records);
    REQUIRE(predicted<Page>(text));
    CHECK(json::read<Page>(text).value() == records);

    for (std::size_t n : {2u, 3u, 11u, 12u, 13u, 14u, 31u, 32u, 33u, 300u, 70000u}) {
        std::string one = "{\"labels\":{", many = "{\"weights\":{";
        kitchen::map<kitchen::Name, kitchen::Note> last;
        for (std::size_t i = 0; i < n; ++i) {
            auto const key = std::to_string(i * 7919 % (n / 2 + 1)); // about half of them come twice
            last.insert_or_assign(key, std::to_string(i));
            one += (i == 0 ? "\"" : ",\"") + key + "\":\"" + std::to_string(i) + "\"";
            many += (i == 0 ? "\"" : ",\"") + key + "\":[" + std::to_string(i) + "]";
            if (n > 1000 && i > 400) break;
        }
        CAPTURE(n);
        REQUIRE(predicted<Sink>(one + "}}"));
        REQUIRE(predicted<Sink>(many + "}}"));
        auto const sink = json::read<Sink>(one + "}}");
        REQUIRE(sink->labels->size() == last.size());
        auto in_order = last.begin();
        for (auto const& [key, value] : *sink->labels) {
            if (key != in_order->key || value != in_order->value) FAIL(key.view() << " " << value.view());
            ++in_order;
        }
    }
}
