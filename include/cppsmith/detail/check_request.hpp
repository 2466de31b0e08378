// What a transport refuses to send: parts that would break the message, or smuggle a second one into it.

#ifndef CPPSMITH_DETAIL_CHECK_REQUEST_HPP
#define CPPSMITH_DETAIL_CHECK_REQUEST_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/result.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// Visible ASCII but for the characters in `refused`.
constexpr bool is_visible_without(std::string_view s, std::string_view refused) noexcept {
    return std::all_of(s.begin(), s.end(), [&](char c) { return c > ' ' && c < '\x7f' && refused.find(c) == refused.npos; });
}

/// Success if the request has a form in HTTP/1.1 that a recipient cannot read in two ways: CR, LF, NUL and other controls are
/// refused everywhere, and so are framing headers that contradict the body. The message of an error names the header at fault and
/// never shows a value. A target is ASCII, percent-encoded, from '/' on; an authority has no user in it.
inline result<void> check_request(http_request const& r) {
    auto const refuse = [](std::string why) -> result<void> {
        return error{.stage = stage::send, .code = "invalid_request", .message = std::move(why)};
    };
    if (!is_token(r.method)) return refuse("the method is not a token");
    if (r.scheme != "https" && r.scheme != "http") return refuse("the scheme is neither https nor http");
    if (r.authority.empty() || !is_visible_without(r.authority, "/?#@\\"))
        return refuse("the authority is not a host with an optional port");
    if (!r.target.starts_with('/') || !is_visible_without(r.target, "#"))
        return refuse("the target is not a path and query of visible ASCII characters");
    bool host_seen = false;
    for (auto const& [name, value] : r.headers) {
        if (!is_token(name)) return refuse("a header has a name that is not a token");
        if (std::any_of(value.begin(), value.end(), is_control))
            return refuse("header " + name + ": the value has a control character");
        if (equal_ignoring_case(name, "transfer-encoding"))
            return refuse("header " + name + ": the transport frames the body itself");
        if (equal_ignoring_case(name, "content-length") && value != std::to_string(r.body.size()))
            return refuse("header " + name + ": the value is not the size of the body");
        if (equal_ignoring_case(name, "host")) {
            if (host_seen) return refuse("header " + name + ": given twice");
            host_seen = true;
        }
    }
    return {};
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_CHECK_REQUEST_HPP
