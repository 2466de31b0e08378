// URLs, as endpoint rules read them.

#ifndef CPPSMITH_ENDPOINT_URL_HPP
#define CPPSMITH_ENDPOINT_URL_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/endpoint/host_label.hpp>
#include <cppsmith/endpoint/text_store.hpp>

#include <algorithm>
#include <optional>
#include <string_view>

namespace cppsmith::inline v0::endpoints {

/// A URL's parts. They borrow from its text, but for what had to be made.
struct url {
    std::string_view scheme{};          ///< "https" or "http"
    std::string_view authority{};       ///< host, and port where one is given
    std::string_view path{};            ///< as it is: "" where there is none
    std::string_view normalized_path{}; ///< begins and ends with '/'
    bool is_ip = false;                 ///< the host is an IPv4 address, or an IPv6 address in brackets
};

/// The rules' `parseURL`. Nothing for a text that is no URL of http or https, has a query, a fragment or a user, or holds blanks, controls or
/// non-ASCII characters. Host labels are not checked. Linear.
constexpr std::optional<url> parse_url(std::string_view text, text_store& texts);

// ---- implementation

namespace detail {

/// An IPv6 address (RFC 4291, 2.2), without a zone: eight groups, or fewer with one "::"; the last two may be an IPv4 address.
constexpr bool is_ipv6_address(std::string_view text) noexcept {
    int groups = 0;
    bool shortened = false;
    if (text.starts_with("::")) shortened = true, text.remove_prefix(2);
    while (!text.empty()) {
        auto const group = text.substr(0, text.find(':'));
        bool const last = group.size() == text.size();
        if (last && group.find('.') != group.npos)
            return is_ipv4_address(group) && (groups += 2, shortened ? groups < 8 : groups == 8);
        auto const hex = [](char c) { return v0::detail::hex_value(c) >= 0; };
        if (group.empty() || group.size() > 4 || !std::all_of(group.begin(), group.end(), hex)) return false;
        ++groups;
        if (last) break;
        text.remove_prefix(group.size() + 1);
        if (text.empty()) return false; // a single ':' at the end
        if (text.front() == ':') {
            if (shortened) return false;
            shortened = true, text.remove_prefix(1);
        }
    }
    return shortened ? groups < 8 : groups == 8;
}

/// Whether it may stand in a host's name: RFC 3986's unreserved characters and delimiters within parts.
constexpr bool is_in_host(char c) noexcept {
    return v0::detail::is_alnum(c) || std::string_view("-._~!$&'()*+,;=").find(c) != std::string_view::npos;
}

constexpr bool is_port(std::string_view text) noexcept {
    if (text.empty() || text.size() > 5 || !std::all_of(text.begin(), text.end(), v0::detail::is_digit)) return false;
    int value = 0;
    for (char c : text) value = 10 * value + (c - '0');
    return value >= 1 && value <= 65535;
}

} // namespace detail

constexpr std::optional<url> parse_url(std::string_view text, text_store& texts) {
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f' && c != '?' && c != '#'; }))
        return std::nullopt;
    url found;
    for (std::string_view const scheme : {"https", "http"})
        if (v0::detail::equal_ignoring_case(text.substr(0, scheme.size()), scheme) &&
            text.substr(scheme.size()).starts_with("://"))
            found.scheme = scheme;
    if (found.scheme.empty()) return std::nullopt;
    text.remove_prefix(found.scheme.size() + 3);
    found.authority = text.substr(0, text.find('/'));
    found.path = text.substr(found.authority.size());

    auto const& authority = found.authority;
    auto const end = authority.starts_with('[') ? std::min(authority.find(']'), authority.size() - 1) + 1 : authority.find(':');
    auto const host = authority.substr(0, end);
    if (host.size() < authority.size() && (authority[host.size()] != ':' || !detail::is_port(authority.substr(host.size() + 1))))
        return std::nullopt;
    if (host.starts_with('[')) {
        found.is_ip = host.ends_with(']') && detail::is_ipv6_address(host.substr(1, host.size() - 2));
        if (!found.is_ip) return std::nullopt;
    } else {
        found.is_ip = is_ipv4_address(host);
        if (host.empty() || !std::all_of(host.begin(), host.end(), detail::is_in_host)) return std::nullopt;
    }
    found.normalized_path = found.path.ends_with('/') ? found.path : texts.keep(joined({found.path, "/"}));
    return found;
}

} // namespace cppsmith::inline v0::endpoints

#endif // CPPSMITH_ENDPOINT_URL_HPP
