// AutoRegistrationStatus, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_AUTO_REGISTRATION_STATUS_HPP
#define CPPSMITH_IOT_AUTO_REGISTRATION_STATUS_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/enum.hpp>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/auto_registration_status.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// Whether device certificates are registered when they are first used to connect.
enum class AutoRegistrationStatus {
    ENABLE,
    DISABLE,
};

BOOST_DESCRIBE_ENUM(AutoRegistrationStatus, ENABLE, DISABLE)

auto shape_of(AutoRegistrationStatus) -> enumeration<"AutoRegistrationStatus">;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_AUTO_REGISTRATION_STATUS_HPP
