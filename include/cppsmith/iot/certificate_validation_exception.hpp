// CertificateValidationException, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_CERTIFICATE_VALIDATION_EXCEPTION_HPP
#define CPPSMITH_IOT_CERTIFICATE_VALIDATION_EXCEPTION_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/certificate_validation_exception.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using errorMessage = text<"errorMessage">;

/// A certificate is not valid: it cannot be read, has expired, or is not what the operation needs.
struct CertificateValidationException {
    /// What went wrong.
    optional<errorMessage> message{};

    friend auto operator<=>(CertificateValidationException const&, CertificateValidationException const&) = default;
};

BOOST_DESCRIBE_STRUCT(CertificateValidationException, (), (message))

auto shape_of(CertificateValidationException const&) -> structure<"CertificateValidationException", error_response<400>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_CERTIFICATE_VALIDATION_EXCEPTION_HPP
