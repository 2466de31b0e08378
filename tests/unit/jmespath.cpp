// What JMESPath's compiled steps lead to, where the public suite has no such data: maps, unions, enumerations, sparse lists, mixed numbers.
// (tests/codegen/test_jmespath_compiled.py runs the suite.)

#include <cppsmith/jmespath/evaluate.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/recursive.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/tagged_union.hpp>
#include <cppsmith/text.hpp>

#include "support/catch.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace jmespath = cppsmith::jmespath;
using cppsmith::jmespath::evaluate;

namespace jmespath_data {

using Text = cppsmith::text<"Text">;
using Name = cppsmith::text<"Name", cppsmith::length<1, 9>>;

enum class Mode { ON, OFF };
BOOST_DESCRIBE_ENUM(Mode, ON, OFF)
auto shape_of(Mode const&) -> cppsmith::enumeration<"Mode">;

struct Node {
    cppsmith::optional<Name> name{};
    cppsmith::optional<cppsmith::recursive<Node>> next{};
};
BOOST_DESCRIBE_STRUCT(Node, (), (name, next))
auto shape_of(Node const&) -> cppsmith::structure<"Node">;

class Choice : public cppsmith::tagged_union<Text, cppsmith::recursive<Node>> {
  public:
    using tagged_union::tagged_union;
};

struct Given {
    cppsmith::required<cppsmith::open_enum<Mode>> mode;
    cppsmith::optional<cppsmith::map<Text, Node>> nodes{};
    cppsmith::optional<cppsmith::map<Text, std::vector<Text>>> lists{};
    cppsmith::optional<std::vector<cppsmith::optional<Text>>> sparse{};
    cppsmith::optional<std::vector<bool>> flags{};
    cppsmith::optional<Choice> choice{};
    cppsmith::optional<std::int32_t> count{};
    cppsmith::optional<double> share{};
    cppsmith::optional<Text> text{};
    cppsmith::optional<Name> name{};
    cppsmith::optional<Node> node{};
};

template <class V> std::string_view text_of(V const& value) {
    return value ? *jmespath::scalar(value) : std::string_view("(null)");
}
template <auto... Steps> bool holds(Given const& given) { return jmespath::truth(evaluate<Steps...>(&given)); }

} // namespace jmespath_data

using namespace jmespath_data;

TEST_CASE("values of maps, and entries by their keys") {
    Given const given{.mode = Mode::ON,
                      .nodes = {{{"a", {.name = "x"}}, {"b", {}}, {"c", {.name = "z"}}}},
                      .lists = {{{"k", {"1", "2"}}, {"l", {}}}}};
    CHECK(text_of(evaluate<&Given::nodes, jmespath::key<"c">, &Node::name>(&given)) == "z");
    CHECK(!evaluate<&Given::nodes, jmespath::key<"d">, &Node::name>(&given));
    auto const names = evaluate<&Given::nodes, jmespath::values_of<&Node::name>>(&given);
    REQUIRE(names.has_value());
    CHECK(names->size() == 2);
    auto const keys = evaluate<jmespath::keys<&Given::nodes>>(&given);
    REQUIRE(keys.has_value());
    CHECK(*keys == decltype(keys)::value_type{"a", "b", "c"});
    auto const all = evaluate<jmespath::values<&Given::lists>, jmespath::flatten<>>(&given);
    REQUIRE(all.has_value());
    CHECK(all->size() == 2);
    CHECK(*evaluate<jmespath::length<&Given::nodes>>(&given) == 3);
    CHECK(holds<jmespath::contains<jmespath::keys<&Given::nodes>, jmespath::text<"b">>>(given));
    CHECK(!holds<jmespath::contains<jmespath::keys<&Given::nodes>, jmespath::text<"d">>>(given));
}

TEST_CASE("members of unions, seen through what makes them recursive") {
    Given const text{.mode = Mode::ON, .choice = Choice(std::in_place_index<0>, Text("t"))};
    CHECK(text_of(evaluate<&Given::choice, jmespath::alternative<0>>(&text)) == "t");
    CHECK(!evaluate<&Given::choice, jmespath::alternative<1>, &Node::name>(&text));
    Given const node{.mode = Mode::ON, .choice = Choice(std::in_place_index<1>, Node{.next = Node{.name = "deep"}})};
    CHECK(text_of(evaluate<&Given::choice, jmespath::alternative<1>, &Node::next, &Node::name>(&node)) == "deep");
    CHECK(!evaluate<&Given::choice, jmespath::alternative<1>, &Node::next, &Node::next, &Node::name>(&node));
}

