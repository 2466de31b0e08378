// What is settled before a request is looked at: who signs it, when, for what, and the hash of its body.

#ifndef CPPSMITH_SIGV4_SIGNING_TERMS_HPP
#define CPPSMITH_SIGV4_SIGNING_TERMS_HPP

#include <cppsmith/detail/text_builder.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/signer.hpp>
#include <cppsmith/sigv4/canonical_headers.hpp>
#include <cppsmith/sigv4/check.hpp>
#include <cppsmith/sigv4/kept_credentials.hpp>
#include <cppsmith/sigv4/options.hpp>
#include <cppsmith/sigv4/sha256_engine.hpp>
#include <cppsmith/sigv4/signature.hpp>
#include <cppsmith/sigv4/timestamp.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::sigv4 {

/// Who signs, when, and for what. Holds the beginning of the `authorization` header, in which the scope stands already.
class signing_terms {
  public:
    kept_credentials provided{}; ///< what a provider said; empty where the credentials stand elsewhere
    credentials const* who = nullptr;
    digest secret_hash{}; ///< the SHA-256 of the secret
    time_text digits{};   ///< 20150830T123600Z
    detail::text_builder authorization{};

    std::string_view time() const noexcept { return {digits.data(), digits.size()}; }
    std::string_view date() const noexcept { return time().substr(0, 8); }

    /// Begins the header: "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iot/aws4_request".
    void begin_authorization(signing_context const& context) {
        authorization.append(algorithm, " Credential=", who->access_key_id, '/');
        scope_ = authorization.size();
        append_scope(authorization, date(), context.region, context.service);
        scope_end_ = authorization.size();
    }
    std::string_view scope() const noexcept { return authorization.view().substr(scope_, scope_end_ - scope_); }
    /// "AKIDEXAMPLE/20150830/us-east-1/iot/aws4_request"
    std::string_view credential() const noexcept {
        auto const begin = scope_ - 1 - who->access_key_id.size();
        return authorization.view().substr(begin, scope_end_ - begin);
    }

  private:
    std::size_t scope_ = 0, scope_end_ = 0;
};

/// The options as the endpoint wants them.
inline sigv4_options applied(sigv4_options options, signing_context const& context) noexcept {
    options.double_encode_path = options.double_encode_path && context.double_encode_path;
    options.normalize_path = options.normalize_path && context.normalize_path;
    return options;
}

/// The body's SHA-256 in hexadecimal digits, or what stands for it.
class payload_hash {
  public:
    payload_hash() = default;
    payload_hash(payload_hash const&) = delete;
    payload_hash& operator=(payload_hash const&) = delete;

    result<void> compute(http_request const& request, signing_context const& context, sigv4_options const& options,
                         sha256_user& hasher) {
        if (options.unsigned_payload || may_stay_unsigned(request, context)) return text_ = "UNSIGNED-PAYLOAD", result<void>();
        if (!options.content_sha256_header)
            if (auto const* given = find_header(request.headers, "x-amz-content-sha256")) {
                own_ = canonical_value(*given);
                text_ = own_;
                return {};
            }
        auto const hash = context.source ? of_source(*context.source, hasher) : hasher.sha256(request.body);
        if (!hash) return hash.error();
        detail::write_hex(digits_.data(), *hash);
        text_ = {digits_.data(), digits_.size()};
        return {};
    }

    std::string_view text() const noexcept { return text_; }

    static bool may_stay_unsigned(http_request const& request, signing_context const& context) noexcept {
        return context.unsigned_payload && request.scheme == "https";
    }

  private:
    static result<digest> of_source(body_source const& source, sha256_user& hasher) {
        if (!source.rewind)
            return refusal("unsignable_body", "the body is part of the signature, and its source cannot be read twice");
        auto hash = hasher.sha256(source);
        source.rewind();
        return hash;
    }

    std::array<char, 64> digits_{};
    std::string own_{};
    std::string_view text_{};
};

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_SIGNING_TERMS_HPP
