// CertificateMode, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_CERTIFICATE_MODE_HPP
#define CPPSMITH_IOT_CERTIFICATE_MODE_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/enum.hpp>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/certificate_mode.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// How a CA, and every device certificate that it signs, is registered: with proof that its private key is
/// held (`DEFAULT`), or without, for connections that name their endpoint by SNI only (`SNI_ONLY`).
enum class CertificateMode {
    DEFAULT,
    SNI_ONLY,
};

BOOST_DESCRIBE_ENUM(CertificateMode, DEFAULT, SNI_ONLY)

auto shape_of(CertificateMode) -> enumeration<"CertificateMode">;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_CERTIFICATE_MODE_HPP
