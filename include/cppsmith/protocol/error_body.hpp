// The body of an error response, read for code and message before its shape is known.

#ifndef CPPSMITH_PROTOCOL_ERROR_BODY_HPP
#define CPPSMITH_PROTOCOL_ERROR_BODY_HPP

#include <cppsmith/json/skip.hpp>
#include <cppsmith/json/unescape.hpp>

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
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
    namespace ondemand = simdjson::ondemand;
    using namespace json::detail;
    error_body found;
    std::string padded;
    padded.reserve(body.size() + simdjson::SIMDJSON_PADDING);
    padded = body;
    ondemand::parser parser;
    ondemand::document doc;
    ondemand::value root;
    ondemand::object object;
    char const* rest = nullptr;
    auto const at_end = [&] { return doc.current_location().get(rest) != simdjson::SUCCESS; };
    if (has_byte_order_mark(body) ||
        parser.iterate(simdjson::padded_string_view(padded.data(), padded.size(), padded.capacity())).get(doc))
        return {};
    if (doc.get_value().get(root)) {
        found.is_json = is_scalar(body.substr(std::min(body.find_first_not_of(" \t\n\r"), body.size())));
        return found;
    }
    if (root.get_object().get(object)) { // JSON, perhaps, but no object: it has no members to tell
        found.is_json = skip(root, 0) == walk::ok && at_end();
        return found;
    }
    for (auto step : object) {
        ondemand::field field;
        std::string_view key;
        if (std::move(step).get(field) || field.unescaped_key().get(key)) return {};
        auto token = trimmed(field.value().raw_json_token());
        auto* const member = key == "__type"    ? &found.type
                             : key == "code"    ? &found.code
                             : key == "Code"    ? &found.Code
                             : key == "message" ? &found.message
                             : key == "Message" ? &found.Message
                                                : nullptr;
        std::string_view content;
        if (skip(field.value(), 1) != walk::ok) return {};
        if (!member) continue;
        if (token.starts_with('{') || token.starts_with('[')) { // up to what follows it, which is not read yet
            if (at_end()) return {};
            token = trimmed({token.data(), static_cast<std::size_t>(rest - token.data())});
        }
        if (string_content(token, content)) {
            std::string text(content);
            text.resize(unescape_in_place(text.data(), text.size()).value_or(0));
            *member = std::move(text);
        } else if (token != "null") {
            *member = token;
        } else if (member == &found.message || member == &found.Message) {
            *member = ""; // a message that says nothing; a code that is null is none
        }
    }
    if (!at_end()) return {};
    found.is_json = true;
    return found;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_ERROR_BODY_HPP