TEST_CASE("sparse lists: null is an element, and left out of projections") {
    using entry = cppsmith::optional<Text>;
    Given const given{.mode = Mode::ON, .sparse = std::vector<entry>{entry{}, entry{"a"}, entry{}}};
    CHECK(*evaluate<jmespath::length<&Given::sparse>>(&given) == 3);
    CHECK(!evaluate<&Given::sparse, jmespath::at<0>>(&given));
    CHECK(text_of(evaluate<&Given::sparse, jmespath::at<-2>>(&given)) == "a");
    CHECK(evaluate<&Given::sparse, jmespath::each<>>(&given)->size() == 1);
    CHECK(evaluate<&Given::sparse, jmespath::filter<jmespath::equal<jmespath::path<>, jmespath::null>>>(&given)->size() == 0);
}

TEST_CASE("lists of booleans") {
    Given const given{.mode = Mode::ON, .flags = std::vector<bool>{true, false, true}};
    CHECK(evaluate<&Given::flags, jmespath::filter<jmespath::path<>>>(&given)->size() == 2);
    CHECK(*evaluate<&Given::flags, jmespath::at<1>>(&given) == false);
    CHECK(!evaluate<&Given::flags, jmespath::at<3>>(&given));
    CHECK(holds<jmespath::contains<&Given::flags, jmespath::boolean<false>>>(given));
}

TEST_CASE("open enumerations are texts") {
    CHECK(holds<jmespath::equal<&Given::mode, jmespath::text<"ON">>>(Given{.mode = Mode::ON}));
    CHECK(holds<jmespath::equal<&Given::mode, jmespath::text<"new">>>(Given{.mode = cppsmith::unchecked("new")}));
    CHECK(holds<jmespath::starts_with<&Given::mode, jmespath::text<"O">>>(Given{.mode = Mode::OFF}));
    CHECK(!holds<jmespath::ends_with<&Given::mode, jmespath::text<"N">>>(Given{.mode = Mode::OFF}));
    Given const off{.mode = Mode::OFF};
    CHECK(*evaluate<jmespath::length<&Given::mode>>(&off) == 3);
}

TEST_CASE("numbers of any kind compare by their value") {
    Given const given{.mode = Mode::ON, .count = 2, .share = 2.5};
    CHECK(holds<jmespath::less<&Given::count, &Given::share>>(given));
    CHECK(holds<jmespath::greater<&Given::share, jmespath::number<2>>>(given));
    CHECK(holds<jmespath::equal<&Given::count, jmespath::number<2>>>(given));
    CHECK(!holds<jmespath::equal<&Given::share, jmespath::number<2>>>(given));
    CHECK(!evaluate<jmespath::less<&Given::count, jmespath::path<&Given::node, &Node::name, jmespath::length<jmespath::path<>>>>>(
        &given));
}

TEST_CASE("what may be either of two texts is a text, and the first that is not null is found") {
    Given const given{.mode = Mode::ON, .text = "", .name = "n"};
    CHECK(text_of(evaluate<jmespath::either<&Given::text, &Given::name>>(&given)) == "n");
    CHECK(text_of(evaluate<jmespath::both<&Given::text, &Given::name>>(&given)).empty());
    CHECK(text_of(evaluate<jmespath::not_null<jmespath::path<&Given::node, &Node::name>, &Given::text>>(&given)).empty());
    CHECK(text_of(evaluate<jmespath::either<&Given::node, jmespath::null>, &Node::name>(&given)) == "(null)");
    auto const list = evaluate<jmespath::list<&Given::text, &Given::name, jmespath::text<"t">>>(&given);
    REQUIRE(list.has_value());
    CHECK(list->size() == 3);
    CHECK(!evaluate<&Given::node, jmespath::list<&Node::name>>(&given));
}

TEST_CASE("a text's length is in characters") {
    Given const given{.mode = Mode::ON, .text = "\u00e4\u20ac\U0001F600"};
    CHECK(*evaluate<jmespath::length<&Given::text>>(&given) == 3);
}

TEST_CASE("slices, also backwards and beyond the ends") {
    Given const given{.mode = Mode::ON, .lists = {{{"k", {"0", "1", "2", "3"}}}}};
    auto const joined = [&]<auto... Steps>(jmespath::steps::path<Steps...>) {
        std::string out;
        auto const list = evaluate<&Given::lists, jmespath::key<"k">, Steps...>(&given);
        for (auto const* t : *list) out += t->view();
        return out;
    };
    using jmespath::none, jmespath::path, jmespath::slice;
    CHECK(joined(path<slice<1, 3, none>>) == "12");
    CHECK(joined(path<slice<none, none, -1>>) == "3210");
    CHECK(joined(path<slice<-100, 100, 2>>) == "02");
    CHECK(joined(path<slice<100, -100, -2>>) == "31");
    CHECK(joined(path<slice<3, 1, none>>).empty());
    CHECK(joined(path<slice<none, -2, none>>) == "01");
}
