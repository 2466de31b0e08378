// Questions about comparisons, asked so that they cost a user's build little: the standard's concepts look into common references.

#ifndef CPPSMITH_DETAIL_COMPARE_HPP
#define CPPSMITH_DETAIL_COMPARE_HPP

#include <compare>
#include <string_view>

namespace cppsmith::inline v0::detail {

template <class T>
concept ordered = requires(T const& a, T const& b) { a <=> b; };

template <class T, class U>
concept equatable = requires(T const& t, U const& u) { t == u ? 1 : 0; };

/// What `<=>` of T gives; anything where it has none.
template <class T> struct order_of {
    using type = std::partial_ordering;
};
template <ordered T> struct order_of<T> {
    using type = std::compare_three_way_result_t<T>;
};

/// Whether an S becomes a view of characters by itself.
template <class S>
concept viewable = requires(S const& s, void (&take)(std::string_view)) { take(s); };

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_COMPARE_HPP
