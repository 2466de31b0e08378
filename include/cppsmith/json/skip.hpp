// Walks over a JSON value that nobody asked for, and checks every byte of it: On-Demand parsing alone would let "tru" or 01 pass there.

#ifndef CPPSMITH_JSON_SKIP_HPP
#define CPPSMITH_JSON_SKIP_HPP

#include <cppsmith/detail/number_read.hpp>
#include <cppsmith/json/spelling.hpp>
#include <cppsmith/json/unescape.hpp>

#include <simdjson.h>

#include <cstddef>
#include <cstring>
#include <string_view>

namespace cppsmith::inline v0::json::detail {

/// A byte order mark is no JSON (RFC 8259, 8.1), whatever the version of simdjson makes of it.
inline bool has_byte_order_mark(std::string_view text) noexcept { return text.starts_with("\xef\xbb\xbf"); }

/// A scalar as it stands in the document, the blanks behind it cut off.
inline std::string_view trimmed(std::string_view token) noexcept {
    while (!token.empty() && (token.back() == ' ' || token.back() == '\t' || token.back() == '\n' || token.back() == '\r'))
        token.remove_suffix(1);
    return token;
}

/// The content of a string token, quotes left out. False where the token is not one whole string.
inline bool string_content(std::string_view token, std::string_view& content) noexcept {
    token = trimmed(token);
    if (token.size() < 2 || token.front() != '"') return false;
    for (std::size_t i = 1;; ++i) {
        auto const* const quote = static_cast<char const*>(std::memchr(token.data() + i, '"', token.size() - i));
        if (!quote) return false;
        i = static_cast<std::size_t>(quote - token.data());
        std::size_t backslashes = 0;
        while (token[i - 1 - backslashes] == '\\') ++backslashes;
        if (backslashes % 2 != 0) continue;
        content = token.substr(1, i - 1);
        return i + 1 == token.size();
    }
}

/// Whether a token is one whole valid scalar.
inline bool is_scalar(std::string_view token) {
    token = trimmed(token);
    std::string_view content;
    if (token.starts_with('"')) return string_content(token, content) && has_valid_escapes(content);
    return token == "true" || token == "false" || token == "null" || is_number(token);
}

/// Moves the parser on behind a string. Left to itself it would take the string for a key if a colon follows, and read `["a":1]`.
inline bool consume_string(simdjson::ondemand::value value) noexcept {
    simdjson::ondemand::raw_json_string unused;
    return !value.get_raw_json_string().get(unused);
}

enum class walk : unsigned char { ok, malformed, too_deep };

/// Walks over `value` and all that is inside it. `depth` counts the levels around it.
inline walk skip(simdjson::ondemand::value value, int depth) {
    namespace ondemand = simdjson::ondemand;
    auto const token = value.raw_json_token();
    if (token.empty()) return walk::malformed;
    if (depth >= max_depth && (token.front() == '{' || token.front() == '[')) return walk::too_deep;
    if (token.front() == '{') {
        ondemand::object object;
        if (value.get_object().get(object)) return walk::malformed;
        for (auto step : object) {
            ondemand::field field;
            ondemand::value inner;
            if (std::move(step).get(field)) return walk::malformed;
            std::string_view key;
            if (field.unescaped_key().get(key)) return walk::malformed;
            inner = field.value();
            if (auto const w = skip(inner, depth + 1); w != walk::ok) return w;
        }
        return walk::ok;
    }
    if (token.front() == '[') {
        ondemand::array array;
        if (value.get_array().get(array)) return walk::malformed;
        for (auto step : array) {
            ondemand::value inner;
            if (std::move(step).get(inner)) return walk::malformed;
            if (auto const w = skip(inner, depth + 1); w != walk::ok) return w;
        }
        return walk::ok;
    }
    return is_scalar(token) && (token.front() != '"' || consume_string(value)) ? walk::ok : walk::malformed;
}

/// The value at the front of a text that was found to be JSON, as it stands there.
inline std::string_view value_at_front(std::string_view text) noexcept {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            for (++i; text[i] != '"'; ++i) i += text[i] == '\\';
        else if (text[i] == '{' || text[i] == '[') ++depth;
        else if (text[i] == '}' || text[i] == ']') --depth;
        if (depth == 0) return text.substr(0, i + 1);
    }
    return text;
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_SKIP_HPP
