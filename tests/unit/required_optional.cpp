// required and optional members: what makes them, what reads them, and what they hold when nothing was given.

#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>

#include "support/kitchen_sink.hpp"

#include "support/catch.hpp"

#include <cppsmith/detail/member_access.hpp>

#include <algorithm>
#include <compare>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using cppsmith::optional;
using cppsmith::required;
using cppsmith::detail::absent_t;
using Name = cppsmith::text<"Name", cppsmith::length<1, 5>>;

template <class T> std::string printed(T const& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

struct aggregate {
    required<Name> name;
    optional<bool> flag{};
    optional<std::vector<Name>> names{};
};

static_assert(std::is_copy_constructible_v<aggregate> && std::is_nothrow_move_constructible_v<aggregate>);
static_assert(required<Name>("abc")->view() == "abc");
static_assert(optional<Name>("abc")->view() == "abc" && !optional<Name>().has_value());
static_assert(optional<std::int64_t>(5) == 5 && optional<double>(5) == 5.0 && optional<double>(1.5f) == 1.5);
static_assert(std::is_convertible_v<required<Name> const&, std::string_view>);
static_assert(!std::is_convertible_v<optional<bool>, bool>, "absent and false are two things");

} // namespace

TEST_CASE("a required member holds what it was given", "[required]") {
    aggregate const a{.name = "abc"};
    CHECK(a.name.has_value());
    CHECK(a.name == "abc");
    CHECK(*a.name == "abc");
    CHECK(a.name->size() == 3);
    std::string_view const view = a.name;
    CHECK(view == "abc");
    Name const& value = a.name;
    CHECK(value == "abc");
    std::string run_time = "longer than five, which is judged by validate alone";
    CHECK(aggregate{.name = run_time}.name == run_time);
    CHECK(aggregate{.name = run_time.c_str()}.name == run_time);
    CHECK(aggregate{.name = cppsmith::unchecked("longer than five")}.name == "longer than five");
    char buffer[] = "buf";
    CHECK(aggregate{.name = buffer}.name == "buf");
}

TEST_CASE("a required member that a decoder left absent says so, and throws when it is read", "[required]") {
    required<Name> const missing = absent_t{};
    CHECK_FALSE(missing.has_value());
    CHECK_THROWS_AS(missing.value(), std::bad_optional_access);
    CHECK_THROWS_AS(*missing, std::bad_optional_access);
    CHECK_THROWS_AS(missing->size(), std::bad_optional_access);
    CHECK_THROWS_AS([&] { return std::string_view(missing); }(), std::bad_optional_access);
    CHECK_FALSE(missing == "");
    CHECK(missing == required<Name>(absent_t{}));
    CHECK(missing != required<Name>("a"));
    CHECK(missing < required<Name>("a"));
    CHECK(printed(missing) == "(absent)");
}

TEST_CASE("a required member can be changed in place and moved out of", "[required]") {
    aggregate a{.name = "abc"};
    a.name = "de";
    CHECK(a.name == "de");
    a.name.value() = std::string("fgh");
    CHECK(a.name == "fgh");
    Name const taken = std::move(a.name).value();
    CHECK(taken == "fgh");
}

TEST_CASE("an optional member is absent until it is given", "[optional]") {
    aggregate a{.name = "abc"};
    CHECK_FALSE(a.flag.has_value());
    CHECK_FALSE(static_cast<bool>(a.flag));
    CHECK(a.flag == std::nullopt);
    CHECK_FALSE(a.flag == false); // absent is not false
    CHECK_THROWS_AS(a.flag.value(), std::bad_optional_access);
    a.flag = false;
    CHECK(static_cast<bool>(a.flag));
    CHECK(a.flag == false);
    CHECK_FALSE(a.flag == true);
    a.flag = std::nullopt;
    CHECK_FALSE(a.flag);
    a.flag = true;
    a.flag.reset();
    CHECK_FALSE(a.flag);
    a.flag = {};
    CHECK(a.flag == optional<bool>{});
}

TEST_CASE("an optional member is made from literals, strings, lists and other optionals", "[optional]") {
    optional<Name> name = "abc";
    CHECK(name == "abc");
    name = std::string("de");
    CHECK(name == "de");
    CHECK(name.value_or("x") == "de");
    CHECK(optional<Name>{}.value_or("x") == "x");
    CHECK(name.emplace(std::string("fgh")) == "fgh");
    aggregate const a{.name = "n", .names = {{"a", "b", "c"}}};
    REQUIRE(a.names);
    CHECK(a.names->size() == 3);
    CHECK(a.names->at(2) == "c");
    std::optional<bool> const theirs = true;
    optional<bool> const ours = theirs;
    CHECK(ours == true);
    std::optional<bool> const back = ours;
    CHECK(back == true);
    CHECK_FALSE(optional<bool>(std::optional<bool>()).has_value());
}

