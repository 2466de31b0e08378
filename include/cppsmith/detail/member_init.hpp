// What required and optional members may be made from, and the sentences for what they may not.

#ifndef CPPSMITH_DETAIL_MEMBER_INIT_HPP
#define CPPSMITH_DETAIL_MEMBER_INIT_HPP

#include <cppsmith/text.hpp>

#include <concepts>
#include <limits>
#include <type_traits>

namespace cppsmith::inline v0::detail {

/// Makes any member, a required one too, without a value: how a decoder begins a structure.
struct absent_t {};

/// Every value of From is a value of To. An `int` is let into any integer, since that is the type of a literal.
template <class From, class To>
concept fits = std::same_as<From, To> || (!std::is_arithmetic_v<To>) ||
               (std::is_arithmetic_v<From> && !std::same_as<From, bool> && !std::same_as<To, bool> &&
                ((std::integral<From> && std::integral<To> && (std::same_as<From, int> || requires(From f) { To{f}; })) ||
                 (std::floating_point<To> && std::numeric_limits<From>::digits <= std::numeric_limits<To>::digits)));

/// From makes a T without surprise.
template <class T, class From>
concept makes = !std::is_array_v<std::remove_reference_t<From>> && !std::same_as<std::remove_cvref_t<From>, absent_t> &&
                std::is_constructible_v<T, From> && fits<std::remove_cvref_t<From>, T>;

/// From is text where a number or a boolean is wanted; or a number where it would be narrowed. These have constructors of
/// their own, so that the compiler can say so in words.
template <class T, class From>
concept text_for_number =
    std::is_arithmetic_v<T> && (std::is_array_v<std::remove_reference_t<From>> || std::is_pointer_v<std::remove_cvref_t<From>>);
template <class T, class From>
concept narrows =
    std::is_arithmetic_v<T> && std::is_arithmetic_v<std::remove_cvref_t<From>> && !fits<std::remove_cvref_t<From>, T>;

template <class> inline constexpr bool never = false;

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_MEMBER_INIT_HPP
