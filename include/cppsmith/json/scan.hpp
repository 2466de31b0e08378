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

/// Where the string whose rest begins at `at` has its closing quote; null where that is not in [at, end), and where something stands in it that
/// cannot be taken as it is: an escape, a control character, ill-formed UTF-8. Escapes, whatever they are, may be passed.
[[gnu::noinline]] inline char const* find_quote_far(char const* at, char const* end, bool pass_escapes = false) noexcept {
    for (;;) {
#if CPPSMITH_SIMD >= 1
        std::uint32_t special = 0;
        while (end - at >= 32) {
            special = special_bytes(load<block16>(at)) | special_bytes(load<block16>(at + 16)) << 16;
            if (special != 0) break;
            at += 32;
        }
        if (special == 0 && end - at >= 16) {
            special = special_bytes(load<block16>(at));
            if (special == 0) at += 16;
        }
        if (special != 0) at += static_cast<unsigned>(std::countr_zero(special));
        else
#endif
            while (at != end && static_cast<unsigned char>(*at) < 0x80 && !needs_escape(static_cast<unsigned char>(*at))) ++at;
        if (at == end) return nullptr;
        if (static_cast<unsigned char>(*at) < 0x80) {
            if (*at == '"') return at;
            if (*at != '\\' || !pass_escapes || end - at < 2) return nullptr;
            at += 2;
            continue;
        }
        while (at != end && static_cast<unsigned char>(*at) >= 0x80) {
            auto const n = utf8_sequence_length({at, static_cast<std::size_t>(end - at)});
            if (n == 0) return nullptr;
            at += n;
        }
    }
}

/// The same; most strings end within their first 32 characters.
inline char const* find_quote(char const* at, char const* end) noexcept {
#if CPPSMITH_SIMD >= 1
    if (end - at >= 32) [[likely]] {
        auto const special = special_bytes(load<block16>(at)) | special_bytes(load<block16>(at + 16)) << 16;
        if (special == 0) return find_quote_far(at + 32, end);
        at += static_cast<unsigned>(std::countr_zero(special));
        if (*at == '"') [[likely]]
            return at;
        if (static_cast<unsigned char>(*at) < 0x80) return nullptr;
    }
#endif
    return find_quote_far(at, end);
}

/// The lengths of the strings of one record, and of its maps. Records are alike: with the length of the last record's string for a guess, the
/// processor is ahead at the next member before it knows that the guess was right.
class record_lengths {
  public:
    /// As `find_quote`.
    [[gnu::always_inline]] char const* find_quote(char const* at, char const* end) noexcept {
        auto const* const quote = detail::find_quote(at, end);
        auto& guess = lengths_[next_++ % lengths_.size()];
        if (quote == at + guess) {
            std::size_t predicted = guess;
#ifdef __GNUC__
            asm("" : "+r"(predicted)); // equal, but not to be replaced by what has to be waited for
#endif
            return at + predicted;
        }
        if (quote) guess = static_cast<std::uint16_t>(quote - at);
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
