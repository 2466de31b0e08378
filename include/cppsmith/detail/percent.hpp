// Percent-encoding (RFC 3986, 2.1): everything but the unreserved characters becomes %XX, in upper-case digits.

#ifndef CPPSMITH_DETAIL_PERCENT_HPP
#define CPPSMITH_DETAIL_PERCENT_HPP

#include <cppsmith/detail/ascii.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// RFC 3986, 2.3: letters, digits and "-._~".
constexpr bool is_unreserved(char c) noexcept { return is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~'; }

inline constexpr auto unreserved_table = [] {
    std::array<bool, 256> made{};
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = is_unreserved(static_cast<char>(i));
    return made;
}();

/// The length of the unreserved characters that `text` begins with.
constexpr std::size_t unreserved_prefix(std::string_view text) noexcept {
    std::size_t n = 0;
    while (n < text.size() && unreserved_table[static_cast<unsigned char>(text[n])]) ++n;
    return n;
}

template <class Out> void append_percent_byte(Out& out, char c) {
    constexpr char digits[] = "0123456789ABCDEF";
    auto const byte = static_cast<unsigned char>(c);
    char const encoded[] = {'%', digits[byte >> 4], digits[byte & 15]};
    out.append(std::string_view(encoded, 3));
}

/// Appends the encoded bytes of `text` to `out`, a string or a builder of one. `keep_slash` leaves '/' alone, as greedy path
/// labels need it. A '%' is encoded too: text that is encoded already is encoded twice.
template <class Out> void append_percent_encoded(Out& out, std::string_view text, bool keep_slash = false) {
    for (;;) {
        auto const plain = unreserved_prefix(text); // most texts are nothing else: they move in one piece
        out.append(text.substr(0, plain));
        if (plain == text.size()) return;
        if (keep_slash && text[plain] == '/') out += '/';
        else append_percent_byte(out, text[plain]);
        text.remove_prefix(plain + 1);
    }
}

/// The encoded bytes of `text`, '/' included.
inline std::string percent_encode(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_percent_encoded(out, text);
    return out;
}

/// The byte that an escape at the beginning of `text` stands for, or -1 where there is none.
constexpr int percent_escape(std::string_view text) noexcept {
    if (text.size() < 3 || text[0] != '%') return -1;
    int const high = hex_value(text[1]), low = hex_value(text[2]);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
}

/// Appends the bytes that `text` stands for. Tolerant: a '%' that two digits do not follow stands for itself, and so does '+'.
inline void append_percent_decoded(std::string& out, std::string_view text) {
    for (;;) {
        auto const plain = std::min(text.find('%'), text.size());
        out.append(text.substr(0, plain));
        if (plain == text.size()) return;
        text.remove_prefix(plain);
        int const byte = percent_escape(text);
        out += byte < 0 ? '%' : static_cast<char>(byte);
        text.remove_prefix(byte < 0 ? 1 : 3);
    }
}

/// Appends `text` decoded and encoded again: escapes that were not needed are gone, all others are in upper case.
template <class Out> void append_percent_normalized(Out& out, std::string_view text) {
    for (;;) {
        auto const plain = unreserved_prefix(text);
        out.append(text.substr(0, plain));
        if (plain == text.size()) return;
        text.remove_prefix(plain);
        int const byte = percent_escape(text);
        char const c = byte < 0 ? text[0] : static_cast<char>(byte);
        if (is_unreserved(c)) out += c;
        else append_percent_byte(out, c);
        text.remove_prefix(byte < 0 ? 1 : 3);
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
