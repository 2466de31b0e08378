// tagged_union: what a union shape is made of: one of its members, or one that a newer service knows.

#ifndef CPPSMITH_TAGGED_UNION_HPP
#define CPPSMITH_TAGGED_UNION_HPP

#include <cppsmith/detail/kinds.hpp>

#include <compare>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace cppsmith::inline v0 {

namespace detail {
struct union_access;
}

/// A member of a union that the model does not have: kept, and sent back unchanged.
struct unknown_union_member {
    std::string name{};
    std::string json{}; ///< its value as it stood in the reply
    friend auto operator<=>(unknown_union_member const&, unknown_union_member const&) = default;
};

/// The base of a generated union, which has two functions for each of its members: `U::name(value)` makes a union that holds this member,
/// and `u.name()` gives its value, or null where another one is held. A value lives as long as the union, and as long as it is not changed.
///
/// A union without a member is what a decoder makes of null; `validate` reports it. Two unions are equal if they hold the same member with
/// equal values.
template <class... Alternatives> class tagged_union {
  public:
    constexpr tagged_union() noexcept = default;

    template <std::size_t I, class T>
    constexpr tagged_union(std::in_place_index_t<I>, T&& value) : held_(std::in_place_index<I + 1>, std::forward<T>(value)) {}
    explicit tagged_union(unknown_union_member member)
        : held_(std::in_place_index<sizeof...(Alternatives) + 1>, std::move(member)) {}

    constexpr bool has_member() const noexcept { return held_.index() != 0; }

    /// A member that the model does not have; null where it is one of the model's, or none.
    constexpr unknown_union_member const* unknown_member() const noexcept {
        return std::get_if<sizeof...(Alternatives) + 1>(&held_);
    }

    friend constexpr bool operator==(tagged_union const& a, tagged_union const& b) { return a.held_ == b.held_; }
    // No constraint, and one category for all: a union may hold lists of itself, whose order would ask for this one. Nor constexpr: Clang would look into it
    // as soon as it is named.
    friend std::partial_ordering operator<=>(tagged_union const& a, tagged_union const& b) { return a.held_ <=> b.held_; }

    /// The value of the member at this place in the model; null where it is not held. For generated code and codecs.
    template <std::size_t I> constexpr auto const* at() const noexcept { return std::get_if<I + 1>(&held_); }
    template <std::size_t I> constexpr auto* at() noexcept { return std::get_if<I + 1>(&held_); }

  private:
    friend struct detail::union_access;
    std::variant<std::monostate, Alternatives..., unknown_union_member> held_{};
};

namespace detail {

/// How a decoder begins a member where it will be: it may be large, and a union in a union in a union.
struct union_access {
    template <std::size_t I, class... Alternatives, class T>
    static constexpr auto& emplace(tagged_union<Alternatives...>& u, T&& value) {
        return inside(u.held_.template emplace<I + 1>(std::forward<T>(value)));
    }
};

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_TAGGED_UNION_HPP
