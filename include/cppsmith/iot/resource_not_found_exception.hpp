// ResourceNotFoundException, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_RESOURCE_NOT_FOUND_EXCEPTION_HPP
#define CPPSMITH_IOT_RESOURCE_NOT_FOUND_EXCEPTION_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/resource_not_found_exception.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using errorMessage = text<"errorMessage">;

/// There is no such resource.
struct ResourceNotFoundException {
    /// What went wrong.
    optional<errorMessage> message{};

    friend auto operator<=>(ResourceNotFoundException const&, ResourceNotFoundException const&) = default;
};

BOOST_DESCRIBE_STRUCT(ResourceNotFoundException, (), (message))

auto shape_of(ResourceNotFoundException const&) -> structure<"ResourceNotFoundException", error_response<404>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_RESOURCE_NOT_FOUND_EXCEPTION_HPP
