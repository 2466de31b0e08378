// The stock signer: AWS Signature Version 4, in headers or in a presigned URL. Needs OpenSSL 3's libcrypto.

#ifndef CPPSMITH_SIGV4_HPP
#define CPPSMITH_SIGV4_HPP

#include <cppsmith/credentials.hpp>
#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/detail/percent.hpp>
#include <cppsmith/detail/text_builder.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/signer.hpp>
#include <cppsmith/sigv4/canonical_request.hpp>
#include <cppsmith/sigv4/check.hpp>
#include <cppsmith/sigv4/credentials_source.hpp>
#include <cppsmith/sigv4/options.hpp>
#include <cppsmith/sigv4/sha256_engine.hpp>
#include <cppsmith/sigv4/signature.hpp>
#include <cppsmith/sigv4/signing_key_cache.hpp>
#include <cppsmith/sigv4/signing_terms.hpp>
#include <cppsmith/sigv4/timestamp.hpp>

#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0 {

/// Signs with AWS Signature Version 4. Usable from several threads at once if its credentials provider is.
///
/// Copies share the provider and the signing keys derived so far, so a copy is cheap and never starts cold.
class sigv4_signer {
  public:
    static constexpr bool signs_for_region = true;

    /// Signs with the same credentials always.
    explicit sigv4_signer(credentials c, sigv4_options options = {}) : source_(std::move(c)), options_(options) {}

    /// Asks `provider` at each signature. The signer keeps it; `std::ref` leaves it with the caller.
    template <credentials_provider P>
    requires(!std::same_as<P, sigv4_signer>)
    explicit sigv4_signer(P provider, sigv4_options options = {}) : source_(std::move(provider)), options_(options) {}

    /// Adds `x-amz-date`, `authorization` and, where they apply, `x-amz-security-token` and `x-amz-content-sha256`, in place of any
    /// that were there; on an error the request stays as it was. Every header that the request has is signed, but for those that
    /// `sigv4::is_signed_header` excludes. An `x-amz-content-sha256` of the caller's own is taken for the hash of the body.
    ///
    /// Errors, all of stage `sign`: what the provider says, "no_credentials", "invalid_credentials", "no_service",
    /// "invalid_request", "invalid_time", "crypto".
    result<void> sign(http_request& request, signing_context const& context) const;

    /// A URL that lets its holder make the request until `expires` after `context.time`, 1 second to 7 days
    /// (else "invalid_expiry").
    /// The headers that the request has are signed and have to be sent along, so has a body. Credentials in headers are left out.
    /// The URL is itself a credential: it grants the request to whoever reads it.
    result<std::string> presign(http_request const& request, signing_context const& context, std::chrono::seconds expires) const;

  private:
    /// What copies of a signer have in common.
    struct shared_state {
        sigv4::sha256_engine engine;
        sigv4::signing_key_cache keys;
    };

    result<void> agree(sigv4::signing_terms& terms, sigv4::sha256_user& hasher, http_request const& request,
                       signing_context const& context) const;
    result<sigv4::digest> signature(sigv4::signing_terms const& terms, sigv4::sha256_user& hasher, signing_context const& context,
                                    detail::text_builder& canonical) const;

    sigv4::credentials_source source_;
    sigv4_options options_;
    std::shared_ptr<shared_state> state_ = std::make_shared<shared_state>();
};

static_assert(signer<sigv4_signer>);

inline result<void> sigv4_signer::agree(sigv4::signing_terms& terms, sigv4::sha256_user& hasher, http_request const& request,
                                        signing_context const& context) const {
    if (auto const ok = sigv4::check_request(request); !ok) return ok.error();
    if (auto const ok = sigv4::check_scope(context.region, context.service); !ok) return ok.error();
    auto const time = sigv4::write_time(std::chrono::floor<std::chrono::seconds>(context.time));
    if (!time) return time.error();
    terms.digits = *time;
    if (auto const ok = source_.settle(terms, hasher, context); !ok) return ok.error();
    terms.begin_authorization(context);
    return {};
}

inline result<sigv4::digest> sigv4_signer::signature(sigv4::signing_terms const& terms, sigv4::sha256_user& hasher,
                                                     signing_context const& context, detail::text_builder& canonical) const {
    auto const hash = hasher.sha256(canonical.view());
    if (!hash) return hash.error();
    auto const key =
        state_->keys.get(hasher.algorithm(), *terms.who, terms.secret_hash, terms.date(), context.region, context.service);
    if (!key) return key.error();
    auto& to_sign = canonical; // which is not needed any more, and has room
    to_sign.shorten(0);
    sigv4::append_string_to_sign(to_sign, terms.time(), terms.scope(), *hash);
    return hasher.hmac(**key, to_sign.view());
}

