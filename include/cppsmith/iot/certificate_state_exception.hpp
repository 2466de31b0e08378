// CertificateStateException, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_CERTIFICATE_STATE_EXCEPTION_HPP
#define CPPSMITH_IOT_CERTIFICATE_STATE_EXCEPTION_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/certificate_state_exception.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using errorMessage = text<"errorMessage">;

/// The state of the certificate does not allow the operation.
struct CertificateStateException {
    /// What went wrong.
    optional<errorMessage> message{};

    friend auto operator<=>(CertificateStateException const&, CertificateStateException const&) = default;
};

BOOST_DESCRIBE_STRUCT(CertificateStateException, (), (message))

auto shape_of(CertificateStateException const&) -> structure<"CertificateStateException", error_response<406>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_CERTIFICATE_STATE_EXCEPTION_HPP
