// What characters may stand where in a request that is signed.

#ifndef CPPSMITH_SIGV4_CHARACTER_HPP
#define CPPSMITH_SIGV4_CHARACTER_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/detail/simd.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cppsmith::inline v0::sigv4 {

namespace character_detail {

#if CPPSMITH_SIMD >= 1
/// Tells blocks that hold a character out of 0x00 to 0x20, 0x7f and `Others` from those that hold none.
template <char... Others> bool holds(detail::block16 v) noexcept {
    auto found = (v <= 0x20) | (v == 0x7f);
    ((found |= (v == static_cast<unsigned char>(Others))), ...);
    return detail::byte_mask(found) != 0;
}
#endif

/// Whether one of the characters is `wanted`, a predicate that holds for none but 0x00 to 0x20, 0x7f and `Others`. A signer asks
/// this of all but the body: looking at each character of a session token, as portable code does, costs as much as hashing it.
template <char... Others, class Predicate> bool any(std::string_view s, Predicate wanted) noexcept {
#if CPPSMITH_SIMD >= 1
    using detail::block16, detail::load;
    auto const* const begin = s.data();
    if (s.size() >= 16) {
        auto const in_block = [wanted](char const* block) {
            return holds<Others...>(load<block16>(block)) && std::any_of(block, block + 16, wanted);
        };
        auto const* const last = begin + s.size() - 16;
        for (auto const* block = begin; block < last; block += 16)
            if (in_block(block)) return true;
        return in_block(last);
    }
    if (s.size() >= 8) {
        auto const first = load<std::uint64_t>(begin), last = load<std::uint64_t>(begin + s.size() - 8);
        if (!holds<Others...>(detail::block_of(first, last))) return false;
    }
#endif
    return std::any_of(s.begin(), s.end(), wanted);
}

/// RFC 9110, 5.6.2, and what is in upper case.
inline constexpr auto token_table = [] {
    std::array<unsigned char, 256> made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
        auto const c = static_cast<char>(i);
        bool const inside = detail::is_alnum(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
        made[i] = static_cast<unsigned char>((inside ? 0 : 1) | (detail::to_lower(c) != c ? 2 : 0));
    }
    return made;
}();

/// Leaves at the first one: a loop to the end would be turned into wide operations, which tables do not gain from.
constexpr bool has_any(std::string_view s, unsigned properties) noexcept {
    for (char const c : s)
        if ((token_table[static_cast<unsigned char>(c)] & properties) != 0) return true;
    return false;
}

} // namespace character_detail

/// A token (RFC 9110, 5.6.2): what methods and header names are.
constexpr bool is_token(std::string_view s) noexcept { return !s.empty() && !character_detail::has_any(s, 1); }

constexpr bool has_upper_case(std::string_view s) noexcept { return character_detail::has_any(s, 2); }

inline bool has_control(std::string_view s) noexcept { return character_detail::any(s, detail::is_control); }
inline bool has_blank(std::string_view s) noexcept { return character_detail::any(s, detail::is_blank); }

/// Visible characters and bytes beyond ASCII only: no blank, no control, none of `Excluded`.
template <char... Excluded> bool is_solid(std::string_view s) noexcept {
    return !character_detail::any<Excluded...>(
        s, [](char c) { return detail::is_control(c) || detail::is_blank(c) || (... || (c == Excluded)); });
}

/// Whether a target may be sent: no control, no tab, no fragment.
inline bool is_target(std::string_view s) noexcept {
    return !character_detail::any<'#'>(s, [](char c) { return detail::is_control(c) || c == '\t' || c == '#'; });
}

} // namespace cppsmith::inline v0::sigv4

#endif // CPPSMITH_SIGV4_CHARACTER_HPP
