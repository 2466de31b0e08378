// Puts into a document the short texts that need no escapes, as most do: their characters, the last quote, and what follows that.

#ifndef CPPSMITH_JSON_PUT_TEXT_HPP
#define CPPSMITH_JSON_PUT_TEXT_HPP

#include <cppsmith/detail/inlined.hpp>
#include <cppsmith/detail/simd.hpp>
#include <cppsmith/detail/text_storage.hpp>
#include <cppsmith/json/escape_scalar.hpp>
#include <cppsmith/json/escape_simd.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0::json::detail {

/// The most characters of a short text.
inline constexpr std::size_t most_clean = 64;

/// The last quote of a text and what follows it, written as one word.
struct text_end {
    std::array<char, 4> word;
    std::uint32_t size;

    template <std::same_as<char>... Behind>
    constexpr text_end(Behind... behind) : word{'"', behind...}, size(1 + sizeof...(Behind)) {}
    constexpr void put(char* at) const {
        if (!std::is_constant_evaluated()) std::memcpy(at, word.data(), word.size());
        else
            for (std::size_t i = 0; i < size; ++i) at[i] = word[i];
    }
};
inline constexpr std::size_t most_behind_text = sizeof text_end::word;

/// Writes the characters of a text behind its first quote, and its end; returns the place behind. Null where the text is long or needs escapes; what
/// stands at `at` then is of no use. There is room for `most_clean + most_behind_text` bytes.
template <char... Behind> constexpr char* put_text(char* at, std::string_view s);
template <char... Behind> constexpr char* put_text(char* at, text_storage const& storage);

constexpr std::string_view view_of(std::string_view s) noexcept { return s; }
constexpr std::string_view view_of(text_storage const& storage) noexcept { return storage.view(); }

#if CPPSMITH_SIMD >= 1
/// Whether two blocks make up so many characters.
constexpr bool are_two_blocks(std::size_t n) noexcept { return n - 16 <= 16; }

// The next four copy a short text and look at it at once. They return 0 if none of its characters is special; else what stands at `out` is of no
// use. They return no position, so that the next text's does not wait for what was found in this one, and no bool, which compilers make of a mask.

/// Up to 15 characters where 16 bytes can be read, and written.
[[gnu::always_inline]] inline std::uint32_t copy_block(char* out, std::string_view in) noexcept {
    static constexpr auto masks = [] {
        std::array<std::uint32_t, 16> bits{};
        for (std::uint32_t n = 0; n < bits.size(); ++n) bits[n] = (std::uint32_t{1} << n) - 1;
        return bits;
    }();
    auto const v = load<block16>(in.data());
    store(out, v);
    return special_bytes(v) & masks[in.size()];
}

/// 16 to 32 characters.
[[gnu::always_inline]] inline std::uint32_t copy_two_blocks(char* out, char const* in, std::size_t n) noexcept {
    auto const first = load<block16>(in), last = load<block16>(in + n - 16);
    store(out, first);
    store(out + n - 16, last);
    return byte_mask(special_of(first) | special_of(last));
}

/// What is not worth being inlined: more than 32 characters, or fewer than 4.
CPPSMITH_LOOP inline std::uint32_t copy_long_or_few(char* out, char const* in, std::size_t n) noexcept {
    if (n > most_clean) return 1;
    if (n > 32) {
        auto const first = load<block16>(in), second = load<block16>(in + 16);
        auto const third = load<block16>(in + n - 32), last = load<block16>(in + n - 16);
        store(out, first);
        store(out + 16, second);
        store(out + n - 32, third);
        store(out + n - 16, last);
        return byte_mask(special_of(first) | special_of(second) | special_of(third) | special_of(last));
    }
    std::uint32_t special = 0;
    for (std::size_t i = 0; i < n; ++i) special |= is_special(in[i]), out[i] = in[i];
    return special;
}

/// Up to `most_clean` characters; of more it returns 1. Their ends are read by words that overlap.
[[gnu::always_inline]] inline std::uint32_t copy_short(char* out, char const* in, std::size_t n) noexcept {
    if (are_two_blocks(n)) return copy_two_blocks(out, in, n);
    if (n < 4 || n > 32) return copy_long_or_few(out, in, n);
    if (n >= 8) {
        auto const first = load<std::uint64_t>(in), last = load<std::uint64_t>(in + n - 8);
        std::memcpy(out, &first, 8);
        std::memcpy(out + n - 8, &last, 8);
        return special_bytes(block_of(first, last));
    }
    auto const first = load<std::uint32_t>(in), last = load<std::uint32_t>(in + n - 4);
    std::memcpy(out, &first, 4);
    std::memcpy(out + n - 4, &last, 4);
    return special_bytes(block_of(first | std::uint64_t{last} << 32, clean_bytes));
}
#endif

/// The end of a text of `n` characters that begins at `at`. Its size is summed up first, so that the next step waits for one addition.
template <char... Behind> constexpr char* put_end(char* at, std::size_t n) {
    constexpr text_end end{Behind...};
    end.put(at + n);
    auto* const behind = at + (n + end.size);
#ifdef __GNUC__
    if (!behind) __builtin_unreachable(); // Clang would ask after each text
#endif
    return behind;
}

template <char... Behind>
[[gnu::always_inline]] constexpr char* put_text([[maybe_unused]] char* at, [[maybe_unused]] std::string_view s) {
#if CPPSMITH_SIMD >= 1
    if (!std::is_constant_evaluated() && copy_short(at, s.data(), s.size()) == 0) [[likely]]
        return put_end<Behind...>(at, s.size());
#endif
    return nullptr;
}

template <char... Behind> [[gnu::always_inline]] constexpr char* put_text(char* at, text_storage const& storage) {
#if CPPSMITH_SIMD >= 1
    if (!std::is_constant_evaluated()) {
        if (storage.is_in_place()) {
            auto const s = storage.in_place();
            if (copy_block(at, s) == 0) [[likely]]
                return put_end<Behind...>(at, s.size());
        } else {
            auto const [characters, size] = storage.elsewhere();
            if (copy_short(at, characters, size) == 0) [[likely]]
                return put_end<Behind...>(at, size);
        }
        return nullptr;
    }
#endif
    return put_text<Behind...>(at, storage.view());
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_PUT_TEXT_HPP
