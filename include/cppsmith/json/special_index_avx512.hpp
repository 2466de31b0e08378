// Indexing with AVX-512: the places of a block's special characters by one compression.

#ifndef CPPSMITH_JSON_SPECIAL_INDEX_AVX512_HPP
#define CPPSMITH_JSON_SPECIAL_INDEX_AVX512_HPP

#include <cppsmith/detail/inlined.hpp>
#include <cppsmith/json/escape_avx512.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if CPPSMITH_SIMD >= 3
namespace cppsmith::inline v0::json::detail {

/// Which of the bytes cannot be copied as they are, as `special_bytes` has it for blocks of 16.
CPPSMITH_TARGET_AVX512 inline std::uint64_t special_bytes(block64 v, std::uint64_t among) noexcept {
    return backslashes(v, among) | other_specials(v, among);
}

/// Those of the numbers 0 to 63 that `set` names, in order. Behind them stands what `others` has there; any block already in a register will do:
/// zeroing waits, on Zen 5, for what the register held before.
CPPSMITH_TARGET_AVX512 inline block64 compressed_numbers(std::uint64_t set, block64 others) noexcept {
    static constexpr block64 numbers{0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
                                     22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
                                     44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    return __builtin_ia32_compressqi512_mask(numbers, others, set);
}

using words16 = std::uint16_t __attribute__((vector_size(32)));

CPPSMITH_TARGET_AVX512 inline words16 widened(block16 v) noexcept {
#ifdef __clang__
    return __builtin_convertvector(v, words16);
#else // of which g++ makes four steps
    using packed = char __attribute__((vector_size(16)));
    return reinterpret_cast<words16>(__builtin_ia32_pmovzxbw256(reinterpret_cast<packed>(v)));
#endif
}

/// Writes sixteen numbers of a block from `first` on, each added to `base`.
CPPSMITH_TARGET_AVX512 inline void put_offsets(std::uint16_t* out, block64 numbers, int first, std::size_t base) noexcept {
    block16 some;
    std::memcpy(&some, reinterpret_cast<char const*>(&numbers) + first, sizeof some);
    auto const sums = widened(some) + static_cast<std::uint16_t>(base);
    std::memcpy(out, &sums, sizeof sums);
}

/// Writes the offsets of those characters of a block that `special` names, and returns the end.
CPPSMITH_TARGET_AVX512 inline std::uint16_t* put_offsets_of(std::uint16_t* out, block64 v, std::uint64_t special,
                                                            std::size_t base) noexcept {
    auto const numbers = compressed_numbers(special, v);
    auto const found = std::popcount(special);
    put_offsets(out, numbers, 0, base);
    if (found > 16) [[unlikely]]
        for (int i = 16; i < found; i += 16) put_offsets(out + i, numbers, i, base);
    return out + found;
}

/// As `index_specials`.
CPPSMITH_TARGET_AVX512 CPPSMITH_LOOP inline std::size_t index_specials_avx512(char const* text, std::size_t n,
                                                                              std::uint16_t* offsets) noexcept {
    constexpr auto all = ~std::uint64_t{0};
    auto* out = offsets;
    std::size_t i = 0;
    for (; n - i >= 64; i += 64) {
        block64 v;
        std::memcpy(&v, text + i, sizeof v);
        out = put_offsets_of(out, v, special_bytes(v, all), i);
    }
    auto const rest = first_bits(n - i);
    auto const v = load_inside(text + i, rest);
    out = put_offsets_of(out, v, special_bytes(v, rest), i);
    return static_cast<std::size_t>(out - offsets);
}

} // namespace cppsmith::inline v0::json::detail
#endif

#endif // CPPSMITH_JSON_SPECIAL_INDEX_AVX512_HPP
