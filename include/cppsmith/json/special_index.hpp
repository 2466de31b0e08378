// Where the special characters of a text are, found ahead of the reader: a string ends at the next one, if it is a quote.

#ifndef CPPSMITH_JSON_SPECIAL_INDEX_HPP
#define CPPSMITH_JSON_SPECIAL_INDEX_HPP

#include <cppsmith/detail/simd.hpp>
#include <cppsmith/json/escape.hpp>
#include <cppsmith/json/special_index_avx512.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cppsmith::inline v0::json::detail {

/// `index_specials` in blocks of 16 bytes, on whatever unit the compiler has for them.
inline std::size_t index_specials_blocks(char const* text, std::size_t n, std::uint16_t* offsets) noexcept {
    std::size_t count = 0, i = 0;
#if CPPSMITH_SIMD >= 1
    for (; n - i >= 32; i += 32) {
        auto bits = special_bytes(load<block16>(text + i)) | special_bytes(load<block16>(text + i + 16)) << 16;
        for (; bits != 0; bits &= bits - 1)
            offsets[count++] = static_cast<std::uint16_t>(i + static_cast<unsigned>(std::countr_zero(bits)));
    }
#endif
    for (; i != n; ++i)
        if (is_special(text[i])) offsets[count++] = static_cast<std::uint16_t>(i);
    return count;
}

/// Writes the offsets of the special characters among the `n` at `text`, and returns their number. There is room for 64 more than `n` offsets.
inline std::size_t index_specials(char const* text, std::size_t n, std::uint16_t* offsets) noexcept {
#if CPPSMITH_SIMD >= 3
    if (has_avx512()) return index_specials_avx512(text, n, offsets);
#endif
    return index_specials_blocks(text, n, offsets);
}

/// Where a reader is: at a character, with so many special ones of the index's window before it.
struct position {
    char const* at;
    std::uint32_t specials;

    explicit operator bool() const noexcept { return at != nullptr; }
};
inline constexpr position no_position{nullptr, 0};

/// Lists the special characters of a text, one window of it after the other. What stands there can be asked for by number, which waits for
/// nothing that was read before: a reader that knows how many it has passed is ahead at the next member while it still reads this one.
class special_index {
  public:
    static constexpr std::size_t most = 4096; ///< characters of a window

    struct limits {
        std::size_t shortest = 1024; ///< text that has enough strings to be worth an index
        std::size_t window = most;   ///< characters of one, 1 to `most`
    };

    special_index(std::string_view text, limits l) noexcept
        : window_(text.data()), next_(text.data()), end_(text.data() + text.size()),
          at_once_(std::clamp<std::size_t>(l.window, 1, most)), worth_it_(text.size() >= l.shortest) {}

    bool is_worth_it() const noexcept { return worth_it_; }

    /// Whether the window has the special character with this number.
    bool holds(std::uint32_t i) const noexcept { return i < size_; }
#if defined(__GNUC__) && !defined(__clang__) // g++ 12 with a sanitizer does not see that only what `holds` tells of is asked for
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
    char const* operator[](std::uint32_t i) const noexcept { return window_ + offsets_[i]; }
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

    /// Goes on to the window that has it, and makes `i` its number there; false where the text has none.
    bool find(std::uint32_t& i) noexcept {
        while (i >= size_) {
            if (next_ == end_) return false;
            i -= size_;
            window_ = next_;
            auto const n = std::min(static_cast<std::size_t>(end_ - window_), at_once_);
            size_ = static_cast<std::uint32_t>(index_specials(window_, n, offsets_.data()));
            next_ = window_ + n;
        }
        return true;
    }

    /// The number of the first one behind `at`, which is in this window or behind it; `i` is that of one before.
    std::uint32_t behind(char const* at, std::uint32_t i) noexcept {
        while (i < size_ && (*this)[i] <= at) ++i;
        if (i == size_ && at >= next_) next_ = at + 1;
        return i;
    }

  private:
    char const* window_;
    char const* next_; ///< where the next window begins
    char const* end_;
    std::size_t at_once_;
    bool worth_it_;
    std::uint32_t size_ = 0;
    std::array<std::uint16_t, most + 64> offsets_; // not set: that would cost more than a short text
};

/// Instead of one, where none is worth it. As it holds nothing, nobody goes on to ask for more.
struct no_index {
    no_index(std::string_view, special_index::limits) noexcept {}

    static constexpr bool is_worth_it() noexcept { return false; }
    static constexpr bool holds(std::uint32_t) noexcept { return false; }
    static constexpr bool find(std::uint32_t) noexcept { return false; }
    static constexpr std::uint32_t behind(char const*, std::uint32_t) noexcept { return 0; }
    char const* operator[](std::uint32_t) const noexcept { return nullptr; }
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_SPECIAL_INDEX_HPP
