// TemplateName, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_TEMPLATE_NAME_HPP
#define CPPSMITH_IOT_TEMPLATE_NAME_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/pattern.hpp>
#include <cppsmith/text.hpp>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/template_name.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// Pattern: `^[0-9A-Za-z_-]+$`
using TemplateName = text<"TemplateName", length<1, 36>, characters<0x3ff200000000000, 0x7fffffe87fffffe, false, 1>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_TEMPLATE_NAME_HPP
