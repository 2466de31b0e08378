// endpoint: where a service is found, from a URL or from a region.

#ifndef CPPSMITH_ENDPOINT_HPP
#define CPPSMITH_ENDPOINT_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/endpoint/partition.hpp>
#include <cppsmith/result.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0 {

/// What stands in front of an operation's path and query: scheme, authority, and what an override brings of its own.
struct endpoint {
    std::string scheme = "https"; ///< "https" or "http"
    std::string authority{};      ///< host, and the port where it is not the scheme's own
    std::string base_path{};      ///< "" or "/base", percent-encoded, without a '/' at its end
    std::string query{};          ///< "" or "a=b&c=d", percent-encoded: stands before the operation's own query

    /// An absolute URL as an endpoint; scheme, port, path and query are kept, and the scheme's own port is left out. Errors have stage
    /// `configure` and code `invalid_endpoint`: no or another scheme than http and https, no host name or address, a user, a fragment, a port
    /// that is no number from 1 to 65535, blanks, controls or non-ASCII characters. A URL without a scheme is one of them: it says nothing about
    /// TLS.
    static result<endpoint> parse(std::string_view url);

    friend bool operator==(endpoint const&, endpoint const&) = default;
};

/// Which of a region's endpoints is meant.
struct endpoint_variant {
    bool fips = false;       ///< with cryptography validated under FIPS 140
    bool dual_stack = false; ///< over IPv6 too
};

/// The endpoint of a service in a region, by the rule that holds for most of them: `https://{prefix}[-fips].{region}.{suffix of the
/// partition}`. An unknown region belongs to the partition `aws`. Errors: `no_region`, and `invalid_region` for what is no host label.
result<endpoint> regional_endpoint(std::string_view endpoint_prefix, std::string_view region, endpoint_variant variant = {});

// ---- implementation

namespace detail {

/// A name of DNS, or one that a local resolver may know; an IPv4 address is one too. Nothing that URL parsers read in two ways, such as '%'.
constexpr bool is_host_name(std::string_view s) noexcept {
    return !s.empty() && s.front() != '.' && s.find("..") == s.npos &&
           std::all_of(s.begin(), s.end(), [](char c) { return is_alnum(c) || c == '-' || c == '.' || c == '_'; });
}

/// An IPv6 address in brackets, by its characters; without a zone, which means nothing to a service.
constexpr bool is_address_literal(std::string_view s) noexcept {
    if (s.size() < 4 || !s.starts_with('[') || !s.ends_with(']')) return false;
    s = s.substr(1, s.size() - 2);
    return s.find(':') != s.npos &&
           std::all_of(s.begin(), s.end(), [](char c) { return hex_value(c) >= 0 || c == ':' || c == '.'; });
}

} // namespace detail

inline result<endpoint> endpoint::parse(std::string_view url) {
    auto const refuse = [&](std::string_view why) -> result<endpoint> {
        return error{.stage = stage::configure, .code = "invalid_endpoint", .message = "the endpoint URL " + std::string(why)};
    };
    if (!std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < '\x7f'; }))
        return refuse("holds a blank, a control or a non-ASCII character");
    auto const colon = url.find("://");
    if (colon == url.npos) return refuse("has no scheme: it begins with http:// or https://");
    endpoint e{.scheme = std::string(url.substr(0, colon))};
    std::transform(e.scheme.begin(), e.scheme.end(), e.scheme.begin(), detail::to_lower);
    if (e.scheme != "https" && e.scheme != "http") return refuse("has a scheme that is neither http nor https");
    url.remove_prefix(colon + 3);
    if (url.find('#') != url.npos) return refuse("has a fragment");

    auto const path = std::min(url.find_first_of("/?"), url.size());
    auto const authority = url.substr(0, path);
    if (authority.find('@') != authority.npos) return refuse("has a user in it: give credentials to the signer");
    bool const literal = authority.starts_with('[');
    auto const end =
        literal ? std::min(authority.find(']'), authority.size() - 1) + 1 : std::min(authority.find(':'), authority.size());
    auto const host = authority.substr(0, end);
    if (!(literal ? detail::is_address_literal(host) : detail::is_host_name(host))) return refuse("has no valid host");
    e.authority = host;
    if (auto const port = authority.substr(end); !port.empty()) {
        if (port.front() != ':') return refuse("has no valid host");
        auto const digits = port.substr(1);
        bool const number = !digits.empty() && digits.size() <= 5 && std::all_of(digits.begin(), digits.end(), detail::is_digit);
        auto const value = number ? std::stoi(std::string(digits)) : 0;
        if (value < 1 || value > 65535) return refuse("has a port that is no number from 1 to 65535");
        if (value != (e.scheme == "https" ? 443 : 80)) e.authority.append(":").append(std::to_string(value));
    }

    auto const rest = url.substr(path);
    auto const question = std::min(rest.find('?'), rest.size());
    e.base_path = rest.substr(0, question);
    while (e.base_path.ends_with('/')) e.base_path.pop_back();
    if (question < rest.size()) e.query = rest.substr(question + 1);
    return e;
}

inline result<endpoint> regional_endpoint(std::string_view endpoint_prefix, std::string_view region, endpoint_variant variant) {
    auto const refuse = [](std::string code, std::string why) -> result<endpoint> {
        return error{.stage = stage::configure, .code = std::move(code), .message = std::move(why)};
    };
    if (region.empty()) return refuse("no_region", "no region was given, nor an endpoint URL");
    if (region.size() > 63 || region.starts_with('-') || region.ends_with('-') ||
        !std::all_of(region.begin(), region.end(), [](char c) { return detail::is_alnum(c) || c == '-'; }))
        return refuse("invalid_region", "the region is no host label: letters, digits and hyphens");
    auto const& partition = endpoints::partition_of(region);
    endpoint e;
    e.authority.append(endpoint_prefix).append(variant.fips ? "-fips." : ".").append(region).append(".");
    e.authority.append(variant.dual_stack ? partition.dual_stack_dns_suffix : partition.dns_suffix);
    return e;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_ENDPOINT_HPP
