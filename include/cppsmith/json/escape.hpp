// Strings in JSON (RFC 8259, 7), written: escaping what has to be, and nothing else.

#ifndef CPPSMITH_JSON_ESCAPE_HPP
#define CPPSMITH_JSON_ESCAPE_HPP

#include <cppsmith/json/escape_scalar.hpp>
#include <cppsmith/json/escape_simd.hpp>

#include <cstddef>
#include <type_traits>

namespace cppsmith::inline v0::json::detail {

/// How many bytes a writer may touch behind the last one that it wrote.
inline constexpr std::size_t escape_slack = 96;
/// How many bytes one byte of text becomes at most: "\u001f".
inline constexpr std::size_t escape_growth = 6;

/// Writes `n` characters as the content of a JSON string, and returns the end; null where the text is not valid UTF-8 and `policy` refuses it.
/// There is room for `escape_growth * n + escape_slack` bytes at `out`. Reads nothing behind the text.
constexpr char* escape(char* out, char const* in, std::size_t n, on_invalid_utf8 policy) {
#if CPPSMITH_SIMD >= 1
    if (!std::is_constant_evaluated()) return escape_blocks(out, in, n, policy);
#endif
    return escape_scalar(out, in, in + n, policy);
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_ESCAPE_HPP
