// validate: every kind of violation, under each policy, with the pointer to where it is.

#include <cppsmith/validate.hpp>

#include "support/catch.hpp"
#include "support/kitchen_sink.hpp"

#include <cppsmith/iot/register_ca_certificate.hpp>

#include <cstdint>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

namespace validate_test {

struct Pin {
    cppsmith::optional<std::int32_t> pin{};
    cppsmith::optional<std::int64_t> large{};
    cppsmith::optional<double> share{};
};
BOOST_DESCRIBE_STRUCT(Pin, (), (pin, large, share))
auto shape_of(Pin const&)
    -> cppsmith::structure<"Pin", cppsmith::member<&Pin::pin, cppsmith::range<1000, 9999>, cppsmith::sensitive>,
                           cppsmith::member<&Pin::large, cppsmith::at_least<5>>,
                           cppsmith::member<&Pin::share, cppsmith::at_most<1.5>>>;

} // namespace validate_test

namespace {

namespace iot = cppsmith::iot;
using cppsmith::policy;
using cppsmith::validate;
using kitchen::Leaf;
using kitchen::Sink;
using validate_test::Pin;

/// The violations in one line each: "kind pointer".
template <class T> std::vector<std::string> found(T const& value, policy p) {
    std::vector<std::string> lines;
    for (auto const& v : validate(value, p)) {
        lines.push_back(std::string(to_string(v.kind)) + " " + v.pointer);
        CHECK_FALSE(v.message.empty());
    }
    return lines;
}

using lines = std::vector<std::string>;

} // namespace

TEST_CASE("a value that keeps to its model has no violations", "[validate]") {
    for (auto const p : {policy::strict, policy::parity, policy::off}) {
        CHECK(found(Sink{}, p).empty());
        CHECK(found(Sink{.small = 12, .leaf = Leaf{.name = "abcde", .count = -3}, .notes = {{"a"}}}, p).empty());
    }
}

TEST_CASE("a required member that a decoder left absent is a violation, at any depth", "[validate]") {
    Sink sink;
    sink.leaf = cppsmith::detail::make_absent<Leaf>();
    sink.leaves = {{{.name = "a"}, cppsmith::detail::make_absent<Leaf>()}};
    sink.branches.emplace().insert_or_assign("~/", cppsmith::detail::make_absent<Leaf>());
    lines const expected{"required /leaf/name", "required /leaves/1/name", "required /branches/~0~1/name"};
    CHECK(found(sink, policy::strict) == expected);
    CHECK(found(sink, policy::parity) == expected);
    CHECK(found(sink, policy::off).empty());
    CHECK(found(cppsmith::detail::make_absent<iot::RegisterCACertificateRequest>(), policy::parity) ==
          lines{"required /caCertificate"});
}

TEST_CASE("lengths of texts count Unicode scalar values", "[validate]") {
    auto const of = [](std::string name, policy p) { return found(Leaf{.name = std::move(name)}, p); };
    lines const wrong{"length /name"};
    CHECK(of("", policy::strict) == wrong);
    CHECK(of("", policy::parity) == wrong);
    CHECK(of("\xf0\x9f\x98\x80\xe6\x97\xa5\xc3\xa9xy", policy::strict).empty()); // 11 bytes, 7 units of UTF-16, 5 scalars
    CHECK(of("abcdef", policy::strict) == wrong);
    CHECK(of("abcdef", policy::parity).empty()); // services relax maxima
    CHECK(of("e\xcc\x81"
             "e\xcc\x81"
             "e\xcc\x81",
             policy::strict) == wrong);
    auto const violations = validate(Leaf{.name = std::string("secret!")}, policy::strict);
    REQUIRE(violations.size() == 1);
    CHECK(violations[0].message == "at most 5 characters were expected, 7 found");
}

TEST_CASE("what was unchecked in a literal is judged all the same", "[validate]") {
    CHECK(found(Leaf{.name = cppsmith::unchecked("abcdef")}, policy::strict) == lines{"length /name"});
}

TEST_CASE("lists, maps and blobs have lengths, of which parity asks for the minima of lists", "[validate]") {
    Sink sink;
    sink.data = cppsmith::blob(std::string("a"));
    sink.notes.emplace();
    sink.labels.emplace();
    CHECK(found(sink, policy::strict) == lines{"length /data", "length /notes", "length /labels"});
    CHECK(found(sink, policy::parity) == lines{"length /notes"});
    sink.data = cppsmith::blob(std::string("abcde"));
    sink.notes = {{"1", "2", "3", "4"}};
    sink.labels = {{{"a", ""}, {"b", ""}, {"c", ""}}};
    CHECK(found(sink, policy::strict) == lines{"length /data", "length /notes", "length /labels"});
    CHECK(found(sink, policy::parity).empty());
}

TEST_CASE("keys of maps are judged, and reported at the map", "[validate]") {
    Sink sink;
    auto& labels = sink.labels.emplace();
    labels.insert_or_assign(std::string(), "v");
    labels.insert_or_assign(std::string("a/b~c/d"), "v");
    CHECK(found(sink, policy::strict) == lines{"length /labels", "length /labels"}); // a key may be a secret
    CHECK(found(sink, policy::parity) == lines{"length /labels"});
}

TEST_CASE("numbers have ranges, of which parity asks for the minimum", "[validate]") {
    Sink sink{.small = -4, .leaf = Leaf{.name = "a", .count = 13}};
    sink.numbers = {{0, 9, 10, -1}};
    CHECK(found(sink, policy::strict) == lines{"range /small", "range /leaf/count", "range /numbers/2", "range /numbers/3"});
    CHECK(found(sink, policy::parity) == lines{"range /small", "range /numbers/3"});
    CHECK(validate(sink)[0].message == "at least -3 was expected, -4 found");
    CHECK(validate(sink)[1].message == "at most 12 was expected, 13 found");
    CHECK(found(Pin{.large = std::numeric_limits<std::int64_t>::min()}, policy::strict) == lines{"range /large"});
    CHECK(found(Pin{.large = std::numeric_limits<std::int64_t>::max(), .share = 1.5}, policy::strict).empty());
    CHECK(found(Pin{.share = std::numeric_limits<double>::infinity()}, policy::strict) == lines{"range /share"});
}

TEST_CASE("the content of a sensitive number is not told", "[validate]") {
    auto const violations = validate(Pin{.pin = 777});
    REQUIRE(violations.size() == 1);
    CHECK(violations[0].message == "at least 1000 was expected");
}

TEST_CASE("an unknown value of an enumeration is a violation in strict alone", "[validate]") {
    Sink sink{.color = cppsmith::unchecked("PINK")};
    sink.weights = {{{cppsmith::unchecked("MAUVE"), {}}}};
    CHECK(found(sink, policy::strict) == lines{"enum_value /color", "enum_value /weights"});
    CHECK(found(sink, policy::parity).empty());
}

TEST_CASE("violations print in one line each", "[validate]") {
    std::ostringstream out;
    iot::RegisterCACertificateRequest request{.caCertificate = "pem"};
    request.tags.emplace().push_back({.Key = std::string()});
    for (auto const& v : validate(request, policy::parity)) out << v << '\n';
    CHECK(out.str() == "/tags/0/Key: length: at least 1 characters were expected, 0 found\n");
}

TEST_CASE("what is not a number is in no range", "[validate]") {
    validate_test::Pin const pin{.share = std::numeric_limits<double>::quiet_NaN()};
    auto const wrong = cppsmith::validate(pin, cppsmith::policy::strict);
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].pointer == "/share");
    CHECK(wrong[0].kind == cppsmith::violation_kind::range);
}
