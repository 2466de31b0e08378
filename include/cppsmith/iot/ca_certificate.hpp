// CACertificate, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_CA_CERTIFICATE_HPP
#define CPPSMITH_IOT_CA_CERTIFICATE_HPP

#include <cppsmith/iot/ca_certificate_status.hpp>
#include <cppsmith/iot/certificate_id.hpp>
#include <cppsmith/iot/service.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/timestamp.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/ca_certificate.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using CertificateArn = text<"CertificateArn">;

/// A registered CA certificate, as a listing shows it.
struct CACertificate {
    /// The Amazon Resource Name (ARN) of the CA certificate.
    optional<CertificateArn> certificateArn{};

    /// The identifier of the CA certificate: the last part of its ARN.
    optional<CertificateId> certificateId{};

    /// Whether the CA certificate is active.
    optional<open_enum<CACertificateStatus>> status{};

    /// When the CA certificate was registered.
    optional<timestamp> creationDate{};

    friend auto operator<=>(CACertificate const&, CACertificate const&) = default;
};

BOOST_DESCRIBE_STRUCT(CACertificate, (), (certificateArn, certificateId, status, creationDate))

auto shape_of(CACertificate const&) -> structure<"CACertificate">;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_CA_CERTIFICATE_HPP
