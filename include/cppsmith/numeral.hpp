// numeral: a number of any size and precision, as its text.

#ifndef CPPSMITH_NUMERAL_HPP
#define CPPSMITH_NUMERAL_HPP

#include <cppsmith/detail/compare.hpp>
#include <cppsmith/detail/decimal_parts.hpp>
#include <cppsmith/detail/member_init.hpp>
#include <cppsmith/detail/number_read.hpp>
#include <cppsmith/detail/number_write.hpp>
#include <cppsmith/detail/slot.hpp>
#include <cppsmith/detail/text_storage.hpp>

#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0 {

/// A number as JSON writes it (RFC 8259, 6), kept as its text, so that nothing is lost of it: what Smithy's `bigInteger` and `bigDecimal` are, and
/// the numbers of a `document`.
///
/// Made from any integer, from a finite floating-point number (as the fewest digits that read back as the same), or from a literal, which the
/// compiler checks: `numeral("12345678901234567890.5")`; from other text by `parse`. Two numerals are equal if they are the same number:
/// 1, 1.0 and 10e-1 are. Comparing is linear in the digits.
class numeral {
  public:
    constexpr numeral() noexcept = default; ///< zero

    template <std::integral I>
    requires(!std::same_as<I, bool> && !std::same_as<I, char>)
    numeral(I value) : storage_(written(value)) {}
    /// Of NaN and the infinities there is no numeral: they throw as `value()` of an absent member does, or end the program.
    template <std::floating_point F> numeral(F value) : storage_(written(value)) {}

    template <std::size_t N> consteval numeral(char const (&literal)[N]) : storage_(checked({literal, N - 1})) {}

    /// The number that `text` is; nothing where it is none by JSON's grammar ("+1", ".5", "0x10", "NaN" are not).
    static std::optional<numeral> parse(std::string_view text) {
        if (!detail::is_number(text)) return std::nullopt;
        return numeral(detail::copied_slice{text});
    }

    /// The text; valid as long as this numeral is neither changed nor destroyed, and the reply lives that it borrows from.
    constexpr std::string_view view() const noexcept { return storage_.view(); }
    std::string str() const { return std::string(view()); }

    /// The number, where it is a whole one ("1e3" and "2.0" are) that the type can hold.
    constexpr std::optional<std::int64_t> to_int64() const noexcept {
        return detail::decimal_parts(view()).whole<std::int64_t>();
    }
    constexpr std::optional<std::uint64_t> to_uint64() const noexcept {
        return detail::decimal_parts(view()).whole<std::uint64_t>();
    }
    /// The nearest number that the type can hold; nothing where it is beyond them all.
    std::optional<double> to_double() const noexcept { return detail::parse_floating<double>(view()); }

    constexpr bool is_borrowed() const noexcept { return storage_.is_borrowed(); }
    void own() { storage_.own(); }

    /// For decoders: the slice is a number by JSON's grammar.
    constexpr explicit numeral(detail::borrowed_slice s) noexcept : storage_(detail::text_storage::borrowed(s.slice)) {}
    explicit numeral(detail::copied_slice s) : storage_(detail::text_storage::copied(s.slice)) {}
    constexpr explicit numeral(detail::vacant_t none) noexcept : storage_(none) {}
    friend constexpr bool is_vacant(numeral const& n) noexcept { return n.storage_.is_vacant(); }

    friend constexpr bool operator==(numeral const& a, numeral const& b) noexcept { return (a <=> b) == 0; }
    friend constexpr std::weak_ordering operator<=>(numeral const& a, numeral const& b) noexcept {
        detail::decimal_parts const x(a.view()), y(b.view());
        if (x.is_extreme() && y.is_extreme()) return a.view() <=> b.view(); // exponents of nineteen digits
        return x <=> y;
    }

    template <class Char, class Traits> friend auto& operator<<(std::basic_ostream<Char, Traits>& out, numeral const& n) {
        return out.write(n.view().data(), static_cast<std::ptrdiff_t>(n.view().size()));
    }

  private:
    template <class Number> static detail::text_storage written(Number value) {
        if constexpr (std::floating_point<Number>)
            if (detail::is_named_number(value)) detail::no_value();
        char text[32];
        auto const* const end = std::to_chars(text, text + sizeof text, value).ptr;
        return detail::text_storage::copied({text, static_cast<std::size_t>(end - text)});
    }

    static consteval detail::text_storage checked(std::string_view literal) {
        while (literal.ends_with('\0')) literal.remove_suffix(1);
        if (!detail::is_number(literal)) detail::violated<"a number", numeral>::the_literal_is_not_a_number_in_JSON();
        return detail::text_storage::literal(literal);
    }

    detail::text_storage storage_ = detail::text_storage::literal("0");
};

namespace detail {

template <> inline constexpr bool takes_literals<numeral> = true;
template <> inline constexpr bool is_borrowable<numeral> = true;
template <> inline constexpr bool can_be_vacant<numeral> = true;

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_NUMERAL_HPP
