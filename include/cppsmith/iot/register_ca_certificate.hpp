// RegisterCACertificate, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_REGISTER_CA_CERTIFICATE_HPP
#define CPPSMITH_IOT_REGISTER_CA_CERTIFICATE_HPP

#include <cppsmith/iot/certificate_id.hpp>
#include <cppsmith/iot/certificate_mode.hpp>
#include <cppsmith/iot/certificate_validation_exception.hpp>
#include <cppsmith/iot/internal_failure_exception.hpp>
#include <cppsmith/iot/invalid_request_exception.hpp>
#include <cppsmith/iot/limit_exceeded_exception.hpp>
#include <cppsmith/iot/registration_code_validation_exception.hpp>
#include <cppsmith/iot/registration_config.hpp>
#include <cppsmith/iot/resource_already_exists_exception.hpp>
#include <cppsmith/iot/resource_not_found_exception.hpp>
#include <cppsmith/iot/service.hpp>
#include <cppsmith/iot/service_unavailable_exception.hpp>
#include <cppsmith/iot/tag.hpp>
#include <cppsmith/iot/throttling_exception.hpp>
#include <cppsmith/iot/unauthorized_exception.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/rule.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>
#include <vector>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/register_ca_certificate.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// A certificate in PEM.
using CertificatePem = text<"CertificatePem", length<1, 65536>>;
using CertificateArn = text<"CertificateArn">;

/// What `RegisterCACertificate` is asked.
struct RegisterCACertificateRequest {
    /// The CA's own certificate.
    required<CertificatePem> caCertificate;

    /// A certificate signed by the CA, with the registration code as its common name: proof that you hold the
    /// CA's private key. It has to be given, and not empty, unless `certificateMode` is `SNI_ONLY`; with
    /// `SNI_ONLY` it has to be left out or empty.
    optional<CertificatePem> verificationCertificate{};

    /// Whether the CA certificate is active from the start.
    optional<bool> setAsActive{};

    /// Whether device certificates that this CA has signed are registered when they are first used to
    /// connect.
    optional<bool> allowAutoRegistration{};

    /// How devices that connect with this CA's certificates are provisioned.
    optional<RegistrationConfig> registrationConfig{};

    /// Tags for the CA certificate.
    optional<std::vector<Tag>> tags{};

    /// The mode of the CA certificate, and of every device certificate that is registered through it.
    /// `DEFAULT` where it is left out.
    optional<open_enum<CertificateMode>> certificateMode{};

    friend auto operator<=>(RegisterCACertificateRequest const&, RegisterCACertificateRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(RegisterCACertificateRequest, (),
                      (caCertificate, verificationCertificate, setAsActive, allowAutoRegistration, registrationConfig, tags,
                       certificateMode))

auto shape_of(RegisterCACertificateRequest const&)
    -> structure<"RegisterCACertificateRequest", member<&RegisterCACertificateRequest::setAsActive, in_query<"setAsActive">>,
                 member<&RegisterCACertificateRequest::allowAutoRegistration, in_query<"allowAutoRegistration">>,
                 rule<"verification-certificate-by-mode",
                      "verificationCertificate must be left out or empty when certificateMode is SNI_ONLY, and given otherwise",
                      rules::when<rules::equals<"SNI_ONLY", &RegisterCACertificateRequest::certificateMode>>,
                      rules::then<rules::any<rules::absent<&RegisterCACertificateRequest::verificationCertificate>,
                                             rules::empty<&RegisterCACertificateRequest::verificationCertificate>>>,
                      rules::otherwise<rules::present<&RegisterCACertificateRequest::verificationCertificate>>>>;

/// What `RegisterCACertificate` answers.
struct RegisterCACertificateResponse {
    /// The Amazon Resource Name (ARN) of the CA certificate.
    optional<CertificateArn> certificateArn{};

    /// The identifier of the CA certificate: the last part of its ARN.
    optional<CertificateId> certificateId{};

    friend auto operator<=>(RegisterCACertificateResponse const&, RegisterCACertificateResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(RegisterCACertificateResponse, (), (certificateArn, certificateId))

auto shape_of(RegisterCACertificateResponse const&) -> structure<"RegisterCACertificateResponse">;

/// Makes a certificate authority (CA) known to your account, so that AWS IoT can trust the device
/// certificates that this CA has signed.
///
/// With the mode `DEFAULT` you prove that you hold the CA's private key: ask for a registration code with
/// `GetRegistrationCode`, put it into the common name of a certificate signed by the CA, and send that
/// certificate as `verificationCertificate`. With the mode `SNI_ONLY` no proof is asked for, and devices have
/// to name their endpoint in the TLS handshake (SNI).
///
/// An account and region can hold up to 10 CA certificates with the same subject, and one CA certificate only
/// once.
struct RegisterCACertificate {
    using service = iot::service;
    using request = RegisterCACertificateRequest;
    using response = RegisterCACertificateResponse;
    using errors = error_list<CertificateValidationException, InternalFailureException, InvalidRequestException,
                              LimitExceededException, RegistrationCodeValidationException, ResourceAlreadyExistsException,
                              ResourceNotFoundException, ServiceUnavailableException, ThrottlingException, UnauthorizedException>;

    static constexpr std::string_view name = "RegisterCACertificate";
    static constexpr http_binding http{.method = "POST", .uri = "/cacertificate", .status = 200};
};

static_assert(operation<RegisterCACertificate>);

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_REGISTER_CA_CERTIFICATE_HPP
