// AwsAccountId, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_AWS_ACCOUNT_ID_HPP
#define CPPSMITH_IOT_AWS_ACCOUNT_ID_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/pattern.hpp>
#include <cppsmith/text.hpp>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/aws_account_id.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// Pattern: `[0-9]+`
using AwsAccountId = text<"AwsAccountId", length<12, 12>, characters<0x3ff000000000000, 0x0, false, 1>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_AWS_ACCOUNT_ID_HPP
