// recursive: a shape inside a shape of the same cycle, by value; and how the shapes of a cycle are declared.

#ifndef CPPSMITH_RECURSIVE_HPP
#define CPPSMITH_RECURSIVE_HPP

#include <cppsmith/detail/compare.hpp>
#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/detail/shape_traits.hpp>
#include <cppsmith/detail/text_storage.hpp>

#include <compare>
#include <concepts>
#include <utility>

namespace cppsmith::inline v0 {

/// A `T` on the heap that behaves like a `T`: copying it copies the value, it compares and prints like the value, and it is made from one:
/// `.left = Node{...}`. A member that holds it, `optional<recursive<Node>>`, is used like one that holds a `Node`.
///
/// In a model, shapes may contain each other (Smithy's recursive shapes). Lists and maps of what is only declared yet stand elsewhere by themselves
/// (`std::vector<Node>`, `map<K, Node>`); a structure or union within a cycle that has none of these on its way needs this. One that was moved from
/// has no value, and may only be assigned or destroyed. Copying, comparing and destroying take as much stack as the value has levels; a decoder makes
/// no more than 512.
///
/// The shapes of one cycle are declared together, those held by value first. What needs all of them to be complete comes behind all of them: the
/// comparisons of structures, and the functions that make a union, if it is not alone in its cycle. As a generated header has it:
/// ```
/// struct Node;
/// class Choice;
///
/// struct Node {
///     optional<recursive<Node>> left{};
///     optional<std::vector<Choice>> choices{};
///
///     friend constexpr bool operator==(Node const&, Node const&);
///     friend constexpr std::partial_ordering operator<=>(Node const&, Node const&);
/// };
///
/// class Choice : public tagged_union<recursive<Choice>, map<Name, Node>> {
///   public:
///     using tagged_union::tagged_union;
///
///     static constexpr Choice again(recursive<Choice> value);
///     constexpr recursive<Choice> const* again() const noexcept { return at<0>(); }
///
///     static constexpr Choice nodes(map<Name, Node> value);
///     constexpr map<Name, Node> const* nodes() const noexcept { return at<1>(); }
/// };
///
/// BOOST_DESCRIBE_STRUCT(Node, (), (left, choices))
///
/// auto shape_of(Node const&) -> structure<"Node">;
/// auto shape_of(Choice const&) -> union_of<"Choice", no_traits, alternative<"again">, alternative<"nodes">>;
///
/// constexpr bool operator==(Node const& a, Node const& b) { return equal_members(a, b); }
/// constexpr std::partial_ordering operator<=>(Node const& a, Node const& b) { return compare_members(a, b); }
///
/// constexpr Choice Choice::again(recursive<Choice> value) { return {std::in_place_index<0>, std::move(value)}; }
/// constexpr Choice Choice::nodes(map<Name, Node> value) { return {std::in_place_index<1>, std::move(value)}; }
/// ```
template <class T> class recursive {
  public:
    using value_type = T;

    constexpr recursive(T const& value) : value_(new T(value)) {}
    constexpr recursive(T&& value) : value_(new T(std::move(value))) {}

    constexpr recursive(recursive const& other) : value_(other.value_ ? new T(*other.value_) : nullptr) {}
    constexpr recursive(recursive&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
    constexpr recursive& operator=(recursive const& other) {
        if (this != &other) *this = recursive(other);
        return *this;
    }
    constexpr recursive& operator=(recursive&& other) noexcept {
        recursive taken(std::move(other)); // first: it may lie in the value that goes
        std::swap(value_, taken.value_);
        return *this;
    }
    constexpr ~recursive() { delete value_; }

    /// The value; valid as long as this object, and as long as that is not assigned. Not of one that was moved from.
    constexpr T const& operator*() const& noexcept { return *value_; }
    constexpr T& operator*() & noexcept { return *value_; }
    constexpr T&& operator*() && noexcept { return std::move(*value_); }
    constexpr T const* operator->() const noexcept { return value_; }
    constexpr T* operator->() noexcept { return value_; }
    constexpr operator T const&() const& noexcept { return *value_; }

    /// The state by which an optional member knows that it is absent, so that it is no larger than a pointer.
    constexpr explicit recursive(detail::vacant_t) noexcept {}
    friend constexpr bool is_vacant(recursive const& r) noexcept { return r.value_ == nullptr; }

    friend constexpr bool operator==(recursive const& a, recursive const& b) {
        return a.value_ && b.value_ ? *a.value_ == *b.value_ : a.value_ == b.value_;
    }
    friend constexpr std::partial_ordering operator<=>(recursive const& a, recursive const& b) {
        if (a.value_ && b.value_) return *a.value_ <=> *b.value_;
        return (a.value_ != nullptr) <=> (b.value_ != nullptr);
    }
    template <std::same_as<recursive> R> friend constexpr bool operator==(R const& a, T const& b) {
        return a.value_ && *a.value_ == b;
    }

    template <class Char, class Traits>
    requires requires(std::basic_ostream<Char, Traits>& out, T const& t) { out << t; }
    friend auto& operator<<(std::basic_ostream<Char, Traits>& out, recursive const& r) {
        return r.value_ ? out << *r.value_ : out << "(absent)";
    }

  private:
    T* value_ = nullptr;
};

namespace detail {
template <class T> inline constexpr bool can_be_vacant<recursive<T>> = true;
}

/// The comparisons of a described structure that is in a cycle, member by member in the model's order. A defaulted one would ask for itself, by
/// way of a list of the structure, before it is made. Absent members come first.
template <class T> constexpr bool equal_members(T const& a, T const& b) {
    return detail::for_each_member<T>([&]<class Member>() { return a.*Member::pointer == b.*Member::pointer; });
}
template <class T> constexpr std::partial_ordering compare_members(T const& a, T const& b) {
    std::partial_ordering order = std::partial_ordering::equivalent;
    detail::for_each_member<T>([&]<class Member>() {
        order = a.*Member::pointer <=> b.*Member::pointer;
        return order == 0;
    });
    return order;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_RECURSIVE_HPP
