// What JMESPath's steps go between: values that may be null, in place where they can be.

#ifndef CPPSMITH_JMESPATH_VALUE_HPP
#define CPPSMITH_JMESPATH_VALUE_HPP

#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/text.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

// A value is a pointer into the message, null where nothing is there, or a `std::optional` of what was computed: a boolean, a number
// (`long long` or `double`), a `std::string_view`, or a `std::vector` of values. Nothing outlives the message.

namespace cppsmith::inline v0::jmespath {

/// A request with its response.
template <class Request, class Response> struct exchanged {
    Request const* input;
    Response const* output;
};

/// Nothing at all: the literal null.
using null_value = std::optional<std::nullptr_t>;

/// What a pointer leads to, seen through a `recursive`.
template <class T> constexpr auto const* seen(T const* value) {
    if constexpr (cppsmith::detail::is_recursive<T>) return value ? &**value : nullptr;
    else return value;
}

/// An element of a list, or the value in a map; those of sparse ones are optional.
template <class E> constexpr auto const* element(E const& e) {
    if constexpr (requires { cppsmith::detail::present(e); }) return seen(cppsmith::detail::present(e));
    else return seen(&e);
}

template <class T> inline constexpr bool is_computed_list = false;
template <class T> inline constexpr bool is_computed_list<std::optional<std::vector<T>>> = true;

template <class T> inline constexpr bool is_list_in_place = false;
template <class T> inline constexpr bool is_list_in_place<std::vector<T> const*> = true;

/// Whether a type of values is that of lists.
template <class V>
concept list_value = is_computed_list<V> || is_list_in_place<V>;

template <class V>
concept map_value = std::is_pointer_v<V> && cppsmith::detail::is_map<std::remove_cvref_t<std::remove_pointer_t<V>>>;

/// How many elements a list that is there has.
template <list_value V> constexpr std::size_t size_of(V const& list) { return (*list).size(); }

/// The element at an index that is in range.
template <list_value V> constexpr auto element_at(V const& list, std::size_t index) {
    if constexpr (is_computed_list<V>) return (*list)[index];
    else if constexpr (std::same_as<V, std::vector<bool> const*>) return std::optional<bool>((*list)[index]);
    else return element((*list)[index]);
}

template <list_value V> using element_type = decltype(element_at(std::declval<V const&>(), 0));

/// The value as one that compares: a boolean, a number or a text; a value of another type stays what it is.
template <class V> constexpr auto scalar(V const& value) {
    if constexpr (std::is_pointer_v<V>) {
        using T = std::remove_cvref_t<std::remove_pointer_t<V>>;
        if constexpr (std::same_as<T, bool>) return value ? std::optional<bool>(*value) : std::nullopt;
        else if constexpr (std::integral<T>) return value ? std::optional<long long>(*value) : std::nullopt;
        else if constexpr (std::floating_point<T>) return value ? std::optional<double>(*value) : std::nullopt;
        else if constexpr (cppsmith::detail::is_text<T> || cppsmith::detail::is_open_enum<T>)
            return value ? std::optional<std::string_view>(value->view()) : std::nullopt;
        else return value;
    } else {
        return value;
    }
}

/// Two numbers as ones of the same type; two other values as they are.
template <class A, class B, class F> constexpr bool compared(A const& a, B const& b, F holds) {
    if constexpr (std::same_as<A, B>) return holds(a, b);
    else return holds(static_cast<double>(a), static_cast<double>(b));
}

/// Whether a value is true: neither null nor false, and no text, list or map that is empty. A structure that is there is true.
template <class V> constexpr bool truth(V const& value) {
    if (!value) return false;
    if constexpr (std::same_as<V, null_value>) return false;
    else if constexpr (requires { bool{scalar(value).value()}; }) return *scalar(value);
    else if constexpr (requires { scalar(value)->empty(); }) return !scalar(value)->empty();
    else return true;
}

namespace detail {

template <class A, class B> struct common {
    using first = decltype(scalar(std::declval<A const&>()));
    using second = decltype(scalar(std::declval<B const&>()));
    using type = std::conditional_t<std::same_as<first, second>, first, std::optional<bool>>;
};
template <class A> struct common<A, A> {
    using type = A;
};
template <class A> struct common<A, null_value> {
    using type = A;
};
template <class B> struct common<null_value, B> {
    using type = B;
};
template <> struct common<null_value, null_value> {
    using type = null_value;
};

} // namespace detail

/// The type of what may be a value of either type; where they have none in common, only their truth is left.
template <class A, class B> using common_value = typename detail::common<A, B>::type;

template <class To, class V> constexpr To as_common(V const& value) {
    if constexpr (std::same_as<To, V>) return value;
    else if constexpr (std::same_as<V, null_value>) return To{};
    else if constexpr (std::same_as<To, decltype(scalar(value))>) return scalar(value);
    else return truth(value);
}

} // namespace cppsmith::inline v0::jmespath

#endif // CPPSMITH_JMESPATH_VALUE_HPP
