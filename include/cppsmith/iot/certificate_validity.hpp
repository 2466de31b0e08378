// CertificateValidity, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_CERTIFICATE_VALIDITY_HPP
#define CPPSMITH_IOT_CERTIFICATE_VALIDITY_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/timestamp.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/certificate_validity.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// The time for which a certificate is valid.
struct CertificateValidity {
    /// The certificate is not valid before this time.
    optional<timestamp> notBefore{};

    /// The certificate is not valid after this time.
    optional<timestamp> notAfter{};

    friend auto operator<=>(CertificateValidity const&, CertificateValidity const&) = default;
};

BOOST_DESCRIBE_STRUCT(CertificateValidity, (), (notBefore, notAfter))

auto shape_of(CertificateValidity const&) -> structure<"CertificateValidity">;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_CERTIFICATE_VALIDITY_HPP
