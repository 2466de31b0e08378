// The stock signer: AWS Signature Version 4, in headers or in a presigned URL. Needs OpenSSL 3's libcrypto.

#ifndef CPPSMITH_SIGV4_HPP
#define CPPSMITH_SIGV4_HPP

#include <cppsmith/credentials.hpp>
#include <cppsmith/detail/percent.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/signer.hpp>
#include <cppsmith/sigv4/canonical_request.hpp>
#include <cppsmith/sigv4/check.hpp>
#include <cppsmith/sigv4/options.hpp>
#include <cppsmith/sigv4/signature.hpp>
#include <cppsmith/sigv4/signing_key_cache.hpp>
#include <cppsmith/sigv4/timestamp.hpp>

#include <chrono>
#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0 {

/// Signs with AWS Signature Version 4. Usable from several threads at once if its credentials provider is.
///
/// Copies share the provider and the signing keys derived so far, so a copy is cheap and never starts cold.
class sigv4_signer {
  public:
    static constexpr bool signs_for_region = true;

    /// Signs with the same credentials always.
    explicit sigv4_signer(credentials c, sigv4_options options = {}) : sigv4_signer(static_credentials(std::move(c)), options) {}

    /// Asks `provider` at each signature. The signer keeps it; `std::ref` leaves it with the caller.
    template <credentials_provider P>
    requires(!std::same_as<P, sigv4_signer>)
    explicit sigv4_signer(P provider, sigv4_options options = {})
        : provider_(std::make_shared<P const>(std::move(provider))),
          provide_([](void const* p) -> result<credentials> { return (*static_cast<P const*>(p))(); }), options_(options) {}

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
    /// What is settled before a request is looked at: who signs, when, and for what.
    struct terms {
        cppsmith::credentials credentials;
        std::string time, scope;
        std::string_view date() const noexcept { return std::string_view(time).substr(0, 8); }
        std::string credential() const { return credentials.access_key_id + '/' + scope; }

        terms() = default;
        terms(terms const&) = default;
        terms& operator=(terms const&) = delete;
        ~terms() { OPENSSL_cleanse(credentials.secret_access_key.data(), credentials.secret_access_key.size()); }
    };

    result<terms> agree(http_request const& request, signing_context const& context) const;
    result<std::string> payload_hash(http_request const& request) const;
    result<std::string> signature(terms const& t, signing_context const& context, std::string_view canonical) const;

    std::shared_ptr<void const> provider_;
    result<credentials> (*provide_)(void const*);
    sigv4_options options_;
    std::shared_ptr<sigv4::signing_key_cache> keys_ = std::make_shared<sigv4::signing_key_cache>();
};

static_assert(signer<sigv4_signer>);

inline result<sigv4_signer::terms> sigv4_signer::agree(http_request const& request, signing_context const& context) const {
    if (auto const ok = sigv4::check_request(request); !ok) return ok.error();
    if (auto const ok = sigv4::check_scope(context.region, context.service); !ok) return ok.error();
    auto time = sigv4::format_time(std::chrono::floor<std::chrono::seconds>(context.time));
    if (!time) return time.error();

    terms t;
    if (context.credentials) {
        t.credentials = *context.credentials;
    } else {
        auto provided = provide_(provider_.get());
        if (!provided) return provided.error();
        t.credentials = std::move(*provided);
    }
    if (auto const ok = sigv4::check_credentials(t.credentials); !ok) return ok.error();
    t.time = std::move(*time);
    t.scope = sigv4::scope(t.date(), context.region, context.service);
    return t;
}

inline result<std::string> sigv4_signer::payload_hash(http_request const& request) const {
    if (options_.unsigned_payload) return std::string("UNSIGNED-PAYLOAD");
    if (!options_.content_sha256_header)
        if (auto const* given = find_header(request.headers, "x-amz-content-sha256")) return sigv4::canonical_value(*given);
    return sigv4::sha256_hex(request.body);
}

inline result<std::string> sigv4_signer::signature(terms const& t, signing_context const& context,
                                                   std::string_view canonical) const {
    auto const to_sign = sigv4::string_to_sign(t.time, t.scope, canonical);
    if (!to_sign) return to_sign.error();
    auto const key = keys_->get(t.credentials, t.date(), context.region, context.service);
    if (!key) return key.error();
    return sigv4::signature(*key, *to_sign);
}

inline result<void> sigv4_signer::sign(http_request& request, signing_context const& context) const {
    auto const t = agree(request, context);
    if (!t) return t.error();
    auto const hash = payload_hash(request);
    if (!hash) return hash.error();

    // Headers of ours that an earlier signature left behind go. A token without such a signature is the caller's, and is signed.
    auto const* earlier = find_header(request.headers, "authorization");
    bool const own_token = !t->credentials.session_token.empty() || (earlier && earlier->starts_with("AWS4-"));
    bool const own_hash = options_.content_sha256_header || options_.unsigned_payload;
    auto const replaced = [&](std::string_view name) {
        return name == "authorization" || name == "x-amz-date" || (own_token && name == "x-amz-security-token") ||
               (own_hash && name == "x-amz-content-sha256");
    };

    std::vector<header> added{{"x-amz-date", t->time}};
    if (own_hash) added.push_back({"x-amz-content-sha256", *hash});
    header const token{"x-amz-security-token", t->credentials.session_token};
    if (!token.value.empty() && !options_.omit_session_token) added.push_back(token);

    auto const covers = [&](std::string_view name) { return sigv4::is_signed_header(name) && !replaced(name); };
    auto const fields = sigv4::canonical_headers(request, covers, added);
    auto const text = signature(*t, context, sigv4::canonical_request(request.method, request.target, fields, *hash, options_));
    if (!text) return text.error();

    if (!token.value.empty() && options_.omit_session_token) added.push_back(token);
    added.push_back({"authorization", std::string(sigv4::algorithm) + " Credential=" + t->credential() +
                                          ", SignedHeaders=" + sigv4::signed_headers(fields) + ", Signature=" + *text});
    std::erase_if(request.headers, [&](header const& h) { return replaced(sigv4::lower_case(h.name)); });
    for (auto& h : added) request.headers.push_back(std::move(h));
    return {};
}

inline result<std::string> sigv4_signer::presign(http_request const& request, signing_context const& context,
                                                 std::chrono::seconds expires) const {
    using namespace std::chrono_literals;
    if (expires < 1s || expires > std::chrono::hours(7 * 24))
        return sigv4::refusal("invalid_expiry", "a presigned URL is valid for 1 second to 7 days");
    auto const t = agree(request, context);
    if (!t) return t.error();
    auto const hash = payload_hash(request);
    if (!hash) return hash.error();

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
    add("X-Amz-Credential", t->credential());
    add("X-Amz-Date", t->time);
    add("X-Amz-SignedHeaders", sigv4::signed_headers(fields));
    add("X-Amz-Expires", std::to_string(expires.count()));
    auto const& token = t->credentials.session_token;
    if (!token.empty() && !options_.omit_session_token) add("X-Amz-Security-Token", token);

    auto const text = signature(*t, context, sigv4::canonical_request(request.method, target, fields, *hash, options_));
    if (!text) return text.error();
    if (!token.empty() && options_.omit_session_token) add("X-Amz-Security-Token", token);
    add("X-Amz-Signature", *text);
    return request.scheme + "://" + request.authority + target;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_SIGV4_HPP
