// ResourceAlreadyExistsException, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_RESOURCE_ALREADY_EXISTS_EXCEPTION_HPP
#define CPPSMITH_IOT_RESOURCE_ALREADY_EXISTS_EXCEPTION_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/resource_already_exists_exception.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using errorMessage = text<"errorMessage">;
using resourceId = text<"resourceId">;
using resourceArn = text<"resourceArn">;

/// There is such a resource already.
struct ResourceAlreadyExistsException {
    /// What went wrong.
    optional<errorMessage> message{};

    /// The identifier of the resource that is there.
    optional<iot::resourceId> resourceId{};

    /// The Amazon Resource Name (ARN) of the resource that is there.
    optional<iot::resourceArn> resourceArn{};

    friend auto operator<=>(ResourceAlreadyExistsException const&, ResourceAlreadyExistsException const&) = default;
};

BOOST_DESCRIBE_STRUCT(ResourceAlreadyExistsException, (), (message, resourceId, resourceArn))

auto shape_of(ResourceAlreadyExistsException const&) -> structure<"ResourceAlreadyExistsException", error_response<409>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_RESOURCE_ALREADY_EXISTS_EXCEPTION_HPP
