// FAIL invalid_utf8: the constant holds text that is not valid UTF-8
// FAIL invalid_utf8_in_a_body: the constant holds text that is not valid UTF-8
// FAIL timestamp: the constant holds a timestamp that cannot be written
// FAIL another_request: body_constant

#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/protocol/body_constant.hpp>

namespace iot = cppsmith::iot;

[[maybe_unused]] constexpr auto text = cppsmith::json::constant<[] { return iot::Tag{.Key = "fleet"}; }>();
[[maybe_unused]] constexpr auto body = cppsmith::body_constant<iot::RegisterCACertificate, [] {
    return iot::RegisterCACertificateRequest{.caCertificate = "certificate", .tags = {{{.Key = "fleet"}}}};
}>();

struct Moment {
    cppsmith::optional<cppsmith::timestamp> at{};
};
BOOST_DESCRIBE_STRUCT(Moment, (), (at))
auto shape_of(Moment const&) -> cppsmith::structure<"Moment">;

#ifdef FAIL_invalid_utf8
constexpr auto wrong = cppsmith::json::constant<[] { return iot::Tag{.Key = cppsmith::unchecked("fl\xf6t")}; }>();
#endif
#ifdef FAIL_invalid_utf8_in_a_body
constexpr auto wrong = cppsmith::body_constant<iot::RegisterCACertificate, [] {
    return iot::RegisterCACertificateRequest{.caCertificate = cppsmith::unchecked("\x80")};
}>();
#endif
#ifdef FAIL_timestamp
constexpr auto wrong = cppsmith::json::constant<[] { return Moment{.at = cppsmith::timestamp{0, -1}}; }>();
#endif
#ifdef FAIL_another_request
constexpr auto wrong = cppsmith::body_constant<iot::RegisterCACertificate, [] { return iot::ListCACertificatesRequest{}; }>();
#endif
