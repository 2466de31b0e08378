// valid: the same judgement at compile time; rules between members, patterns, lists that have to be unique.

#include <cppsmith/validate.hpp>

#include "support/catch.hpp"

#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/map.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace valid_test {

using namespace cppsmith;

struct Inner {
    optional<text<"Note">> note{};
    optional<std::vector<std::int32_t>> numbers{};
};
BOOST_DESCRIBE_STRUCT(Inner, (), (note, numbers))
auto shape_of(Inner const&) -> structure<"Inner", member<&Inner::numbers, unique_items, each<at_most<9>>>>;

struct Outer {
    required<text<"Label">> label;
    optional<Inner> inner{};
    optional<bool> flag{};
    optional<std::int64_t> count{};
    optional<double, number<"Share", range<0.5, 1.5>>> share{};
    optional<map<text<"Key", length<1>, sensitive>, Inner>> by_key{};
};
BOOST_DESCRIBE_STRUCT(Outer, (), (label, inner, flag, count, share, by_key))
auto shape_of(Outer const&)
    -> structure<"Outer", member<&Outer::label, in_path<"label">>, member<&Outer::inner, spelled<"in">>,
                 rule<"note-when-flagged", "a note is needed with the flag", rules::when<rules::is<true, &Outer::flag>>,
                      rules::then<rules::present<&Outer::inner, &Inner::note>>>,
                 rule<"no-count-of-seven", "seven is not for all",
                      rules::when<rules::all<rules::none<rules::absent<&Outer::count>>, rules::is<7, &Outer::count>>>,
                      rules::then<rules::any<rules::absent<&Outer::flag>, rules::empty<&Outer::inner, &Inner::numbers>>>>>;

} // namespace valid_test

namespace {

namespace iot = cppsmith::iot;
using cppsmith::policy;
using cppsmith::valid;
using cppsmith::validate;
using cppsmith::violation_kind;
using valid_test::Inner;
using valid_test::Outer;

// Lists and maps live on the heap within a constant evaluation; g++ 12 evaluates them in functions only.
void at_compile_time() {
    using request = iot::RegisterCACertificateRequest;
    static_assert(
        valid(request{.caCertificate = "x", .verificationCertificate = "y", .tags = {{{.Key = "fleet", .Value = "north"}}}}));
    static_assert(!valid(request{.caCertificate = "x"}), "the rule asks for the other certificate");
    static_assert(valid(request{.caCertificate = "x"}, policy::parity) && valid(request{.caCertificate = "x"}, policy::off));
    static_assert(valid(request{.caCertificate = "x", .certificateMode = "SNI_ONLY"}));
    static_assert(valid(request{.caCertificate = "x",
                                .verificationCertificate = cppsmith::unchecked(""),
                                .certificateMode = iot::CertificateMode::SNI_ONLY},
                        policy::off));
    static_assert(!valid(request{.caCertificate = "x", .verificationCertificate = "y", .certificateMode = "SNI_ONLY"}));
    static_assert(!valid(request{.caCertificate = "x", .certificateMode = cppsmith::unchecked("OTHER")}));
    static_assert(
        !valid(request{.caCertificate = "x",
                       .verificationCertificate = "y",
                       .registrationConfig = iot::RegistrationConfig{.templateName = cppsmith::unchecked("has blanks")}}));
    static_assert(!valid(request{.caCertificate = cppsmith::unchecked(""), .certificateMode = "SNI_ONLY"}, policy::parity));
    static_assert(valid(iot::ListCACertificatesRequest{.pageSize = cppsmith::constant<250>}));
    static_assert(!valid(iot::ListCACertificatesRequest{.pageSize = 251}) &&
                  valid(iot::ListCACertificatesRequest{.pageSize = 251}, policy::parity));
    static_assert(!valid(iot::ListCACertificatesRequest{.pageSize = 0}, policy::parity));
    static_assert(valid(Outer{.label = "a", .inner = Inner{.numbers = {{1, 2, 9}}}}));
    static_assert(!valid(Outer{.label = "a", .inner = Inner{.numbers = {{1, 2, 10}}}}));
    static_assert(!valid(Outer{.label = "a", .inner = Inner{.numbers = {{1, 2, 1}}}}));
    static_assert(valid(Outer{.label = "a", .inner = Inner{.numbers = {{1, 2, 1}}}}, policy::parity));
    static_assert(!valid(Outer{.label = ""}, policy::parity), "an empty label of a path leads elsewhere");
    static_assert(valid(Outer{.label = "a", .by_key = {{{"k", {}}}}}));
    static_assert(!valid(Outer{.label = "a", .by_key = {{{"k", {.numbers = {{10}}}}}}}));
    static_assert(valid(Outer{.label = "a", .share = cppsmith::constant<1.5>}) && !valid(Outer{.label = "a", .share = 1.75}));
}

template <class T> std::vector<std::string> found(T const& value, policy p = policy::strict) {
    std::vector<std::string> lines;
    for (auto const& v : validate(value, p)) lines.push_back(std::string(to_string(v.kind)) + " " + v.pointer);
    CHECK(lines.empty() == valid(value, p));
    return lines;
}

using lines = std::vector<std::string>;

constexpr iot::RegisterCACertificateRequest constant_request{.caCertificate = "ca", .certificateMode = "SNI_ONLY"};

} // namespace

