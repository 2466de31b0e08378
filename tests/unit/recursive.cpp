// Shapes that contain each other, written as the generator writes them: how they are built, copied, compared, printed, judged, written and read.

#include <cppsmith/recursive.hpp>

#include "support/both_readers.hpp"
#include "support/catch.hpp"

#include <cppsmith/json.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/print.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/tagged_union.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/validate.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

// ---- one header for each cycle of shapes: forward declarations; the shapes; behind all of them, what asks for all of them

namespace cppsmith::recursion {

using cppsmith::operator<<;

using DimensionKey = text<"DimensionKey", length<1, 9>>;
using NumberAttributeValue = text<"NumberAttributeValue">;

struct Dimension {
    required<DimensionKey> Key;
    optional<std::vector<std::int32_t>> Values{};

    friend auto operator<=>(Dimension const&, Dimension const&) = default;
};

BOOST_DESCRIBE_STRUCT(Dimension, (), (Key, Values))

auto shape_of(Dimension const&) -> structure<"Dimension">;

/// A structure that contains itself: in lists and maps as it is, else behind `recursive`. (Cost Explorer's Expression is one.)
struct Expression {
    optional<std::vector<Expression>> Or{};
    optional<map<DimensionKey, Expression>> Named{};
    optional<recursive<Expression>> Not{};
    optional<Dimension> Dimensions{};

    friend constexpr bool operator==(Expression const&, Expression const&);
    friend constexpr std::partial_ordering operator<=>(Expression const&, Expression const&);
};

BOOST_DESCRIBE_STRUCT(Expression, (), (Or, Named, Not, Dimensions))

auto shape_of(Expression const&) -> structure<"Expression", member<&Expression::Or, length<1, 2>>>;

constexpr bool operator==(Expression const& a, Expression const& b) { return equal_members(a, b); }
constexpr std::partial_ordering operator<=>(Expression const& a, Expression const& b) { return compare_members(a, b); }

/// A union that contains itself: as it is in lists and maps. (DynamoDB's AttributeValue.)
class AttributeValue : public tagged_union<DimensionKey, NumberAttributeValue, std::vector<AttributeValue>,
                                           map<DimensionKey, AttributeValue>, bool> {
  public:
    using tagged_union::tagged_union;

    static constexpr AttributeValue S(DimensionKey value) { return {std::in_place_index<0>, std::move(value)}; }
    constexpr DimensionKey const* S() const noexcept { return at<0>(); }

    static constexpr AttributeValue N(NumberAttributeValue value) { return {std::in_place_index<1>, std::move(value)}; }
    constexpr NumberAttributeValue const* N() const noexcept { return at<1>(); }

    static constexpr AttributeValue L(std::vector<AttributeValue> value) { return {std::in_place_index<2>, std::move(value)}; }
    constexpr std::vector<AttributeValue> const* L() const noexcept { return at<2>(); }

    static constexpr AttributeValue M(map<DimensionKey, AttributeValue> value) {
        return {std::in_place_index<3>, std::move(value)};
    }
    constexpr map<DimensionKey, AttributeValue> const* M() const noexcept { return at<3>(); }

    static constexpr AttributeValue NULL_(bool value) { return {std::in_place_index<4>, value}; }
    constexpr bool const* NULL_() const noexcept { return at<4>(); }
};

auto shape_of(AttributeValue const&) -> union_of<"AttributeValue", no_traits, alternative<"S">, alternative<"N">,
                                                 alternative<"L", length<0, 3>>, alternative<"M">, alternative<"NULL">>;

// Several shapes: a cycle through lists, maps, structures and unions. What is held by value comes first; of a union, what makes it is defined
// behind all, since its values may hold shapes that are only declared before.
struct Branch;
struct Leaf;
class Either;

struct Leaf {
    optional<recursive<Branch>> parent{};
    optional<map<DimensionKey, Branch>> byName{};
    optional<std::vector<Either>> choices{};
    optional<recursive<Either>> choice{};

    friend constexpr bool operator==(Leaf const&, Leaf const&);
    friend constexpr std::partial_ordering operator<=>(Leaf const&, Leaf const&);
};

class Either : public tagged_union<Leaf, recursive<Branch>, std::vector<Branch>, recursive<Either>, std::int32_t> {
  public:
    using tagged_union::tagged_union;

