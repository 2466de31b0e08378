// The walk behind validate and valid: every constraint of every member, reported to whoever asked.

#ifndef CPPSMITH_DETAIL_VALIDATION_HPP
#define CPPSMITH_DETAIL_VALIDATION_HPP

#include <cppsmith/detail/judge_rule.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/detail/unique.hpp>
#include <cppsmith/detail/utf8.hpp>
#include <cppsmith/detail/violation_text.hpp>
#include <cppsmith/json/pointer.hpp>
#include <cppsmith/policy.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0::detail {

using json::detail::path;

/// `report(kind, where, message)` is called for each violation; `message()` makes its text, so that who needs none pays for none.
/// Where it returns false the walk ends, and every step of it returns false.
template <class Report> struct validation {
    policy judged;
    Report const& report;

    template <class T> constexpr bool structure(T const& value, path const& where) const {
        bool const members_hold = for_each_member<T>([&]<class Member>() {
            path const here{&where, Member::spelling};
            auto const& member = value.*Member::pointer; // not a pointer to its value: g++ 12 cannot compare one with null here
            if (!member.has_value())
                return !is_required<typename Member::type> || report(violation_kind::required, here, absent_text);
            auto const& inner = member.value();
            if constexpr (Member::binding.place == place::path && may_be_empty<typename value_of<typename Member::type>::type>)
                if (inner.view().empty() && !report(violation_kind::length, here, empty_label_text)) return false;
            if constexpr (std::is_arithmetic_v<typename value_of<typename Member::type>::type>)
                if (!limits<has<content_traits<T, Member>, sensitive>>(typename number_limits<typename Member::type>::type{},
                                                                       inner, here))
                    return false;
            return this->template check<content_traits<T, Member>>(inner, here);
        });
        return members_hold && (judged != policy::strict || keeps_rules(structure_traits<T>{}, value, where));
    }

    template <class Traits, class T> constexpr bool check(T const& value, path const& where) const {
        if constexpr (is_text<T>) {
            return own_constraints(value, where);
        } else if constexpr (is_open_enum<T>) {
            return judged != policy::strict || value.known() || report(violation_kind::enum_value, where, unknown_value_text);
        } else if constexpr (is_vector<T>) {
            return list<Traits>(value, where);
        } else if constexpr (is_map<T>) {
            return map<Traits>(value, where);
        } else if constexpr (std::same_as<T, blob>) {
            return lengths(Traits{}, value.size(), " bytes", false, where);
        } else if constexpr (described_union<T>) {
            return one_of(value, where);
        } else if constexpr (is_optional<T>) {
            return !value.has_value() || check<Traits>(*value, where);
        } else if constexpr (described_structure<T>) {
            return structure(value, where);
        } else if constexpr (std::is_arithmetic_v<T> && !std::same_as<T, bool>) {
            return limits<has<Traits, sensitive>>(Traits{}, value, where);
        } else {
            return true;
        }
    }

  private:
    template <class T> constexpr bool one_of(T const& value, path const& where) const {
        if (!value.has_member()) return report(violation_kind::required, where, no_member_text);
        if (value.unknown_member() != nullptr)
            return judged != policy::strict || report(violation_kind::enum_value, where, unknown_member_text);
        return with_alternative(value, [&]<class Member>(auto const& inner) {
            return this->template check<typename Member::traits>(inner, path{&where, Member::spelling});
        });
    }

    template <class Traits, class T> constexpr bool list(T const& elements, path const& where) const {
        if (!lengths(Traits{}, elements.size(), " elements", true, where)) return false;
        if constexpr (has<Traits, unique_items>)
            if (judged == policy::strict && !all_unique(elements) && !report(violation_kind::unique_items, where, repeated_text))
                return false;
        std::size_t i = 0;
        for (auto const& element : elements)
            if (!check<traits_inside<each, Traits>>(element, path{&where, {}, i++})) return false;
        return true;
    }

    /// A key that breaks something is reported at the map, whose pointer holds no key; a value at its key, unless that is sensitive.
    template <class Traits, class T> constexpr bool map(T const& entries, path const& where) const {
        if (!lengths(Traits{}, entries.size(), " entries", false, where)) return false;
        for (auto const& [key, element] : entries) {
            constexpr bool hidden = hides_keys<Traits, typename T::key_type>;
            path const at_key{&where, key.view()};
            if (!check<traits_inside<keys, Traits>>(key, where)) return false;
            if (!check<traits_inside<values, Traits>>(element, hidden ? where : at_key)) return false;
        }
        return true;
    }

    template <fixed_string Shape, class... Constraints>
    constexpr bool own_constraints(text<Shape, Constraints...> const& value, path const& where) const {
        return (own_constraint<Constraints>(value.view(), where) && ...);
    }
    template <class Constraint> constexpr bool own_constraint(std::string_view characters, path const& where) const {
        if constexpr (is_length<Constraint>) return length_of<Constraint>(count_scalars(characters), " characters", true, where);
        else if constexpr (requires { Constraint::matches(characters); })
            return judged != policy::strict || Constraint::matches(characters) ||
                   report(violation_kind::pattern, where, pattern_text<Constraint>);
        else return true;
    }

    template <class... Traits>
    constexpr bool lengths(trait_list<Traits...>, [[maybe_unused]] std::size_t n, [[maybe_unused]] std::string_view unit,
                           [[maybe_unused]] bool minimum_in_parity, [[maybe_unused]] path const& where) const {
        return (length_of<Traits>(n, unit, minimum_in_parity, where) && ...);
    }
    template <class Trait>
    constexpr bool length_of(std::size_t n, std::string_view unit, bool minimum_in_parity, path const& where) const {
        if constexpr (is_length<Trait>) {
            bool const strict = judged == policy::strict;
            if (n < Trait::min && (strict || minimum_in_parity))
                return report(violation_kind::length, where, [&] { return bound_text("at least ", Trait::min, unit, n); });
            if (n > Trait::max && strict)
                return report(violation_kind::length, where, [&] { return bound_text("at most ", Trait::max, unit, n); });
        }
        return true;
    }

    template <bool Hidden, class... Traits, class T>
    constexpr bool limits(trait_list<Traits...>, [[maybe_unused]] T n, [[maybe_unused]] path const& where) const {
        return (limit<Traits, Hidden>(n, where) && ...);
    }
    template <class Trait, bool Hidden, class T> constexpr bool limit(T n, path const& where) const {
        if constexpr (requires { Trait::min; })
            if (!(n >= static_cast<T>(Trait::min))) // NaN is in no range
                return report(violation_kind::range, where, [&] { return limit_text("at least ", Trait::min, n, Hidden); });
        if constexpr (requires { Trait::max; })
            if (!(n <= static_cast<T>(Trait::max)) && judged == policy::strict)
                return report(violation_kind::range, where, [&] { return limit_text("at most ", Trait::max, n, Hidden); });
        return true;
    }

    template <class... Traits, class T>
    constexpr bool keeps_rules(trait_list<Traits...>, [[maybe_unused]] T const& value, [[maybe_unused]] path const& where) const {
        return (keeps_rule(Traits{}, value, where) && ...);
    }
    template <class Trait, class T> constexpr bool keeps_rule(Trait, T const& value, path const& where) const {
        if constexpr (is_rule<Trait>)
            return judge(Trait{}, value, [&](std::string_view sentence, auto about) {
                auto const said = [sentence] { return std::string(sentence); };
                return at_member(value, about, where, [&](path const& here) { return report(violation_kind::rule, here, said); });
            });
        else return true;
    }
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_VALIDATION_HPP
