// JSON at compile time: the same characters as at run time, for every kind of member.

#include <cppsmith/json/constant.hpp>
#include <cppsmith/protocol/body_constant.hpp>

#include "support/catch.hpp"
#include "support/kitchen_sink.hpp"

#include <cppsmith/detail/number_read.hpp>
#include <cppsmith/endpoint.hpp>
#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/protocol.hpp>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>

namespace {

namespace iot = cppsmith::iot;
namespace json = cppsmith::json;
using cppsmith::body_constant;

constexpr auto tag = [] { return iot::Tag{.Key = "fl\xc3\xb6t", .Value = cppsmith::unchecked("\"north\"\n")}; };
static_assert(json::constant<tag>() == "{\"Key\":\"fl\xc3\xb6t\",\"Value\":\"\\\"north\\\"\\n\"}");
static_assert(json::constant<tag>().data()[json::constant<tag>().size()] == '\0', "a C string, too");

constexpr auto request = [] {
    return iot::RegisterCACertificateRequest{
        .caCertificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
        .setAsActive = true,
        .registrationConfig = iot::RegistrationConfig{.roleArn = "arn:aws:iam::123456789012:role/provisioning"},
        .tags = {{{.Key = "fleet", .Value = "north"}, {.Key = "empty", .Value = ""}}},
        .certificateMode = iot::CertificateMode::SNI_ONLY,
    };
};
constexpr std::string_view body = body_constant<iot::RegisterCACertificate, request>();
static_assert(body.starts_with(R"({"caCertificate":"-----BEGIN CERTIFICATE-----\nMIIB\n)") &&
              body.ends_with(R"("certificateMode":"SNI_ONLY"})"));
static_assert(body.find("setAsActive") == body.npos, "it is in the query");
static_assert(body_constant<iot::ListCACertificates, [] { return iot::ListCACertificatesRequest{}; }>().empty());

constexpr auto sink = [] {
    using cppsmith::timestamp;
    return kitchen::Sink{
        .note = "\x01\x1f\x7f\"\\/\b\f\n\r\t\xf0\x9f\x98\x80",
        .flag = false,
        .small = -3,
        .large = std::numeric_limits<std::int64_t>::min(),
        .ratio = 0.1f,
        .precise = std::numeric_limits<double>::infinity(),
        .epoch = timestamp{-2, 500'000'000},
        .date = timestamp{1'515'531'081, 120'000'000},
        .http = timestamp{0, 0},
        .color = cppsmith::unchecked("PINK"),
        .leaf = kitchen::Leaf{.name = "abc", .count = 12},
        .operator_ = "keyword",
        .notes = {{"one", ""}},
        .numbers = {{1, 2, 3}},
        .times = {{timestamp{1, 0}}},
        .leaves = {{{.name = "a"}, {.name = "b"}}},
        .labels = {{{"a", "1"}, {"b", ""}}},
        .weights = {{{"RED", {1.5, 1e300, -0.0, 5e-324}}}},
    };
};

template <std::floating_point T> std::string at_run_time(T value) {
    char digits[64];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

template <std::floating_point T> bool same_digits(T value) {
    std::string ours;
    cppsmith::detail::append_shortest(ours, value);
    if (ours == at_run_time(value)) return true;
    UNSCOPED_INFO(ours << " is not " << at_run_time(value));
    return false;
}

} // namespace

TEST_CASE("a constant is what json::write gives", "[json]") {
    CHECK(json::constant<tag>() == json::write(tag()));
    CHECK(json::constant<request>() == json::write(request()));
    CHECK(json::constant<sink>() == json::write(sink()));
    static constexpr auto text = json::constant<sink>();
    CHECK(text == json::write(sink()));
}

TEST_CASE("a constant body is what prepare sends", "[json]") {
    auto const where = cppsmith::endpoint::parse("https://iot.us-west-2.amazonaws.com");
    auto const prepared = cppsmith::prepare<iot::RegisterCACertificate>(request(), *where);
    REQUIRE(prepared.has_value());
    CHECK(body == prepared->body);
}

TEST_CASE("floating-point numbers at compile time have the digits of run time", "[json]") {
    using limits = std::numeric_limits<double>;
    for (double v : {0.0,
                     1.0,
                     0.1,
                     0.5,
                     100000.0,
                     1e5,
                     1e6,
                     12e15,
                     1e16,
                     1e21,
                     1e22,
                     1e23,
                     1e-3,
                     1e-4,
                     1e-5,
                     123e-7,
                     4503599627370497.5,
                     123456789012345680000.0,
                     1.2345678901234568e20,
                     limits::min(),
                     limits::max(),
                     limits::denorm_min(),
                     limits::epsilon()})
        CHECK((same_digits(v) && same_digits(-v) && same_digits(static_cast<float>(std::fmod(v, 1e30)))));
    for (int i = -1074; i < 1024; ++i) CHECK(same_digits(std::ldexp(1.0, i)));
    for (int i = -149; i < 128; ++i) CHECK(same_digits(std::ldexp(1.0f, i)));
    std::mt19937_64 random(7);
    for (int i = 0; i < 3000; ++i) {
        auto const d = std::bit_cast<double>(random());
        auto const f = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
        if (std::isfinite(d)) CHECK(same_digits(d));
        if (std::isfinite(f)) CHECK(same_digits(f));
        CHECK(same_digits(static_cast<double>(random() % 1000000) / 1000));
        CHECK(same_digits(static_cast<float>(random() >> random() % 64)));
    }
}
