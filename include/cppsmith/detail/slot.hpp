// A place for a value that may be absent: no larger than the value where its type has a state to spare.

#ifndef CPPSMITH_DETAIL_SLOT_HPP
#define CPPSMITH_DETAIL_SLOT_HPP

#include <cppsmith/detail/compare.hpp>
#include <cppsmith/detail/text_storage.hpp>

#include <compare>
#include <cstdlib>
#include <optional>
#include <type_traits>
#include <utility>

namespace cppsmith::inline v0::detail {

/// A type that can be vacant: made from `vacant_t`, and telling by `is_vacant(value)`.
template <class T>
concept can_be_vacant = std::is_constructible_v<T, vacant_t> && requires(T const& t) { is_vacant(t); };

/// As much of `std::optional` as a member needs.
template <class T> class slot {
  public:
    constexpr slot() noexcept = default;
    template <class... Arguments>
    constexpr explicit slot(std::in_place_t, Arguments&&... arguments)
        : value_(std::in_place, std::forward<Arguments>(arguments)...) {}

    constexpr bool has_value() const noexcept { return value_.has_value(); }
    constexpr T& operator*() noexcept { return *value_; }
    constexpr T const& operator*() const noexcept { return *value_; }

    template <class... Arguments> constexpr T& emplace(Arguments&&... arguments) {
        return value_.emplace(std::forward<Arguments>(arguments)...);
    }
    constexpr void reset() noexcept { value_.reset(); }

  private:
    std::optional<T> value_{};
};

template <can_be_vacant T> class slot<T> {
  public:
    constexpr slot() noexcept : value_(vacant_t{}) {}
    template <class... Arguments>
    constexpr explicit slot(std::in_place_t, Arguments&&... arguments) : value_(std::forward<Arguments>(arguments)...) {}

    constexpr bool has_value() const noexcept { return !is_vacant(value_); }
    constexpr T& operator*() noexcept { return value_; }
    constexpr T const& operator*() const noexcept { return value_; }

    template <class... Arguments> constexpr T& emplace(Arguments&&... arguments) {
        return value_ = T(std::forward<Arguments>(arguments)...);
    }
    constexpr void reset() noexcept { value_ = T(vacant_t{}); }

  private:
    T value_;
};

template <class T>
requires std::is_arithmetic_v<T>
class slot<T> { // trivial to copy
  public:
    constexpr slot() noexcept = default;
    template <class... Arguments>
    constexpr explicit slot(std::in_place_t, Arguments&&... arguments)
        : value_(std::forward<Arguments>(arguments)...), engaged_(true) {}

    constexpr bool has_value() const noexcept { return engaged_; }
    constexpr T& operator*() noexcept { return value_; }
    constexpr T const& operator*() const noexcept { return value_; }

    template <class... Arguments> constexpr T& emplace(Arguments&&... arguments) {
        value_ = T(std::forward<Arguments>(arguments)...);
        engaged_ = true;
        return value_;
    }
    constexpr void reset() noexcept { engaged_ = false; }

  private:
    T value_{};
    bool engaged_ = false;
};

/// Where a value was asked for that is absent.
[[noreturn]] inline void no_value() {
#ifdef __cpp_exceptions
    throw std::bad_optional_access();
#else
    std::abort();
#endif
}

template <class T> constexpr bool equal(slot<T> const& a, slot<T> const& b) {
    return a.has_value() == b.has_value() && (!a.has_value() || *a == *b);
}
template <class T> constexpr typename order_of<T>::type compare(slot<T> const& a, slot<T> const& b) {
    if (a.has_value() && b.has_value()) return *a <=> *b;
    return a.has_value() <=> b.has_value(); // what is absent comes first
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_SLOT_HPP
