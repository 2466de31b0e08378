// HTTP messages as plain values: what `prepare` makes, a signer signs, a transport sends and `parse` reads.

#ifndef CPPSMITH_HTTP_HPP
#define CPPSMITH_HTTP_HPP

#include <cppsmith/detail/ascii.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cppsmith::inline v0 {

/// One header field. Names compare without case (RFC 9110, 5.1) and are kept as they were written.
struct header {
    std::string name, value;
    friend bool operator==(header const&, header const&) = default;
};

/// A request, ready to be signed and sent. It holds no `Host` and no `Content-Length`: a transport takes
/// the first from `authority` and the second from `body`.
struct http_request {
    std::string method;    ///< "GET", "POST", ...
    std::string scheme;    ///< "https" or "http"
    std::string authority; ///< host, and port where it is not the scheme's own: "localhost:8080"
    std::string target;    ///< path and query, percent-encoded, beginning with '/'
    std::vector<header> headers{};
    std::string body{};

    /// The absolute URL: scheme, authority and target.
    std::string url() const { return scheme + "://" + authority + target; }
    friend bool operator==(http_request const&, http_request const&) = default;
};

/// A response as it came from the wire: headers in their order, body after transfer decoding.
struct http_response {
    int status = 0; ///< 100 to 599; 0 before there is one
    std::vector<header> headers{};
    std::string body{};
    friend bool operator==(http_response const&, http_response const&) = default;
};

/// The first header called `name`, without regard to case; null if there is none. Linear in the headers.
inline std::string const* find_header(std::vector<header> const& headers, std::string_view name) noexcept {
    for (auto const& h : headers)
        if (detail::equal_ignoring_case(h.name, name)) return &h.value;
    return nullptr;
}

/// Replaces the value of the first header called `name`, or adds the header at the end.
inline void set_header(std::vector<header>& headers, std::string_view name, std::string value) {
    for (auto& h : headers)
        if (detail::equal_ignoring_case(h.name, name)) {
            h.value = std::move(value);
            return;
        }
    headers.push_back({std::string(name), std::move(value)});
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_HTTP_HPP
