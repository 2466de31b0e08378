// SHA-256 and HMAC-SHA256 over and over: what is dear about libcrypto's EVP layer is done once and kept.

#ifndef CPPSMITH_SIGV4_SHA256_ENGINE_HPP
#define CPPSMITH_SIGV4_SHA256_ENGINE_HPP

#include <cppsmith/body_stream.hpp>
#include <cppsmith/sigv4/signature.hpp>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::sigv4 {

namespace engine_detail {

struct free_algorithm {
    void operator()(EVP_MD* p) const noexcept { EVP_MD_free(p); }
};
struct free_context {
    void operator()(EVP_MD_CTX* p) const noexcept { EVP_MD_CTX_free(p); } // which wipes the state in it
};

} // namespace engine_detail

/// The algorithm, looked up once. Of the 300 ns that a one-shot digest of a short text takes, 200 are this search and a context's
/// allocation. It never changes, so several threads may use it at once.
class sha256_algorithm {
  public:
    using context = std::unique_ptr<EVP_MD_CTX, engine_detail::free_context>;

    sha256_algorithm() noexcept : md_(EVP_MD_fetch(nullptr, "SHA256", nullptr)) {}

    /// A context that is ready to be fed; null where libcrypto refuses.
    context start() const noexcept {
        context made(EVP_MD_CTX_new());
        if (made && !restart(made.get())) made.reset();
        return made;
    }
    bool restart(EVP_MD_CTX* c) const noexcept { return md_ && EVP_DigestInit_ex2(c, md_.get(), nullptr) == 1; }

  private:
    std::unique_ptr<EVP_MD, engine_detail::free_algorithm> md_;
};

/// A key of HMAC-SHA256 (RFC 2104), kept as the states that the hash has after the inner and the outer pad: no message hashes
/// them again. It does not change: several threads may use one at once. The states are wiped when it goes away.
class hmac_key {
  public:
    /// `key` has at most 64 bytes, a block of SHA-256.
    static result<hmac_key> make(sha256_algorithm const& with, std::span<unsigned char const> key) {
        hmac_key made(after_pad(with, key, 0x36), after_pad(with, key, 0x5c));
        if (!made.inner_ || !made.outer_) return crypto_failure();
        return made;
    }

  private:
    friend class sha256_user;

    hmac_key(sha256_algorithm::context inner, sha256_algorithm::context outer) noexcept
        : inner_(std::move(inner)), outer_(std::move(outer)) {}

    static sha256_algorithm::context after_pad(sha256_algorithm const& with, std::span<unsigned char const> key,
                                               unsigned char pad) {
        std::array<unsigned char, 64> block{};
        if (key.size() > block.size()) return nullptr;
        std::copy(key.begin(), key.end(), block.begin());
        for (auto& byte : block) byte = static_cast<unsigned char>(byte ^ pad);
        auto made = with.start();
        if (made && EVP_DigestUpdate(made.get(), block.data(), block.size()) != 1) made.reset();
        OPENSSL_cleanse(block.data(), block.size());
        return made;
    }

    sha256_algorithm::context inner_, outer_;
};

/// The algorithm, and a context that the next user need not allocate. May be used from several threads at once.
class sha256_engine {
  public:
    sha256_engine() = default;
    sha256_engine(sha256_engine const&) = delete;
    sha256_engine& operator=(sha256_engine const&) = delete;
    ~sha256_engine() { EVP_MD_CTX_free(spare_.load(std::memory_order_relaxed)); }

    sha256_algorithm const& algorithm() const noexcept { return algorithm_; }

  private:
    friend class sha256_user;

    sha256_algorithm algorithm_;
    std::atomic<EVP_MD_CTX*> spare_ = nullptr; ///< one is enough: a second thread at the same time makes its own, for 100 ns
};

/// One thread's use of an engine, which has to outlive it: takes the engine's context or makes one, and leaves it there.
class sha256_user {
  public:
    explicit sha256_user(sha256_engine& engine) noexcept
        : engine_(engine), context_(engine.spare_.exchange(nullptr, std::memory_order_acquire)) {
        if (!context_) context_.reset(EVP_MD_CTX_new());
    }
    sha256_user(sha256_user const&) = delete;
    sha256_user& operator=(sha256_user const&) = delete;
    ~sha256_user() { context_.reset(engine_.spare_.exchange(context_.release(), std::memory_order_acq_rel)); }

    sha256_algorithm const& algorithm() const noexcept { return engine_.algorithm(); }

    result<digest> sha256(std::string_view data) {
        digest out;
        if (!context_ || !algorithm().restart(context_.get()) || !finish(data.data(), data.size(), out)) return crypto_failure();
        return out;
    }

    /// Of all that a source has; leaves it at its end.
    result<digest> sha256(body_source const& source) {
        digest out;
        bool ok = context_ && algorithm().restart(context_.get());
        auto const drained = detail::drain(source, [&](std::string_view piece) {
            return ok = ok && EVP_DigestUpdate(context_.get(), piece.data(), piece.size()) == 1;
        });
        if (!drained) return drained.error();
        if (!ok || !finish("", 0, out)) return crypto_failure();
        return out;
    }

    result<digest> hmac(hmac_key const& key, std::string_view data) {
        digest out;
        if (!context_ || EVP_MD_CTX_copy_ex(context_.get(), key.inner_.get()) != 1 || !finish(data.data(), data.size(), out) ||
            EVP_MD_CTX_copy_ex(context_.get(), key.outer_.get()) != 1 || !finish(out.data(), out.size(), out))
            return crypto_failure();
        return out;
    }

  private:
    bool finish(void const* data, std::size_t size, digest& out) noexcept {
        return EVP_DigestUpdate(context_.get(), data, size) == 1 && EVP_DigestFinal_ex(context_.get(), out.data(), nullptr) == 1;
    }

    sha256_engine& engine_;
    sha256_algorithm::context context_;
};

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_SHA256_ENGINE_HPP
