// ThrottlingException, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_THROTTLING_EXCEPTION_HPP
#define CPPSMITH_IOT_THROTTLING_EXCEPTION_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/throttling_exception.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using errorMessage = text<"errorMessage">;

/// Requests come too fast.
struct ThrottlingException {
    /// What went wrong.
    optional<errorMessage> message{};

    friend auto operator<=>(ThrottlingException const&, ThrottlingException const&) = default;
};

BOOST_DESCRIBE_STRUCT(ThrottlingException, (), (message))

auto shape_of(ThrottlingException const&) -> structure<"ThrottlingException", error_response<400>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_THROTTLING_EXCEPTION_HPP
