// Escaping in blocks of 16 bytes, on whatever unit the compiler has for them; longer ones where the processor has AVX2 or AVX-512.

#ifndef CPPSMITH_JSON_ESCAPE_SIMD_HPP
#define CPPSMITH_JSON_ESCAPE_SIMD_HPP

#include <cppsmith/detail/simd.hpp>
#include <cppsmith/json/escape_avx2.hpp>
#include <cppsmith/json/escape_avx512.hpp>
#include <cppsmith/json/escape_scalar.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

#if CPPSMITH_SIMD >= 1
namespace cppsmith::inline v0::json::detail {

/// In the highest bit of each byte, whether it cannot be copied as it is: what has to be escaped, and what is not ASCII.
inline signed_block16 special_of(block16 v) noexcept {
    auto const text = reinterpret_as_signed(v);
    return less_than(text ^ quote_to_space, ' ' + 1) | (text == '\\');
}
/// One bit for each of them.
inline std::uint32_t special_bytes(block16 v) noexcept { return byte_mask(special_of(v)); }

/// Copies `n` bytes of a block with escapes among them, `special` naming those, and returns the end. Every source position is known from the
/// mask: of one escape's work the next one waits only for the output position. 32 bytes can be read at `in`.
inline char* escape_block(char* out, char const* in, std::uint32_t special, std::uint32_t n = 16) {
    std::uint32_t done = 0;
    do {
        auto const at = static_cast<std::uint32_t>(std::countr_zero(special));
        store(out, load<block16>(in + done));
        out = put_escape(out + (at - done), static_cast<unsigned char>(in[at]));
        done = at + 1;
        special &= special - 1;
    } while (special != 0);
    store(out, load<block16>(in + done));
    return out + (n - done);
}

/// Fewer than 32 characters of which some are special, at a place where 48 bytes can be read.
inline char* escape_tail(char* out, char const* in, std::uint32_t n, on_invalid_utf8 policy) {
    auto const* const end = in + n;
    for (std::uint32_t step = 0; n != 0; n -= step, in += step) {
        auto const v = load<block16>(in);
        step = n < 16 ? n : 16;
        auto const inside = (std::uint32_t{1} << step) - 1;
        auto const special = special_bytes(v) & inside;
        if ((byte_mask(v) & inside) != 0) return escape_scalar(out, in, end, policy);
        store(out, v);
        out = special == 0 ? out + step : escape_block(out, in, special, step);
    }
    return out;
}

/// The last characters of a text of 16 or more, fewer than 32.
[[gnu::noinline]] inline char* escape_end(char* out, char const* in, std::size_t n, on_invalid_utf8 policy) {
    char copy[64]{};
    auto const back = load<block16>(in + n - 16);
    auto const* from = copy;
    if (n < 16) {
        from += 16 - n;
        store(copy, back);
    } else {
        store(copy, load<block16>(in));
        store(copy + n - 16, back);
    }
    return escape_tail(out, from, static_cast<std::uint32_t>(n), policy);
}

[[gnu::noinline]] inline char* escape_long(char* out, char const* in, char const* end, on_invalid_utf8 policy) {
    escape_position p{out, in};
#if CPPSMITH_SIMD >= 2
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
    return escape_end(p.out, p.in, static_cast<std::size_t>(end - p.in), policy);
}

inline char* escape_blocks(char* out, char const* in, std::size_t n, on_invalid_utf8 policy) {
#if CPPSMITH_SIMD >= 3
    if (has_avx512()) return escape_avx512(out, in, in + n, policy);
#endif
    if (n < 16) return escape_scalar(out, in, in + n, policy);
    if (n < 32) return escape_end(out, in, n, policy);
    return escape_long(out, in, in + n, policy);
}

} // namespace cppsmith::inline v0::json::detail
#endif

#endif // CPPSMITH_JSON_ESCAPE_SIMD_HPP