    static constexpr Either leaf(Leaf value);
    constexpr Leaf const* leaf() const noexcept { return at<0>(); }

    static constexpr Either branch(recursive<Branch> value);
    constexpr recursive<Branch> const* branch() const noexcept { return at<1>(); }

    static constexpr Either branches(std::vector<Branch> value);
    constexpr std::vector<Branch> const* branches() const noexcept { return at<2>(); }

    static constexpr Either again(recursive<Either> value);
    constexpr recursive<Either> const* again() const noexcept { return at<3>(); }

    static constexpr Either number(std::int32_t value);
    constexpr std::int32_t const* number() const noexcept { return at<4>(); }
};

struct Branch {
    required<std::vector<Leaf>> leaves;
    optional<std::vector<map<DimensionKey, std::vector<Branch>>>> branches{};
    optional<Leaf> first{};
    optional<Either> either{};

    friend constexpr bool operator==(Branch const&, Branch const&);
    friend constexpr std::partial_ordering operator<=>(Branch const&, Branch const&);
};

BOOST_DESCRIBE_STRUCT(Leaf, (), (parent, byName, choices, choice))

auto shape_of(Leaf const&) -> structure<"Leaf">;

auto shape_of(Either const&) -> union_of<"Either", no_traits, alternative<"leaf">, alternative<"branch">, alternative<"branches">,
                                         alternative<"again">, alternative<"number", range<0, 9>>>;

BOOST_DESCRIBE_STRUCT(Branch, (), (leaves, branches, first, either))

auto shape_of(Branch const&) -> structure<"Branch">;

constexpr bool operator==(Leaf const& a, Leaf const& b) { return equal_members(a, b); }
constexpr std::partial_ordering operator<=>(Leaf const& a, Leaf const& b) { return compare_members(a, b); }

constexpr Either Either::leaf(Leaf value) { return {std::in_place_index<0>, std::move(value)}; }
constexpr Either Either::branch(recursive<Branch> value) { return {std::in_place_index<1>, std::move(value)}; }
constexpr Either Either::branches(std::vector<Branch> value) { return {std::in_place_index<2>, std::move(value)}; }
constexpr Either Either::again(recursive<Either> value) { return {std::in_place_index<3>, std::move(value)}; }
constexpr Either Either::number(std::int32_t value) { return {std::in_place_index<4>, value}; }

constexpr bool operator==(Branch const& a, Branch const& b) { return equal_members(a, b); }
constexpr std::partial_ordering operator<=>(Branch const& a, Branch const& b) { return compare_members(a, b); }

// ---- what contains them is like any other shape

struct Tree {
    optional<Expression> filter{};
    optional<map<DimensionKey, AttributeValue>> item{};
    optional<Branch> root{};

    friend auto operator<=>(Tree const&, Tree const&) = default;
};

BOOST_DESCRIBE_STRUCT(Tree, (), (filter, item, root))

auto shape_of(Tree const&) -> structure<"Tree">;

} // namespace cppsmith::recursion

