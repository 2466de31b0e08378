// Structures of more than 52 members and enumerations of more than 52 values: everything that small ones can do. Their headers are generated when the
// tests are built, from support/large_model.py.

#include "support/both_readers.hpp"
#include "support/catch.hpp"
#include "support/random_values.hpp"
#include "support/value_dom.hpp"

#include <cppsmith/json.hpp>
#include <cppsmith/large/put_settings.hpp>
#include <cppsmith/validate.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using cppsmith::open_enum;
using cppsmith_tests::read_by_all;
namespace large = cppsmith::large;
using large::InstanceType;
using large::Settings;
namespace json = cppsmith::json;

} // namespace

TEST_CASE("a large enumeration knows all of its values", "[large]") {
    using value = open_enum<InstanceType>;
    static_assert(std::size(large::InstanceType_values) == 1405);
    static_assert(value("m5.12xlarge") == InstanceType::m5_12xlarge);
    static_assert(value(InstanceType::c5n_metal).view() == "c5n.metal");
    static_assert(cppsmith::detail::shape_name<InstanceType>() == "InstanceType");
    for (std::size_t i = 0; i < std::size(large::InstanceType_values); ++i) {
        value const made(large::InstanceType_values[i]);
        REQUIRE(made.known().has_value());
        CHECK(static_cast<std::size_t>(*made.known()) == i);
        CHECK(made.view() == large::InstanceType_values[i]);
    }
    for (std::string const unknown : {"", "m5", "m5.13xlarge", "M5.12XLARGE", "m5.12xlarge ", "zz.top"}) {
        value const made(unknown);
        CHECK_FALSE(made.known());
        CHECK(made.view() == unknown);
    }
    std::ostringstream out;
    out << InstanceType::t2_micro;
    CHECK(out.str() == "t2.micro");
}

TEST_CASE("a large structure has its members in order, with their names", "[large]") {
    std::size_t n = 0;
    cppsmith::detail::for_each_member<Settings>([&]<class Member>() {
        CHECK(Member::spelling == (n == 299 ? "operator" : "member" + std::to_string(n)));
        CHECK(Member::wire == (n == 1 ? "first" : Member::spelling));
        return ++n, true;
    });
    CHECK(n == 300);
}

TEST_CASE("a large structure compares, prints and is judged", "[large]") {
    Settings a{.member0 = "a", .member8 = 8, .operator_ = "t3.nano"};
    auto const b = a;
    CHECK(a == b);
    a.member296 = 5;
    CHECK(a > b);
    std::ostringstream out;
    out << a;
    CHECK(out.str() == R"({member0: "a", member8: 8, member296: 5, operator: t3.nano})");

    CHECK(cppsmith::valid(a));
    a.member294 = {{{"a", "1"}, {"b", "2"}, {"c", "3"}}};
    a.operator_ = std::string("t3.pico");
    auto const found = cppsmith::validate(a);
    REQUIRE(found.size() == 2);
    CHECK(found[0].pointer == "/member294");
    CHECK(found[1].pointer == "/operator");
    CHECK(cppsmith::validate(cppsmith::detail::make_absent<Settings>()).at(0).pointer == "/member0");
}

TEST_CASE("a large structure is written and read, in whatever order its members come", "[large][json]") {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        cppsmith_tests::random_values random(seed, {.nanoseconds = false, .present = seed % 3 == 0 ? 100u : 30u});
        auto const value = random.value<Settings>();
        auto const text = json::write(value);
        CHECK(nlohmann::ordered_json::parse(text) == cppsmith_tests::to_dom(value));
        CHECK(*json::read<Settings>(std::string_view(text)) == value);
        CHECK(read_by_all<Settings>(text).problem == "");

        auto const dom = nlohmann::json::parse(text);
        nlohmann::ordered_json backwards;
        for (auto member = dom.rbegin(); member != dom.rend(); ++member) backwards[member.key()] = member.value();
        auto const shuffled = backwards.dump();
        CHECK(read_by_all<Settings>(shuffled).problem == "");
        CHECK(*json::read<Settings>(std::string_view(shuffled)) == value);
    }
    auto const everything = json::write(cppsmith_tests::random_values(1, {.present = 100}).value<Settings>());
    CHECK(nlohmann::json::parse(everything).size() == 300);
    CHECK(json::read<Settings>(R"({"member299":1})", {.refuse_unknown_members = true}).error().code == "unknown_member");
    CHECK(json::read<Settings>(R"({"member298":1})").error().pointer == "/member298");
}