TEST_CASE("optionals order as std::optional does, absent first", "[optional]") {
    optional<std::int32_t> const absent, one = 1, two = 2;
    CHECK(absent < one);
    CHECK(one < two);
    CHECK(absent == optional<std::int32_t>());
    CHECK(one != absent);
    optional<double> const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(nan == nan); // as the number itself
    CHECK(bool((nan <=> nan) == std::partial_ordering::unordered));
}

TEST_CASE("members print like their values, sensitive ones redacted", "[optional]") {
    CHECK(printed(optional<std::int32_t>(5)) == "5");
    CHECK(printed(optional<Name>()) == "(absent)");
    CHECK(printed(required<Name>("abc")) == "abc");
    CHECK(printed(optional<kitchen::Secret>("hunter2")) == "(sensitive)");
    CHECK(printed(required<kitchen::Secret>("hunter2")) == "(sensitive)");
}

TEST_CASE("integers that fit are taken without a cast", "[optional]") {
    std::int32_t const small = -5;
    std::uint8_t const tiny = 200;
    CHECK(optional<std::int64_t>(small) == -5);
    CHECK(optional<std::int32_t>(tiny) == 200);
    CHECK(required<std::int64_t>(std::int64_t{1} << 40) == std::int64_t{1} << 40);
    CHECK(optional<double>(small) == -5.0);
}

TEST_CASE("a structure can be made without any of its members, by a decoder", "[member_access]") {
    auto const leaf = cppsmith::detail::make_absent<kitchen::Leaf>();
    CHECK_FALSE(leaf.name.has_value());
    CHECK_FALSE(leaf.count.has_value());
    CHECK(cppsmith::detail::make_absent<kitchen::Sink>() == kitchen::Sink{});
}

TEST_CASE("a member is ordered against whatever becomes one by itself", "[optional][required]") {
    optional<int> const three = 3;
    CHECK((three < 5 && three >= 2 && 5 > three && 2 < three));
    CHECK((three > std::nullopt && three < std::optional<int>(4)));
    CHECK((optional<int>() < three && optional<int>() <= std::nullopt));
    std::vector<optional<int>> const sorted{std::nullopt, 1, 2};
    CHECK(std::lower_bound(sorted.begin(), sorted.end(), 2) == sorted.begin() + 2);
    CHECK(std::set<optional<int>, std::less<>>{1, 2}.count(2) == 1);

    optional<Name> const b("b");
    CHECK((b < "c" && b > Name("a") && b <= optional<Name>("b")));
    required<Name> const c("c");
    CHECK((c > required<Name>("b") && required<Name>(absent_t{}) < c));
    required<std::string> const text(std::string("text"));
    CHECK((text < std::string("u") && text > std::string_view("s")));
    static_assert(std::three_way_comparable<optional<Name>> && std::three_way_comparable<required<double>>);
}

TEST_CASE("owning a value reaches every text in it", "[member_access]") {
    std::string body = "slice of a body";
    auto const slice = [&] { return cppsmith::detail::borrowed_slice{std::string_view(body).substr(0, 5)}; };
    kitchen::Sink sink;
    sink.note = kitchen::Note(slice());
    sink.data = cppsmith::blob(slice());
    sink.color = cppsmith::open_enum<kitchen::Color>(slice());
    sink.leaf = kitchen::Leaf{.name = kitchen::Name(slice())};
    sink.notes.emplace().push_back(kitchen::Note(slice()));
    sink.grid.emplace(1).front().push_back(kitchen::Note(slice()));
    sink.labels.emplace().insert_or_assign(kitchen::Name(slice()), kitchen::Note(slice()));
    sink.flags = {{true, false}};
    cppsmith::detail::own(sink);
    body.assign(body.size(), '#');
    CHECK(sink.note == "slice");
    CHECK(sink.data->view() == "slice");
    CHECK(sink.color == "slice");
    CHECK(sink.leaf->name == "slice");
    CHECK(sink.notes->front() == "slice");
    CHECK(sink.grid->front().front() == "slice");
    CHECK(sink.labels->begin()->key == "slice");
    CHECK(sink.labels->begin()->value == "slice");
}
