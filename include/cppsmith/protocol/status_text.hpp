// The words of HTTP statuses (RFC 9110, 15), for errors whose responses say nothing more.

#ifndef CPPSMITH_PROTOCOL_STATUS_TEXT_HPP
#define CPPSMITH_PROTOCOL_STATUS_TEXT_HPP

#include <string_view>

namespace cppsmith::inline v0::detail {

/// "Bad Gateway" for 502; empty for a status that has no words among the server errors.
constexpr std::string_view status_text(int status) noexcept {
    switch (status) {
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    case 506:
        return "Variant Also Negotiates";
    case 507:
        return "Insufficient Storage";
    case 508:
        return "Loop Detected";
    case 510:
        return "Not Extended";
    case 511:
        return "Network Authentication Required";
    default:
        return "";
    }
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_STATUS_TEXT_HPP
