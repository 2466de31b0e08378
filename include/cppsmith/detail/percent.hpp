// Percent-encoding (RFC 3986, 2.1): everything but the unreserved characters becomes %XX, in upper-case digits.

#ifndef CPPSMITH_DETAIL_PERCENT_HPP
#define CPPSMITH_DETAIL_PERCENT_HPP

#include <cppsmith/detail/ascii.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// RFC 3986, 2.3: letters, digits and "-._~".
constexpr bool is_unreserved(char c) noexcept { return is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~'; }

/// Appends the encoded bytes of `text` to `out`. `keep_slash` leaves '/' alone, as greedy path labels need it.
/// A '%' is encoded too: text that is encoded already is encoded twice.
inline void append_percent_encoded(std::string& out, std::string_view text, bool keep_slash = false) {
    constexpr char digits[] = "0123456789ABCDEF";
    for (char const c : text) {
        if (is_unreserved(c) || (keep_slash && c == '/')) {
            out += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
}

/// The encoded bytes of `text`, '/' included.
inline std::string percent_encode(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_percent_encoded(out, text);
    return out;
}

/// Appends the bytes that `text` stands for. Tolerant: a '%' that two digits do not follow stands for itself, and so does '+'.
inline void append_percent_decoded(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && text.size() - i > 2) {
            int const high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
            if (high >= 0 && low >= 0) {
                out += static_cast<char>(high << 4 | low);
                i += 2;
                continue;
            }
        }
        out += text[i];
    }
}

/// The bytes that `text` stands for, decoded once, with the tolerance of `append_percent_decoded`.
inline std::string percent_decode(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_percent_decoded(out, text);
    return out;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_PERCENT_HPP
