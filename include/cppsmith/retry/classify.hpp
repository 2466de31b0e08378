// Which errors of a service are worth another attempt: the lists of AWS's standard retry mode.

#ifndef CPPSMITH_RETRY_CLASSIFY_HPP
#define CPPSMITH_RETRY_CLASSIFY_HPP

#include <cppsmith/detail/shape_traits.hpp>
#include <cppsmith/error.hpp>
#include <cppsmith/operation.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace cppsmith::inline v0::detail {

inline constexpr std::array<std::string_view, 14> throttling_codes{"Throttling",
                                                                   "ThrottlingException",
                                                                   "ThrottledException",
                                                                   "RequestThrottledException",
                                                                   "TooManyRequestsException",
                                                                   "RequestLimitExceeded",
                                                                   "BandwidthLimitExceeded",
                                                                   "LimitExceededException",
                                                                   "RequestThrottled",
                                                                   "SlowDown",
                                                                   "EC2ThrottledException",
                                                                   "PriorRequestNotComplete",
                                                                   "TransactionInProgressException",
                                                                   "ProvisionedThroughputExceededException"};
inline constexpr std::array<std::string_view, 2> transient_codes{"RequestTimeout", "RequestTimeoutException"};

/// By code and status, for any service (AWS SDKs and Tools Reference Guide, "Retry behavior", mode `standard`).
constexpr retryability classify(std::string_view code, int status) noexcept {
    auto const in = [code](auto const& codes) { return std::find(codes.begin(), codes.end(), code) != codes.end(); };
    if (in(throttling_codes)) return retryability::throttling;
    if (in(transient_codes) || status == 500 || status == 502 || status == 503 || status == 504) return retryability::transient;
    return retryability::none;
}

/// Whether an error of the service is of this shape: by the shape's name or its code, not by the code that it had in the query protocol.
template <class Shape> bool names_error(error const& e) noexcept {
    constexpr auto code = error_facts_for<Shape>().code;
    return e.name == code || e.name == shape_name<Shape>();
}

/// What the model says of its own error shapes, by Smithy's `retryable`.
template <class... Errors> retryability modelled_retryability(error_list<Errors...>, [[maybe_unused]] error const& e) noexcept {
    auto found = retryability::none;
    [[maybe_unused]] auto const look = [&]<class Error>() {
        using traits = structure_traits<Error>;
        if (!names_error<Error>(e)) return;
        if constexpr (has<traits, throttling>) found = retryability::throttling;
        else if constexpr (has<traits, retryable>) found = retryability::transient;
    };
    (look.template operator()<Errors>(), ...);
    return found;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_RETRY_CLASSIFY_HPP
