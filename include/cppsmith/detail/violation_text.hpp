// What violations say: what was expected and what was found, never the content of a text.

#ifndef CPPSMITH_DETAIL_VIOLATION_TEXT_HPP
#define CPPSMITH_DETAIL_VIOLATION_TEXT_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

inline constexpr auto absent_text = [] { return std::string("the member is required and absent"); };
inline constexpr auto empty_label_text = [] { return std::string("a label of the path cannot be empty"); };
inline constexpr auto unknown_value_text = [] { return std::string("the value is not one of the model's"); };
inline constexpr auto no_member_text = [] { return std::string("one member of the union is required"); };
inline constexpr auto unknown_member_text = [] { return std::string("the member of the union is not one of the model's"); };
inline constexpr auto repeated_text = [] { return std::string("two elements are equal, all of which have to differ"); };

template <class Constraint>
inline constexpr auto pattern_text = [] {
    if constexpr (requires { Constraint::source; }) return "a match of " + std::string(Constraint::source) + " was expected";
    else return std::string("other characters were expected, or another number of them");
};

/// "at least 1 characters were expected, 0 found"
inline std::string bound_text(std::string_view which, std::size_t bound, std::string_view unit, std::size_t found) {
    return std::string(which) + std::to_string(bound) + std::string(unit) + " were expected, " + std::to_string(found) + " found";
}

/// "at most 12 was expected, 13 found"; without what was found where that is hidden.
template <class Bound, class T> std::string limit_text(std::string_view which, Bound bound, T found, bool hidden) {
    return std::string(which) + std::to_string(bound) + " was expected" + (hidden ? "" : ", " + std::to_string(found) + " found");
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_VIOLATION_TEXT_HPP
