// RegistrationCodeValidationException, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_REGISTRATION_CODE_VALIDATION_EXCEPTION_HPP
#define CPPSMITH_IOT_REGISTRATION_CODE_VALIDATION_EXCEPTION_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/registration_code_validation_exception.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using errorMessage = text<"errorMessage">;

/// The verification certificate does not carry the account's registration code.
struct RegistrationCodeValidationException {
    /// What went wrong.
    optional<errorMessage> message{};

    friend auto operator<=>(RegistrationCodeValidationException const&, RegistrationCodeValidationException const&) = default;
};

BOOST_DESCRIBE_STRUCT(RegistrationCodeValidationException, (), (message))

auto shape_of(RegistrationCodeValidationException const&)
    -> structure<"RegistrationCodeValidationException", error_response<400>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_REGISTRATION_CODE_VALIDATION_EXCEPTION_HPP
