// Values that are one token of a document: a string without its quotes and escapes, or a number, true or false.

#ifndef CPPSMITH_JSON_SCALAR_HPP
#define CPPSMITH_JSON_SCALAR_HPP

#include <cppsmith/blob.hpp>
#include <cppsmith/detail/base64.hpp>
#include <cppsmith/detail/decimal_parts.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/detail/number_read.hpp>
#include <cppsmith/detail/number_scan.hpp>
#include <cppsmith/detail/timestamp_read.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::json::detail {

using namespace cppsmith::detail;

/// Whether a reader's texts are slices of the document, or copies.
enum class texts : unsigned char { own, borrow };

/// What a string makes of a T; false where it does not fit.
template <texts Texts, class T> bool from_string(std::string_view content, T& out) {
    if constexpr (is_text<T> || is_open_enum<T>) {
        if constexpr (Texts == texts::borrow) out = T(borrowed_slice{content});
        else out = T(copied_slice{content});
        return true;
    } else if constexpr (std::same_as<T, blob>) {
        auto bytes = decode_base64(content);
        if (bytes) out = blob(std::move(*bytes));
        return bytes.has_value();
    } else if constexpr (std::same_as<T, timestamp>) {
        auto const t = parse_timestamp(content);
        if (t) out = *t;
        return t.has_value();
    } else if constexpr (std::floating_point<T>) {
        if (content == "NaN") out = std::numeric_limits<T>::quiet_NaN();
        else if (content == "Infinity") out = std::numeric_limits<T>::infinity();
        else if (content == "-Infinity") out = -std::numeric_limits<T>::infinity();
        else return false;
        return true;
    } else {
        return false;
    }
}

/// What a number makes of a T; false where it does not fit. `text` is all of it.
template <class T> bool from_number(std::string_view text, scanned_number const& number, T& out) {
    if constexpr (std::same_as<T, timestamp>) {
        auto const t = parse_epoch_seconds(text, number);
        if (t) out = *t;
        return t.has_value();
    } else if constexpr (std::floating_point<T>) {
        auto const value = parse_floating<T>(text, number);
        if (value) out = *value;
        return value.has_value();
    } else {
        if (number.to_integer(out)) return true;
        auto const whole = decimal_parts(text).template whole<T>(); // 1.0 and 1e3 are integers to the AWS clients
        if (whole) out = *whole;
        return whole.has_value();
    }
}

/// What another token makes of a T, which is none of text; false where it does not fit.
template <class T> bool from_token(std::string_view token, T& out) {
    if constexpr (std::same_as<T, bool>) {
        out = token == "true";
        return out || token == "false";
    } else {
        scanned_number number;
        return scan_whole(token, number) && from_number(token, number, out);
    }
}

/// Whether a number may end here, in a document without blanks.
constexpr bool ends_number(char c) noexcept { return c == ',' || c == '}' || c == ']'; }

/// `read_short_integer` for a sign, for zero and for more digits than two.
template <std::integral T> [[gnu::noinline]] char const* read_signed_or_longer(char const* at, T& out) noexcept {
    bool const negative = *at == '-';
    auto const* const first = at + negative;
    constexpr int most = std::min(std::numeric_limits<T>::digits10, 9);
    std::uint64_t number = 0;
    for (at = first; is_digit(*at) && at - first <= most; ++at) number = number * 10 + static_cast<unsigned char>(*at - '0');
    auto const digits = at - first;
    if (negative && !std::numeric_limits<T>::is_signed) return nullptr;
    if (digits == 0 || digits > most || (*first == '0' && digits != 1) || !ends_number(*at)) return nullptr;
    out = static_cast<T>(negative ? 0 - number : number);
    return at;
}

/// A whole number of few digits, which cannot overflow, with what ends it in a document, where that can be read. The position behind it; null where it
/// is anything else. Whether there are one or two digits is not branched upon: of numbers of both sizes a processor would guess many wrong.
template <std::integral T> [[gnu::always_inline]] inline char const* read_short_integer(char const* at, T& out) noexcept {
    auto const first = static_cast<unsigned char>(*at - '0');
    if (first - 1u < 9) { // not 0, which no digit may follow
        auto const second = static_cast<unsigned char>(at[1] - '0');
        unsigned const two = second <= 9;
        auto const* const end = at + 1 + two;
        if (ends_number(*end)) {
            out = static_cast<T>(first + two * (9u * first + second));
            return end;
        }
    }
    return read_signed_or_longer(at, out);
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_SCALAR_HPP
