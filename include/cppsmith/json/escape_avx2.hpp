// Escaping long texts in blocks of 32 bytes with AVX2: clean blocks, a single escape, lines of PEM, and dense escapes each have their way.

#ifndef CPPSMITH_JSON_ESCAPE_AVX2_HPP
#define CPPSMITH_JSON_ESCAPE_AVX2_HPP

#include <cppsmith/detail/simd.hpp>
#include <cppsmith/json/escape_scalar.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if CPPSMITH_SIMD >= 2
#define CPPSMITH_TARGET_AVX2 [[gnu::target("avx2,bmi,popcnt")]]

namespace cppsmith::inline v0::json::detail {

using block32 = signed char __attribute__((vector_size(32)));

/// How eight characters, some of which get a backslash in front, are spread over sixteen places: which of the eight fills a place, or `backslash`.
/// One row for each set of characters to escape.
struct spread_table {
    static constexpr signed char backslash = 8;
    signed char places[256][16];

    constexpr spread_table() : places() {
        for (unsigned set = 0; set < 256; ++set) {
            unsigned at = 0;
            for (unsigned i = 0; i < 8; ++i) {
                if ((set >> i & 1) != 0) places[set][at++] = backslash;
                places[set][at++] = static_cast<signed char>(i);
            }
        }
    }
};
inline constexpr spread_table spread{};

CPPSMITH_TARGET_AVX2 inline std::uint32_t byte_mask32(block32 v) noexcept {
    using packed = char __attribute__((vector_size(32)));
    return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb256(reinterpret_cast<packed>(v)));
}
/// Bytes that cannot be copied as they are, as in `special_bytes`.
CPPSMITH_TARGET_AVX2 inline block32 special_of(block32 v) noexcept { return ((v ^ quote_to_space) < ' ' + 1) | (v == '\\'); }

CPPSMITH_TARGET_AVX2 inline signed_block16 shuffled(signed_block16 v, signed_block16 places) noexcept {
    using packed = char __attribute__((vector_size(16)));
    return reinterpret_cast<signed_block16>(
        __builtin_ia32_pshufb128(reinterpret_cast<packed>(v), reinterpret_cast<packed>(places)));
}

/// The characters of a block with the letters of control characters in their place, as they stand behind a backslash. False where one has no
/// letter, and needs \\u.
CPPSMITH_TARGET_AVX2 inline bool put_letters(signed_block16& v) noexcept {
    signed_block16 letters;
    std::memcpy(&letters, control_letters, 16);
    auto const is_control = v < 0x20;
    auto const letter = shuffled(letters, v);
    auto const needs_u = (is_control & (letter == 0)) | ((v & -16) == 16);
    v = (is_control & letter) | (~is_control & v);
    return byte_mask(reinterpret_cast<block16>(needs_u)) == 0;
}

/// Sixteen characters, of which the bits of `special` tell those that get a backslash; it has no others.
CPPSMITH_TARGET_AVX2 inline char* put_spread(char* out, signed_block16 v, std::uint32_t special) noexcept {
    constexpr block8x2 backslashes{0x5c5c'5c5c'5c5c'5c5c, 0x5c5c'5c5c'5c5c'5c5c};
    auto const halves = reinterpret_cast<block8x2>(v);
    signed_block16 front, back;
    std::memcpy(&front, spread.places[special & 255], 16);
    std::memcpy(&back, spread.places[special >> 8], 16);
    front = shuffled(reinterpret_cast<signed_block16>(__builtin_shufflevector(halves, backslashes, 0, 2)), front);
    back = shuffled(reinterpret_cast<signed_block16>(__builtin_shufflevector(halves, backslashes, 1, 3)), back);
    std::memcpy(out, &front, 16);
    std::memcpy(out + 8 + std::popcount(special & 255), &back, 16);
    return out + 16 + std::popcount(special);
}

/// A block of 32 characters, `special` of which are escaped.
CPPSMITH_TARGET_AVX2 inline char* escape_dense(char* out, char const* in, std::uint32_t special, bool has_control) noexcept {
    signed_block16 low, high;
    std::memcpy(&low, in, 16);
    std::memcpy(&high, in + 16, 16);
    if (has_control) [[unlikely]]
        if (!put_letters(low) || !put_letters(high))
            return escape_scalar(out, in, in + 32, on_invalid_utf8::refuse); // it is ASCII
    return put_spread(put_spread(out, low, special & 0xffff), high, special >> 16);
}

/// Lines of 64 clean characters each, as PEM has them; what follows them is left to the caller.
CPPSMITH_TARGET_AVX2 inline escape_position escape_lines(escape_position p, char const* end) {
    while (end - p.in > 64 && p.in[64] == '\n') {
        block32 front, back;
        std::memcpy(&front, p.in, 32);
        std::memcpy(&back, p.in + 32, 32);
        auto const special = special_of(front) | special_of(back);
        if (byte_mask32(special) != 0) break;
        std::memcpy(p.out, &front, 32);
        std::memcpy(p.out + 32, &back, 32);
        std::memcpy(p.out + 64, "\\n", 2);
        p.out += 66;
        p.in += 65;
    }
    return p;
}

/// As `escape_long`, up to the last 64 bytes or so. Nowhere to write to: the text is not valid UTF-8.
CPPSMITH_TARGET_AVX2 [[gnu::noinline]] inline escape_position escape_avx2(escape_position p, char const* end,
                                                                          on_invalid_utf8 policy) {
    while (end - p.in >= 64) {
        block32 v;
        std::memcpy(&v, p.in, 32);
        std::memcpy(p.out, &v, 32);
        auto const special = byte_mask32(special_of(v));
        if (special == 0) {
            p = {p.out + 32, p.in + 32};
            continue;
        }
        auto const first = std::countr_zero(special);
        if (byte_mask32(v) != 0) {
            p = escape_one({p.out + first, p.in + first}, end, policy);
            if (!p.out) return p;
        } else if ((special & (special - 1)) == 0) {
            auto* const out = put_escape(p.out + first, static_cast<unsigned char>(p.in[first]));
            auto const* const rest = p.in + first + 1;
            if (end - rest > 64 && rest[64] == '\n' && rest[-1] == '\n') {
                p = escape_lines({out, rest}, end);
                continue;
            }
            std::memcpy(&v, rest, 32);
            std::memcpy(out, &v, 32);
            p = {out + (31 - first), p.in + 32};
        } else {
            p = {escape_dense(p.out, p.in, special, byte_mask32(v < 0x20) != 0), p.in + 32};
        }
    }
    return p;
}

} // namespace cppsmith::inline v0::json::detail
#endif

#endif // CPPSMITH_JSON_ESCAPE_AVX2_HPP
