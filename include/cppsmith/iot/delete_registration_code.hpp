// DeleteRegistrationCode, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_DELETE_REGISTRATION_CODE_HPP
#define CPPSMITH_IOT_DELETE_REGISTRATION_CODE_HPP

#include <cppsmith/iot/internal_failure_exception.hpp>
#include <cppsmith/iot/resource_not_found_exception.hpp>
#include <cppsmith/iot/service.hpp>
#include <cppsmith/iot/service_unavailable_exception.hpp>
#include <cppsmith/iot/throttling_exception.hpp>
#include <cppsmith/iot/unauthorized_exception.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/delete_registration_code.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// What `DeleteRegistrationCode` is asked: nothing.
struct DeleteRegistrationCodeRequest {
    friend auto operator<=>(DeleteRegistrationCodeRequest const&, DeleteRegistrationCodeRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(DeleteRegistrationCodeRequest, (), ())

auto shape_of(DeleteRegistrationCodeRequest const&) -> structure<"DeleteRegistrationCodeRequest">;

/// What `DeleteRegistrationCode` answers: nothing.
struct DeleteRegistrationCodeResponse {
    friend auto operator<=>(DeleteRegistrationCodeResponse const&, DeleteRegistrationCodeResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(DeleteRegistrationCodeResponse, (), ())

auto shape_of(DeleteRegistrationCodeResponse const&) -> structure<"DeleteRegistrationCodeResponse">;

/// Deletes the account's registration code. The next `GetRegistrationCode` makes a new one.
struct DeleteRegistrationCode {
    using service = iot::service;
    using request = DeleteRegistrationCodeRequest;
    using response = DeleteRegistrationCodeResponse;
    using errors = error_list<InternalFailureException, ResourceNotFoundException, ServiceUnavailableException,
                              ThrottlingException, UnauthorizedException>;

    static constexpr std::string_view name = "DeleteRegistrationCode";
    static constexpr http_binding http{.method = "DELETE", .uri = "/registrationcode", .status = 200};
};

static_assert(operation<DeleteRegistrationCode>);

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_DELETE_REGISTRATION_CODE_HPP
