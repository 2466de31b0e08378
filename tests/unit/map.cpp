// Maps: flat, in the order of insertion, each key once.

#include <cppsmith/map.hpp>

#include <cppsmith/detail/map_builder.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/text.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <compare>
#include <string>
#include <utility>
#include <vector>

namespace {

using Key = cppsmith::text<"Key", cppsmith::length<1, 8>>;
using Value = cppsmith::text<"Value">;
using labels = cppsmith::map<Key, Value>;

std::string listed(labels const& m) {
    std::string out;
    for (auto const& [key, value] : m) out.append(key.view()).append("=").append(value.view()).append(";");
    return out;
}

labels made_from(std::vector<std::pair<std::string, std::string>> const& pairs) {
    cppsmith::detail::map_builder<Key, Value> entries(nullptr, 0);
    for (auto const& [key, value] : pairs) entries.add(std::string_view(key), value);
    labels made;
    entries.finish(made);
    return made;
}

} // namespace

TEST_CASE("a map is written as its entries and keeps their order", "[map]") {
    labels const m{{"b", "1"}, {"a", "2"}, {"c", "3"}};
    CHECK(listed(m) == "b=1;a=2;c=3;");
    CHECK(m.size() == 3);
    cppsmith::optional<labels> const member = {{{"k", "v"}}};
    CHECK(listed(*member) == "k=v;");
    cppsmith::optional<labels> const two = {{{"k", "v"}, {"l", "w"}}};
    CHECK(two->size() == 2);
    CHECK(labels{}.empty());
}

TEST_CASE("of equal keys the last one counts, at the place of the first", "[map]") {
    CHECK(listed(labels{{"a", "1"}, {"b", "2"}, {"a", "3"}}) == "a=3;b=2;");
    CHECK(listed(made_from({{"a", "1"}, {"b", "2"}, {"a", "3"}, {"c", "4"}, {"b", "5"}, {"a", "6"}})) == "a=6;b=5;c=4;");
    CHECK(listed(made_from({{"b", "1"}, {"a", "2"}})) == "b=1;a=2;");
    CHECK(made_from({}).empty());
}

TEST_CASE("entries are found, added, replaced and removed by key", "[map]") {
    labels m{{"a", "1"}};
    CHECK(m.contains("a"));
    CHECK_FALSE(m.contains("A"));
    CHECK_FALSE(m.contains(""));
    CHECK(m.find("a")->value == "1");
    CHECK(m.find("b") == m.end());
    CHECK(m.insert_or_assign("b", "2"));
    CHECK_FALSE(m.insert_or_assign("a", "3"));
    m["c"] = "4";
    m["b"] = "5";
    CHECK(listed(m) == "a=3;b=5;c=4;");
    CHECK(m["d"].empty());
    CHECK(m.erase("a") == 1);
    CHECK(m.erase("a") == 0);
    CHECK(listed(m) == "b=5;c=4;d=;");
    m.clear();
    CHECK(m.empty());
}

TEST_CASE("maps are equal whatever the order, and ordered as if sorted", "[map]") {
    labels const ab{{"a", "1"}, {"b", "2"}}, ba{{"b", "2"}, {"a", "1"}}, ac{{"a", "1"}, {"c", "2"}},
        more{{"a", "1"}, {"b", "2"}, {"c", "3"}};
    CHECK(ab == ba);
    CHECK(std::is_eq(ab <=> ba));
    CHECK_FALSE(ab == ac);
    CHECK(ab < ac);
    CHECK(ab < more);
    CHECK(more < ac);
    CHECK_FALSE(labels{{"a", "1"}} == labels{{"a", "2"}});
    CHECK_FALSE(labels{{"a", "1"}} == labels{});
}

TEST_CASE("large maps are made and compared without comparing every pair of keys", "[map]") {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (int i = 0; i < 100'000; ++i) pairs.emplace_back("key " + std::to_string(i % 60'000), std::to_string(i));
    auto const begin = std::chrono::steady_clock::now();
    auto const forwards = made_from(pairs);
    std::vector<std::pair<std::string, std::string>> reversed;
    for (auto const& [key, value] : forwards) reversed.emplace_back(key, value);
    std::reverse(reversed.begin(), reversed.end());
    auto const backwards = made_from(reversed);
    CHECK(forwards == backwards);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5)); // in pairs it takes minutes
    CHECK(forwards.size() == 60'000);
    CHECK(forwards.find("key 1")->value == "60001");
}
