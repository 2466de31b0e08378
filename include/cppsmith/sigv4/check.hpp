// What cannot be signed: requests that would fall apart on the wire, and contexts that name no scope.

#ifndef CPPSMITH_SIGV4_CHECK_HPP
#define CPPSMITH_SIGV4_CHECK_HPP

#include <cppsmith/credentials.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/result.hpp>
#include <cppsmith/sigv4/character.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::sigv4 {

/// An error of stage `sign`.
[[gnu::cold, gnu::noinline]] inline error refusal(std::string code, std::string message) {
    return {.stage = stage::sign, .code = std::move(code), .message = std::move(message)};
}

/// Refuses (`invalid_request`) what has a CR, LF, NUL or another character where it could end or reshape the message.
/// The message names the part, never a header's value.
inline result<void> check_request(http_request const& request) {
    auto const refuse = [](std::string message) { return refusal("invalid_request", std::move(message)); };
    if (!is_token(request.method)) return refuse("the method is empty or holds a character that no method may have");
    if (!is_token(request.scheme)) return refuse("the scheme is empty or holds a character that no scheme may have");
    if (request.authority.empty() || !is_solid<'/', '?', '#', '@', '\\'>(request.authority))
        return refuse("the authority is empty or holds a character that no host may have");
    if (request.target.empty() || request.target.front() != '/') return refuse("the target does not begin with '/'");
    if (!is_target(request.target)) return refuse("the target holds a control character or a '#'");
    for (auto const& h : request.headers) {
        if (!is_token(h.name)) return refuse("header " + std::to_string(&h - request.headers.data() + 1) + " has no valid name");
        if (has_control(h.value)) return refuse("the value of header " + h.name + " holds a control character");
    }
    return {};
}

/// Refuses (`no_service`, `invalid_request`) a service that is empty, and what would break the scope. An empty region is signed
/// as it stands, as the AWS CLI does for `--region ''`: whether one is missing is for the client to say.
inline result<void> check_scope(std::string_view region, std::string_view service) {
    if (service.empty()) return refusal("no_service", "a signature needs the signing name of the service, such as iot");
    if (!is_solid<'/', ','>(region))
        return refusal("invalid_request", "the region holds a blank, a control character, '/' or ','");
    if (!is_solid<'/', ','>(service))
        return refusal("invalid_request", "the service's signing name holds a blank, a control character, '/' or ','");
    return {};
}

/// Refuses (`no_credentials`, `invalid_credentials`) keys that are empty, or that a stray blank or line break spoiled.
inline result<void> check_credentials(credentials const& c) {
    if (c.access_key_id.empty() || c.secret_access_key.empty())
        return refusal("no_credentials", "the access key id or the secret access key is empty");
    if (!is_solid<'/', ','>(c.access_key_id))
        return refusal("invalid_credentials", "the access key id holds a blank, a control character, '/' or ','");
    if (!is_solid(c.secret_access_key))
        return refusal("invalid_credentials", "the secret access key holds a blank or a control character");
    if (!is_solid(c.session_token))
        return refusal("invalid_credentials", "the session token holds a blank or a control character");
    return {};
}

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_CHECK_HPP
