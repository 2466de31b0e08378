// Finding the end of a string that may be long, or have escapes and characters beyond ASCII.

#ifndef CPPSMITH_JSON_SCAN_HPP
#define CPPSMITH_JSON_SCAN_HPP

#include <cppsmith/detail/inlined.hpp>
#include <cppsmith/detail/simd.hpp>
#include <cppsmith/detail/utf8.hpp>
#include <cppsmith/json/escape.hpp>
#include <cppsmith/json/scan_avx2.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace cppsmith::inline v0::json::detail {

/// The first special character in [at, end), or `end`.
[[gnu::always_inline]] inline char const* find_special(char const* at, char const* end) noexcept {
#if CPPSMITH_SIMD >= 1
    for (; end - at >= 32; at += 32)
        if (auto const special = special_bytes(load<block16>(at)) | special_bytes(load<block16>(at + 16)) << 16; special != 0)
            return at + std::countr_zero(special);
    if (end - at >= 16) {
        if (auto const special = special_bytes(load<block16>(at)); special != 0) return at + std::countr_zero(special);
        at += 16;
    }
#endif
    while (at != end && !is_special(*at)) ++at;
    return at;
}

/// The same, for what may be far away.
CPPSMITH_LOOP inline char const* find_far_special(char const* at, char const* end) noexcept {
#if CPPSMITH_SIMD >= 2
    if (end - at >= 32 && has_avx2()) return find_special_avx2(at, end);
#endif
    return find_special(at, end);
}

/// Where the string whose rest begins at `at` has its closing quote; null where that is not in [at, end), and where something stands in it that
/// cannot be taken as it is: an escape, a control character, ill-formed UTF-8. Escapes, whatever they are, may be passed.
[[gnu::noinline]] inline char const* find_quote(char const* at, char const* end, bool pass_escapes = false) noexcept {
    for (;;) {
        at = find_special(at, end);
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

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_SCAN_HPP
