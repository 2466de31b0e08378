// Blocks of bytes in vector registers, by the compilers' own vector types: no intrinsics header, which would cost a user's build more than
// all of this library.
//
// CPPSMITH_SIMD says how much of it there is, the same in all of a program: 0 nothing; 1 what the compiler's flags allow (SSE2 on x86-64, NEON on
// AArch64); 2 functions for AVX2 too, and 3, which is where x86-64 begins, for AVX-512, taken where the processor has it when the program runs.

#ifndef CPPSMITH_DETAIL_SIMD_HPP
#define CPPSMITH_DETAIL_SIMD_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifndef CPPSMITH_SIMD
#if defined(__GNUC__) && defined(__x86_64__)
#define CPPSMITH_SIMD 3
#elif defined(__GNUC__) && defined(__AARCH64EL__)
#define CPPSMITH_SIMD 1
#else
#define CPPSMITH_SIMD 0
#endif
#endif

namespace cppsmith::inline v0::detail {

/// The T whose bytes stand at `from`, aligned or not.
template <class T> inline T load(char const* from) noexcept {
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

#if CPPSMITH_SIMD >= 1

using block16 = unsigned char __attribute__((vector_size(16)));
using signed_block16 = signed char __attribute__((vector_size(16)));
using block8x2 = std::uint64_t __attribute__((vector_size(16)));

inline void store(char* to, block16 v) noexcept { std::memcpy(to, &v, sizeof v); }

inline signed_block16 reinterpret_as_signed(block16 v) noexcept { return reinterpret_cast<signed_block16>(v); }

/// Eight bytes that nothing ever looks for.
inline constexpr std::uint64_t clean_bytes = 0x2020'2020'2020'2020;
inline block16 block_of(std::uint64_t low, std::uint64_t high) noexcept { return reinterpret_cast<block16>(block8x2{low, high}); }

/// In the highest bit of each byte, whether it is less than `limit`.
inline signed_block16 less_than(signed_block16 v, signed char limit) noexcept {
#if defined(__SSE2__) && !defined(__clang__) // of `v < limit` g++ makes a comparison and its negation
    using packed = char __attribute__((vector_size(16)));
    return reinterpret_cast<signed_block16>(__builtin_ia32_psubsb128(reinterpret_cast<packed>(v), packed{} + limit));
#else
    return v < limit;
#endif
}

/// One bit for each byte whose highest bit is set, the first byte's lowest.
template <class Block> inline std::uint32_t byte_mask(Block v) noexcept {
    static_assert(sizeof v == 16);
#ifdef __SSE2__
    using packed = char __attribute__((vector_size(16)));
    return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb128(reinterpret_cast<packed>(v)));
#else
    auto const halves = reinterpret_cast<block8x2>(v) & 0x8080'8080'8080'8080;
    auto const gather = [](std::uint64_t high_bits) {
        return static_cast<std::uint32_t>((high_bits >> 7) * 0x0102'0408'1020'4080 >> 56);
    };
    return gather(halves[0]) | gather(halves[1]) << 8;
#endif
}

#if CPPSMITH_SIMD >= 2
#ifdef __AVX2__
constexpr bool has_avx2() noexcept { return true; }
#else
inline bool has_avx2() noexcept { return __builtin_cpu_supports("avx2") != 0; }
#endif
#endif

#if CPPSMITH_SIMD >= 3
/// The parts of it that came with Ice Lake and Zen 4; older processors with some of AVX-512 are slower by it.
inline bool has_avx512() noexcept {
    return __builtin_cpu_supports("avx512vbmi2") != 0 && __builtin_cpu_supports("bmi2") != 0 &&
           __builtin_cpu_supports("lzcnt") != 0;
}
#endif

#endif // CPPSMITH_SIMD >= 1

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_SIMD_HPP
