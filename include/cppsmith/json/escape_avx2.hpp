// Escaping long texts in blocks of 32 bytes with AVX2: clean blocks, a single escape, lines of PEM, and dense escapes each have their way.

#ifndef CPPSMITH_JSON_ESCAPE_AVX2_HPP
#define CPPSMITH_JSON_ESCAPE_AVX2_HPP

#include <cppsmith/detail/simd.hpp>
#include <cppsmith/json/escape_scalar.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if CPPSMITH_AVX2
#define CPPSMITH_TARGET_AVX2 [[gnu::target("avx2,bmi,popcnt")]]

namespace cppsmith::inline v0::json::detail {

using block32 = signed char __attribute__((vector_size(32)));

/// How eight characters, some of which get a backslash in front, are spread over sixteen places: from which character a place is filled, or
/// `backslash`. One row for each set of characters to escape.
struct spread_table {
    static constexpr signed char backslash = -128;
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
CPPSMITH_TARGET_AVX2 inline signed_block16 shuffled(signed_block16 v, signed_block16 places) noexcept {
    using packed = char __attribute__((vector_size(16)));
    return reinterpret_cast<signed_block16>(
        __builtin_ia32_pshufb128(reinterpret_cast<packed>(v), reinterpret_cast<packed>(places)));
}

/// Sixteen characters, `special` of which are escaped; null where one of them needs \u.
CPPSMITH_TARGET_AVX2 inline char* escape_dense(char* out, char const* in, std::uint32_t special) {
    signed_block16 letters, v;
    std::memcpy(&letters, control_letters, 16);
    std::memcpy(&v, in, 16);
    auto const is_control = v < 0x20;
    auto const letter = shuffled(letters, v);
    auto const needs_u = (is_control & (letter == 0)) | ((v & -16) == 16);
    if (byte_mask(reinterpret_cast<block16>(needs_u)) != 0) return nullptr;
    auto const characters = (is_control & letter) | (~is_control & v);
    signed_block16 front, back;
    std::memcpy(&front, spread.places[special & 255], 16);
    std::memcpy(&back, spread.places[special >> 8], 16);
    auto const first = shuffled(characters, front) | ((front < 0) & '\\');
    auto const second = shuffled(characters, back + 8) | ((back < 0) & '\\');
    std::memcpy(out, &first, 16);
    std::memcpy(out + 8 + std::popcount(special & 255), &second, 16);
    return out + 16 + std::popcount(special);
}

/// Lines of 64 clean characters each, as PEM has them; what follows them is left to the caller.
CPPSMITH_TARGET_AVX2 inline char* escape_lines(char* out, char const*& in, char const* end) {
    while (end - in > 64 && in[64] == '\n') {
        block32 front, back;
        std::memcpy(&front, in, 32);
        std::memcpy(&back, in + 32, 32);
        auto const special = (front < 0x20) | (back < 0x20) | (front == '"') | (back == '"') | (front == '\\') | (back == '\\');
        if (byte_mask32(special) != 0) break;
        std::memcpy(out, &front, 32);
        std::memcpy(out + 32, &back, 32);
        std::memcpy(out + 64, "\\n", 2);
        out += 66;
        in += 65;
    }
    return out;
}

/// As `escape_long`, up to the last 64 bytes or so: moves `in` behind what it has written.
CPPSMITH_TARGET_AVX2 [[gnu::noinline]] inline char* escape_avx2(char* out, char const*& in, char const* end,
                                                                on_invalid_utf8 policy) {
    while (end - in >= 64) {
        block32 v;
        std::memcpy(&v, in, 32);
        std::memcpy(out, &v, 32);
        auto const special = byte_mask32((v < 0x20) | (v == '"') | (v == '\\'));
        if (special == 0) {
            out += 32;
            in += 32;
            continue;
        }
        auto const first = std::countr_zero(special);
        if (auto const above = byte_mask32(v); above != 0) {
            out += first;
            in += first;
            if ((above >> first & 1) != 0) out = copy_non_ascii(out, in, end, policy);
            else out = put_escape(out, static_cast<unsigned char>(*in++));
            if (!out) return nullptr;
        } else if ((special & (special - 1)) == 0) {
            out = put_escape(out + first, static_cast<unsigned char>(in[first]));
            auto const* const rest = in + first + 1;
            if (end - rest > 64 && rest[64] == '\n' && rest[-1] == '\n') {
                in = rest;
                out = escape_lines(out, in, end);
                continue;
            }
            std::memcpy(&v, rest, 32);
            std::memcpy(out, &v, 32);
            out += 31 - first;
            in += 32;
        } else {
            auto* next = escape_dense(out, in, special & 0xffff);
            if (next) next = escape_dense(next, in + 16, special >> 16);
            if (next) out = next, in += 32;
            else out = escape_scalar(out, in, in + 32, end, policy);
        }
    }
    return out;
}

} // namespace cppsmith::inline v0::json::detail
#endif

#endif // CPPSMITH_JSON_ESCAPE_AVX2_HPP
