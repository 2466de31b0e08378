// Signing keys that were derived before: one is good for a day, a region and a service.

#ifndef CPPSMITH_SIGV4_SIGNING_KEY_CACHE_HPP
#define CPPSMITH_SIGV4_SIGNING_KEY_CACHE_HPP

#include <cppsmith/credentials.hpp>
#include <cppsmith/sigv4/sha256_engine.hpp>
#include <cppsmith/sigv4/signature.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::sigv4 {

/// A few keys, the oldest replaced first. May be used from several threads at once.
///
/// An entry belongs to an access key id, the SHA-256 of its secret, a day, a region and a service: so a secret that changed under
/// the same access key id never meets the key of the old one, and no secret is kept here. A key that is replaced lives on with
/// who uses it.
class signing_key_cache {
  public:
    static constexpr std::size_t capacity = 8;

    signing_key_cache() = default;
    signing_key_cache(signing_key_cache const&) = delete;
    signing_key_cache& operator=(signing_key_cache const&) = delete;

    /// The key, derived if it is not here. `secret_hash` is the SHA-256 of the secret in `c`; `date` is YYYYMMDD.
    result<std::shared_ptr<hmac_key const>> get(sha256_algorithm const& with, credentials const& c, digest const& secret_hash,
                                                std::string_view date, std::string_view region, std::string_view service) {
        std::lock_guard const lock(mutex_);
        for (auto const& e : entries_)
            if (e.key && e.date == date && e.region == region && e.service == service && e.access_key_id == c.access_key_id &&
                e.secret_hash == secret_hash)
                return e.key;

        auto const derived = derive_key(c.secret_access_key, date, region, service);
        if (!derived) return derived.error();
        auto key = hmac_key::make(with, derived->bytes);
        if (!key) return key.error();
        auto& oldest = entries_[derivations_++ % capacity];
        oldest = {.access_key_id = c.access_key_id,
                  .date = std::string(date),
                  .region = std::string(region),
                  .service = std::string(service),
                  .secret_hash = secret_hash,
                  .key = std::make_shared<hmac_key const>(std::move(*key))};
        return oldest.key;
    }

    /// How many keys were derived so far.
    std::uint64_t derivations() const {
        std::lock_guard const lock(mutex_);
        return derivations_;
    }

  private:
    struct entry {
        std::string access_key_id{}, date{}, region{}, service{};
        digest secret_hash{};
        std::shared_ptr<hmac_key const> key{};
    };

    mutable std::mutex mutex_;
    std::array<entry, capacity> entries_{};
    std::uint64_t derivations_ = 0;
};

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_SIGNING_KEY_CACHE_HPP
