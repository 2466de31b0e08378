// Escaping in blocks of 16 bytes, on whatever unit the compiler has for them; long texts in blocks of 32 where the processor has AVX2.

#ifndef CPPSMITH_JSON_ESCAPE_SIMD_HPP
#define CPPSMITH_JSON_ESCAPE_SIMD_HPP

#include <cppsmith/detail/simd.hpp>
#include <cppsmith/json/escape_avx2.hpp>
#include <cppsmith/json/escape_scalar.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if CPPSMITH_SIMD
namespace cppsmith::inline v0::json::detail {

/// One bit for each byte of a block that cannot be copied as it is: what has to be escaped, and what is not ASCII.
inline std::uint32_t special_bytes(block16 v) noexcept {
    auto const text = reinterpret_as_signed(v);
    return byte_mask((text < 0x20) | (text == '"') | (text == '\\'));
}

/// At most 16 characters, none of which is read twice by a program that could see it: the halves overlap.
inline char* escape_short(char* out, char const* in, std::size_t n, on_invalid_utf8 policy) {
    if (n >= 8) {
        auto const front = load<std::uint64_t>(in), back = load<std::uint64_t>(in + n - 8);
        if (special_bytes(block_of(front, back)) == 0) {
            std::memcpy(out, &front, 8);
            std::memcpy(out + n - 8, &back, 8);
            return out + n;
        }
    } else if (n >= 4) {
        auto const front = load<std::uint32_t>(in), back = load<std::uint32_t>(in + n - 4);
        if (special_bytes(block_of(front | std::uint64_t{back} << 32, clean_bytes)) == 0) {
            std::memcpy(out, &front, 4);
            std::memcpy(out + n - 4, &back, 4);
            return out + n;
        }
    }
    return escape_scalar(out, in, in + n, policy);
}

/// Copies a block with escapes in it, `special` naming them, and returns the end. Every source position is known from the mask: of one
/// escape's work the next one waits only for the output position. 32 bytes can be read at `in`.
inline char* escape_block(char* out, char const* in, std::uint32_t special) {
    std::uint32_t done = 0;
    do {
        auto const at = static_cast<std::uint32_t>(std::countr_zero(special));
        store(out, load<block16>(in + done));
        out = put_escape(out + (at - done), static_cast<unsigned char>(in[at]));
        done = at + 1;
        special &= special - 1;
    } while (special != 0);
    store(out, load<block16>(in + done));
    return out + (16 - done);
}

[[gnu::noinline]] inline char* escape_long(char* out, char const* in, char const* end, on_invalid_utf8 policy) {
    escape_position p{out, in};
#if CPPSMITH_AVX2
    if (end - in >= 64 && has_avx2()) p = escape_avx2(p, end, policy);
#endif
    while (p.out && end - p.in >= 32) {
        auto const v = load<block16>(p.in);
        store(p.out, v);
        auto const special = special_bytes(v);
        if (special == 0) {
            p = {p.out + 16, p.in + 16};
        } else if (byte_mask(v) == 0) {
            p = {escape_block(p.out, p.in, special), p.in + 16};
        } else {
            auto const first = std::countr_zero(special);
            p = escape_one({p.out + first, p.in + first}, end, policy);
        }
    }
    if (!p.out) return nullptr;
    out = p.out;
    in = p.in;
    if (end - in >= 16) {
        auto const v = load<block16>(in);
        if (special_bytes(v) != 0) return escape_scalar(out, in, end, policy);
        store(out, v);
        out += 16;
        in += 16;
    }
    return escape_short(out, in, static_cast<std::size_t>(end - in), policy);
}

inline char* escape_blocks(char* out, char const* in, std::size_t n, on_invalid_utf8 policy) {
    if (n <= 16) return escape_short(out, in, n, policy);
    auto const front = load<block16>(in), back = load<block16>(in + n - 16);
    if (n <= 32) {
        if ((special_bytes(front) | special_bytes(back)) == 0) [[likely]] {
            store(out, front);
            store(out + n - 16, back);
            return out + n;
        }
    } else if (n <= 64) {
        auto const second = load<block16>(in + 16), third = load<block16>(in + n - 32);
        if ((special_bytes(front) | special_bytes(second) | special_bytes(third) | special_bytes(back)) == 0) [[likely]] {
            store(out, front);
            store(out + 16, second);
            store(out + n - 32, third);
            store(out + n - 16, back);
            return out + n;
        }
    }
    return escape_long(out, in, in + n, policy);
}

} // namespace cppsmith::inline v0::json::detail
#endif

#endif // CPPSMITH_JSON_ESCAPE_SIMD_HPP
