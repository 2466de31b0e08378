// document: any JSON value.

#ifndef CPPSMITH_DOCUMENT_HPP
#define CPPSMITH_DOCUMENT_HPP

#include <cppsmith/detail/number_write.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/numeral.hpp>
#include <cppsmith/text.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cppsmith::inline v0 {

/// What a document is, in the order in which documents of different kinds compare.
enum class document_kind : std::uint8_t { null, boolean, number, string, list, object };

/// Any JSON value: what Smithy calls a document, data whose form no model describes.
///
/// It is made of what it shall be: `nullptr`, a `bool`, a number, a text, a `document::list` or a `document::object`:
/// ```
/// document d = document::object{{"name", "lamp"}, {"sizes", document::list{1, 2.5, nullptr}}, {"on", true}};
/// ```
/// Numbers keep their text (`numeral`), objects the order of their members, of which each name is there once. Texts and numerals are literals,
/// or slices of a reply's body, or their own, as everywhere. A structure's member that is null in JSON is read as absent; an element of a list,
/// and a value of a map, as a document that is null. With `<cppsmith/json.hpp>`: `document::parse(text)`, `json::read<document>`, `json::write`.
class document {
  public:
    using key = text<"document key">;
    using string = text<"document">;
    using list = std::vector<document>;
    using number = numeral;
    using object = map<key, document>;

    constexpr document() noexcept = default; ///< null
    constexpr document(std::nullptr_t) noexcept {}
    template <std::same_as<bool> B> constexpr document(B value) noexcept : held_(value) {}
    /// NaN and the infinities are the texts "NaN", "Infinity" and "-Infinity", as Smithy writes them.
    template <class Number>
    requires std::is_arithmetic_v<Number> && (!std::same_as<Number, bool>) && (!std::same_as<Number, char>)
    document(Number value) : held_(of_number(value)) {}
    constexpr document(numeral value) noexcept : held_(std::move(value)) {}

    /// A text; a literal is checked to be UTF-8 by the compiler, and never copied.
    template <std::size_t N> consteval document(char const (&literal)[N]) : held_(string(literal)) {}
    template <std::size_t N> document(char (&buffer)[N]) : held_(string(buffer)) {}
    template <class S>
    requires std::same_as<S, std::string> || std::same_as<S, std::string_view> || std::same_as<S, char const*> ||
             std::same_as<S, char*>
    document(S characters) : held_(string(std::move(characters))) {}
    constexpr document(string value) noexcept : held_(std::move(value)) {}

    constexpr document(list value) noexcept : held_(std::move(value)) {}
    constexpr document(object value) noexcept : held_(std::move(value)) {}

    /// The document that a JSON text holds, owning; errors as `json::read` has them. Defined in <cppsmith/json.hpp>.
    template <std::convertible_to<std::string_view> Text, class Document = document> static auto parse(Text const& json) {
        using access = detail::document_access_of<Document>;
        static_assert(
            requires { parse_document(access(), std::string_view(json)); }, "document::parse needs #include <cppsmith/json.hpp>");
        return parse_document(access(), std::string_view(json));
    }

    constexpr document_kind kind() const noexcept { return static_cast<document_kind>(held_.index()); }
    constexpr bool is_null() const noexcept { return kind() == document_kind::null; }

    /// What is held; null where it is of another kind. Valid as long as the document lives and is not changed.
    constexpr bool const* as_boolean() const noexcept { return std::get_if<bool>(&held_); }
    constexpr numeral const* as_number() const noexcept { return std::get_if<numeral>(&held_); }
    constexpr string const* as_string() const noexcept { return std::get_if<string>(&held_); }
    constexpr list const* as_list() const noexcept { return std::get_if<list>(&held_); }
    constexpr list* as_list() noexcept { return std::get_if<list>(&held_); }
    constexpr object const* as_object() const noexcept { return std::get_if<object>(&held_); }
    constexpr object* as_object() noexcept { return std::get_if<object>(&held_); }

    /// The member of an object, the element of a list; null where it is not there, or this is no object, no list. A lookup in an object is linear.
    constexpr document const* operator[](std::string_view name) const noexcept {
        auto const* const members = as_object();
        auto const found = members ? members->find(name) : nullptr;
        return members && found != members->end() ? &found->value : nullptr;
    }
    constexpr document const* operator[](std::size_t index) const noexcept {
        auto const* const elements = as_list();
        return elements && index < elements->size() ? &(*elements)[index] : nullptr;
    }
    /// The same, step by step into the depth: `d.at("sizes", 1)`; null where one of them leads nowhere.
    constexpr document const* at() const noexcept { return this; }
    template <class Step, class... Steps> constexpr document const* at(Step const& step, Steps const&... further) const noexcept {
        document const* next = nullptr;
        if constexpr (std::integral<Step>) next = (*this)[static_cast<std::size_t>(step)];
        else next = (*this)[std::string_view(step)];
        return next ? next->at(further...) : nullptr;
    }

    /// Makes all borrowed texts and numerals in it its own.
    void own();

    /// Equal are documents of one kind with equal content: numbers as numbers, objects whatever the order of their members.
    friend constexpr bool operator==(document const& a, document const& b) { return a.held_ == b.held_; }
    friend constexpr std::partial_ordering operator<=>(document const& a, document const& b) { return a.held_ <=> b.held_; }

  private:
    friend struct detail::document_access_of<document>;
    template <class Number> static auto of_number(Number value) {
        using storage = std::variant<std::monostate, bool, numeral, string, list, object>;
        if constexpr (std::floating_point<Number>)
            if (detail::is_named_number(value)) {
                std::string name;
                detail::append_number(name, value);
                return storage(string(std::move(name)));
            }
        return storage(numeral(value));
    }

    std::variant<std::monostate, bool, numeral, string, list, object> held_{};
};

inline void document::own() {
    if (auto* const n = std::get_if<numeral>(&held_)) n->own();
    else if (auto* const s = std::get_if<string>(&held_)) s->own();
    else if (auto* const l = as_list())
        for (auto& element : *l) element.own();
    else if (auto* const o = as_object()) *o = object(*o); // its entries live in the reply
}

namespace detail {

template <> inline constexpr bool takes_literals<document> = true;

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_DOCUMENT_HPP
