// What of a request may be shown: header values and query parameters that are secrets are replaced by a word.

#ifndef CPPSMITH_DETAIL_REDACT_HPP
#define CPPSMITH_DETAIL_REDACT_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/detail/percent.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

inline constexpr std::string_view redacted = "REDACTED";

constexpr bool ends_with_ignoring_case(std::string_view s, std::string_view end) noexcept {
    return s.size() >= end.size() && equal_ignoring_case(s.substr(s.size() - end.size()), end);
}

/// Whether a header or a query parameter of that name authenticates somebody. One that is named so for another purpose is hidden for
/// nothing; `x-amz-client-token` and `nextToken` are known to be none.
inline bool is_secret_name(std::string_view name) noexcept {
    for (std::string_view const harmless : {"client-token", "clienttoken", "nexttoken", "next-token", "continuation-token"})
        if (ends_with_ignoring_case(name, harmless)) return false;
    for (std::string_view const ending : {"authorization", "cookie", "token", "credential", "credentials", "signature", "secret",
                                          "password", "api-key", "apikey", "access-key", "accesskeyid", "customer-key", "mfa"})
        if (ends_with_ignoring_case(name, ending)) return true;
    return false;
}

/// The value of a secret header as it may be shown: the scheme of an `authorization` stays where it is a known one.
inline std::string redact_header_value(std::string_view value) {
    auto const scheme = value.substr(0, value.find(' '));
    for (std::string_view const known : {"AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256", "Basic", "Bearer", "Digest"})
        if (scheme.size() < value.size() && equal_ignoring_case(scheme, known))
            return std::string(known).append(" ").append(redacted);
    return std::string(redacted);
}

/// The target with the values of secret query parameters replaced: those of presigned URLs. All else stays byte for byte.
inline std::string redact_target(std::string_view target) {
    auto const question = std::min(target.find('?'), target.size());
    std::string out(target.substr(0, question));
    for (auto rest = target.substr(question); !rest.empty();) {
        out += rest.front(); // '?' or '&'
        auto const parameter = rest.substr(1, rest.find('&', 1) - 1);
        auto const equals = parameter.find('=');
        if (equals != parameter.npos && is_secret_name(percent_decode(parameter.substr(0, equals))))
            out.append(parameter.substr(0, equals + 1)).append(redacted);
        else out += parameter;
        rest.remove_prefix(1 + parameter.size());
    }
    return out;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_REDACT_HPP
