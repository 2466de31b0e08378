// Walks over a JSON value that nobody asked for, and checks every byte of it.

#ifndef CPPSMITH_JSON_SKIP_HPP
#define CPPSMITH_JSON_SKIP_HPP

#include <cppsmith/detail/number_scan.hpp>
#include <cppsmith/json/spelling.hpp>
#include <cppsmith/json/tokens.hpp>
#include <cppsmith/json/unescape.hpp>

#include <string_view>

namespace cppsmith::inline v0::json::detail {

enum class walk : unsigned char { ok, malformed, too_deep, too_large };

/// The content of a string token, quotes left out. False where the token is none.
inline bool string_content(std::string_view token, std::string_view& content) noexcept {
    if (token.size() < 2 || token.front() != '"' || token.back() != '"') return false;
    content = token.substr(1, token.size() - 2);
    return true;
}

/// Whether a token is one whole valid scalar.
inline bool is_scalar(std::string_view token) {
    std::string_view content;
    if (token.starts_with('"')) return string_content(token, content) && has_valid_escapes(content);
    return token == "true" || token == "false" || token == "null" || is_number(token);
}

/// Walks over the next value and all that is inside it. `depth` counts the levels around it.
inline walk skip(tokens& in, int depth) {
    char const bracket = in.front();
    if (in.at_end()) return walk::malformed;
    if (bracket != '{' && bracket != '[') return is_scalar(in.next()) ? walk::ok : walk::malformed;
    if (depth >= max_depth) return walk::too_deep;
    char const closing = bracket == '{' ? '}' : ']';
    in.take(bracket);
    if (in.take(closing)) return walk::ok;
    do {
        if (bracket == '{' && (in.front() != '"' || !is_scalar(in.next()) || !in.take(':'))) return walk::malformed;
        if (auto const w = skip(in, depth + 1); w != walk::ok) return w;
    } while (in.take(','));
    return in.take(closing) ? walk::ok : walk::malformed;
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_SKIP_HPP
