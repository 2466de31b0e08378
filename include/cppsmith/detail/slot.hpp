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
#include <vector> // for std::construct_at: <memory>, where it should come from, costs each build a tenth of a second

namespace cppsmith::inline v0::detail {

template <class T> inline constexpr bool copied_as_bytes = std::is_trivially_copyable_v<T>;

/// As much of `std::optional` as a member needs.
///
/// Values are in unions, here and in the members that hold slots: a constructor asks for the destructors of what it begins, and Clang makes those of
/// constant expressions at once, also where the T is a list of structures that are only declared yet.
template <class T> class slot {
  public:
    constexpr slot() noexcept : none_() {}
    template <class... Arguments>
    constexpr explicit slot(std::in_place_t, Arguments&&... arguments)
        : value_(std::forward<Arguments>(arguments)...), engaged_(true) {}

    constexpr slot(slot const&)
    requires copied_as_bytes<T>
    = default;
    constexpr slot(slot const& other) : none_() {
        if (other.engaged_) emplace(other.value_);
    }
    constexpr slot(slot&&)
    requires copied_as_bytes<T>
    = default;
    constexpr slot(slot&& other) noexcept : none_() {
        if (other.engaged_) emplace(std::move(other.value_));
    }
    constexpr slot& operator=(slot const&)
    requires copied_as_bytes<T>
    = default;
    constexpr slot& operator=(slot const& other) {
        if (!other.engaged_) reset();
        else if (engaged_) value_ = other.value_;
        else emplace(other.value_);
        return *this;
    }
    constexpr slot& operator=(slot&&)
    requires copied_as_bytes<T>
    = default;
    constexpr slot& operator=(slot&& other) noexcept {
        if (!other.engaged_) reset();
        else if (engaged_) value_ = std::move(other.value_);
        else emplace(std::move(other.value_));
        return *this;
    }
    constexpr ~slot()
    requires copied_as_bytes<T>
    = default;
    constexpr ~slot() { reset(); }

    constexpr bool has_value() const noexcept { return engaged_; }
    constexpr T& operator*() noexcept { return value_; }
    constexpr T const& operator*() const noexcept { return value_; }

    template <class... Arguments> constexpr T& emplace(Arguments&&... arguments) {
        reset();
        std::construct_at(&value_, std::forward<Arguments>(arguments)...);
        engaged_ = true;
        return value_;
    }
    constexpr void reset() noexcept {
        if (engaged_) std::destroy_at(&value_), std::construct_at(&none_);
        engaged_ = false;
    }

  private:
    union {
        char none_;
        T value_;
    };
    bool engaged_ = false;
};

template <class T>
requires can_be_vacant<T>
class slot<T> {
  public:
    constexpr slot() noexcept : value_(vacant_t{}) {}
    template <class... Arguments>
    constexpr explicit slot(std::in_place_t, Arguments&&... arguments) : value_(std::forward<Arguments>(arguments)...) {}

    constexpr slot(slot const& other) : value_(other.value_) {}
    constexpr slot(slot&& other) noexcept : value_(std::move(other.value_)) {}
    constexpr slot& operator=(slot const& other) {
        value_ = other.value_;
        return *this;
    }
    constexpr slot& operator=(slot&& other) noexcept {
        value_ = std::move(other.value_);
        return *this;
    }
    constexpr ~slot() { std::destroy_at(&value_); }

    constexpr bool has_value() const noexcept { return !is_vacant(value_); }
    constexpr T& operator*() noexcept { return value_; }
    constexpr T const& operator*() const noexcept { return value_; }

    template <class... Arguments> constexpr T& emplace(Arguments&&... arguments) {
        return value_ = T(std::forward<Arguments>(arguments)...);
    }
    constexpr void reset() noexcept { value_ = T(vacant_t{}); }

  private:
    union {
        T value_;
    };
};

template <class T>
requires std::is_scalar_v<T>
class slot<T> {
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
