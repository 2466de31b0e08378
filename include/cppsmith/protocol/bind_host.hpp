// The host prefix of an operation: in front of the endpoint's host, its labels from members (Smithy's `endpoint` and `hostLabel`).

#ifndef CPPSMITH_PROTOCOL_BIND_HOST_HPP
#define CPPSMITH_PROTOCOL_BIND_HOST_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/endpoint/host_label.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/json/pointer.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/protocol/http_text.hpp>
#include <cppsmith/protocol/prepare_options.hpp>
#include <cppsmith/result.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// A label of a host name (RFC 1123), so that no value leads to another host.
constexpr bool is_host_label(std::string_view s) noexcept {
    return !s.empty() && s.size() <= 63 && s.front() != '-' &&
           std::all_of(s.begin(), s.end(), [](char c) { return is_alnum(c) || c == '-'; });
}

/// The member behind a label of the host prefix, as text; empty where it is absent.
template <class Request> std::string host_label(Request const& request, std::string_view label) {
    std::string text;
    for_each_member<Request>([&]<class Member>() {
        if constexpr (has<typename Member::traits, as_host_label>)
            if (Member::spelling == label)
                if (auto const* inner = present(request.*Member::pointer))
                    text = http_text<typename Member::traits>(*inner, timestamp_format::date_time).value_or("");
        return true;
    });
    return text;
}

/// Puts the operation's host prefix in front of the authority. Refuses a member that is no label of a host name, and a host that is an address.
template <operation Op>
result<void> bind_host(typename Op::request const& request, prepare_options const& options, http_request& http) {
    if constexpr (!Op::http.host_prefix.empty()) {
        if (!options.host_prefix) return {};
        std::string host;
        std::string_view prefix = Op::http.host_prefix;
        while (!prefix.empty()) {
            auto const open = std::min(prefix.find('{'), prefix.size());
            host.append(prefix.substr(0, open));
            prefix.remove_prefix(open);
            if (prefix.empty()) break;
            auto const name = prefix.substr(1, prefix.find('}') - 1);
            auto const text = host_label(request, name);
            if (!is_host_label(text))
                return error{.stage = stage::prepare,
                             .code = "invalid_host_label",
                             .message = "a label of the host must be 1 to 63 letters, digits and hyphens",
                             .pointer = json::detail::pointer_segment(name)};
            host.append(text);
            prefix.remove_prefix(name.size() + 2);
        }
        auto const port = http.authority.starts_with('[') ? http.authority.size() : http.authority.find(':');
        if (auto const name = std::string_view(http.authority).substr(0, port);
            name.starts_with('[') || endpoints::is_ipv4_address(name))
            return error{.stage = stage::prepare,
                         .code = "invalid_endpoint",
                         .message = "this operation has a host prefix, and the endpoint is an address: host_prefix = false sends "
                                    "it there as it is"};
        http.authority.insert(0, host);
    }
    return {};
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_BIND_HOST_HPP