namespace {

using namespace cppsmith::recursion;
using cppsmith::map;
using cppsmith::policy;
using cppsmith::recursive;
using cppsmith_tests::read_by_all;
namespace json = cppsmith::json;

static_assert(sizeof(cppsmith::optional<recursive<Expression>>) == sizeof(void*));

Tree sample() {
    return {
        .filter = Expression{.Or = {{{.Dimensions = Dimension{.Key = "a", .Values = {{1, 2}}}}, {.Or = {{Expression{}}}}}},
                             .Named = {{{"x", {.Dimensions = Dimension{.Key = "b"}}}}},
                             .Not = Expression{.Not = Expression{}}},
        .item = {{{"k", AttributeValue::L({{AttributeValue::S("s"), AttributeValue::M({{"n", AttributeValue::N("1.5")}}),
                                            AttributeValue::NULL_(true)}})}}},
        .root = Branch{.leaves = {{Leaf{.parent = Branch{.leaves = {{}}},
                                        .choices = {{Either::number(1), Either::again(Either::number(2))}}}}},
                       .branches = {{{{"m", {Branch{.leaves = {{}}}}}}}},
                       .either = Either::branch(Branch{.leaves = {{}}})},
    };
}

constexpr auto sample_json =
    R"({"filter":{"Or":[{"Dimensions":{"Key":"a","Values":[1,2]}},{"Or":[{}]}],"Named":{"x":{"Dimensions":{"Key":"b"}}},"Not":{"Not":{}}},)"
    R"("item":{"k":{"L":[{"S":"s"},{"M":{"n":{"N":"1.5"}}},{"NULL":true}]}},)"
    R"("root":{"leaves":[{"parent":{"leaves":[]},"choices":[{"number":1},{"again":{"number":2}}]}],"branches":[{"m":[{"leaves":[]}]}],)"
    R"("either":{"branch":{"leaves":[]}}}})";

std::vector<std::string> found(Tree const& tree) {
    std::vector<std::string> lines;
    for (auto const& v : cppsmith::validate(tree)) lines.push_back(std::string(to_string(v.kind)) + " " + v.pointer);
    CHECK(lines.empty() == cppsmith::valid(tree));
    return lines;
}
using lines = std::vector<std::string>;

template <class T> std::string printed(T const& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

std::string repeated(std::string const& text, int times) {
    std::string made;
    while (times-- > 0) made += text;
    return made;
}

} // namespace

TEST_CASE("a recursive value is a value", "[recursive]") {
    recursive<Expression> a = Expression{.Dimensions = Dimension{.Key = "a"}};
    auto b = a;
    CHECK(a == b);
    CHECK(&*a != &*b);
    b->Dimensions->Key = "b";
    CHECK(a->Dimensions->Key == "a");
    CHECK(a != b);
    CHECK(a < b);
    CHECK(a == Expression{.Dimensions = Dimension{.Key = "a"}});
    Expression const& seen = b;
    CHECK(seen.Dimensions->Key == "b");
    CHECK(printed(a) == R"({Dimensions: {Key: "a"}})");

    auto moved = std::move(b);
    CHECK(moved->Dimensions->Key == "b");
    b = moved; // what was moved from may be assigned
    CHECK(b == moved);
    *b = *a;
    CHECK(b == a);
    b = *std::move(moved);
    CHECK(b->Dimensions->Key == "b");
}

TEST_CASE("a value may be replaced by one that it contains", "[recursive]") {
    Expression e{.Not = Expression{.Not = Expression{.Dimensions = Dimension{.Key = "inner"}}}};
    e.Not = e.Not->Not;
    CHECK(e.Not->Dimensions->Key == "inner");
    Expression f{.Not = Expression{.Not = Expression{.Dimensions = Dimension{.Key = "inner"}}}};
    f.Not = std::move(f.Not->Not);
    CHECK(f.Not->Dimensions->Key == "inner");
    auto& self = f.Not;
    f.Not = self;
    CHECK(f.Not->Dimensions->Key == "inner");
}

TEST_CASE("shapes that contain each other copy, compare and print", "[recursive]") {
    auto const tree = sample();
    auto copy = tree;
    CHECK(copy == tree);
    CHECK_FALSE((copy < tree || copy > tree));
    copy.root->leaves->front().parent->first = Leaf{};
    CHECK(copy != tree);
    CHECK(copy > tree);
    CHECK(printed(tree).find(R"(Not: {Not: {}})") != std::string::npos);
    CHECK(printed(tree).find(R"({again: {number: 2}})") != std::string::npos);
}

TEST_CASE("shapes that contain each other work at compile time", "[recursive]") {
    [] {
        static_assert(Expression{.Not = Expression{}} == Expression{.Not = Expression{}});
        static_assert(Expression{.Not = Expression{}} > Expression{});
        static_assert(cppsmith::valid(Expression{.Or = {{Expression{.Not = Expression{}}}}}));
        static_assert(!cppsmith::valid(Expression{.Or = std::vector<Expression>(3)}));
        static_assert(cppsmith::valid(Tree{.item = {{{"k", AttributeValue::L({{AttributeValue::S("s")}})}}}}));
        static_assert(Either::again(Either::number(2)) == Either::again(Either::number(2)));
        static_assert(json::constant<[] { return Expression{.Or = {{Expression{.Not = Expression{}}}}}; }>() ==
                      R"({"Or":[{"Not":{}}]})");
    }();
}

TEST_CASE("shapes that contain each other are written and read", "[recursive][json]") {
    auto const tree = sample();
    CHECK(json::write(tree) == sample_json);
    auto const by_all = read_by_all<Tree>(sample_json);
    CHECK(by_all.problem == "");
    CHECK(by_all.predicted);
    CHECK(*json::read<Tree>(std::string_view(sample_json)) == tree);

    for (std::string const text :
         {R"({"root":{"leaves":[{"choice":{"again":{"again":{"number":3}}}}],"first":{}},"filter":{"Not":{"Not":null}}})",
          R"({ "filter" : {"Dimensions":{"Key":"\u0061"},"Not":{"Or":[null,{}]}}})", R"({"filter":null,"item":{},"root":{}})"}) {
        INFO(text);
        auto const read = read_by_all<Tree>(text);
        CHECK(read.problem == "");
        CHECK(read.good);
    }
}

TEST_CASE("what is wrong in the depth has its pointer", "[recursive][json]") {
    auto const problem = [](std::string const& text) {
        CHECK(read_by_all<Tree>(text).problem == "");
        auto const r = json::read<Tree>(std::string_view(text));
        return r.has_value() ? "none" : r.error().code + " " + r.error().pointer;
    };
    CHECK(problem(R"({"filter":{"Not":{"Not":{"Or":[{"Not":5}]}}}})") == "wrong_type /filter/Not/Not/Or/0/Not");
    CHECK(problem(R"({"root":{"either":{"again":{"number":"x"}}}})") == "wrong_type /root/either/again/number");
    CHECK(problem(R"({"item":{"a":{"L":[{"S":1}]}}})") == "wrong_type /item/a/L/0/S");
    CHECK(found({.filter = Expression{.Not = Expression{.Or = std::vector<Expression>(3)}}}) == lines{"length /filter/Not/Or"});
    CHECK(found({.root = Branch{.leaves = {{}}, .either = Either::again(Either::number(10))}}) ==
          lines{"range /root/either/again/number"});
    CHECK(found({.item = {{{"k", AttributeValue::L({AttributeValue()})}}}}) == lines{"required /item/k/L/0"});
}

TEST_CASE("512 levels are read, written, judged, copied and dropped; more are refused", "[recursive][json]") {
    struct deep {
        std::string front, middle, back;
        int levels; ///< of the text with one level in the middle, and of each further one
        int each;
    };
    for (auto const& [front, middle, back, levels, each] :
         {deep{R"({"filter":)", R"({"Not":)", "{}", 2, 1}, deep{R"({"filter":)", R"({"Or":[)", "{}", 2, 2},
          deep{R"({"item":{"k":)", R"({"M":{"n":)", R"({"S":"s"})", 3, 2},
          deep{R"({"root":{"either":)", R"({"again":)", "{}", 3, 1},
          deep{R"({"root":)", R"({"first":{"byName":{"k":)", "{}", 2, 3}}) {
        auto const document = [&](int times) {
            auto text = front + repeated(middle, times) + back;
            std::string closing;
            for (char c : front + repeated(middle, times))
                if (c == '{' || c == '[') closing.insert(0, 1, c == '{' ? '}' : ']');
            return text + closing;
        };
        int const most = (512 - levels) / each;
        INFO(front << middle);
        auto const fits = document(most), too_deep = document(most + 1);
        CHECK(read_by_all<Tree>(fits).problem == "");
        auto reply = json::read<cppsmith::reply<Tree>>(std::string(fits));
        REQUIRE(reply.has_value());
        auto const own = (*std::move(reply)).own();
        auto copy = own;
        CHECK(copy == own);
        CHECK_FALSE((copy < own || copy > own));
        CHECK(json::write(own) == fits);
        CHECK(found(own).size() < 1000);
        CHECK(printed(own).size() > 1000);
        CHECK(read_by_all<Tree>(too_deep).problem == "");
        CHECK(json::read<Tree>(std::string_view(too_deep)).error().code == "too_deep");
    }
    CHECK(json::read<Tree>(R"({"filter":)" + repeated(R"({"Not":)", 100'000)).error().code == "too_deep");
}

TEST_CASE("what borrows from a reply becomes independent at every level", "[recursive]") {
    auto reply = json::read<cppsmith::reply<Tree>>(std::string(sample_json));
    REQUIRE(reply.has_value());
    auto const value = (*std::move(reply)).own();
    reply = cppsmith::error{};
    CHECK(value == sample());
    CHECK_FALSE(value.filter->Or->front().Dimensions->Key->is_borrowed());
    CHECK_FALSE(value.item->begin()->value.L()->at(0).S()->is_borrowed());
    CHECK_FALSE(value.filter->Named->begin()->key.is_borrowed());
}
