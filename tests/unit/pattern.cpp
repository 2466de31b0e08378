// Patterns: automata by states and by runs, classes of characters, UTF-8; bounded time and stack whatever the text.

#include <cppsmith/pattern.hpp>

#include <cppsmith/iot/certificate_id.hpp>
#include <cppsmith/iot/registration_code.hpp>
#include <cppsmith/iot/tag_key.hpp>
#include <cppsmith/iot/template_name.hpp>

#include "support/catch.hpp"

#include <pthread.h>

#include <array>
#include <climits>
#include <string>
#include <string_view>

namespace {

namespace iot = cppsmith::iot;
using cppsmith::characters;
using cppsmith::pattern;
using cppsmith::pattern_run;
using cppsmith::pattern_step;
using cppsmith::pattern_table;

// Upper-case letters, and nothing else.
using capitals = characters<0, 0x7fffffe>;
static_assert(capitals::matches("") && capitals::matches("ABZ") && !capitals::matches("ABz") && !capitals::matches("\xc3\x84"));

using two_or_three = characters<0, 0x7fffffe, true, 2, 3>;
static_assert(!two_or_three::matches("A") && two_or_three::matches("AB") && two_or_three::matches("A\xe2\x82\xac\xc3\x84"));
static_assert(!two_or_three::matches("ABCD") && !two_or_three::matches("A1"));
static_assert(!two_or_three::matches("A\xff") && !two_or_three::matches("A\xc3"), "ill-formed UTF-8 never matches");

// (ab)+, with classes 0: else, 1: a, 2: b.
constexpr auto ascii = [] {
    std::array<char, 128> classes;
    classes.fill('0');
    classes['a'] = '1', classes['b'] = '2';
    return classes;
}();
constexpr std::string_view classes{ascii.data(), ascii.size()};

struct twice {
    static constexpr std::string_view source = "(ab)+";
    static constexpr pattern_table tables[] = {{.classes = 3,
                                                .ascii = classes,
                                                .starts = U"\x80",
                                                .others = "0",
                                                .states = "  1 "
                                                          "   2"
                                                          "+ 1 "}};
};
static_assert(pattern<twice>::source == "(ab)+");
static_assert(pattern<twice>::matches("ab") && pattern<twice>::matches("abab"));
static_assert(!pattern<twice>::matches("") && !pattern<twice>::matches("aba") && !pattern<twice>::matches("ab\xc3\xa4"));

// a{0,1000}b, but not ab: the first by runs.
struct counted {
    static constexpr std::string_view source = "(?!ab$)a{0,1000}b";
    static constexpr pattern_run runs[] = {{1000}, {1}, {1, true}};
    static constexpr pattern_step steps[] = {
        {}, {0, 1, 1}, {2}, //
        {}, {},        {2}, //
        {}, {},        {},
    };
    static constexpr pattern_table tables[] = {
        {.classes = 3, .ascii = classes, .starts = U"\x80", .others = "0", .runs = runs, .steps = steps},
        {.negative = true,
         .classes = 3,
         .ascii = classes,
         .starts = U"\x80",
         .others = "0",
         .states = "  1 "
                   "   2"
                   "+   "},
    };
};
static_assert(pattern<counted>::source.size() == 17 && pattern<counted>::matches("b") && pattern<counted>::matches("aab") &&
              !pattern<counted>::matches("ab"));
static_assert(!pattern<counted>::matches("aa") && !pattern<counted>::matches("aab\xff"));

TEST_CASE("counted repeats are counted exactly", "[pattern]") {
    for (std::size_t n : {std::size_t{0}, std::size_t{2}, std::size_t{999}, std::size_t{1000}})
        CHECK(pattern<counted>::matches(std::string(n, 'a') + "b"));
    CHECK_FALSE(pattern<counted>::matches(std::string(1001, 'a') + "b"));
    CHECK_FALSE(pattern<counted>::matches(std::string(1000, 'a') + "bb"));
}

TEST_CASE("literals of generated shapes are checked against their patterns", "[pattern]") {
    CHECK(iot::TemplateName("a_template-1") == "a_template-1");
    CHECK(iot::TagKey("\xc3\xa9t\xc3\xa9 1") == "\xc3\xa9t\xc3\xa9 1");
    CHECK(iot::TemplateName(cppsmith::unchecked("has blanks")) == "has blanks");
}

template <class Shape> struct constraints_of;
template <cppsmith::detail::fixed_string Name, class... Constraints> struct constraints_of<cppsmith::text<Name, Constraints...>> {
    template <class Constraint> static bool holds(std::string_view s) {
        if constexpr (requires { Constraint::matches(s); }) return Constraint::matches(s);
        else return true;
    }
    static bool matches(std::string_view s) { return (holds<Constraints>(s) && ...); }
};

TEST_CASE("patterns of generated shapes", "[pattern]") {
    using id = constraints_of<iot::CertificateId>;
    CHECK(id::matches("0xabcdef") == true);
    CHECK(id::matches("ABCDEF0123456789"));
    for (auto no : {"", "0x", "0xg", "x0", "0x0x1", "12 "}) CHECK_FALSE(id::matches(no));

    using key = constraints_of<iot::TagKey>;
    for (auto yes : {"", "fleet", "a b_.:/=+-@", "\xe6\x97\xa5\xe6\x9c\xac", "\xd9\xa3"}) CHECK(key::matches(yes));
    for (auto no : {"a,b", "\t", "\xf0\x9f\x98\x80", "\xe2\x82\xac"}) CHECK_FALSE(key::matches(no));
}

// ---- hostile texts, on a thread with 64 KiB of stack

struct trial {
    std::string text;
    bool by_states = true, by_runs = true, by_class = false, unicode = true;
};

void* run(void* argument) {
    auto& t = *static_cast<trial*>(argument);
    t.by_states = pattern<twice>::matches(t.text);
    t.by_runs = pattern<counted>::matches(t.text);
    t.by_class = capitals::matches(t.text);
    t.unicode = constraints_of<iot::TagKey>::matches(t.text);
    return nullptr;
}

trial on_a_small_stack(std::string text) {
    trial t{std::move(text)};
    pthread_attr_t attributes;
    REQUIRE(pthread_attr_init(&attributes) == 0);
    // A sanitizer needs more for itself.
    std::size_t const size = PTHREAD_STACK_MIN > 65536 ? static_cast<std::size_t>(PTHREAD_STACK_MIN) : 65536;
    REQUIRE(pthread_attr_setstacksize(&attributes, size) == 0);
    pthread_t thread;
    REQUIRE(pthread_create(&thread, &attributes, run, &t) == 0);
    REQUIRE(pthread_join(thread, nullptr) == 0);
    pthread_attr_destroy(&attributes);
    return t;
}

TEST_CASE("65,536 characters need no more stack than one", "[pattern]") {
    constexpr std::size_t n = 65536;
    CHECK(on_a_small_stack(std::string(n, 'A')).by_class);
    CHECK_FALSE(on_a_small_stack(std::string(n, 'a')).by_runs);
    std::string pairs;
    for (std::size_t i = 0; i < n / 2; ++i) pairs += "ab";
    CHECK(on_a_small_stack(pairs).by_states);
    std::string letters;
    for (std::size_t i = 0; i < n; ++i) letters += "\xc3\xa9";
    CHECK(on_a_small_stack(letters).unicode);
    CHECK_FALSE(on_a_small_stack(letters + '\x80').unicode);
}

} // namespace
