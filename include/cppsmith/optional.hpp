// optional: a member that may be absent.

#ifndef CPPSMITH_OPTIONAL_HPP
#define CPPSMITH_OPTIONAL_HPP

#include <cppsmith/constant.hpp>
#include <cppsmith/detail/compare.hpp>
#include <cppsmith/detail/member_init.hpp>
#include <cppsmith/detail/slot.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

namespace cppsmith::inline v0 {

/// A member that is not required. Absent means absent: it is not sent; a model's `default` changes nothing here.
///
/// It is used like `std::optional<T>`, to which it converts, with three differences: a literal reaches the compiler's check of `T`
/// (behind `std::optional`'s forwarding constructor it would not), narrowing and pointer-to-bool do not compile, and it prints like its value.
/// `Limits` is what `number` says of a number that has any.
template <class T, class... Limits> class optional {
    using inner = typename detail::inner_of<T>::type; // what a `recursive` holds, else the T

  public:
    using value_type = T;

    constexpr optional() noexcept : value_() {}
    constexpr optional(std::nullopt_t) noexcept : value_() {}
    template <std::same_as<detail::absent_t> A> constexpr optional(A) noexcept : value_() {} // a template: {} is none
    // A template: a plain constructor makes g++ 12 read {{{.Key = "a", .Value = "b"}}} as a pair of iterators.
    template <std::same_as<std::optional<T>> O> constexpr optional(O value) : value_() {
        if (value) value_.emplace(*std::move(value));
    }

    template <class U = T>
    requires(!std::same_as<std::remove_cvref_t<U>, optional> && !std::same_as<std::remove_cvref_t<U>, std::optional<T>> &&
             detail::makes<T, U>)
    constexpr optional(U&& value) : value_(std::in_place, std::forward<U>(value)) {}

    template <std::size_t N>
    requires detail::takes_literals<T>
    consteval optional(char const (&literal)[N]) : value_(std::in_place, T(literal)) {}
    template <std::size_t N>
    requires detail::takes_literals<T>
    optional(char (&buffer)[N]) : value_(std::in_place, T(buffer)) {}

    template <auto Value>
    requires std::is_arithmetic_v<T>
    consteval optional(constant_value<Value>) : value_(std::in_place, detail::checked_constant<T, Limits...>(Value)) {}

    template <class U>
    requires detail::text_for_number<T, U>
    optional(U&&) : value_() {
        static_assert(detail::never<U>, "this member is a number or a boolean: text or a pointer was given");
    }
    template <class U>
    requires detail::narrows<T, U>
    optional(U&&) : value_() {
        static_assert(detail::never<U>, "this member would narrow the number that was given: convert it explicitly");
    }

    constexpr optional(optional const&)
    requires detail::copied_as_bytes<T>
    = default;
    constexpr optional(optional const& other) : value_(other.value_) {}
    constexpr optional(optional&&)
    requires detail::copied_as_bytes<T>
    = default;
    constexpr optional(optional&& other) noexcept : value_(std::move(other.value_)) {}
    constexpr optional& operator=(optional const&)
    requires detail::copied_as_bytes<T>
    = default;
    constexpr optional& operator=(optional const& other) {
        value_ = other.value_;
        return *this;
    }
    constexpr optional& operator=(optional&&)
    requires detail::copied_as_bytes<T>
    = default;
    constexpr optional& operator=(optional&& other) noexcept {
        value_ = std::move(other.value_);
        return *this;
    }
    constexpr ~optional()
    requires detail::copied_as_bytes<T>
    = default;
    constexpr ~optional() { std::destroy_at(&value_); }

    constexpr bool has_value() const noexcept { return value_.has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }

    /// The value; where it is absent, `value` throws `std::bad_optional_access`, and the operators may not be used.
    constexpr inner const& value() const& { return checked(*this); }
    constexpr inner& value() & { return checked(*this); }
    constexpr inner&& value() && { return std::move(checked(*this)); }
    constexpr inner const& operator*() const& noexcept { return detail::inside(*value_); }
    constexpr inner& operator*() & noexcept { return detail::inside(*value_); }
    constexpr inner&& operator*() && noexcept { return std::move(detail::inside(*value_)); }
    constexpr inner const* operator->() const noexcept { return &detail::inside(*value_); }
    constexpr inner* operator->() noexcept { return &detail::inside(*value_); }

    /// The value, or `otherwise`, which is checked where it is a literal.
    constexpr T value_or(T otherwise) const& { return has_value() ? *value_ : std::move(otherwise); }
    constexpr T value_or(T otherwise) && { return has_value() ? std::move(*value_) : std::move(otherwise); }

    constexpr void reset() noexcept { value_.reset(); }
    template <class... Arguments> constexpr T& emplace(Arguments&&... arguments) {
        return value_.emplace(std::forward<Arguments>(arguments)...);
    }

    // Templates, so that nobody pays for a std::optional that nobody asks for.
    template <std::same_as<std::optional<T>> O> constexpr operator O() const& {
        return has_value() ? std::optional<T>(*value_) : std::nullopt;
    }
    template <std::same_as<std::optional<T>> O> constexpr operator O() && {
        return has_value() ? std::optional<T>(std::move(*value_)) : std::nullopt;
    }

    friend constexpr bool operator==(optional const& a, optional const& b) { return detail::equal(a.value_, b.value_); }
    // Asked by way of O, as a T that is being declared has no order yet; not deduced, so that nobody who orders nothing pays for a body. What
    // becomes such a member by itself can be compared with one.
    template <std::same_as<optional> O>
    requires detail::ordered<typename O::value_type>
    friend constexpr typename detail::order_of<typename O::value_type>::type operator<=>(O const& a,
                                                                                         std::type_identity_t<O> const& b) {
        return detail::compare(a.value_, b.value_);
    }
    // Both sides are deduced: asked whether something else converts to this type, the compiler would ask for this comparison again.
    template <std::same_as<optional> O, class U>
    requires(!std::same_as<U, optional>) && detail::equatable<T, U>
    friend constexpr bool operator==(O const& a, U const& b) {
        return a.value_.has_value() && *a.value_ == b;
    }
    friend constexpr bool operator==(optional const& a, std::nullopt_t) noexcept { return !a.has_value(); }

    template <class Char, class Traits>
    requires requires(std::basic_ostream<Char, Traits>& out, T const& t) { out << t; }
    friend auto& operator<<(std::basic_ostream<Char, Traits>& out, optional const& o) {
        return o.has_value() ? out << *o : out << "(absent)";
    }

  private:
    template <class Self> static constexpr auto& checked(Self& self) {
        if (!self.has_value()) detail::no_value();
        return detail::inside(*self.value_);
    }

    union { // see slot
        detail::slot<T> value_;
    };
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_OPTIONAL_HPP
