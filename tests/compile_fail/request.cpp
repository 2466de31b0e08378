// FAIL missing_required: a required member was left out
// FAIL too_short: the_literal_is_shorter_than_the_minimum_length | RoleArn
// FAIL too_long: the_literal_is_longer_than_the_maximum_length | TemplateName
// FAIL empty_in_a_list: the_literal_is_shorter_than_the_minimum_length | TagKey
// FAIL text_for_boolean: text or a pointer was given
// FAIL pointer_for_boolean: text or a pointer was given
// FAIL narrowing: would narrow the number
// FAIL fraction_for_integer: would narrow the number
// FAIL pattern: the_literal_does_not_match_the_pattern_of_this_shape | TemplateName
// FAIL pattern_with_unicode: the_literal_does_not_match_the_pattern_of_this_shape | TagKey
// FAIL constant_above: the_constant_is_above_the_maximum_of_this_shape | PageSize
// FAIL constant_below: the_constant_is_below_the_minimum_of_this_shape | PageSize
// FAIL constant_too_large: the_constant_does_not_fit_the_type_of_this_shape
// FAIL constant_for_text: constant_value
// FAIL broken_rule: static assertion failed
// FAIL range_in_valid: static assertion failed
// FAIL unknown_enum_value: the_literal_is_not_a_value_of_this_enumeration | CertificateMode
// FAIL invalid_utf8: the_literal_is_not_valid_utf8
// FAIL no_such_member: notAMember

#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/validate.hpp>

#include <cstdint>
#include <string>

namespace iot = cppsmith::iot;

iot::RegisterCACertificateRequest right() {
    return {
        .caCertificate = "a literal",
        .verificationCertificate = std::string("at run time"),
        .setAsActive = true,
        .registrationConfig =
            iot::RegistrationConfig{.roleArn = "arn:aws:iam::123456789012:role/provisioning",
                                    .templateName = cppsmith::unchecked("a template name that is far too long to be one")},
        .tags = {{{.Key = "fleet", .Value = "north"}, {.Key = std::string()}}},
        .certificateMode = "SNI_ONLY",
    };
}

void wrong([[maybe_unused]] std::int64_t wide) {
#ifdef FAIL_missing_required
    iot::RegisterCACertificateRequest r{.setAsActive = true};
#endif
#ifdef FAIL_too_short
    iot::RegistrationConfig r{.roleArn = "short"};
#endif
#ifdef FAIL_too_long
    iot::RegistrationConfig r{.templateName = "a-template-name-of-thirty-seven-chars"};
#endif
#ifdef FAIL_empty_in_a_list
    iot::RegisterCACertificateRequest r{.caCertificate = "x", .tags = {{{.Key = "fleet"}, {.Key = ""}}}};
#endif
#ifdef FAIL_text_for_boolean
    iot::RegisterCACertificateRequest r{.caCertificate = "x", .setAsActive = "false"};
#endif
#ifdef FAIL_pointer_for_boolean
    char const* text = "false";
    iot::RegisterCACertificateRequest r{.caCertificate = "x", .setAsActive = text};
#endif
#ifdef FAIL_narrowing
    iot::ListCACertificatesRequest r{.pageSize = wide};
#endif
#ifdef FAIL_fraction_for_integer
    iot::ListCACertificatesRequest r{.pageSize = 2.5};
#endif
#ifdef FAIL_pattern
    iot::RegistrationConfig r{.templateName = "has blanks"};
#endif
#ifdef FAIL_pattern_with_unicode
    iot::Tag r{.Key = "price in \xe2\x82\xac"};
#endif
#ifdef FAIL_constant_above
    iot::ListCACertificatesRequest r{.pageSize = cppsmith::constant<251>};
#endif
#ifdef FAIL_constant_below
    iot::ListCACertificatesRequest r{.pageSize = cppsmith::constant<0>};
#endif
#ifdef FAIL_constant_too_large
    iot::ListCACertificatesRequest r{.pageSize = cppsmith::constant<4294967297>};
#endif
#ifdef FAIL_constant_for_text
    iot::Tag r{.Key = cppsmith::constant<1>};
#endif
#ifdef FAIL_broken_rule
    static_assert(cppsmith::valid(
        iot::RegisterCACertificateRequest{.caCertificate = "x", .verificationCertificate = "y", .certificateMode = "SNI_ONLY"}));
#endif
#ifdef FAIL_range_in_valid
    static_assert(cppsmith::valid(iot::ListCACertificatesRequest{.pageSize = 251}));
#endif
#ifdef FAIL_unknown_enum_value
    iot::RegisterCACertificateRequest r{.caCertificate = "x", .certificateMode = "SNI_OLNY"};
#endif
#ifdef FAIL_invalid_utf8
    iot::RegisterCACertificateRequest r{.caCertificate = "\xff"};
#endif
#ifdef FAIL_no_such_member
    iot::RegisterCACertificateRequest r{.caCertificate = "x", .notAMember = true};
#endif
}
