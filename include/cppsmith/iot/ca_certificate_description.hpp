// CACertificateDescription, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_CA_CERTIFICATE_DESCRIPTION_HPP
#define CPPSMITH_IOT_CA_CERTIFICATE_DESCRIPTION_HPP

#include <cppsmith/iot/auto_registration_status.hpp>
#include <cppsmith/iot/aws_account_id.hpp>
#include <cppsmith/iot/ca_certificate_status.hpp>
#include <cppsmith/iot/certificate_id.hpp>
#include <cppsmith/iot/certificate_mode.hpp>
#include <cppsmith/iot/certificate_validity.hpp>
#include <cppsmith/iot/service.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/timestamp.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <cstdint>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/ca_certificate_description.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using CertificateArn = text<"CertificateArn">;

/// A certificate in PEM.
using CertificatePem = text<"CertificatePem", length<1, 65536>>;
using GenerationId = text<"GenerationId">;

/// A registered CA certificate in full.
struct CACertificateDescription {
    /// The Amazon Resource Name (ARN) of the CA certificate.
    optional<CertificateArn> certificateArn{};

    /// The identifier of the CA certificate: the last part of its ARN.
    optional<CertificateId> certificateId{};

    /// Whether the CA certificate is active.
    optional<open_enum<CACertificateStatus>> status{};

    /// The CA certificate itself, in PEM.
    optional<CertificatePem> certificatePem{};

    /// The account that registered the CA certificate.
    optional<AwsAccountId> ownedBy{};

    /// When the CA certificate was registered.
    optional<timestamp> creationDate{};

    /// Whether device certificates that this CA has signed are registered when they are first used to
    /// connect.
    optional<open_enum<AutoRegistrationStatus>> autoRegistrationStatus{};

    /// When the CA certificate was last changed.
    optional<timestamp> lastModifiedDate{};

    /// The customer version of the CA certificate: a number that grows. 1 at least.
    optional<std::int32_t, number<"CustomerVersion", at_least<1>>> customerVersion{};

    /// Identifies this generation of the CA certificate.
    optional<GenerationId> generationId{};

    /// The time for which the CA certificate is valid.
    optional<CertificateValidity> validity{};

    /// The mode of the CA certificate, and of every device certificate that is registered through it.
    optional<open_enum<CertificateMode>> certificateMode{};

    friend auto operator<=>(CACertificateDescription const&, CACertificateDescription const&) = default;
};

BOOST_DESCRIBE_STRUCT(CACertificateDescription, (),
                      (certificateArn, certificateId, status, certificatePem, ownedBy, creationDate, autoRegistrationStatus,
                       lastModifiedDate, customerVersion, generationId, validity, certificateMode))

auto shape_of(CACertificateDescription const&) -> structure<"CACertificateDescription">;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_CA_CERTIFICATE_DESCRIPTION_HPP
