// What kind of type a member holds, told without the headers of those that it does not.

#ifndef CPPSMITH_DETAIL_KINDS_HPP
#define CPPSMITH_DETAIL_KINDS_HPP

#include <vector>

namespace cppsmith::inline v0 {

class blob;
template <class K, class V> class map;

namespace detail {

template <class T> inline constexpr bool is_vector = false;
template <class T> inline constexpr bool is_vector<std::vector<T>> = true;

template <class T> inline constexpr bool is_map = false;
template <class K, class V> inline constexpr bool is_map<map<K, V>> = true;

/// Whether a T in a reply owns nothing: all that it has is a slice of the body.
template <class T> inline constexpr bool is_borrowable = false;

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_DETAIL_KINDS_HPP
