// required: a member that a request cannot leave out.

#ifndef CPPSMITH_REQUIRED_HPP
#define CPPSMITH_REQUIRED_HPP

#include <cppsmith/constant.hpp>
#include <cppsmith/detail/compare.hpp>
#include <cppsmith/detail/member_init.hpp>
#include <cppsmith/detail/slot.hpp>

#include <compare>
#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>

namespace cppsmith::inline v0 {

/// A required member (Smithy's `required`): leaving it out of a designated initializer does not compile, with a sentence that says so.
///
/// It has an absent state that a decoder alone makes, for replies and JSON texts that lack the member: `has_value()` tells, `validate`
/// reports it, and reading it throws `std::bad_optional_access` (ends the program where exceptions are off).
/// It compares with and prints like its value, and converts to it for reading. `Limits` is what `number` says of a number that has any.
template <class T, class... Limits> class required {
    using inner = typename detail::inner_of<T>::type; // what a `recursive` holds, else the T

  public:
    using value_type = T;

    template <class X = void> required() : value_() { static_assert(!std::is_void_v<X>, "a required member was left out"); }

    template <class U = T>
    requires(!std::same_as<std::remove_cvref_t<U>, required> && detail::makes<T, U>)
    constexpr required(U&& value) : value_(std::in_place, std::forward<U>(value)) {}

    template <std::size_t N>
    requires detail::takes_literals<T>
    consteval required(char const (&literal)[N]) : value_(std::in_place, T(literal)) {}
    template <std::size_t N>
    requires detail::takes_literals<T>
    required(char (&buffer)[N]) : value_(std::in_place, T(buffer)) {}

    template <auto Value>
    requires std::is_arithmetic_v<T>
    consteval required(constant_value<Value>) : value_(std::in_place, detail::checked_constant<T, Limits...>(Value)) {}

    template <class U>
    requires detail::text_for_number<T, U>
    required(U&&) : value_() {
        static_assert(detail::never<U>, "this member is a number or a boolean: text or a pointer was given");
    }
    template <class U>
    requires detail::narrows<T, U>
    required(U&&) : value_() {
        static_assert(detail::never<U>, "this member would narrow the number that was given: convert it explicitly");
    }

    template <std::same_as<detail::absent_t> A> constexpr required(A) noexcept : value_() {} // a template: {} is none

    constexpr required(required const&)
    requires detail::copied_as_bytes<T>
    = default;
    constexpr required(required const& other) : value_(other.value_) {}
    constexpr required(required&&)
    requires detail::copied_as_bytes<T>
    = default;
    constexpr required(required&& other) noexcept : value_(std::move(other.value_)) {}
    constexpr required& operator=(required const&)
    requires detail::copied_as_bytes<T>
    = default;
    constexpr required& operator=(required const& other) {
        value_ = other.value_;
        return *this;
    }
    constexpr required& operator=(required&&)
    requires detail::copied_as_bytes<T>
    = default;
    constexpr required& operator=(required&& other) noexcept {
        value_ = std::move(other.value_);
        return *this;
    }
    constexpr ~required()
    requires detail::copied_as_bytes<T>
    = default;
    constexpr ~required() { std::destroy_at(&value_); }

    constexpr bool has_value() const noexcept { return value_.has_value(); }
    constexpr inner const& value() const& { return checked(*this); }
    constexpr inner& value() & { return checked(*this); }
    constexpr inner&& value() && { return std::move(checked(*this)); }
    constexpr inner const& operator*() const& { return value(); }
    constexpr inner& operator*() & { return value(); }
    constexpr inner const* operator->() const& { return &value(); }
    constexpr inner* operator->() & { return &value(); }
    constexpr operator inner const&() const& { return value(); }
    constexpr operator std::string_view() const&
    requires detail::is_text<T>
    {
        return value().view();
    }

    friend constexpr bool operator==(required const& a, required const& b) { return detail::equal(a.value_, b.value_); }
    // Asked by way of O, as a T that is being declared has no order yet; not deduced, so that nobody who orders nothing pays for a body. What
    // becomes such a member by itself can be compared with one.
    template <std::same_as<required> O>
    requires detail::ordered<typename O::value_type>
    friend constexpr typename detail::order_of<typename O::value_type>::type operator<=>(O const& a,
                                                                                         std::type_identity_t<O> const& b) {
        return detail::compare(a.value_, b.value_);
    }
    // Both sides are deduced: asked whether something else converts to this type, the compiler would ask for this comparison again.
    template <std::same_as<required> O, class U>
    requires(!std::same_as<U, required>) && detail::equatable<T, U>
    friend constexpr bool operator==(O const& a, U const& b) {
        return a.has_value() && *a.value_ == b;
    }

    template <class Char, class Traits>
    requires requires(std::basic_ostream<Char, Traits>& out, T const& t) { out << t; }
    friend auto& operator<<(std::basic_ostream<Char, Traits>& out, required const& r) {
        return r.has_value() ? out << *r.value_ : out << "(absent)";
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

#endif // CPPSMITH_REQUIRED_HPP
