// AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_SERVICE_HPP
#define CPPSMITH_IOT_SERVICE_HPP

#include <cppsmith/iot/endpoint_rules.hpp>
#include <cppsmith/service.hpp>

#include <string_view>

/// Identifies the model: headers that stem from two models must not meet in one namespace.
#define CPPSMITH_IOT_MODEL 0xef1e6c3deb4a9e35

namespace cppsmith::iot {

using cppsmith::operator<<; // of whatever this service describes

/// AWS IoT: Connects devices to the AWS cloud and manages them. This model holds the operations on the
/// certificate authorities (CA) that an account trusts to sign its devices' certificates.
struct service {
    using protocol = rest_json1;
    using endpoint_rules = iot::endpoint_rules;

    static constexpr std::string_view id = "IoT";
    static constexpr std::string_view api_version = "2015-05-28";
    static constexpr std::string_view endpoint_prefix = "iot";
    static constexpr std::string_view signing_name = "iot";
};

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_SERVICE_HPP
