// The headers that a signature covers, folded, trimmed, joined and sorted. Pure text, no cryptography.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

#ifndef CPPSMITH_SIGV4_CANONICAL_HEADERS_HPP
#define CPPSMITH_SIGV4_CANONICAL_HEADERS_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/detail/short_list.hpp>
#include <cppsmith/detail/text_builder.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/sigv4/character.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::sigv4 {

namespace headers_detail {

/// Whether the name is in the list. Nearly always it is not, and its length tells: a set of lengths is a constant.
constexpr bool among(std::string_view name, std::initializer_list<std::string_view> list) noexcept {
    std::uint64_t lengths = 0;
    for (auto const other : list) lengths |= std::uint64_t{1} << other.size();
    if (name.size() >= 64 || (lengths >> name.size() & 1) == 0) return false;
    return std::find(list.begin(), list.end(), name) != list.end();
}

} // namespace headers_detail

inline std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = detail::to_lower(c);
    return out;
}

/// Whether a signature covers the header (name in lower case): all but those that intermediaries change or drop, and the two
/// that tell attempts of a call apart, which the AWS CLI and boto3 do not sign either.
constexpr bool is_signed_header(std::string_view name) noexcept {
    return !headers_detail::among(name, {"amz-sdk-invocation-id", "amz-sdk-request", "authorization", "connection", "expect",
                                         "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer",
                                         "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id"});
}

/// The authority without the port that the scheme implies.
inline std::string_view host_without_own_port(http_request const& request) {
    std::string_view host = request.authority;
    std::string_view const scheme = request.scheme;
    if (host.ends_with(":443") && (scheme == "https" || scheme == "wss")) host.remove_suffix(4);
    else if (host.ends_with(":80") && (scheme == "http" || scheme == "ws")) host.remove_suffix(3);
    return host;
}

/// The host that a request goes to: in lower case, without the port that the scheme implies.
inline std::string canonical_host(http_request const& request) { return lower_case(host_without_own_port(request)); }

/// Appends a header's value without blanks around it, each run of blanks inside made one.
inline void append_canonical_value(detail::text_builder& out, std::string_view value) {
    if (!has_blank(value)) { // most types, tokens and hashes
        out.append(value);
        return;
    }
    for (char const c : detail::trim(value)) {
        if (!detail::is_blank(c)) out += c;
        else if (out.view().back() != ' ') out += ' ';
    }
}

inline std::string canonical_value(std::string_view value) {
    detail::text_builder out;
    append_canonical_value(out, value);
    return out.text();
}

/// A header as a signature has it: name in lower case, value without needless blanks.
struct canonical_header {
    std::string_view name, value;
};

/// Canonical headers as views of what they come from, which has to outlive them; sorted by name, equal names in their order.
class canonical_fields {
  public:
    /// See `canonical_headers`.
    template <class Predicate>
    canonical_fields(http_request const& request, Predicate const& covers, std::span<canonical_header const> added) {
        bool has_host = false;
        for (auto const& h : request.headers) {
            bool const fold = has_upper_case(h.name);
            if (!(fold ? covers(std::string_view(lower_case(h.name))) : covers(std::string_view(h.name)))) continue;
            fields_.push_back({h.name, h.value, fields_.size(), fold, form::any});
            has_host = has_host || detail::equal_ignoring_case(h.name, "host");
        }
        for (auto const& h : added) fields_.push_back({h.name, h.value, fields_.size(), false, form::canonical});
        if (!has_host && covers(std::string_view("host")))
            fields_.push_back({"host", host_without_own_port(request), fields_.size(), false, form::authority});
        std::sort(fields_.begin(), fields_.end());
    }

    /// Appends "name:value" and a line feed for each name. Values of equal names are joined by ','.
    void append_lines(detail::text_builder& out) const {
        for_each([&](field const& f, bool first, bool last) {
            if (first) append_name(out, f), out += ':';
            if (f.value_form == form::any) append_canonical_value(out, f.value);
            else if (f.value_form == form::authority) out.append_lower_case(f.value);
            else out.append(f.value);
            out += last ? '\n' : ',';
        });
    }

    /// Appends the names: "content-type;host;x-amz-date".
    void append_names(detail::text_builder& out) const {
        for_each([&](field const& f, bool first, bool) {
            if (!first) return;
            if (&f != fields_.begin()) out += ';';
            append_name(out, f);
        });
    }

  private:
    enum class form : std::uint8_t { any, canonical, authority };

    struct field {
        std::string_view name, value;
        std::size_t order;
        bool fold_name;
        form value_form;

        friend bool operator<(field const& a, field const& b) noexcept {
            auto const shared = std::min(a.name.size(), b.name.size());
            for (std::size_t i = 0; i < shared; ++i) {
                auto const x = static_cast<unsigned char>(detail::to_lower(a.name[i])),
                           y = static_cast<unsigned char>(detail::to_lower(b.name[i]));
                if (x != y) return x < y;
            }
            return a.name.size() != b.name.size() ? a.name.size() < b.name.size() : a.order < b.order;
        }
    };

    static void append_name(detail::text_builder& out, field const& f) {
        if (f.fold_name) out.append_lower_case(f.name);
        else out.append(f.name);
    }

    /// Calls `use` with each field, and whether it is the first and the last of its name.
    template <class F> void for_each(F use) const {
        auto const *begin = fields_.begin(), *end = fields_.end();
        for (auto const* f = begin; f != end; ++f) {
            bool const first = f == begin || !detail::equal_ignoring_case(f[-1].name, f[0].name);
            bool const last = f + 1 == end || !detail::equal_ignoring_case(f[0].name, f[1].name);
            use(*f, first, last);
        }
    }

    detail::short_list<field, 16> fields_;
};

/// The headers a signature covers: those of the request whose name (in lower case) `covers`, and `added`. `host` comes from the
/// authority where no header says it. The values of equal names are joined by ',' in the request's order.
/// Request and `added` have to outlive what is returned.
template <class Predicate>
canonical_fields canonical_headers(http_request const& request, Predicate covers, std::span<canonical_header const> added = {}) {
    return {request, covers, added};
}

/// The names of canonical headers: "content-type;host;x-amz-date".
inline std::string signed_headers(canonical_fields const& fields) {
    detail::text_builder out;
    fields.append_names(out);
    return out.text();
}

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_CANONICAL_HEADERS_HPP
