// DescribeCACertificate, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_DESCRIBE_CA_CERTIFICATE_HPP
#define CPPSMITH_IOT_DESCRIBE_CA_CERTIFICATE_HPP

#include <cppsmith/iot/ca_certificate_description.hpp>
#include <cppsmith/iot/certificate_id.hpp>
#include <cppsmith/iot/internal_failure_exception.hpp>
#include <cppsmith/iot/invalid_request_exception.hpp>
#include <cppsmith/iot/registration_config.hpp>
#include <cppsmith/iot/resource_not_found_exception.hpp>
#include <cppsmith/iot/service.hpp>
#include <cppsmith/iot/service_unavailable_exception.hpp>
#include <cppsmith/iot/throttling_exception.hpp>
#include <cppsmith/iot/unauthorized_exception.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/describe_ca_certificate.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// What `DescribeCACertificate` is asked.
struct DescribeCACertificateRequest {
    /// The identifier of the CA certificate: the last part of its ARN.
    required<CertificateId> certificateId;

    friend auto operator<=>(DescribeCACertificateRequest const&, DescribeCACertificateRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(DescribeCACertificateRequest, (), (certificateId))

auto shape_of(DescribeCACertificateRequest const&)
    -> structure<"DescribeCACertificateRequest",
                 member<&DescribeCACertificateRequest::certificateId, in_path<"caCertificateId">>>;

/// What `DescribeCACertificate` answers.
struct DescribeCACertificateResponse {
    /// The CA certificate.
    optional<CACertificateDescription> certificateDescription{};

    /// How devices that connect with this CA's certificates are provisioned.
    optional<RegistrationConfig> registrationConfig{};

    friend auto operator<=>(DescribeCACertificateResponse const&, DescribeCACertificateResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(DescribeCACertificateResponse, (), (certificateDescription, registrationConfig))

auto shape_of(DescribeCACertificateResponse const&) -> structure<"DescribeCACertificateResponse">;

/// Returns a registered CA certificate with its state, its validity and its registration configuration.
struct DescribeCACertificate {
    using service = iot::service;
    using request = DescribeCACertificateRequest;
    using response = DescribeCACertificateResponse;
    using errors = error_list<InternalFailureException, InvalidRequestException, ResourceNotFoundException,
                              ServiceUnavailableException, ThrottlingException, UnauthorizedException>;

    static constexpr std::string_view name = "DescribeCACertificate";
    static constexpr http_binding http{.method = "GET", .uri = "/cacertificate/{caCertificateId}", .status = 200};
};

static_assert(operation<DescribeCACertificate>);

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_DESCRIBE_CA_CERTIFICATE_HPP
