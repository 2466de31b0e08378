// Scalars as the text of a path label, a query parameter or a header, and back.

#ifndef CPPSMITH_PROTOCOL_HTTP_TEXT_HPP
#define CPPSMITH_PROTOCOL_HTTP_TEXT_HPP

#include <cppsmith/blob.hpp>
#include <cppsmith/detail/base64.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/detail/number_read.hpp>
#include <cppsmith/detail/timestamp_read.hpp>
#include <cppsmith/detail/utf8.hpp>

#include <array>
#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace cppsmith::inline v0::detail {

/// The value as text; nothing for ill-formed UTF-8, and for a timestamp that the format cannot hold. `otherwise` is the format of the place.
template <class Traits, class T> std::optional<std::string> http_text(T const& value, timestamp_format otherwise) {
    std::string out;
    if constexpr (is_text<T> || is_open_enum<T>) {
        if (!is_valid_utf8(value.view())) return std::nullopt;
        out = value.view();
    } else if constexpr (std::same_as<T, bool>) {
        out = value ? "true" : "false";
    } else if constexpr (std::is_arithmetic_v<T>) {
        append_number(out, value);
    } else if constexpr (std::same_as<T, timestamp>) {
        if (!append_timestamp(out, value, format_among(Traits{}, otherwise))) return std::nullopt;
    } else {
        static_assert(std::same_as<T, blob>, "a structure has no form outside of a body");
        append_base64(out, value.view());
    }
    return out;
}

/// The value that a text stands for; nothing where it stands for none.
template <class T> std::optional<T> from_http_text(std::string_view text) {
    if constexpr (is_text<T> || is_open_enum<T>) {
        return T(std::string(text));
    } else if constexpr (std::same_as<T, bool>) {
        if (text == "true") return true;
        if (text == "false") return false;
        return std::nullopt;
    } else if constexpr (std::is_arithmetic_v<T>) {
        if constexpr (std::floating_point<T>) {
            if (text == "NaN") return std::numeric_limits<T>::quiet_NaN();
            if (text == "Infinity") return std::numeric_limits<T>::infinity();
            if (text == "-Infinity") return -std::numeric_limits<T>::infinity();
            return parse_floating<T>(text);
        } else {
            T value{};
            auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
            return failed == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
        }
    } else if constexpr (std::same_as<T, timestamp>) {
        return parse_timestamp(text);
    } else {
        static_assert(std::same_as<T, blob>, "a structure has no form outside of a body");
        auto bytes = decode_base64(text);
        return bytes ? std::optional(blob(std::move(*bytes))) : std::nullopt;
    }
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_HTTP_TEXT_HPP
