// What a received request says about its own signature, read but not checked.

#ifndef CPPSMITH_SIGV4_CLAIM_HPP
#define CPPSMITH_SIGV4_CLAIM_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/detail/percent.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/sigv4/canonical_request.hpp>
#include <cppsmith/sigv4/check.hpp>
#include <cppsmith/sigv4/signature.hpp>
#include <cppsmith/sigv4/timestamp.hpp>

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cppsmith::inline v0::sigv4 {

/// What a request says about its signature, from its `authorization` header or the parameters of a presigned URL.
struct claim {
    std::string access_key_id, date, region, service; ///< the credential and its scope
    std::set<std::string, std::less<>> signed_headers;
    std::string signature;
    std::string time;                            ///< 20150830T123600Z
    std::string session_token;                   ///< empty where there is none; the caller knows whether it is right
    std::optional<std::chrono::seconds> expires; ///< set in presigned URLs only
    bool presigned() const noexcept { return expires.has_value(); }
};

namespace claim_detail {

inline error malformed(std::string message) { return refusal("malformed_authentication", std::move(message)); }

/// "AKID/20150830/us-east-1/iot/aws4_request". An access key id has no '/', a region neither.
inline bool read_credential(std::string_view text, claim& out) {
    std::vector<std::string_view> parts;
    for_each_piece(text, '/', [&](std::string_view part) { parts.push_back(part); });
    if (parts.size() != 5 || parts[0].empty() || parts[4] != "aws4_request") return false;
    out.access_key_id = parts[0];
    out.date = parts[1];
    out.region = parts[2];
    out.service = parts[3];
    return true;
}

inline void read_names(std::string_view text, claim& out) {
    for_each_piece(text, ';', [&](std::string_view name) { out.signed_headers.emplace(name); });
}

inline result<claim> read_header(std::string_view text, http_request const& request) {
    if (!text.starts_with(algorithm)) return malformed("the algorithm is not AWS4-HMAC-SHA256");
    text.remove_prefix(algorithm.size());
    claim out;
    bool credential = false;
    for_each_piece(text, ',', [&](std::string_view part) {
        part = detail::trim(part);
        auto const equals = std::min(part.find('='), part.size());
        auto const name = part.substr(0, equals), value = part.substr(std::min(equals + 1, part.size()));
        if (name == "Credential") credential = read_credential(value, out);
        if (name == "SignedHeaders") read_names(value, out);
        if (name == "Signature") out.signature = value;
    });
    if (!credential) return malformed("the credential does not name a key, date, region and service");
    if (auto const* time = find_header(request.headers, "x-amz-date")) out.time = detail::trim(*time);
    if (auto const* token = find_header(request.headers, "x-amz-security-token")) out.session_token = detail::trim(*token);
    return out;
}

inline result<claim> read_query(std::string_view query) {
    claim out;
    bool credential = false, known = false;
    for_each_piece(query, '&', [&](std::string_view parameter) {
        auto const equals = std::min(parameter.find('='), parameter.size());
        auto const name = detail::percent_decode(parameter.substr(0, equals));
        auto const value = detail::percent_decode(parameter.substr(std::min(equals + 1, parameter.size())));
        if (name == "X-Amz-Algorithm") known = value == algorithm;
        if (name == "X-Amz-Credential") credential = read_credential(value, out);
        if (name == "X-Amz-Date") out.time = value;
        if (name == "X-Amz-SignedHeaders") read_names(value, out);
        if (name == "X-Amz-Security-Token") out.session_token = value;
        if (name == "X-Amz-Signature") out.signature = value;
        if (name == "X-Amz-Expires" && !value.empty() && value.size() <= 6 &&
            std::all_of(value.begin(), value.end(), detail::is_digit))
            out.expires = std::chrono::seconds(std::stol(value));
    });
    if (!known) return malformed("the algorithm is not AWS4-HMAC-SHA256");
    if (!credential) return malformed("the credential does not name a key, date, region and service");
    if (!out.expires || *out.expires < std::chrono::seconds(1) || *out.expires > std::chrono::hours(7 * 24))
        return malformed("X-Amz-Expires is not within 1 and 604800 seconds");
    return out;
}

inline bool has_signature(std::string_view query) {
    bool found = false;
    for_each_piece(query, '&', [&](std::string_view p) {
        found = found || detail::percent_decode(p.substr(0, p.find('='))) == "X-Amz-Signature";
    });
    return found;
}

} // namespace claim_detail

/// Reads what the request claims, without checking it. Errors: "missing_authentication", "malformed_authentication".
inline result<claim> read_claim(http_request const& request) {
    auto const query = split_target(request.target).second;
    auto const* authorization = find_header(request.headers, "authorization");
    if (!authorization && !claim_detail::has_signature(query))
        return refusal("missing_authentication", "the request carries no signature");

    auto c = authorization ? claim_detail::read_header(*authorization, request) : claim_detail::read_query(query);
    if (!c) return c.error();
    if (!parse_time(c->time) || c->time.substr(0, 8) != c->date)
        return claim_detail::malformed("the time of the signature is missing, malformed or of another day than its scope");
    if (!c->signed_headers.contains("host")) return claim_detail::malformed("the host is not among the signed headers");
    return c;
}

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_CLAIM_HPP
