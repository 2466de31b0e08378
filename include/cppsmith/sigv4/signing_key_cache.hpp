// Signing keys that were derived before: one is good for a day, a region and a service.

#ifndef CPPSMITH_SIGV4_SIGNING_KEY_CACHE_HPP
#define CPPSMITH_SIGV4_SIGNING_KEY_CACHE_HPP

#include <cppsmith/credentials.hpp>
#include <cppsmith/sigv4/signature.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::sigv4 {

/// A few keys, the oldest replaced first. May be used from several threads at once.
///
/// An entry is found by an HMAC, under the secret, of all that it depends on: so a secret that changed under the same access key id
/// never meets the key of the old one, and no secret is kept here.
class signing_key_cache {
  public:
    static constexpr std::size_t capacity = 8;

    signing_key_cache() = default;
    signing_key_cache(signing_key_cache const&) = delete;
    signing_key_cache& operator=(signing_key_cache const&) = delete;

    /// The key, derived if it is not here. `date` is YYYYMMDD.
    result<signing_key> get(credentials const& c, std::string_view date, std::string_view region, std::string_view service) {
        auto const id = fingerprint(c, date, region, service);
        if (!id) return id.error();

        std::lock_guard const lock(mutex_);
        for (std::size_t i = 0; i < used_; ++i)
            if (entries_[i].id == *id) return entries_[i].key;

        auto key = derive_key(c.secret_access_key, date, region, service);
        if (!key) return key.error();
        entries_[derivations_++ % capacity] = {*id, *key};
        if (used_ < capacity) ++used_;
        return key;
    }

    /// How many keys were derived so far.
    std::uint64_t derivations() const {
        std::lock_guard const lock(mutex_);
        return derivations_;
    }

  private:
    struct entry {
        digest id{};
        signing_key key{};
    };

    static result<digest> fingerprint(credentials const& c, std::string_view date, std::string_view region,
                                      std::string_view service) {
        std::string text;
        for (std::string_view const part : {std::string_view(c.access_key_id), date, region, service})
            text.append(std::to_string(part.size())).append(":").append(part); // lengths: parts cannot run into each other
        auto const& secret = c.secret_access_key;
        return hmac_sha256({reinterpret_cast<unsigned char const*>(secret.data()), secret.size()}, text);
    }

    mutable std::mutex mutex_;
    std::array<entry, capacity> entries_{};
    std::size_t used_ = 0;
    std::uint64_t derivations_ = 0;
};

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_SIGNING_KEY_CACHE_HPP
