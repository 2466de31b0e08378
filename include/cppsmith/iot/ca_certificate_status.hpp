// CACertificateStatus, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_CA_CERTIFICATE_STATUS_HPP
#define CPPSMITH_IOT_CA_CERTIFICATE_STATUS_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/enum.hpp>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/ca_certificate_status.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// Whether certificates that a CA has signed can be registered.
enum class CACertificateStatus {
    ACTIVE,
    INACTIVE,
};

BOOST_DESCRIBE_ENUM(CACertificateStatus, ACTIVE, INACTIVE)

auto shape_of(CACertificateStatus) -> enumeration<"CACertificateStatus">;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_CA_CERTIFICATE_STATUS_HPP
