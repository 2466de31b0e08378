// text: a string member whose shape and constraints are part of its type, and whose literals the compiler checks.

#ifndef CPPSMITH_TEXT_HPP
#define CPPSMITH_TEXT_HPP

#include <cppsmith/constraint.hpp>
#include <cppsmith/detail/compare.hpp>
#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/detail/text_storage.hpp>
#include <cppsmith/detail/utf8.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace cppsmith::inline v0 {

/// A string shape: UTF-8 text that is a literal, a slice of a reply's body, or a string of its own.
///
/// - From a literal: checked against `Constraints` by the compiler, never copied, cut at trailing NULs. A literal that the compiler cannot
///   see as one (`flag ? "a" : "b"`, a `char const*`, a `char` array that is not const) is copied and checked by `validate` alone.
/// - From a `std::string`: moved in; up to 64 characters are copied, which is faster. From a `std::string_view` or `char const*` (null gives
///   an empty text): copied.
/// - Copying a text that borrows from a reply makes an owning one; moving one keeps it borrowing.
///
/// It converts to `std::string_view` for nothing, and to `std::string` on request. Reading is thread-safe as for `std::string`.
template <detail::fixed_string Shape, class... Constraints> class text {
  public:
    constexpr text() noexcept = default;

    template <std::size_t N> consteval text(char const (&literal)[N]) : storage_(checked(literal, N)) {}
    constexpr text(unchecked_literal literal) noexcept : storage_(detail::text_storage::literal(literal.value)) {}

    text(std::string characters) : storage_(detail::text_storage::owned(std::move(characters))) {}

    // Templates, since a plain constructor from char const* would win over the check of literals.
    template <class S>
    requires std::same_as<S, std::string_view>
    text(S characters) : storage_(detail::text_storage::copied(characters)) {}
    template <class S>
    requires std::same_as<S, char const*> || std::same_as<S, char*>
    text(S characters) : text(std::string_view(characters ? characters : "")) {}
    text(std::nullptr_t) = delete;
    template <std::size_t N> text(char (&buffer)[N]) : text(std::string_view(static_cast<char const*>(buffer))) {}

    /// From a text of another shape; a borrowed slice is copied.
    template <detail::fixed_string Other, class... C>
    requires(!std::same_as<text<Other, C...>, text>)
    text(text<Other, C...> const& other) : text(other.view()) {}

    constexpr text(detail::borrowed_slice s) noexcept : storage_(detail::text_storage::borrowed(s.slice)) {}
    text(detail::copied_slice s) : storage_(detail::text_storage::copied(s.slice)) {}
    constexpr explicit text(detail::vacant_t none) noexcept : storage_(none) {}
    friend constexpr bool is_vacant(text const& t) noexcept { return t.storage_.is_vacant(); }
    friend constexpr detail::text_storage const& storage_of(text const& t) noexcept { return t.storage_; }

    /// The characters; valid as long as this text is neither changed nor destroyed, and the reply lives that it borrows from.
    constexpr std::string_view view() const noexcept { return storage_.view(); }
    constexpr operator std::string_view() const noexcept { return view(); }
    explicit operator std::string() const { return std::string(view()); }

    constexpr char const* data() const noexcept { return view().data(); }
    constexpr std::size_t size() const noexcept { return view().size(); } ///< in bytes
    constexpr bool empty() const noexcept { return view().empty(); }

    /// The characters as a string: moved out where a long one was moved in, copied otherwise.
    std::string str() const& { return std::string(view()); }
    std::string str() && { return std::move(storage_).release(); }

    /// Whether the characters live in a reply's body.
    constexpr bool is_borrowed() const noexcept { return storage_.is_borrowed(); }
    /// Makes the characters this text's own, where they were borrowed.
    void own() { storage_.own(); }

    friend constexpr bool operator==(text const& a, text const& b) noexcept { return a.view() == b.view(); }
    friend constexpr std::strong_ordering operator<=>(text const& a, text const& b) noexcept { return a.view() <=> b.view(); }

    template <class S>
    requires detail::viewable<S> && (!std::same_as<S, text>)
    friend constexpr bool operator==(text const& a, S const& b) noexcept {
        return a.view() == std::string_view(b);
    }

    template <class Char, class Traits> friend auto& operator<<(std::basic_ostream<Char, Traits>& out, text const& t) {
        if constexpr ((std::same_as<Constraints, sensitive> || ...)) return out.write("(sensitive)", 11);
        else return out.write(t.data(), static_cast<std::ptrdiff_t>(t.size()));
    }

  private:
    static consteval detail::text_storage checked(char const* literal, std::size_t n) {
        while (n > 0 && literal[n - 1] == '\0') --n;
        std::string_view const characters(literal, n);
        if (!detail::is_valid_utf8(characters)) detail::violated<Shape, text>::the_literal_is_not_valid_utf8();
        (check<Constraints>(characters), ...);
        return detail::text_storage::literal(characters);
    }

    template <class Constraint> static consteval void check(std::string_view characters) {
        using refused = detail::violated<Shape, Constraint>;
        if constexpr (detail::is_length<Constraint>) {
            auto const n = detail::count_scalars(characters);
            if (n < Constraint::min) refused::the_literal_is_shorter_than_the_minimum_length_of_this_shape();
            if (n > Constraint::max) refused::the_literal_is_longer_than_the_maximum_length_of_this_shape();
        } else if constexpr (requires { Constraint::matches(characters); }) {
            if (!Constraint::matches(characters)) refused::the_literal_does_not_match_the_pattern_of_this_shape();
        }
    }

    detail::text_storage storage_{};
};

namespace detail {

/// Whether a T takes string literals and checks them itself: texts and open enums.
template <class T> inline constexpr bool takes_literals = false;
template <fixed_string Shape, class... Constraints> inline constexpr bool takes_literals<text<Shape, Constraints...>> = true;

/// Whether nothing but its place in a path forbids a text to be empty.
template <class T> inline constexpr bool may_be_empty = false;
template <fixed_string Shape, class... Constraints>
inline constexpr bool may_be_empty<text<Shape, Constraints...>> = ([] {
    if constexpr (is_length<Constraints>) return Constraints::min == 0;
    else return true;
}() && ...);

template <class T> inline constexpr bool is_sensitive_text = false;
template <fixed_string Shape, class... Constraints>
inline constexpr bool is_sensitive_text<text<Shape, Constraints...>> = (std::same_as<Constraints, sensitive> || ...);

template <fixed_string Shape, class... Constraints> inline constexpr bool can_be_vacant<text<Shape, Constraints...>> = true;

template <class T> inline constexpr bool is_text = false;
template <fixed_string Shape, class... Constraints> inline constexpr bool is_text<text<Shape, Constraints...>> = true;
template <fixed_string Shape, class... Constraints> inline constexpr bool is_borrowable<text<Shape, Constraints...>> = true;

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_TEXT_HPP
