// RegistrationConfig, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_REGISTRATION_CONFIG_HPP
#define CPPSMITH_IOT_REGISTRATION_CONFIG_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/iot/template_name.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/registration_config.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using TemplateBody = text<"TemplateBody", length<0, 10240>>;
using RoleArn = text<"RoleArn", length<20, 2048>>;

/// How devices are provisioned that connect with a CA's certificates for the first time.
struct RegistrationConfig {
    /// The provisioning template, as JSON text.
    optional<TemplateBody> templateBody{};

    /// The Amazon Resource Name (ARN) of the role that provisions the device.
    optional<RoleArn> roleArn{};

    /// The name of a provisioning template that the account holds.
    optional<TemplateName> templateName{};

    friend auto operator<=>(RegistrationConfig const&, RegistrationConfig const&) = default;
};

BOOST_DESCRIBE_STRUCT(RegistrationConfig, (), (templateBody, roleArn, templateName))

auto shape_of(RegistrationConfig const&) -> structure<"RegistrationConfig">;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_REGISTRATION_CONFIG_HPP
