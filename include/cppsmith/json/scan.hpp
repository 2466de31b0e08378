// Finding the end of a string, and guessing it from the last record.

#ifndef CPPSMITH_JSON_SCAN_HPP
#define CPPSMITH_JSON_SCAN_HPP

#include <cppsmith/detail/simd.hpp>
#include <cppsmith/detail/utf8.hpp>
#include <cppsmith/json/escape.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cppsmith::inline v0::json::detail {

/// Where the string that begins at `at`, behind its quote, has its closing quote; null where that is not in [at, end), and where something
/// stands in it that cannot be taken as it is: an escape, a control character, ill-formed UTF-8.
[[gnu::noinline]] inline char const* find_quote(char const* at, char const* end) noexcept {
    for (;;) {
#if CPPSMITH_SIMD
        while (end - at >= 16) {
            auto const special = special_bytes(load<block16>(at));
            if (special != 0) {
                at += std::countr_zero(special);
                break;
            }
            at += 16;
        }
#endif
        while (at != end && static_cast<unsigned char>(*at) < 0x80 && !needs_escape(static_cast<unsigned char>(*at))) ++at;
        if (at == end) return nullptr;
        if (static_cast<unsigned char>(*at) < 0x80) return *at == '"' ? at : nullptr;
        while (at != end && static_cast<unsigned char>(*at) >= 0x80) {
            auto const n = utf8_sequence_length({at, static_cast<std::size_t>(end - at)});
            if (n == 0) return nullptr;
            at += n;
        }
    }
}

#if CPPSMITH_SIMD
/// Whether `n` characters at `at` are ASCII and need no escape. Reads up to the larger of `n` and 16 bytes.
inline bool is_clean(char const* at, std::size_t n) noexcept {
    if (n <= 16) return (special_bytes(load<block16>(at)) & ((std::uint32_t{1} << n) - 1)) == 0;
    auto special = special_bytes(load<block16>(at + n - 16));
    for (std::size_t i = 0; i + 16 < n; i += 16) special |= special_bytes(load<block16>(at + i));
    return special == 0;
}
#endif

/// The lengths of the strings of one record, by which those of the next one are found without a search: records are alike.
class record_lengths {
  public:
    /// As `find_quote`, by way of the guess for the string that is next in the record.
    char const* find_quote(char const* at, char const* end) noexcept {
        auto& guess = lengths_[next_++ % lengths_.size()];
#if CPPSMITH_SIMD
        if (static_cast<std::size_t>(end - at) > (guess < 16u ? 16u : guess) && at[guess] == '"' && is_clean(at, guess))
            return at + guess;
#endif
        auto const* const quote = detail::find_quote(at, end);
        if (quote && quote - at < 0xffff) guess = static_cast<std::uint16_t>(quote - at);
        return quote;
    }

    /// A number that is like the one of the last record: how many entries a map has.
    std::uint16_t& count() noexcept { return lengths_[next_++ % lengths_.size()]; }

    /// Where in the record the reader is; a record begins where the last one did.
    std::uint32_t place() const noexcept { return next_; }
    void go_to(std::uint32_t place) noexcept { next_ = place; }

  private:
    std::array<std::uint16_t, 64> lengths_{};
    std::uint32_t next_ = 0;
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_SCAN_HPP