TEST_CASE("a constant request is valid at run time as at compile time", "[validate]") {
    at_compile_time();
    static_assert(valid(constant_request));
    CHECK(found(constant_request).empty());
}

TEST_CASE("the rule of RegisterCACertificate", "[validate]") {
    iot::RegisterCACertificateRequest request{.caCertificate = "ca"};
    CHECK(found(request) == lines{"rule /verificationCertificate"});
    CHECK(validate(request)[0].message ==
          "verificationCertificate must be left out or empty when certificateMode is SNI_ONLY, and given otherwise");
    CHECK(found(request, policy::parity).empty());
    CHECK(found(request, policy::off).empty());
    request.verificationCertificate = std::string("certificate");
    CHECK(found(request).empty());
    request.certificateMode = iot::CertificateMode::SNI_ONLY;
    CHECK(found(request) == lines{"rule /verificationCertificate"});
    request.verificationCertificate.reset();
    CHECK(found(request).empty());
    request.certificateMode = iot::CertificateMode::DEFAULT;
    CHECK(found(request) == lines{"rule /verificationCertificate"});
}

TEST_CASE("rules reach into structures, and point at the structure where they are about several members", "[validate]") {
    CHECK(found(Outer{.label = "a", .flag = true}) == lines{"rule /in"});
    CHECK(found(Outer{.label = "a", .inner = Inner{}, .flag = true}) == lines{"rule /in/note"});
    CHECK(found(Outer{.label = "a", .inner = Inner{.note = ""}, .flag = true}) == lines{"rule /in/note"});
    CHECK(found(Outer{.label = "a", .inner = Inner{.note = "n"}, .flag = true}).empty());
    CHECK(found(Outer{.label = "a", .flag = false, .count = 7}) == lines{"rule "});
    CHECK(found(Outer{.label = "a", .inner = Inner{.numbers = std::vector<std::int32_t>{}}, .flag = false, .count = 7}).empty());
    CHECK(found(Outer{.label = "a", .count = 7}).empty());
    CHECK(found(Outer{.label = "a", .flag = false, .count = 8}).empty());
}

TEST_CASE("patterns are judged in strict alone", "[validate]") {
    iot::RegistrationConfig config{.templateName = std::string("has blanks")};
    CHECK(found(config) == lines{"pattern /templateName"});
    CHECK(found(config, policy::parity).empty());
    iot::Tag tag{.Key = std::string("a,b")};
    CHECK(found(tag) == lines{"pattern /Key"});
    CHECK(validate(tag)[0].message == R"(a match of ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$ was expected)");
    CHECK(found(iot::Tag{.Key = std::string("a\xff")}) == lines{"pattern /Key"});
}

TEST_CASE("elements that have to differ, few or many", "[validate]") {
    for (int n : {2, 31, 32, 33, 1000}) {
        Inner inner{.numbers = std::vector<std::int32_t>()};
        for (int i = 0; i < n; ++i) inner.numbers->push_back(-(i * 7919 % 10007));
        CHECK(found(inner).empty());
        inner.numbers->push_back(inner.numbers->front());
        CHECK(found(inner) == lines{"unique_items /numbers"});
        CHECK(found(inner, policy::parity).empty());
    }
}

TEST_CASE("no pointer holds a sensitive key", "[validate]") {
    Outer outer{.label = "a"};
    outer.by_key.emplace()["secret"].numbers = std::vector<std::int32_t>{10};
    CHECK(found(outer) == lines{"range /by_key/numbers/0"});
    outer.by_key.emplace()[std::string()];
    CHECK(found(outer) == lines{"length /by_key"});
}

TEST_CASE("an empty label of a path is a violation", "[validate]") {
    CHECK(found(Outer{.label = ""}, policy::parity) == lines{"length /label"});
    CHECK(found(Outer{.label = ""}, policy::off).empty()); // prepare refuses it
}
