// The values in a request that endpoint rules ask for.

#ifndef CPPSMITH_ENDPOINT_REQUEST_VALUES_HPP
#define CPPSMITH_ENDPOINT_REQUEST_VALUES_HPP

#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/endpoint/parameters.hpp>

#include <type_traits>

namespace cppsmith::inline v0::endpoints::detail {

template <class... Steps> struct steps {};

/// Calls `leaf(value)` for each value that the steps lead to, in order, and `list()` where they go over a list or a map that is there.
template <class T, class Leaf, class List> constexpr void walk(steps<>, T const& value, Leaf const& leaf, List const&) {
    leaf(value);
}

template <auto Member, auto... Members, class... Rest, class T, class Leaf, class List>
constexpr void walk(steps<request_path::to<Member, Members...>, Rest...>, T const& value, Leaf const& leaf, List const& list) {
    auto const* inner = [&] {
        if constexpr (std::is_member_function_pointer_v<decltype(Member)>) return (value.*Member)(); // an alternative of a union
        else return v0::detail::present(value.*Member);
    }();
    if (!inner) return;
    if constexpr (sizeof...(Members) == 0) walk(steps<Rest...>{}, *inner, leaf, list);
    else walk(steps<request_path::to<Members...>, Rest...>{}, *inner, leaf, list);
}

template <class... Rest, class T, class Leaf, class List>
constexpr void walk(steps<request_path::each, Rest...>, T const& values, Leaf const& leaf, List const& list) {
    list();
    for (auto const& entry : values) {
        if constexpr (v0::detail::is_map<T>) walk(steps<Rest...>{}, entry.value, leaf, list);
        else walk(steps<Rest...>{}, entry, leaf, list);
    }
}

template <class... Rest, class T, class Leaf, class List>
constexpr void walk(steps<request_path::keys, Rest...>, T const& map, Leaf const& leaf, List const& list) {
    list();
    for (auto const& entry : map) walk(steps<Rest...>{}, entry.key, leaf, list);
}

template <class... Ways, class... Rest, class T, class Leaf, class List>
constexpr void walk(steps<request_path::several<Ways...>, Rest...>, T const& value, Leaf const& leaf, List const& list) {
    list();
    auto const way = [&]<class... Steps>(request_path::path<Steps...>) { walk(steps<Steps..., Rest...>{}, value, leaf, list); };
    (way(Ways{}), ...);
}

} // namespace cppsmith::inline v0::endpoints::detail

#endif // CPPSMITH_ENDPOINT_REQUEST_VALUES_HPP
