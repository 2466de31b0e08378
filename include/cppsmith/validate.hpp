// validate: every violation of a value, by policy.

#ifndef CPPSMITH_VALIDATE_HPP
#define CPPSMITH_VALIDATE_HPP

#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/detail/utf8.hpp>
#include <cppsmith/json/pointer.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace cppsmith::inline v0 {

/// How much of the model a request is held to before it is sent. (Services relax their constraints: a client that refuses a valid call is
/// worse than none. Replies are never judged.)
enum class policy : std::uint8_t {
    parity, ///< what botocore checks: required members, the minimum length of strings and lists, the minimum of numbers
    strict, ///< the maxima too, maps and blobs, values of enumerations
    off,    ///< nothing but path labels, which are always checked when a request is prepared
};

enum class violation_kind : std::uint8_t { required, length, range, enum_value };

/// One constraint that a value breaks.
struct violation {
    violation_kind kind{};
    std::string pointer{}; ///< JSON pointer (RFC 6901), in the model's spelling: "/tags/0/Key"
    std::string message{}; ///< what was expected and what was found; never the content of a text
};

/// All that is wrong with a described structure under a policy, in the model's order; empty if nothing is. Linear in the value, and
/// without an allocation where nothing is wrong. Lengths of strings count Unicode scalar values.
template <detail::described_structure T> std::vector<violation> validate(T const& value, policy p = policy::strict);

constexpr std::string_view to_string(violation_kind k) noexcept {
    constexpr std::string_view words[] = {"required", "length", "range", "enum_value"};
    return words[static_cast<std::size_t>(k)];
}

/// "/tags/0/Key: required: ..."
template <class Char, class Traits> auto& operator<<(std::basic_ostream<Char, Traits>& out, violation const& v) {
    return out << std::string_view(v.pointer) << std::string_view(": ") << to_string(v.kind) << std::string_view(": ")
               << std::string_view(v.message);
}

namespace detail {

using json::detail::path;

/// One walk over a value; `where` is only turned into text for what is wrong.
struct validator {
    policy judged;
    std::vector<violation>& found;

    template <class T> void structure(T const& value, path const& where) {
        for_each_member<T>([&]<class Member>() {
            auto const& m = value.*Member::pointer;
            path const here{&where, Member::spelling};
            if (auto const* inner = present(m)) this->template check<typename Member::traits>(*inner, here);
            else if constexpr (is_required<typename Member::type>)
                add(violation_kind::required, here, "the member is required and absent");
            return true;
        });
    }

    template <class Traits, class T> void check(T const& value, path const& where) {
        if constexpr (is_text<T>) {
            own_constraints(value, where);
        } else if constexpr (is_open_enum<T>) {
            if (judged == policy::strict && !value.known())
                add(violation_kind::enum_value, where, "the value is not one of the model's");
        } else if constexpr (is_vector<T>) {
            lengths(Traits{}, value.size(), " elements", true, where);
            std::size_t i = 0;
            for (auto const& element : value) check<typename inner_traits<each, Traits>::type>(element, path{&where, {}, i++});
        } else if constexpr (is_map<T>) {
            lengths(Traits{}, value.size(), " entries", false, where);
            for (auto const& [key, element] : value) {
                path const here{&where, key.view()};
                check<typename inner_traits<keys, Traits>::type>(key, here);
                check<typename inner_traits<values, Traits>::type>(element, here);
            }
        } else if constexpr (std::same_as<T, blob>) {
            lengths(Traits{}, value.size(), " bytes", false, where);
        } else if constexpr (described_structure<T>) {
            structure(value, where);
        } else if constexpr (std::is_arithmetic_v<T> && !std::same_as<T, bool>) {
            limits(Traits{}, value, where);
        }
    }

  private:
    template <fixed_string Shape, class... Constraints>
    void own_constraints(text<Shape, Constraints...> const& value, path const& where) {
        if constexpr (((requires { Constraints::min, Constraints::max; }) || ...))
            lengths(trait_list<Constraints...>{}, count_scalars(value.view()), " characters", true, where);
    }

    template <class... Traits>
    void lengths(trait_list<Traits...>, [[maybe_unused]] std::size_t n, [[maybe_unused]] std::string_view unit,
                 [[maybe_unused]] bool minimum_in_parity, [[maybe_unused]] path const& where) {
        (length_of<Traits>(n, unit, minimum_in_parity, where), ...);
    }
    template <class Trait>
    void length_of([[maybe_unused]] std::size_t n, [[maybe_unused]] std::string_view unit,
                   [[maybe_unused]] bool minimum_in_parity, [[maybe_unused]] path const& where) {
        if constexpr (requires { requires std::same_as<Trait, length<Trait::min, Trait::max>>; }) {
            bool const strict = judged == policy::strict;
            if (n < Trait::min && (strict || minimum_in_parity))
                add(violation_kind::length, where,
                    "at least " + std::to_string(Trait::min) + std::string(unit) + " were expected, " + std::to_string(n) +
                        " found");
            if (n > Trait::max && strict)
                add(violation_kind::length, where,
                    "at most " + std::to_string(Trait::max) + std::string(unit) + " were expected, " + std::to_string(n) +
                        " found");
        }
    }

    template <class... Traits, class T>
    void limits(trait_list<Traits...>, [[maybe_unused]] T n, [[maybe_unused]] path const& where) {
        (limit<Traits, has<trait_list<Traits...>, sensitive>>(n, where), ...);
    }
    template <class Trait, bool Hidden, class T> void limit([[maybe_unused]] T n, [[maybe_unused]] path const& where) {
        auto const found_n = [n] { return Hidden ? std::string() : ", " + std::to_string(n) + " found"; };
        if constexpr (requires { Trait::min; })
            if (!(n >= static_cast<T>(Trait::min))) // NaN is in no range
                add(violation_kind::range, where, "at least " + std::to_string(Trait::min) + " was expected" + found_n());
        if constexpr (requires { Trait::max; })
            if (!(n <= static_cast<T>(Trait::max)) && judged == policy::strict)
                add(violation_kind::range, where, "at most " + std::to_string(Trait::max) + " was expected" + found_n());
    }

    void add(violation_kind kind, path const& where, std::string message) {
        found.push_back({kind, where.text(), std::move(message)});
    }
};

} // namespace detail

template <detail::described_structure T> std::vector<violation> validate(T const& value, policy p) {
    std::vector<violation> found;
    if (p != policy::off) detail::validator{p, found}.structure(value, detail::path{});
    return found;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_VALIDATE_HPP
