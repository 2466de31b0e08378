// constant: a number that the compiler checks against the limits of the member that it is given to.

#ifndef CPPSMITH_CONSTANT_HPP
#define CPPSMITH_CONSTANT_HPP

#include <cppsmith/constraint.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace cppsmith::inline v0 {

/// The type of `constant<Value>`.
template <auto Value>
requires std::is_arithmetic_v<decltype(Value)>
struct constant_value {};

/// A number for a required or optional member, checked by the compiler: `.pageSize = constant<25>`. A number that the member's shape
/// does not allow, or that its type cannot hold, does not compile. (A plain `25` is checked by `validate` and `valid`.)
template <auto Value> inline constexpr constant_value<Value> constant{};

namespace detail {

/// Ends a constant evaluation where a value breaks a limit, in a function whose name says how. The value is an argument: of a template's
/// own, g++ would find the function useless and say no more.
template <fixed_string Shape, class Limit, class Value> consteval void check_limit(Value value) {
    using refused = violated<Shape, Limit>;
    if constexpr (requires { Limit::min; })
        if (value < Limit::min) refused::the_constant_is_below_the_minimum_of_this_shape();
    if constexpr (requires { Limit::max; })
        if (value > Limit::max) refused::the_constant_is_above_the_maximum_of_this_shape();
}
template <fixed_string Shape, class... Limits, class Value> consteval void check_limits(number<Shape, Limits...>, Value value) {
    (check_limit<Shape, Limits>(value), ...);
}

/// `value` as a T that keeps the limits.
template <class T, class... Limits, class Value> consteval T checked_constant(Value value) {
    if constexpr (std::same_as<T, bool> || std::same_as<Value, bool>) {
        if (!std::same_as<T, Value>) violated<"a number", T>::the_constant_does_not_fit_the_type_of_this_shape();
    } else if constexpr (std::integral<T>) {
        bool fits = true;
        if constexpr (std::integral<Value>) fits = std::in_range<T>(value);
        else fits = static_cast<Value>(static_cast<T>(value)) == value;
        if (!fits) violated<"a number", T>::the_constant_does_not_fit_the_type_of_this_shape();
    }
    (check_limits(Limits{}, static_cast<T>(value)), ...);
    return static_cast<T>(value);
}

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_CONSTANT_HPP
