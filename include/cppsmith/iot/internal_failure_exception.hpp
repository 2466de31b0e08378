// InternalFailureException, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_INTERNAL_FAILURE_EXCEPTION_HPP
#define CPPSMITH_IOT_INTERNAL_FAILURE_EXCEPTION_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/internal_failure_exception.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using errorMessage = text<"errorMessage">;

/// The service failed for a reason of its own.
struct InternalFailureException {
    /// What went wrong.
    optional<errorMessage> message{};

    friend auto operator<=>(InternalFailureException const&, InternalFailureException const&) = default;
};

BOOST_DESCRIBE_STRUCT(InternalFailureException, (), (message))

auto shape_of(InternalFailureException const&) -> structure<"InternalFailureException", error_response<500>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_INTERNAL_FAILURE_EXCEPTION_HPP
