// open_enum: a value of an enumeration, or a text that a newer service knows and this model does not.

#ifndef CPPSMITH_OPEN_ENUM_HPP
#define CPPSMITH_OPEN_ENUM_HPP

#include <cppsmith/detail/enum_table.hpp>
#include <cppsmith/text.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace cppsmith::inline v0 {

/// An enumeration that stays open: an unknown value is kept as its text and sent back unchanged.
///
/// Made from an enumerator, from a literal (which the compiler looks up: a typo does not compile; `unchecked("...")` is the way round), or at run
/// time from any text. A text that is one of the model's values is that enumerator.
template <class E>
requires std::is_enum_v<E>
class open_enum {
  public:
    constexpr open_enum(E e) noexcept : value_(e), known_(true) {}
    template <std::size_t N> consteval open_enum(char const (&literal)[N]) : open_enum(looked_up({literal, N - 1})) {}
    constexpr open_enum(unchecked_literal literal) noexcept { assign(detail::text_storage::literal(literal.value)); }

    open_enum(std::string wire) { assign(detail::text_storage::owned(std::move(wire))); }
    template <class S>
    requires std::same_as<S, std::string_view> || std::same_as<S, char const*> || std::same_as<S, char*>
    open_enum(S wire) : open_enum(std::string(wire)) {}
    open_enum(std::nullptr_t) = delete;
    template <std::size_t N> open_enum(char (&buffer)[N]) : open_enum(std::string(static_cast<char const*>(buffer))) {}

    constexpr open_enum(detail::borrowed_slice s) noexcept { assign(detail::text_storage::borrowed(s.slice)); }
    open_enum(detail::copied_slice s) {
        if (!recognize(s.slice)) unknown_ = detail::text_storage::copied(s.slice);
    }
    constexpr explicit open_enum(detail::vacant_t none) noexcept : unknown_(none) {}
    friend constexpr bool is_vacant(open_enum const& e) noexcept { return e.unknown_.is_vacant(); }

    /// The enumerator; nothing where the value is not one of the model's.
    constexpr std::optional<E> known() const noexcept { return known_ ? std::optional(value_) : std::nullopt; }

    /// The value as it stands on the wire; valid as long as this object, and the reply that it borrows from.
    constexpr std::string_view view() const noexcept {
        if (!known_) return unknown_.view();
        auto const index = static_cast<std::size_t>(value_);
        return index < detail::enum_values<E>.size() ? detail::enum_values<E>[index] : std::string_view(); // a cast from nowhere
    }
    constexpr operator std::string_view() const noexcept { return view(); }
    std::string str() const { return std::string(view()); }

    constexpr bool is_borrowed() const noexcept { return unknown_.is_borrowed(); }
    void own() { unknown_.own(); }

    friend constexpr bool operator==(open_enum const& a, open_enum const& b) noexcept { return a.view() == b.view(); }
    friend constexpr std::strong_ordering operator<=>(open_enum const& a, open_enum const& b) noexcept {
        return a.view() <=> b.view();
    }
    friend constexpr bool operator==(open_enum const& a, E b) noexcept { return a.known_ && a.value_ == b; }
    template <class S>
    requires detail::viewable<S> && (!std::same_as<S, open_enum>)
    friend constexpr bool operator==(open_enum const& a, S const& b) noexcept {
        return a.view() == std::string_view(b);
    }

    template <class Char, class Traits> friend auto& operator<<(std::basic_ostream<Char, Traits>& out, open_enum const& e) {
        return out.write(e.view().data(), static_cast<std::ptrdiff_t>(e.view().size()));
    }

  private:
    static consteval E looked_up(std::string_view wire) {
        auto const found = detail::enumerator_of<E>(wire);
        if (!found) detail::violated<"an enumeration", open_enum>::the_literal_is_not_a_value_of_this_enumeration();
        return *found;
    }

    constexpr void assign(detail::text_storage&& wire) noexcept {
        if (!recognize(wire.view())) unknown_ = std::move(wire);
    }
    constexpr bool recognize(std::string_view wire) noexcept {
        auto const found = detail::enumerator_of<E>(wire);
        if (found) value_ = *found, known_ = true;
        return known_;
    }

    detail::text_storage unknown_{};
    E value_{};
    bool known_ = false;
};

namespace detail {

template <class E> inline constexpr bool takes_literals<open_enum<E>> = true;

template <class T> inline constexpr bool is_open_enum = false;
template <class E> inline constexpr bool is_open_enum<open_enum<E>> = true;
template <class E> inline constexpr bool is_borrowable<open_enum<E>> = true;
template <class E> inline constexpr bool can_be_vacant<open_enum<E>> = true;

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_OPEN_ENUM_HPP
