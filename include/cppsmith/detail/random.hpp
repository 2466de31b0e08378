// Random numbers for jitter and for idempotency tokens. Not secrets.

#ifndef CPPSMITH_DETAIL_RANDOM_HPP
#define CPPSMITH_DETAIL_RANDOM_HPP

#include <chrono>
#include <cstdint>

#if __has_include(<sys/random.h>)
#include <sys/random.h>
#include <unistd.h>
#endif

namespace cppsmith::inline v0::detail {

/// SplitMix64: `<random>` would cost each build a fifth of a second.
class random_source {
  public:
    /// Seeded by the operating system where it offers that without a file, else by clocks and addresses.
    random_source() {
#if __has_include(<sys/random.h>)
        if (getentropy(&state_, sizeof state_) == 0) return;
#endif
        auto const count = [](auto time) { return static_cast<std::uint64_t>(time.time_since_epoch().count()); };
        state_ = count(std::chrono::steady_clock::now()) ^ (count(std::chrono::system_clock::now()) << 24) ^
                 reinterpret_cast<std::uintptr_t>(this);
    }

    /// A number from [0, 1), of 53 bits.
    double operator()() noexcept {
        auto z = state_ += 0x9e37'79b9'7f4a'7c15;
        z = (z ^ z >> 30) * 0xbf58'476d'1ce4'e5b9;
        z = (z ^ z >> 27) * 0x94d0'49bb'1331'11eb;
        return static_cast<double>((z ^ z >> 31) >> 11) / 9007199254740992.0;
    }

  private:
    std::uint64_t state_ = 0;
};

/// A number from [0, 1) from this thread's source.
inline double next_random() {
    thread_local random_source source;
    return source();
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_RANDOM_HPP
