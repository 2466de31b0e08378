// DeleteCACertificate, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_DELETE_CA_CERTIFICATE_HPP
#define CPPSMITH_IOT_DELETE_CA_CERTIFICATE_HPP

#include <cppsmith/iot/certificate_id.hpp>
#include <cppsmith/iot/certificate_state_exception.hpp>
#include <cppsmith/iot/internal_failure_exception.hpp>
#include <cppsmith/iot/invalid_request_exception.hpp>
#include <cppsmith/iot/resource_not_found_exception.hpp>
#include <cppsmith/iot/service.hpp>
#include <cppsmith/iot/service_unavailable_exception.hpp>
#include <cppsmith/iot/throttling_exception.hpp>
#include <cppsmith/iot/unauthorized_exception.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/delete_ca_certificate.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// What `DeleteCACertificate` is asked.
struct DeleteCACertificateRequest {
    /// The identifier of the CA certificate: the last part of its ARN.
    required<CertificateId> certificateId;

    friend auto operator<=>(DeleteCACertificateRequest const&, DeleteCACertificateRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(DeleteCACertificateRequest, (), (certificateId))

auto shape_of(DeleteCACertificateRequest const&)
    -> structure<"DeleteCACertificateRequest", member<&DeleteCACertificateRequest::certificateId, in_path<"caCertificateId">>>;

/// What `DeleteCACertificate` answers: nothing.
struct DeleteCACertificateResponse {
    friend auto operator<=>(DeleteCACertificateResponse const&, DeleteCACertificateResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(DeleteCACertificateResponse, (), ())

auto shape_of(DeleteCACertificateResponse const&) -> structure<"DeleteCACertificateResponse">;

/// Removes a registered CA certificate from the account. It has to be `INACTIVE`.
struct DeleteCACertificate {
    using service = iot::service;
    using request = DeleteCACertificateRequest;
    using response = DeleteCACertificateResponse;
    using errors = error_list<CertificateStateException, InternalFailureException, InvalidRequestException,
                              ResourceNotFoundException, ServiceUnavailableException, ThrottlingException, UnauthorizedException>;

    static constexpr std::string_view name = "DeleteCACertificate";
    static constexpr http_binding http{.method = "DELETE", .uri = "/cacertificate/{caCertificateId}", .status = 200};
};

static_assert(operation<DeleteCACertificate>);

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_DELETE_CA_CERTIFICATE_HPP
