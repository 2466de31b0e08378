// Where a signer has its credentials from: given once, asked for each time, or of the one call.

#ifndef CPPSMITH_SIGV4_CREDENTIALS_SOURCE_HPP
#define CPPSMITH_SIGV4_CREDENTIALS_SOURCE_HPP

#include <cppsmith/credentials.hpp>
#include <cppsmith/result.hpp>
#include <cppsmith/signer.hpp>
#include <cppsmith/sigv4/check.hpp>
#include <cppsmith/sigv4/kept_credentials.hpp>
#include <cppsmith/sigv4/sha256_engine.hpp>
#include <cppsmith/sigv4/signature.hpp>
#include <cppsmith/sigv4/signing_terms.hpp>

#include <memory>
#include <utility>

namespace cppsmith::inline v0::sigv4 {

/// Shared by its copies. Usable from several threads at once if its provider is.
class credentials_source {
  public:
    explicit credentials_source(credentials c) : from_(std::make_shared<settled const>(std::move(c))) {}

    template <credentials_provider P>
    explicit credentials_source(P provider)
        : from_(std::make_shared<P const>(std::move(provider))),
          ask_([](void const* p) -> result<credentials> { return (*static_cast<P const*>(p))(); }) {}

    /// Puts into `terms` who signs: the context's credentials, else those of this source. Refuses what cannot sign.
    result<void> settle(signing_terms& terms, sha256_user& hasher, signing_context const& context) const {
        if (!context.credentials && !ask_) {
            auto const& known = *static_cast<settled const*>(from_.get());
            if (!known.verdict) return known.verdict;
            if (!known.secret_hash) return known.secret_hash.error();
            terms.who = &known.value;
            terms.secret_hash = *known.secret_hash;
            return {};
        }
        if (context.credentials) {
            terms.who = &*context.credentials;
        } else {
            auto provided = ask_(from_.get());
            if (!provided) return provided.error();
            terms.provided.value = std::move(*provided);
            terms.who = &terms.provided.value;
        }
        if (auto const ok = check_credentials(*terms.who); !ok) return ok.error();
        auto const hash = hasher.sha256(terms.who->secret_access_key);
        if (!hash) return hash.error();
        terms.secret_hash = *hash;
        return {};
    }

  private:
    /// Credentials that do not change: judged, and their secret hashed, once.
    struct settled : kept_credentials {
        explicit settled(credentials c)
            : kept_credentials(std::move(c)), verdict(check_credentials(value)), secret_hash(sha256(value.secret_access_key)) {}

        result<void> verdict;
        result<digest> secret_hash;
    };

    std::shared_ptr<void const> from_; ///< the provider, or `settled` credentials where `ask_` is null
    result<credentials> (*ask_)(void const*) = nullptr;
};

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_CREDENTIALS_SOURCE_HPP
