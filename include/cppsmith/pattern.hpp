// pattern: what the texts of a string shape have to match, as the tables that the generator made of a regular expression.

#ifndef CPPSMITH_PATTERN_HPP
#define CPPSMITH_PATTERN_HPP

#include <cppsmith/constraint.hpp>
#include <cppsmith/detail/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cppsmith::inline v0 {

/// The constraint of a text (Smithy's and C2J's `pattern`) whose automata are `Tables::tables`.
template <class Tables> struct pattern {
    static constexpr std::string_view source = Tables::source; ///< the regular expression

    /// Whether the whole of `s` matches; ill-formed UTF-8 never does. Linear in `s` for each table, without allocation.
    static constexpr bool matches(std::string_view s) noexcept;
};

/// The same for a pattern that demands `Min` to `Max` characters of one class: bits 0 to 63 of ASCII, 64 to 127, and whether all
/// other characters are of it.
template <std::uint64_t Low, std::uint64_t High, bool Others = false, std::size_t Min = 0, std::size_t Max = unbounded>
struct characters {
    static constexpr bool matches(std::string_view s) noexcept;
};

/// States of an automaton that follow each other and lead alike, as those of a counted repeat do.
struct pattern_run {
    std::uint16_t length = 1;
    bool accepting = false; ///< whether a text may end there
};

/// Where a class of characters leads from a run: to state `count` of another, or `further`: that much beyond the count reached so
/// far. What lies behind a run's end is in the next run.
struct pattern_step {
    std::int16_t run = -1; ///< -1: no text that begins so matches
    std::uint16_t count : 15 = 0;
    std::uint16_t further : 1 = false;
};

namespace detail {

void this_is_no_literal(); ///< never defined, and no constant: to come here does not compile

/// The characters of a literal. Its length is known from its type: a `std::string_view` would have the compiler count each character.
template <class Char> struct literal_view : std::basic_string_view<Char> {
    constexpr literal_view() noexcept = default;
    constexpr literal_view(std::basic_string_view<Char> s) noexcept : std::basic_string_view<Char>(s) {}
    template <std::size_t N> consteval literal_view(Char const (&literal)[N]) : std::basic_string_view<Char>(literal, N - 1) {
        if (literal[N - 1] != Char{}) this_is_no_literal(); // its last character would be lost
    }
};

} // namespace detail

/// A deterministic automaton, in one of two forms. Classes and states are written as characters, the first one as '0'.
struct pattern_table {
    bool negative = false;                   ///< it is its match that is forbidden
    std::uint16_t classes = 0;               ///< how many classes of characters there are
    detail::literal_view<char> ascii{};      ///< the class of each ASCII character
    detail::literal_view<char32_t> starts{}; ///< where, behind ASCII, ranges of scalar values begin
    detail::literal_view<char> others{};     ///< and their classes
    /// A row for each state: '+' where a text may end, then by class the next state, or a blank.
    detail::literal_view<char> states{};
    pattern_run const* runs = {};   ///< or, where counted repeats would make it too many states: its runs
    pattern_step const* steps = {}; ///< and for each run its step by class
};

namespace detail {

struct scalar_at {
    char32_t value = 0;
    std::size_t size = 0; ///< in bytes; 0: the UTF-8 is ill-formed
};

/// The scalar value at the front of `s`, which is not empty.
constexpr scalar_at first_scalar(std::string_view s) noexcept {
    auto const size = utf8_sequence_length(s);
    auto const byte = [s](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(s[i])); };
    if (size <= 1) return {byte(0), size};
    auto value = byte(0) & (0x7fu >> size);
    for (std::size_t i = 1; i < size; ++i) value = value << 6 | (byte(i) & 0x3fu);
    return {value, size};
}

constexpr std::size_t number_of(char written) noexcept {
    return static_cast<std::size_t>(static_cast<unsigned char>(written) - '0');
}

/// The class of a scalar value behind ASCII: that of the last range that begins at or before it.
constexpr std::size_t class_of(pattern_table const& table, char32_t scalar) noexcept {
    std::size_t first = 0, count = table.starts.size();
    while (count > 1) {
        auto const half = count / 2;
        if (table.starts[first + half] <= scalar) first += half;
        count -= half;
    }
    return number_of(table.others[first]);
}

/// Calls `f(class)` for each character, as long as it returns true. False too where the UTF-8 is ill-formed.
template <class F> constexpr bool for_each_class(pattern_table const& table, std::string_view s, F&& f) noexcept {
    for (std::size_t i = 0; i < s.size();) {
        auto const byte = static_cast<unsigned char>(s[i]);
        if (byte < 0x80) {
            if (!f(number_of(table.ascii[byte]))) return false;
            ++i;
            continue;
        }
        auto const scalar = first_scalar(s.substr(i));
        if (scalar.size == 0 || !f(class_of(table, scalar.value))) return false;
        i += scalar.size;
    }
    return true;
}

constexpr bool accepts_by_states(pattern_table const& table, std::string_view s) noexcept {
    auto const width = table.classes + std::size_t{1};
    char const* row = table.states.data();
    bool const walked = for_each_class(table, s, [&](std::size_t c) {
        char const next = row[c + 1];
        if (next == ' ') return false;
        row = table.states.data() + number_of(next) * width;
        return true;
    });
    return walked && *row == '+';
}

constexpr bool accepts_by_runs(pattern_table const& table, std::string_view s) noexcept {
    std::size_t run = 0, count = 0;
    bool const walked = for_each_class(table, s, [&](std::size_t c) {
        auto const step = table.steps[run * table.classes + c];
        if (step.run < 0) return false;
        run = static_cast<std::size_t>(step.run);
        count = step.further ? count + step.count : step.count;
        while (count >= table.runs[run].length) count -= table.runs[run++].length;
        return true;
    });
    return walked && table.runs[run].accepting;
}

constexpr bool accepts(pattern_table const& table, std::string_view s) noexcept {
    return table.runs ? accepts_by_runs(table, s) : accepts_by_states(table, s);
}

} // namespace detail

template <class Tables> constexpr bool pattern<Tables>::matches(std::string_view s) noexcept {
    for (auto const& table : Tables::tables) // the first one is never negative, and refuses ill-formed UTF-8 for all
        if (detail::accepts(table, s) == table.negative) return false;
    return true;
}

template <std::uint64_t Low, std::uint64_t High, bool Others, std::size_t Min, std::size_t Max>
constexpr bool characters<Low, High, Others, Min, Max>::matches(std::string_view s) noexcept {
    std::size_t count = 0;
    for (std::size_t i = 0; i < s.size(); ++count) {
        auto const byte = static_cast<unsigned char>(s[i]);
        if (byte < 0x80) {
            if (!((byte < 64 ? Low >> byte : High >> (byte - 64)) & 1)) return false;
            ++i;
            continue;
        }
        auto const size = detail::utf8_sequence_length(s.substr(i));
        if (!Others || size == 0) return false;
        i += size;
    }
    return count >= Min && count <= Max;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_PATTERN_HPP
