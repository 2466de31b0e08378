// Whether the elements of a list all differ.

#ifndef CPPSMITH_DETAIL_UNIQUE_HPP
#define CPPSMITH_DETAIL_UNIQUE_HPP

#include <algorithm>
#include <compare>
#include <cstddef>
#include <vector>

namespace cppsmith::inline v0::detail {

/// Compares each with each while there are few, and sorted neighbours when there are many.
template <class T> constexpr bool all_unique(std::vector<T> const& elements) {
    constexpr std::size_t few = 32;
    if constexpr (std::three_way_comparable<T>) {
        if (elements.size() > few) {
            std::vector<std::size_t> order(elements.size());
            for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
            std::sort(order.begin(), order.end(), [&](auto a, auto b) { return (elements[a] <=> elements[b]) < 0; });
            return std::adjacent_find(order.begin(), order.end(), [&](auto a, auto b) { return elements[a] == elements[b]; }) ==
                   order.end();
        }
    }
    for (std::size_t i = 0; i < elements.size(); ++i)
        for (std::size_t j = i + 1; j < elements.size(); ++j)
            if (elements[i] == elements[j]) return false;
    return true;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_UNIQUE_HPP
