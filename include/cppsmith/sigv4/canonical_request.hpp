// The canonical request of Signature Version 4: the one text that every way to write a request comes down to.
// Pure text, no cryptography. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

#ifndef CPPSMITH_SIGV4_CANONICAL_REQUEST_HPP
#define CPPSMITH_SIGV4_CANONICAL_REQUEST_HPP

#include <cppsmith/detail/percent.hpp>
#include <cppsmith/detail/short_list.hpp>
#include <cppsmith/detail/text_builder.hpp>
#include <cppsmith/sigv4/canonical_headers.hpp>
#include <cppsmith/sigv4/options.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

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

/// Whether the canonical form of a path is the path itself, as of most.
inline bool is_canonical_path(std::string_view path, sigv4_options const& options) {
    if (!path.starts_with('/')) return false;
    for (;;) {
        path.remove_prefix(1);
        if (options.normalize_path && (path.starts_with('/') || path.starts_with('.'))) return false;
        path.remove_prefix(detail::unreserved_prefix(path));
        if (path.empty()) return true;
        if (path.front() != '/') return false;
    }
}

/// Appends the path of a target in its canonical form.
inline void append_canonical_path(detail::text_builder& out, std::string_view path, sigv4_options const& options) {
    if (is_canonical_path(path, options)) {
        out.append(path);
        return;
    }
    detail::short_list<std::string_view, 16> segments;
    for_each_piece(path.substr(path.starts_with('/') ? 1 : 0), '/', [&](std::string_view segment) {
        if (!options.normalize_path) segments.push_back(segment);
        else if (segment == "..") segments.pop_back_if_any();
        else if (!segment.empty() && segment != ".") segments.push_back(segment);
    });
    for (auto const segment : segments) {
        out += '/';
        if (options.double_encode_path) detail::append_percent_encoded(out, segment);
        else detail::append_percent_normalized(out, segment);
    }
    if (segments.size() == 0 || (options.normalize_path && path.ends_with('/'))) out += '/';
}

inline std::string canonical_path(std::string_view path, sigv4_options const& options) {
    detail::text_builder out;
    append_canonical_path(out, path, options);
    return out.text();
}

/// Appends the parameters of a query, encoded in the one canonical way and sorted by name, then value. A parameter without '='
/// has an empty value; '+' stands for itself.
inline void append_canonical_query(detail::text_builder& out, std::string_view query) {
    struct parameter {
        std::string_view name, value;
    };
    detail::short_list<parameter, 8> parameters;
    std::string encoded; // never grows beyond what it reserves, so that views of it stay valid
    auto const longest = 3 * query.size();
    auto const take = [&](std::string_view separators) { // what stands before the next of them, in its canonical form
        auto size = detail::unreserved_prefix(query);
        bool const is_canonical = size == query.size() || separators.find(query[size]) != separators.npos;
        if (!is_canonical) size = std::min(query.find_first_of(separators, size), query.size());
        auto const piece = query.substr(0, size);
        query.remove_prefix(size);
        if (is_canonical) return piece;
        encoded.reserve(longest);
        auto const begin = encoded.size();
        detail::append_percent_normalized(encoded, piece);
        return std::string_view(encoded).substr(begin);
    };
    while (!query.empty()) {
        if (query.front() == '&') { // behind the last parameter, or nothing
            query.remove_prefix(1);
            continue;
        }
        parameter p{take("=&"), {}};
        if (query.starts_with('=')) {
            query.remove_prefix(1);
            p.value = take("&");
        }
        parameters.push_back(p);
    }
    std::sort(parameters.begin(), parameters.end(), [](parameter const& a, parameter const& b) {
        auto const order = a.name.compare(b.name);
        return order != 0 ? order < 0 : a.value < b.value;
    });
    for (auto const& p : parameters) {
        if (&p != parameters.begin()) out += '&';
        out.append(p.name, '=', p.value);
    }
}

inline std::string canonical_query(std::string_view query) {
    detail::text_builder out;
    append_canonical_query(out, query);
    return out.text();
}

/// Whether a parameter ("name=value", as it stands in a query) is one that a presigned URL carries its signature in.
inline bool is_signature_parameter(std::string_view parameter) {
    auto const name = detail::percent_decode(parameter.substr(0, parameter.find('=')));
    for (std::string_view const ours : {"X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires",
                                        "X-Amz-Security-Token", "X-Amz-Signature", "X-Amz-SignedHeaders"})
        if (name == ours) return true;
    return false;
}

/// Appends the canonical request, and returns the signed headers in it: a view that lasts until the builder grows.
inline std::string_view append_canonical_request(detail::text_builder& out, std::string_view method, std::string_view target,
                                                 canonical_fields const& fields, std::string_view payload_hash,
                                                 sigv4_options const& options) {
    auto const [path, query] = split_target(target);
    out.append(method, '\n');
    append_canonical_path(out, path, options);
    out += '\n';
    append_canonical_query(out, query);
    out += '\n';
    fields.append_lines(out);
    out += '\n';
    auto const names = out.size();
    fields.append_names(out);
    auto const end = out.size();
    out.append('\n', payload_hash);
    return out.view().substr(names, end - names);
}

/// The canonical request. `fields` come from `canonical_headers`; `payload_hash` is the body's SHA-256 in hexadecimal digits, or
/// what stands for it.
inline std::string canonical_request(std::string_view method, std::string_view target, canonical_fields const& fields,
                                     std::string_view payload_hash, sigv4_options const& options = {}) {
    detail::text_builder out;
    append_canonical_request(out, method, target, fields, payload_hash, options);
    return out.text();
}

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_CANONICAL_REQUEST_HPP
