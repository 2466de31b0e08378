// What happens to a body that is written: compression, and its checksum.

#ifndef CPPSMITH_PROTOCOL_FINISH_BODY_HPP
#define CPPSMITH_PROTOCOL_FINISH_BODY_HPP

#include <cppsmith/http.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/protocol/prepare_options.hpp>
#include <cppsmith/result.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::detail {

/// Compresses a body that is worth it; gzip comes last of the encodings that a member may have named.
inline void compress_body(prepare_options const& options, http_request& http) {
    if (!options.compress || http.body.size() < options.compress_from) return;
    auto packed = options.compress(http.body);
    if (packed.empty()) return;
    http.body = std::move(packed);
    for (auto& h : http.headers)
        if (equal_ignoring_case(h.name, "content-encoding")) {
            h.value += ", gzip";
            return;
        }
    http.headers.push_back({"content-encoding", "gzip"});
}

/// `content_md5` is declared by <cppsmith/checksum.hpp>.
template <class Op> result<void> add_checksum(http_request& http) {
    if (find_header(http.headers, "content-md5")) return {};
    constexpr bool can = requires(Op const* op) { content_md5(op, std::string_view()); };
    static_assert(can,
                  "this operation is sent with a checksum of its body: #include <cppsmith/checksum.hpp>, which needs OpenSSL");
    if constexpr (can) {
        auto sum = content_md5(static_cast<Op const*>(nullptr), http.body);
        if (sum.empty()) return error{.stage = stage::prepare, .code = "no_checksum", .message = "OpenSSL offers no MD5 here"};
        http.headers.push_back({"content-md5", std::move(sum)});
    }
    return {};
}

/// What the operation's traits ask for.
template <operation Op> result<void> finish_body(prepare_options const& options, http_request& http) {
    if constexpr (operation_has<Op, gzip_allowed>) compress_body(options, http);
    if constexpr (operation_has<Op, checksum_required>) return add_checksum<Op>(http);
    return {};
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_FINISH_BODY_HPP
