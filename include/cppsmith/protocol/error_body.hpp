// The body of an error response, read for code and message before its shape is known.

#ifndef CPPSMITH_PROTOCOL_ERROR_BODY_HPP
#define CPPSMITH_PROTOCOL_ERROR_BODY_HPP

#include <cppsmith/json/skip.hpp>
#include <cppsmith/json/unescape.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// The members by which services tell what went wrong. Other values than strings are kept as their text, a null message as an empty one.
struct error_body {
    bool is_json = false;
    std::optional<std::string> type{}, code{}, Code{}, message{}, Message{};

    static error_body read(std::string_view body);
};

inline error_body error_body::read(std::string_view body) {
    using namespace json::detail;
    error_body found;
    tokens in(body);
    if (!in.is_text()) return {};
    if (in.front() != '{') { // JSON, perhaps, but no object: it has no members to tell
        found.is_json = skip(in, 0) == walk::ok && in.at_end();
        return found;
    }
    in.take('{');
    bool more = !in.take('}');
    bool const is_empty = !more;
    while (more) {
        std::string_view key;
        if (in.front() != '"' || !string_content(in.next(), key) || !has_valid_escapes(key) || !in.take(':')) return {};
        std::string const plain = unescaped_copy(key);
        auto* const member = plain == "__type"    ? &found.type
                             : plain == "code"    ? &found.code
                             : plain == "Code"    ? &found.Code
                             : plain == "message" ? &found.message
                             : plain == "Message" ? &found.Message
                                                  : nullptr;
        auto const begin = in.place();
        if (skip(in, 1) != walk::ok) return {};
        auto const value = in.since(begin);
        std::string_view content;
        more = in.take(',');
        if (!member) continue;
        if (string_content(value, content)) *member = unescaped_copy(content);
        else if (value != "null") *member = value;
        else if (member == &found.message || member == &found.Message)
            *member = ""; // it says nothing; a code that is null is none
    }
    if (!is_empty && !in.take('}')) return {};
    if (!in.at_end()) return {};
    found.is_json = true;
    return found;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_ERROR_BODY_HPP
