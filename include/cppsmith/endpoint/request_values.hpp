// The values in a request that endpoint rules ask for.

#ifndef CPPSMITH_ENDPOINT_REQUEST_VALUES_HPP
#define CPPSMITH_ENDPOINT_REQUEST_VALUES_HPP

#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/endpoint/parameters.hpp>

#include <concepts>
#include <type_traits>

namespace cppsmith::inline v0::endpoints::detail {

/// Where steps lead: calls `leaf(value)` for each value, in order, and `list()` where they go over something that is there.
template <auto... Steps> struct walk {
    template <class T, class Leaf, class List> static constexpr void from(T const& value, Leaf const& leaf, List const&) {
        leaf(value);
    }
};

template <auto Step, auto... Rest> struct walk<Step, Rest...> {
    using step = std::remove_const_t<decltype(Step)>;

    template <class T, class Leaf, class List> static constexpr void from(T const& value, Leaf const& leaf, List const& list) {
        if constexpr (std::is_member_object_pointer_v<step>) {
            if (auto const* inner = v0::detail::present(value.*Step)) walk<Rest...>::from(*inner, leaf, list);
        } else {
            list();
            over(Step, value, leaf, list);
        }
    }

  private:
    template <class T, class Leaf, class List>
    static constexpr void over(v0::detail::every_element_step, T const& values, Leaf const& leaf, List const& list) {
        for (auto const& entry : values) {
            if constexpr (v0::detail::is_map<T>) walk<Rest...>::from(entry.value, leaf, list);
            else walk<Rest...>::from(entry, leaf, list);
        }
    }
    template <class T, class Leaf, class List>
    static constexpr void over(v0::detail::every_key_step, T const& map, Leaf const& leaf, List const& list) {
        for (auto const& entry : map) walk<Rest...>::from(entry.key, leaf, list);
    }
    template <class... Paths, class T, class Leaf, class List>
    static constexpr void over(v0::detail::every_path_step<Paths...>, T const& value, Leaf const& leaf, List const& list) {
        auto const way = [&]<auto... Steps>(request_path<Steps...>) { walk<Steps..., Rest...>::from(value, leaf, list); };
        (way(Paths{}), ...);
    }
};

} // namespace cppsmith::inline v0::endpoints::detail

#endif // CPPSMITH_ENDPOINT_REQUEST_VALUES_HPP
