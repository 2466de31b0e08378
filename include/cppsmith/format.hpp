// std::format for whatever can be printed, where the standard library has it.

#ifndef CPPSMITH_FORMAT_HPP
#define CPPSMITH_FORMAT_HPP

#include <cppsmith/error.hpp>
#include <cppsmith/print.hpp>
#include <cppsmith/validate.hpp>

#include <version>

#ifdef __cpp_lib_format

#include <concepts>
#include <format>
#include <sstream>
#include <string_view>

namespace cppsmith::inline v0::detail {

template <class T> inline constexpr bool is_member = false;
template <class T, class... Limits> inline constexpr bool is_member<optional<T, Limits...>> = true;
template <class T, class... Limits> inline constexpr bool is_member<required<T, Limits...>> = true;

template <class T>
concept formatted_here = printed_here<T> || is_text<T> || is_open_enum<T> || is_member<T> || std::same_as<T, blob> ||
                         std::same_as<T, numeral> || std::same_as<T, error> || std::same_as<T, violation>;

} // namespace cppsmith::inline v0::detail

/// Formats as `operator<<` prints, with the width, fill and alignment of a string: `std::format("{:>40}", request)`.
template <cppsmith::detail::formatted_here T> struct std::formatter<T, char> : std::formatter<std::string_view, char> {
    template <class Context> auto format(T const& value, Context& context) const {
        std::ostringstream out;
        out << value;
        return std::formatter<std::string_view, char>::format(out.view(), context);
    }
};

#endif // __cpp_lib_format

#endif // CPPSMITH_FORMAT_HPP
