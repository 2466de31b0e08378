// LimitExceededException, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_LIMIT_EXCEEDED_EXCEPTION_HPP
#define CPPSMITH_IOT_LIMIT_EXCEEDED_EXCEPTION_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/limit_exceeded_exception.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

using errorMessage = text<"errorMessage">;

/// A quota of the account is used up.
struct LimitExceededException {
    /// What went wrong.
    optional<errorMessage> message{};

    friend auto operator<=>(LimitExceededException const&, LimitExceededException const&) = default;
};

BOOST_DESCRIBE_STRUCT(LimitExceededException, (), (message))

auto shape_of(LimitExceededException const&) -> structure<"LimitExceededException", error_response<410>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_LIMIT_EXCEEDED_EXCEPTION_HPP
