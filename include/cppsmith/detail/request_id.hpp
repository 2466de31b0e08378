// The id that a service gave to a request.

#ifndef CPPSMITH_DETAIL_REQUEST_ID_HPP
#define CPPSMITH_DETAIL_REQUEST_ID_HPP

#include <cppsmith/http.hpp>

#include <string_view>

namespace cppsmith::inline v0::detail {

/// From `x-amzn-RequestId` or `x-amz-request-id`; empty where the response has neither.
inline std::string_view request_id_of(http_response const& response) noexcept {
    for (auto const* name : {"x-amzn-requestid", "x-amz-request-id"})
        if (auto const* id = find_header(response.headers, name)) return *id;
    return {};
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_REQUEST_ID_HPP
