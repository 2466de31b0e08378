// optional: a member that may be absent.

#ifndef CPPSMITH_OPTIONAL_HPP
#define CPPSMITH_OPTIONAL_HPP

#include <cppsmith/detail/member_init.hpp>

#include <compare>
#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

namespace cppsmith::inline v0 {

/// A member that is not required. Absent means absent: it is not sent; a model's `default` changes nothing here.
///
/// This is `std::optional<T>` with three differences: a literal reaches the compiler's check of `T` (behind `std::optional`'s forwarding
/// constructor it would not), narrowing and pointer-to-bool do not compile, and it prints like its value.
template <class T> class optional : public std::optional<T> {
    using base = std::optional<T>;

  public:
    constexpr optional() noexcept = default;
    constexpr optional(std::nullopt_t) noexcept {}
    constexpr optional(detail::absent_t) noexcept {}
    // A template: a plain constructor makes g++ 12 read {{{.Key = "a", .Value = "b"}}} as a pair of iterators.
    template <std::same_as<base> B> constexpr optional(B value) : base(std::move(value)) {}

    template <class U = T>
    requires(!std::derived_from<std::remove_cvref_t<U>, base> && detail::makes<T, U>)
    constexpr optional(U&& value) : base(std::in_place, std::forward<U>(value)) {}

    template <std::size_t N>
    requires detail::takes_literals<T>
    consteval optional(char const (&literal)[N]) : base(std::in_place, T(literal)) {}
    template <std::size_t N>
    requires detail::takes_literals<T>
    optional(char (&buffer)[N]) : base(std::in_place, T(buffer)) {}

    template <class U>
    requires detail::text_for_number<T, U>
    optional(U&&) {
        static_assert(detail::never<U>, "this member is a number or a boolean: text or a pointer was given");
    }
    template <class U>
    requires detail::narrows<T, U>
    optional(U&&) {
        static_assert(detail::never<U>, "this member would narrow the number that was given: convert it explicitly");
    }

    /// The value, or `otherwise`, which is checked where it is a literal.
    constexpr T value_or(T otherwise) const& { return this->has_value() ? **this : std::move(otherwise); }
    constexpr T value_or(T otherwise) && { return this->has_value() ? *std::move(*this) : std::move(otherwise); }

    friend constexpr bool operator==(optional const& a, optional const& b) {
        return static_cast<base const&>(a) == static_cast<base const&>(b);
    }
    friend constexpr auto operator<=>(optional const& a, optional const& b)
    requires std::three_way_comparable<T>
    {
        return static_cast<base const&>(a) <=> static_cast<base const&>(b);
    }
    template <class U>
    requires(!std::derived_from<U, base>) && requires(T const& t, U const& u) {
        { t == u } -> std::convertible_to<bool>;
    }
    friend constexpr bool operator==(optional const& a, U const& b) {
        return a.has_value() && **&a == b;
    }
    friend constexpr bool operator==(optional const& a, std::nullopt_t) noexcept { return !a.has_value(); }

    template <class Char, class Traits> friend auto& operator<<(std::basic_ostream<Char, Traits>& out, optional const& o) {
        return o.has_value() ? out << **&o : out << "(absent)";
    }
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_OPTIONAL_HPP
