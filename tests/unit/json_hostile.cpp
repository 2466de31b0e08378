// What a text could do to a reader beyond being no JSON: room for what it does not hold, values that do not fit in hidden places, aliases.

#include <cppsmith/json.hpp>

#include "support/allocations.hpp"
#include "support/catch.hpp"

#include <cppsmith/detail/map_builder.hpp>
#include <cppsmith/document.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/recursive.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <cstddef>
#include <new>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace hostile_test {

using cppsmith::map;
using cppsmith::optional;
using Plain = cppsmith::text<"Plain">;
using Secret = cppsmith::text<"Secret", cppsmith::sensitive>;

struct Maps {
    optional<map<Plain, std::vector<Plain>>> lists{};
    optional<map<Plain, Plain>> plain{};
    optional<map<Secret, Plain>> secret{};
};
BOOST_DESCRIBE_STRUCT(Maps, (), (lists, plain, secret))
auto shape_of(Maps const&) -> cppsmith::structure<"Maps">;

/// Many members, and itself again.
struct Wide {
    optional<Plain> m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23, m24,
        m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37, m38, m39, m40;
    optional<cppsmith::recursive<Wide>> next{};
    optional<std::vector<Wide>> all{};
};
BOOST_DESCRIBE_STRUCT(Wide, (),
                      (m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23,
                       m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37, m38, m39, m40, next, all))
auto shape_of(Wide const&) -> cppsmith::structure<"Wide">;

/// Holds maps of its own kind.
struct tree {
    map<Plain, tree> branches{};
};

/// A value whose construction fails when it is told so, and whose destructor would tell of one that never was.
struct fragile {
    explicit fragile(bool fail) {
        if (fail) throw std::bad_alloc();
    }
    fragile(fragile&& other) noexcept : whole(std::exchange(other.whole, 0)) {}
    fragile(fragile const&) = default;
    fragile& operator=(fragile const&) = default;
    ~fragile() { CHECK((whole == 0 || whole == 0x600d)); }
    int whole = 0x600d;
};

} // namespace hostile_test

using namespace hostile_test;

TEST_CASE("a structure of many members may be as deep as documents are, on any stack", "[json][read][write]") {
    auto const [levels, begin, end] =
        GENERATE(std::tuple{511, R"({"m7":"x","next":)", "}"}, std::tuple{255, R"({"m7":"x","all":[)", "]}"});
    std::string text;
    for (int level = 0; level < levels; ++level) text += begin;
    text += "{}";
    for (int level = 0; level < levels; ++level) text += end;
    auto const predicted = cppsmith::json::read<Wide>(text);
    REQUIRE(predicted.has_value());
    CHECK(cppsmith::json::read<Wide>(" " + text).has_value());
    CHECK(cppsmith::json::read<cppsmith::reply<Wide>>(std::string(text)).has_value());
    CHECK(cppsmith::json::write(*predicted) == text);
}

TEST_CASE("a list keeps room for no more than four times what it holds, or 256 bytes", "[json][read]") {
    auto const longest = GENERATE(6, 90);
    std::string text = R"({"lists":{)";
    for (int i = 0; i < 3000; ++i) {
        text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":[\"\"";
        for (int j = 0; j < i % longest; ++j) text += ",\"\"";
        text += ']';
    }
    text += "}}";
    auto const read = cppsmith::json::read<cppsmith::reply<Maps>>(std::string(text));
    REQUIRE(read.has_value());
    std::size_t held = 0;
    bool fits = true;
    for (auto const& [key, list] : *read->lists) {
        held += list.size();
        fits = fits && list.capacity() <= std::max(4 * list.size(), 1 + 256 / sizeof(Plain));
    }
    CHECK(held > 10'000);
    CHECK(fits);
}

TEST_CASE("the room of a list of things that are alike is guessed from the first four", "[json][read]") {
    auto const length = GENERATE(std::size_t{0}, std::size_t{30});
    std::string text = R"({"lists":{"one":[")";
    for (int i = 0; i < 5000; ++i) text.append(length, 'x') += "\",\"";
    text.append(length, 'x') += "\"]}}";
    auto const read = cppsmith::json::read<cppsmith::reply<Maps>>(std::string(text));
    REQUIRE(read.has_value());
    auto const& list = read->lists->begin()->value;
    CHECK(list.size() == 5001);
    CHECK(list.capacity() < 5001 * 5 / 4); // no growth after that
}

#if defined(__GLIBC__) && !defined(CPPSMITH_TESTS_SANITIZED)
TEST_CASE("maps in maps get no room for what the outer ones had", "[json][read]") {
    constexpr int wide = 8, narrow = 400;
    std::string unit, text = "[";
    for (int level = 0; level < wide; ++level) {
        unit += '{';
        for (int i = 0; i < 31; ++i) unit += "\"\":0,";
        unit += "\"\":";
    }
    for (int level = 0; level < narrow; ++level) unit += "{\"\":";
    unit += '0' + std::string(wide + narrow, '}');
    for (int i = 0; i < 100; ++i) text += (i == 0 ? "" : ",") + unit;
    text += ']';

    auto const before = ::mallinfo2();
    auto const read = cppsmith::json::read<cppsmith::document>(text);
    auto const after = ::mallinfo2();
    REQUIRE(read.has_value());
    auto const held = after.uordblks + after.hblkhd - before.uordblks - before.hblkhd;
    CHECK(held > text.size());
    CHECK(held < 60 * text.size());
}
#endif

TEST_CASE("an entry that does not fit is left out, be the keys hidden or not", "[json][read]") {
    using namespace cppsmith::json::detail;
    for (auto const* const text :
         {R"({"plain":{"a":"1","b":2},"secret":{"a":"1","b":2}})", R"({"plain":{"b":2,"a":"1"},"secret":{"b":2,"a":"1"}})"}) {
        auto maps = cppsmith::detail::make_absent<Maps>();
        auto const found = decode_owning<spelling::wire, false>(text, maps, unknown_members::skip);
        CHECK(found.syntax == walk::ok);
        CHECK_FALSE(found.fits());
        REQUIRE((maps.plain.has_value() && maps.secret.has_value()));
        CHECK(maps.plain->size() == 1);
        CHECK(maps.secret->size() == 1);
    }
}

TEST_CASE("a map may be assigned from one of its own entries, and from itself", "[map]") {
    tree root;
    root.branches["a branch that is long enough for the heap"].branches["a twig that is long enough, too"];
    root.branches = std::move(root.branches.begin()->value.branches);
    REQUIRE(root.branches.size() == 1);
    CHECK(root.branches.begin()->key == "a twig that is long enough, too");

    auto &self = root.branches, &again = root.branches;
    self = std::move(again);
    CHECK(self.size() <= 1);
}

TEST_CASE("an entry that could not be made is not destroyed", "[map]") {
    cppsmith::detail::map_builder<Plain, fragile> entries(nullptr, 4);
    entries.add(std::string_view("a"), false);
    CHECK_THROWS_AS(entries.add(std::string_view("b"), true), std::bad_alloc);
    CHECK(entries.size() == 1);
}
