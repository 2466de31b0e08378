// Escaping with AVX-512: 64 characters at once, the last ones of a text masked, so that all lengths go one way.

#ifndef CPPSMITH_JSON_ESCAPE_AVX512_HPP
#define CPPSMITH_JSON_ESCAPE_AVX512_HPP

#include <cppsmith/detail/inlined.hpp>
#include <cppsmith/detail/simd.hpp>
#include <cppsmith/json/escape_scalar.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if CPPSMITH_SIMD >= 3
#define CPPSMITH_TARGET_AVX512 [[gnu::target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt")]]

namespace cppsmith::inline v0::json::detail {

using block64 = char __attribute__((vector_size(64)));

/// One bit for each of the first `n` characters of a block.
CPPSMITH_TARGET_AVX512 inline std::uint64_t first_bits(std::size_t n) noexcept {
    return __builtin_ia32_bzhi_di(~std::uint64_t{0}, n);
}

/// A block of those characters that `inside` names; of the others nothing is read.
CPPSMITH_TARGET_AVX512 inline block64 load_inside(char const* in, std::uint64_t inside) noexcept {
#ifdef __clang__
    return __builtin_ia32_loaddquqi512_mask(reinterpret_cast<block64 const*>(in), block64{}, inside);
#else
    return __builtin_ia32_loaddquqi512_mask(in, block64{}, inside);
#endif
}
CPPSMITH_TARGET_AVX512 inline void put_block(char* to, block64 v) noexcept { std::memcpy(to, &v, sizeof v); }

/// Which of the bytes that `among` names are less than `limit`; those of characters beyond ASCII are negative.
CPPSMITH_TARGET_AVX512 inline std::uint64_t bytes_below(block64 v, char limit, std::uint64_t among) noexcept {
    constexpr int less = 1;
    return __builtin_ia32_cmpb512_mask(v, block64{} + limit, less, among);
}
CPPSMITH_TARGET_AVX512 inline std::uint64_t backslashes(block64 v, std::uint64_t among) noexcept {
    constexpr int equal = 0;
    return __builtin_ia32_cmpb512_mask(v, block64{} + '\\', equal, among);
}
/// Control characters, quotes, and what is beyond ASCII.
CPPSMITH_TARGET_AVX512 inline std::uint64_t other_specials(block64 v, std::uint64_t among) noexcept {
    return bytes_below(v ^ quote_to_space, ' ' + 1, among);
}
/// A mask for a branch. Left in mask registers, Clang's branches take a sixth longer for a bundle of certificates.
inline std::uint64_t in_general_register(std::uint64_t mask) noexcept {
    asm("" : "+r"(mask));
    return mask;
}

struct special_sets {
    std::uint64_t all, others; ///< others than backslashes
};
/// Which of the bytes cannot be copied as they are, as `special_bytes` has it for blocks of 16.
CPPSMITH_TARGET_AVX512 inline special_sets special_sets_of(block64 v, std::uint64_t among) noexcept {
    auto const slashes = in_general_register(backslashes(v, among)), others = in_general_register(other_specials(v, among));
    return {slashes | others, others};
}

/// A block with letters in place of its control characters, as they stand behind a backslash; negative for what needs \u, and anything for what is beyond
/// ASCII. The low six bits of a character say which: a quote stays what it is.
CPPSMITH_TARGET_AVX512 inline block64 with_letters(block64 v, std::uint64_t others) noexcept {
    static constexpr block64 letters{-1, -1, -1, -1, -1, -1, -1, -1, 'b', 't', 'n', -1, 'f', 'r', -1, -1, -1, -1,
                                     -1, -1, -1, -1, -1, -1, -1, -1, -1,  -1,  -1,  -1, -1,  -1,  0,  0,  '"'};
#ifdef __clang__
    return __builtin_ia32_selectb_512(others, __builtin_ia32_permvarqi512(letters, v), v);
#else
    return __builtin_ia32_permvarqi512_mask(letters, v, v, others);
#endif
}
CPPSMITH_TARGET_AVX512 inline bool has_negative(block64 v) noexcept {
    return in_general_register(__builtin_ia32_cvtb2mask512(v)) != 0;
}

/// The first half of a block, with a backslash in front of each of `special`.
CPPSMITH_TARGET_AVX512 inline void put_spread(char* out, block64 v, std::uint32_t special) noexcept {
    constexpr std::uint64_t first_of_two = 0x5555'5555'5555'5555, second_of_two = ~first_of_two;
    auto const pairs = __builtin_ia32_pdep_di(special, first_of_two) | second_of_two; // a backslash or none, then a character
    auto const characters = __builtin_ia32_pext_di(second_of_two, pairs);
    put_block(out, __builtin_ia32_expandqi512_mask(v, block64{} + '\\', characters));
}

/// The first `n` characters of a block, with a backslash in front of each of `special`.
CPPSMITH_TARGET_AVX512 inline char* escape_dense(char* out, block64 v, std::size_t n, std::uint64_t special) noexcept {
    using words = long long __attribute__((vector_size(64)));
    auto const low = static_cast<std::uint32_t>(special), high = static_cast<std::uint32_t>(special >> 32);
    auto const w = reinterpret_cast<words>(v);
    put_spread(out, v, low);
    put_spread(out + 32 + std::popcount(low), reinterpret_cast<block64>(__builtin_shufflevector(w, w, 4, 5, 6, 7, 4, 5, 6, 7)),
               high);
    return out + n + std::popcount(special);
}

/// Lines of 64 clean characters each, as PEM has them, where at least 64 are left; what follows them is left to the caller.
CPPSMITH_TARGET_AVX512 inline escape_position escape_lines_avx512(escape_position p, char const* end) noexcept {
    for (auto const* const limit = end - 64; p.in < limit && p.in[64] == '\n'; p.in += 65, p.out += 66) {
        block64 v;
        std::memcpy(&v, p.in, sizeof v);
        if (special_sets_of(v, ~std::uint64_t{0}).all != 0) break;
        put_block(p.out, v);
        std::memcpy(p.out + 64, "\\n", 2);
    }
    return p;
}

/// A block of `n` characters of which some are beyond ASCII, or need \u.
CPPSMITH_TARGET_AVX512 [[gnu::noinline]] inline escape_position
escape_rare(escape_position p, block64 v, std::size_t n, std::uint64_t special, char const* end, on_invalid_utf8 policy) {
    if (bytes_below(v, 0, special) == 0) return {escape_scalar(p.out, p.in, p.in + n, policy), p.in + n};
    put_block(p.out, v);
    auto const first = std::countr_zero(special);
    return escape_one({p.out + first, p.in + first}, end, policy);
}

/// As `escape`.
CPPSMITH_TARGET_AVX512 CPPSMITH_LOOP inline char* escape_avx512(char* out, char const* in, char const* end,
                                                                on_invalid_utf8 policy) {
    escape_position p{out, in};
    while (p.in != end) {
        std::size_t n = 64;
        auto inside = ~std::uint64_t{0};
        if (end - p.in < 64) [[unlikely]] {
            n = static_cast<std::size_t>(end - p.in);
            inside = first_bits(n);
        }
        auto const v = load_inside(p.in, inside);
        auto const special = special_sets_of(v, inside);
        if (special.all == 0) {
            put_block(p.out, v);
            p = {p.out + n, p.in + n};
            continue;
        }
        auto const lettered = with_letters(v, special.others);
        if (has_negative(v | lettered)) [[unlikely]] {
            p = escape_rare(p, v, n, special.all, end, policy);
            if (!p.out) return nullptr;
            continue;
        }
        auto const* const behind = p.in + (64 - std::countl_zero(special.all)); // behind the last special character
        if (behind[-1] == '\n' && end - behind > 64 && behind[64] == '\n') {
            auto* const out_behind = escape_dense(p.out, lettered, static_cast<std::size_t>(behind - p.in), special.all);
            p = escape_lines_avx512({out_behind, behind}, end);
        } else {
            p = {escape_dense(p.out, lettered, n, special.all), p.in + n};
        }
    }
    return p.out;
}

} // namespace cppsmith::inline v0::json::detail
#endif

#endif // CPPSMITH_JSON_ESCAPE_AVX512_HPP
