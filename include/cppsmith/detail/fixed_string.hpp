// A string literal as a template argument: names of shapes, labels and headers inside types.

#ifndef CPPSMITH_DETAIL_FIXED_STRING_HPP
#define CPPSMITH_DETAIL_FIXED_STRING_HPP

#include <cstddef>
#include <string_view>

namespace cppsmith::inline v0::detail {

template <std::size_t N> struct fixed_string {
    char characters[N]{};

    consteval fixed_string(char const (&literal)[N]) {
        for (std::size_t i = 0; i < N; ++i) characters[i] = literal[i];
    }
    constexpr std::string_view view() const noexcept { return {characters, N - 1}; }
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_FIXED_STRING_HPP
