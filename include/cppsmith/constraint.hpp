// The constraints of a model, as types: in the type of a text, or in the member traits of anything else.

#ifndef CPPSMITH_CONSTRAINT_HPP
#define CPPSMITH_CONSTRAINT_HPP

#include <cppsmith/detail/fixed_string.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace cppsmith::inline v0 {

inline constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

/// Smithy's `length`, C2J's `min` and `max`: Unicode scalar values of a string, bytes of a blob, elements of a list, entries of a map.
template <std::size_t Min, std::size_t Max = unbounded> struct length {
    static_assert(Min <= Max);
    static constexpr std::size_t min = Min, max = Max;
};

/// Smithy's `range`, C2J's `min` and `max` of a number; both bounds belong to it.
template <auto Min, auto Max> struct range {
    static_assert(Min <= Max);
    static constexpr auto min = Min;
    static constexpr auto max = Max;
};

/// A number with a lower bound alone.
template <auto Min> struct at_least {
    static constexpr auto min = Min;
};

/// A number with an upper bound alone.
template <auto Max> struct at_most {
    static constexpr auto max = Max;
};

/// What limits the number in a member, under the name of its shape: `optional<std::int32_t, number<"PageSize", range<1, 250>>>`. The
/// value is a plain number; `validate`, `valid` and `constant` know the limits.
template <detail::fixed_string Shape, class... Limits> struct number {};

/// Smithy's `uniqueItems`: no two elements of the list are equal.
struct unique_items {};

/// Smithy's `sensitive`: the content is never printed, logged or put into an error.
struct sensitive {};

/// What the traits of a list's elements, a map's keys and a map's values say.
template <class... Traits> struct each {};
template <class... Traits> struct keys {};
template <class... Traits> struct values {};

/// A literal that the programmer vouches for: the compiler leaves it alone. Made by `unchecked`.
struct unchecked_literal {
    std::string_view value;
};

/// The way round a constraint that the service has relaxed since its model was published: `.templateName = unchecked("has blanks")`.
/// It silences the check of this literal alone; `validate` in `strict` still judges the content.
template <std::size_t N> consteval unchecked_literal unchecked(char const (&literal)[N]) { return {{literal, N - 1}}; }

namespace detail {

template <class Constraint> inline constexpr bool is_length = false;
template <std::size_t Min, std::size_t Max> inline constexpr bool is_length<length<Min, Max>> = true;

/// What the compiler prints when a literal breaks a constraint: a function whose name is the sentence, in a type that names
/// the shape and the constraint. None of them is constexpr, so a constant evaluation that reaches one ends there.
template <fixed_string Shape, class Constraint> struct violated {
    static void the_literal_is_shorter_than_the_minimum_length_of_this_shape();
    static void the_literal_is_longer_than_the_maximum_length_of_this_shape();
    static void the_literal_does_not_match_the_pattern_of_this_shape();
    static void the_literal_is_not_valid_utf8();
    static void the_literal_is_not_a_value_of_this_enumeration();
    static void the_literal_is_not_a_number_in_JSON();
    static void the_constant_is_below_the_minimum_of_this_shape();
    static void the_constant_is_above_the_maximum_of_this_shape();
    static void the_constant_does_not_fit_the_type_of_this_shape();
};

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_CONSTRAINT_HPP
