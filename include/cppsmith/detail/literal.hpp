// A text, a boolean or a whole number as one kind of template argument.

#ifndef CPPSMITH_DETAIL_LITERAL_HPP
#define CPPSMITH_DETAIL_LITERAL_HPP

#include <cstddef>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// Deduced from what stands in the template's brackets: `output_is<"ACTIVE", ...>`, `output_is<true, ...>`.
template <class T> struct literal {
    T value;
    consteval literal(T v) : value(v) {}
    constexpr T get() const noexcept { return value; }
};

template <std::size_t N> struct literal<char[N]> {
    char value[N]{};
    consteval literal(char const (&text)[N]) {
        for (std::size_t i = 0; i < N; ++i) value[i] = text[i];
    }
    constexpr std::string_view get() const noexcept { return {value, N - 1}; }
};

template <std::size_t N> literal(char const (&)[N]) -> literal<char[N]>;
literal(bool) -> literal<bool>;
literal(int) -> literal<long long>;
literal(long) -> literal<long long>;
literal(long long) -> literal<long long>;

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_LITERAL_HPP
