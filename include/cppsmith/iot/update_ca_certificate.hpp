// UpdateCACertificate, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_UPDATE_CA_CERTIFICATE_HPP
#define CPPSMITH_IOT_UPDATE_CA_CERTIFICATE_HPP

#include <cppsmith/iot/auto_registration_status.hpp>
#include <cppsmith/iot/ca_certificate_status.hpp>
#include <cppsmith/iot/certificate_id.hpp>
#include <cppsmith/iot/internal_failure_exception.hpp>
#include <cppsmith/iot/invalid_request_exception.hpp>
#include <cppsmith/iot/registration_config.hpp>
#include <cppsmith/iot/resource_not_found_exception.hpp>
#include <cppsmith/iot/service.hpp>
#include <cppsmith/iot/service_unavailable_exception.hpp>
#include <cppsmith/iot/throttling_exception.hpp>
#include <cppsmith/iot/unauthorized_exception.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/update_ca_certificate.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// What `UpdateCACertificate` is asked.
struct UpdateCACertificateRequest {
    /// The identifier of the CA certificate: the last part of its ARN.
    required<CertificateId> certificateId;

    /// The state that the CA certificate is to have.
    optional<open_enum<CACertificateStatus>> newStatus{};

    /// Whether device certificates that this CA has signed are to be registered when they are first used to
    /// connect.
    optional<open_enum<AutoRegistrationStatus>> newAutoRegistrationStatus{};

    /// The registration configuration that the CA certificate is to have.
    optional<RegistrationConfig> registrationConfig{};

    /// Whether to end auto registration for the CA certificate.
    optional<bool> removeAutoRegistration{};

    friend auto operator<=>(UpdateCACertificateRequest const&, UpdateCACertificateRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(UpdateCACertificateRequest, (),
                      (certificateId, newStatus, newAutoRegistrationStatus, registrationConfig, removeAutoRegistration))

auto shape_of(UpdateCACertificateRequest const&)
    -> structure<"UpdateCACertificateRequest", member<&UpdateCACertificateRequest::certificateId, in_path<"caCertificateId">>,
                 member<&UpdateCACertificateRequest::newStatus, in_query<"newStatus">>,
                 member<&UpdateCACertificateRequest::newAutoRegistrationStatus, in_query<"newAutoRegistrationStatus">>>;

/// Changes the state of a registered CA certificate, whether devices may register themselves with it, or its
/// registration configuration. What is left out stays as it is.
struct UpdateCACertificate {
    using service = iot::service;
    using request = UpdateCACertificateRequest;
    using response = unit;
    using errors = error_list<InternalFailureException, InvalidRequestException, ResourceNotFoundException,
                              ServiceUnavailableException, ThrottlingException, UnauthorizedException>;

    static constexpr std::string_view name = "UpdateCACertificate";
    static constexpr http_binding http{.method = "PUT", .uri = "/cacertificate/{caCertificateId}", .status = 200};
};

static_assert(operation<UpdateCACertificate>);

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_UPDATE_CA_CERTIFICATE_HPP