inline result<void> sigv4_signer::sign(http_request& request, signing_context const& context) const {
    sigv4::sha256_user hasher(state_->engine);
    sigv4::signing_terms terms;
    if (auto const ok = agree(terms, hasher, request, context); !ok) return ok.error();
    sigv4::payload_hash hash;
    if (auto const ok = hash.compute(request, context, options_, hasher); !ok) return ok.error();

    // Headers of ours that an earlier signature left behind go. A token without such a signature is the caller's, and is signed.
    std::string_view const token = terms.who->session_token;
    auto const* earlier = find_header(request.headers, "authorization");
    bool const own_token = !token.empty() || (earlier && earlier->starts_with("AWS4-"));
    bool const own_hash =
        options_.content_sha256_header || options_.unsigned_payload || sigv4::payload_hash::may_stay_unsigned(request, context);
    auto const replaced = [&](std::string_view name) {
        using detail::equal_ignoring_case;
        return equal_ignoring_case(name, "authorization") || equal_ignoring_case(name, "x-amz-date") ||
               (own_token && equal_ignoring_case(name, "x-amz-security-token")) ||
               (own_hash && equal_ignoring_case(name, "x-amz-content-sha256"));
    };

    std::array<sigv4::canonical_header, 4> added{{{"x-amz-date", terms.time()}}};
    std::size_t count = 1;
    if (own_hash) added[count++] = {"x-amz-content-sha256", hash.text()};
    auto const is_signed = count + (!token.empty() && !options_.omit_session_token ? 1 : 0);
    if (!token.empty()) added[count++] = {"x-amz-security-token", token};

    auto const covers = [&](std::string_view name) { return sigv4::is_signed_header(name) && !replaced(name); };
    auto const fields = sigv4::canonical_headers(request, covers, std::span(added).first(is_signed));
    detail::text_builder canonical;
    auto& text = terms.authorization;
    text.append(", SignedHeaders=")
        .append(sigv4::append_canonical_request(canonical, request.method, request.target, fields, hash.text(),
                                                sigv4::applied(options_, context)));
    auto const done = signature(terms, hasher, context, canonical);
    if (!done) return done.error();
    text.append(", Signature=").append_hex(*done);

    std::erase_if(request.headers, [&](header const& h) { return replaced(h.name); });
    request.headers.reserve(request.headers.size() + count + 1);
    auto const add = [&](std::string_view name, std::string_view value) {
        auto& made = request.headers.emplace_back();
        made.name = name, made.value = value;
    };
    for (auto const& h : std::span(added).first(count)) add(h.name, h.value);
    add("authorization", text.view());
    return {};
}

inline result<std::string> sigv4_signer::presign(http_request const& request, signing_context const& context,
                                                 std::chrono::seconds expires) const {
    using namespace std::chrono_literals;
    if (expires < 1s || expires > std::chrono::hours(7 * 24))
        return sigv4::refusal("invalid_expiry", "a presigned URL is valid for 1 second to 7 days");
    sigv4::sha256_user hasher(state_->engine);
    sigv4::signing_terms terms;
    if (auto const ok = agree(terms, hasher, request, context); !ok) return ok.error();
    sigv4::payload_hash hash;
    if (auto const ok = hash.compute(request, context, options_, hasher); !ok) return ok.error();

    auto const covers = [](std::string_view name) {
        return sigv4::is_signed_header(name) && name != "x-amz-date" && name != "x-amz-security-token";
    };
    auto const fields = sigv4::canonical_headers(request, covers);

    auto const [path, query] = sigv4::split_target(request.target);
    std::string target(path);
    char separator = '?';
    auto const append = [&](std::string_view parameter) {
        target.append(1, separator).append(parameter);
        separator = '&';
    };
    auto const add = [&](std::string_view name, std::string_view value) {
        append(name);
        target += '=';
        detail::append_percent_encoded(target, value);
    };
    sigv4::for_each_piece(query, '&', [&](std::string_view parameter) {
        if (parameter.empty() || sigv4::is_signature_parameter(parameter)) return;
        append(parameter);
    });
    add("X-Amz-Algorithm", sigv4::algorithm);
    add("X-Amz-Credential", terms.credential());
    add("X-Amz-Date", terms.time());
    add("X-Amz-SignedHeaders", sigv4::signed_headers(fields));
    add("X-Amz-Expires", std::to_string(expires.count()));
    auto const& token = terms.who->session_token;
    if (!token.empty() && !options_.omit_session_token) add("X-Amz-Security-Token", token);

    detail::text_builder canonical;
    sigv4::append_canonical_request(canonical, request.method, target, fields, hash.text(), sigv4::applied(options_, context));
    auto const done = signature(terms, hasher, context, canonical);
    if (!done) return done.error();
    if (!token.empty() && options_.omit_session_token) add("X-Amz-Security-Token", token);
    add("X-Amz-Signature", sigv4::hex(*done));
    return request.scheme + "://" + request.authority + target;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_SIGV4_HPP
