// GetRegistrationCode, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_GET_REGISTRATION_CODE_HPP
#define CPPSMITH_IOT_GET_REGISTRATION_CODE_HPP

#include <cppsmith/iot/internal_failure_exception.hpp>
#include <cppsmith/iot/invalid_request_exception.hpp>
#include <cppsmith/iot/registration_code.hpp>
#include <cppsmith/iot/service.hpp>
#include <cppsmith/iot/service_unavailable_exception.hpp>
#include <cppsmith/iot/throttling_exception.hpp>
#include <cppsmith/iot/unauthorized_exception.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/get_registration_code.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// What `GetRegistrationCode` is asked: nothing.
struct GetRegistrationCodeRequest {
    friend auto operator<=>(GetRegistrationCodeRequest const&, GetRegistrationCodeRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(GetRegistrationCodeRequest, (), ())

auto shape_of(GetRegistrationCodeRequest const&) -> structure<"GetRegistrationCodeRequest">;

/// What `GetRegistrationCode` answers.
struct GetRegistrationCodeResponse {
    /// The account's registration code: 64 hexadecimal digits, fit for a certificate's common name.
    optional<RegistrationCode> registrationCode{};

    friend auto operator<=>(GetRegistrationCodeResponse const&, GetRegistrationCodeResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(GetRegistrationCodeResponse, (), (registrationCode))

auto shape_of(GetRegistrationCodeResponse const&) -> structure<"GetRegistrationCodeResponse">;

/// Returns the code that proves, in the common name of a verification certificate, that a CA is being
/// registered by this account. The code stays the same until it is deleted.
struct GetRegistrationCode {
    using service = iot::service;
    using request = GetRegistrationCodeRequest;
    using response = GetRegistrationCodeResponse;
    using errors = error_list<InternalFailureException, InvalidRequestException, ServiceUnavailableException, ThrottlingException,
                              UnauthorizedException>;

    static constexpr std::string_view name = "GetRegistrationCode";
    static constexpr http_binding http{.method = "GET", .uri = "/registrationcode", .status = 200};
};

static_assert(operation<GetRegistrationCode>);

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_GET_REGISTRATION_CODE_HPP
