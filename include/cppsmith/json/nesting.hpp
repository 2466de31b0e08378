// What the type of a value tells of its text before that is read: whether there are brackets in it.

#ifndef CPPSMITH_JSON_NESTING_HPP
#define CPPSMITH_JSON_NESTING_HPP

#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/detail/shape_traits.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/timestamp.hpp>

#include <concepts>
#include <type_traits>

namespace cppsmith::inline v0::json::detail {

using namespace cppsmith::detail;

enum class nesting {
    none, ///< a structure without lists, maps and others inside: it has no more strings than members, for which no index is worth it
    any
};

template <class T>
inline constexpr bool has_no_brackets = is_text<T> || is_open_enum<T> || std::is_scalar_v<T> || std::same_as<T, blob> ||
                                        std::same_as<T, timestamp> || std::same_as<T, numeral>;

template <class T> constexpr nesting find_nesting() {
    auto found = nesting::any;
    if constexpr (described_structure<T>)
        if (for_each_member<T>([]<class Member>() { return has_no_brackets<typename Member::type::value_type>; }))
            found = nesting::none;
    return found;
}
template <class T> inline constexpr nesting nesting_of = find_nesting<T>();

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_NESTING_HPP
