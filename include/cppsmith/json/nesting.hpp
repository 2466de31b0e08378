// What the type of a value tells of its text before that is read: whether there are but a few strings in it.

#ifndef CPPSMITH_JSON_NESTING_HPP
#define CPPSMITH_JSON_NESTING_HPP

#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/detail/shape_traits.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/timestamp.hpp>

#include <concepts>
#include <cstddef>
#include <type_traits>

namespace cppsmith::inline v0::json::detail {

using namespace cppsmith::detail;

enum class nesting {
    none, ///< a structure with a few members, none of which has brackets: of its strings, no index is worth it
    any
};

template <class T>
inline constexpr bool has_no_brackets = is_text<T> || is_open_enum<T> || std::is_scalar_v<T> || std::same_as<T, blob> ||
                                        std::same_as<T, timestamp> || std::same_as<T, numeral>;

template <class T> constexpr nesting find_nesting() {
    if constexpr (!described_structure<T>) return nesting::any;
    else {
        constexpr std::size_t few = 16;
        std::size_t members = 0;
        auto const is_flat = for_each_member<T>(
            [&members]<class Member>() { return ++members <= few && has_no_brackets<typename Member::type::value_type>; });
        return is_flat ? nesting::none : nesting::any;
    }
}
template <class T> inline constexpr nesting nesting_of = find_nesting<T>();

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_NESTING_HPP
