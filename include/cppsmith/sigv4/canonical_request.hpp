// The canonical request of Signature Version 4: the one text that every way to write a request comes down to.
// Pure text, no cryptography. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

#ifndef CPPSMITH_SIGV4_CANONICAL_REQUEST_HPP
#define CPPSMITH_SIGV4_CANONICAL_REQUEST_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/detail/percent.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/sigv4/options.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0::sigv4 {

/// The path and the query of a target; the '?' belongs to neither.
constexpr std::pair<std::string_view, std::string_view> split_target(std::string_view target) noexcept {
    auto const mark = target.find('?');
    if (mark == std::string_view::npos) return {target, {}};
    return {target.substr(0, mark), target.substr(mark + 1)};
}

/// Calls `use` with each piece of `text` between separators, empty ones included.
template <class F> constexpr void for_each_piece(std::string_view text, char separator, F use) {
    for (;;) {
        auto const end = text.find(separator);
        use(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

inline std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = detail::to_lower(c);
    return out;
}

inline std::string canonical_path(std::string_view path, sigv4_options const& options) {
    std::vector<std::string_view> segments;
    for_each_piece(path.substr(path.starts_with('/') ? 1 : 0), '/', [&](std::string_view segment) {
        if (!options.normalize_path) segments.push_back(segment);
        else if (segment == "..") segments.resize(segments.empty() ? 0 : segments.size() - 1);
        else if (!segment.empty() && segment != ".") segments.push_back(segment);
    });

    std::string out;
    for (auto const segment : segments) {
        out += '/';
        if (options.double_encode_path) detail::append_percent_encoded(out, segment);
        else detail::append_percent_encoded(out, detail::percent_decode(segment));
    }
    if (out.empty() || (options.normalize_path && path.ends_with('/'))) out += '/';
    return out;
}

/// The parameters of a query, encoded in the one canonical way and sorted by name, then value. A parameter without '=' has
/// an empty value; '+' stands for itself.
inline std::string canonical_query(std::string_view query) {
    std::vector<std::pair<std::string, std::string>> parameters;
    for_each_piece(query, '&', [&](std::string_view p) {
        if (p.empty()) return;
        auto const equals = std::min(p.find('='), p.size());
        auto const value = p.substr(std::min(equals + 1, p.size()));
        parameters.emplace_back(detail::percent_encode(detail::percent_decode(p.substr(0, equals))),
                                detail::percent_encode(detail::percent_decode(value)));
    });
    std::sort(parameters.begin(), parameters.end());

    std::string out;
    for (auto const& [name, value] : parameters) {
        if (!out.empty()) out += '&';
        out.append(name).append("=").append(value);
    }
    return out;
}

/// Whether a parameter ("name=value", as it stands in a query) is one that a presigned URL carries its signature in.
inline bool is_signature_parameter(std::string_view parameter) {
    auto const name = detail::percent_decode(parameter.substr(0, parameter.find('=')));
    for (std::string_view const ours : {"X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires",
                                        "X-Amz-Security-Token", "X-Amz-Signature", "X-Amz-SignedHeaders"})
        if (name == ours) return true;
    return false;
}

/// Whether a signature covers the header (name in lower case): all but those that intermediaries change or drop, and the two
/// that tell attempts of a call apart, which the AWS CLI and boto3 do not sign either.
constexpr bool is_signed_header(std::string_view name) noexcept {
    for (std::string_view const other :
         {"amz-sdk-invocation-id", "amz-sdk-request", "authorization", "connection", "expect", "keep-alive", "proxy-authenticate",
          "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id"})
        if (name == other) return false;
    return true;
}

/// The host that a request goes to: in lower case, without the port that the scheme implies.
inline std::string canonical_host(http_request const& request) {
    std::string_view host = request.authority;
    bool const tls = request.scheme == "https" || request.scheme == "wss",
               plain = request.scheme == "http" || request.scheme == "ws";
    if (tls && host.ends_with(":443")) host.remove_suffix(4);
    if (plain && host.ends_with(":80")) host.remove_suffix(3);
    return lower_case(host);
}

/// A header's value without blanks around it, each run of blanks inside made one.
inline std::string canonical_value(std::string_view value) {
    std::string out;
    for (char const c : detail::trim(value)) {
        if (!detail::is_blank(c)) out += c;
        else if (out.back() != ' ') out += ' ';
    }
    return out;
}

/// Canonical headers: values by name in lower case, so sorted by name.
using canonical_fields = std::map<std::string, std::string>;

/// The headers a signature covers: those of the request whose name (in lower case) `covers`, and `added`. `host` comes from the
/// authority where no header says it. The values of equal names are joined by ',' in the request's order.
template <class Predicate>
canonical_fields canonical_headers(http_request const& request, Predicate covers, std::vector<header> const& added = {}) {
    canonical_fields fields;
    auto const put = [&](header const& h, bool wanted) {
        if (!wanted) return;
        auto const [place, fresh] = fields.try_emplace(lower_case(h.name));
        if (!fresh) place->second += ',';
        place->second += canonical_value(h.value);
    };
    for (auto const& h : request.headers) put(h, covers(std::string_view(lower_case(h.name))));
    for (auto const& h : added) put(h, true);
    if (covers(std::string_view("host"))) fields.try_emplace("host", canonical_host(request));
    return fields;
}

/// The names of canonical headers: "content-type;host;x-amz-date".
inline std::string signed_headers(canonical_fields const& fields) {
    std::string out;
    for (auto const& [name, value] : fields) {
        if (!out.empty()) out += ';';
        out += name;
    }
    return out;
}

/// The canonical request. `fields` come from `canonical_headers`; `payload_hash` is the body's SHA-256 in hexadecimal digits, or
/// what stands for it.
inline std::string canonical_request(std::string_view method, std::string_view target, canonical_fields const& fields,
                                     std::string_view payload_hash, sigv4_options const& options = {}) {
    auto const [path, query] = split_target(target);
    std::string out(method);
    out.append("\n").append(canonical_path(path, options));
    out.append("\n").append(canonical_query(query));
    out += '\n';
    for (auto const& [name, value] : fields) out.append(name).append(":").append(value).append("\n");
    out.append("\n").append(signed_headers(fields));
    out.append("\n").append(payload_hash);
    return out;
}

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_CANONICAL_REQUEST_HPP
