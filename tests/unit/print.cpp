// Printing: one line for people, and nothing sensitive in it, at whatever depth.

#include <cppsmith/print.hpp>

#include "support/catch.hpp"
#include "support/kitchen_sink.hpp"

#include <cppsmith/format.hpp>
#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>

#include <limits>
#include <sstream>
#include <string>

namespace print_test {

using namespace cppsmith;
using cppsmith::operator<<; // found with the structures, as a generated service.hpp has it

using Secret = text<"Secret", sensitive>;

struct Hidden {
    optional<text<"Note">> note{};
};
BOOST_DESCRIBE_STRUCT(Hidden, (), (note))
auto shape_of(Hidden const&) -> structure<"Hidden", sensitive>;

struct Vault {
    optional<Secret> secret{};
    optional<std::int32_t> pin{};
    optional<blob> key{};
    optional<Hidden> hidden{};
    optional<std::vector<Secret>> list{};
    optional<std::vector<std::int64_t>> numbers{};
    optional<map<Secret, text<"Note">>> by_secret{};
    optional<map<text<"Note">, Secret>> secrets{};
    optional<std::vector<std::vector<Hidden>>> deep{};
    optional<text<"Note">> open{};
};
BOOST_DESCRIBE_STRUCT(Vault, (), (secret, pin, key, hidden, list, numbers, by_secret, secrets, deep, open))
auto shape_of(Vault const&) -> structure<"Vault", member<&Vault::pin, sensitive>, member<&Vault::key, sensitive>,
                                         member<&Vault::numbers, each<sensitive>>>;

} // namespace print_test

namespace {

namespace iot = cppsmith::iot;
using cppsmith::timestamp;

template <class T> std::string printed(T const& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

} // namespace

TEST_CASE("structures print on one line, absent members left out", "[print]") {
    iot::RegisterCACertificateRequest const request{
        .caCertificate = "-----BEGIN\n",
        .setAsActive = true,
        .registrationConfig = iot::RegistrationConfig{},
        .tags = {{{.Key = "fleet", .Value = "n\xc3\xb6rth"}, {.Key = "b"}}},
        .certificateMode = iot::CertificateMode::SNI_ONLY,
    };
    CHECK(printed(request) == R"({caCertificate: "-----BEGIN\n", setAsActive: true, registrationConfig: {}, )"
                              "tags: [{Key: \"fleet\", Value: \"n\xc3\xb6rth\"}, {Key: \"b\"}], certificateMode: SNI_ONLY}");
    CHECK(printed(iot::ListCACertificatesRequest{}) == "{}");
    CHECK(printed(iot::CertificateMode::DEFAULT) == "DEFAULT");
    CHECK(printed(kitchen::Color::BLUE_GREEN) == "blue-green");
    CHECK(printed(static_cast<iot::CertificateMode>(77)) == "(unknown)");
    CHECK(printed(iot::RegisterCACertificateRequest{.caCertificate = "x"}.tags.has_value()) == "0");
}

TEST_CASE("every kind of member prints", "[print]") {
    kitchen::Sink sink{.flag = false, .small = -3, .ratio = 0.1f, .precise = std::numeric_limits<double>::infinity()};
    sink.date = timestamp{1'515'531'081, 120'000'000};
    sink.http = timestamp{std::numeric_limits<std::int64_t>::max(), 0};
    sink.data = cppsmith::blob(std::string("abc"));
    sink.color = cppsmith::unchecked("A\nB");
    sink.operator_ = "keyword";
    sink.notes.emplace();
    sink.labels = {{{"a", "1"}, {"b", ""}}};
    CHECK(printed(sink) == R"({flag: false, small: -3, ratio: 0.1, precise: Infinity, date: 2018-01-09T20:51:21.12Z, )"
                           R"(http: 9223372036854775807, data: (3 bytes), color: A\nB, operator: "keyword", notes: [], )"
                           R"(labels: {"a": "1", "b": ""}})");
    CHECK(printed(*sink.labels) == R"({"a": "1", "b": ""})");
    CHECK(printed(timestamp{0, 0}) == "1970-01-01T00:00:00Z");
    CHECK(printed(timestamp{0, -1}) == "(not a point in time)");
}

TEST_CASE("nothing printed can forge a line or move a cursor", "[print]") {
    iot::Tag const tag{.Key = std::string("a\"\\\r\n\t\x1b[2J\x7f\xc2\x85\xff\xe6\x97\xa5")};
    CHECK(printed(tag) == "{Key: \"a\\\"\\\\\\r\\n\\t\\x1b[2J\\x7f\\x85\\xff\xe6\x97\xa5\"}");
}

TEST_CASE("what is sensitive is not printed, at any depth", "[print]") {
    using print_test::Hidden;
    print_test::Vault vault;
    std::string const marker = "MARKER";
    vault.secret = marker;
    vault.pin = 13371337;
    vault.key = cppsmith::blob(marker);
    vault.hidden = Hidden{.note = marker};
    vault.list = {{marker, marker}};
    vault.numbers = {{13371337}};
    vault.by_secret.emplace()[marker] = "open";
    vault.secrets.emplace()["open"] = marker;
    vault.deep = {{{Hidden{.note = marker}}}};
    vault.open = "open";
    auto const text = printed(vault);
    CHECK(text.find(marker) == text.npos);
    CHECK(text.find("1337") == text.npos);
    CHECK(text == R"({secret: (sensitive), pin: (sensitive), key: (sensitive), hidden: (sensitive), )"
                  R"(list: [(sensitive), (sensitive)], numbers: [(sensitive)], by_secret: {(sensitive): "open"}, )"
                  R"(secrets: {"open": (sensitive)}, deep: [[(sensitive)]], open: "open"})");
    CHECK(printed(vault.secret) == "(sensitive)");
    CHECK(printed(*vault.hidden) == "(sensitive)");
    CHECK(printed(*vault.by_secret) == R"({(sensitive): "open"})");
}

#ifdef __cpp_lib_format
TEST_CASE("std::format", "[print]") {
    CHECK(std::format("{}", iot::Tag{.Key = "a"}) == R"({Key: "a"})");
    CHECK(std::format("{:>12}|{}", iot::Tag{.Key = "a"}, iot::CertificateMode::DEFAULT) == R"(  {Key: "a"}|DEFAULT)");
    CHECK(std::format("{}", print_test::Vault{.secret = "MARKER"}) == "{secret: (sensitive)}");
}
#endif
