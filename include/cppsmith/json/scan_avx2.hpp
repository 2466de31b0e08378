// Looking for a special character far away in blocks of 32 bytes with AVX2.

#ifndef CPPSMITH_JSON_SCAN_AVX2_HPP
#define CPPSMITH_JSON_SCAN_AVX2_HPP

#include <cppsmith/detail/inlined.hpp>
#include <cppsmith/detail/simd.hpp>
#include <cppsmith/json/escape_avx2.hpp>

#include <bit>
#include <cstdint>
#include <cstring>

#if CPPSMITH_SIMD >= 2
namespace cppsmith::inline v0::json::detail {

/// What `special_of` compares a block with, in memory.
struct special_terms {
    block32 to_space = block32{} + quote_to_space, behind_space = block32{} + (' ' + 1), backslash = block32{} + '\\';
};
inline constexpr special_terms special_terms_in_memory{};

CPPSMITH_TARGET_AVX2 inline std::uint32_t special_bytes32(char const* at, special_terms const& terms) noexcept {
    block32 v;
    std::memcpy(&v, at, sizeof v);
    return byte_mask32(((v ^ terms.to_space) < terms.behind_space) | (v == terms.backslash));
}

/// As `find_special`, in 32 characters or more.
CPPSMITH_TARGET_AVX2 CPPSMITH_LOOP inline char const* find_special_avx2(char const* at, char const* end) noexcept {
    auto const* terms = &special_terms_in_memory;
    asm("" : "+r"(terms)); // or g++, which knows them, makes each anew in three steps
    auto const* const last = end - 32;
    do {
        if (auto const special = special_bytes32(at, *terms); special != 0) return at + std::countr_zero(special);
        at += 32;
    } while (at <= last);
    if (at == end) return end;
    auto const special = special_bytes32(last, *terms) >> (at - last);
    return special != 0 ? at + std::countr_zero(special) : end;
}

} // namespace cppsmith::inline v0::json::detail
#endif

#endif // CPPSMITH_JSON_SCAN_AVX2_HPP
