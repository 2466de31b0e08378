// Whether a structure keeps a rule, and which member it is about.

#ifndef CPPSMITH_DETAIL_JUDGE_RULE_HPP
#define CPPSMITH_DETAIL_JUDGE_RULE_HPP

#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/json/pointer.hpp>
#include <cppsmith/rule.hpp>

#include <concepts>
#include <string_view>
#include <type_traits>

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations" // a rule may be about a deprecated member
#endif

namespace cppsmith::inline v0::detail {

/// Calls `f` with the value that a path of members leads to; false where it is not given.
template <auto First, auto... Rest, class T, class F> constexpr bool with_member(T const& value, F&& f) {
    auto const& member = value.*First;
    if (!member.has_value()) return false;
    if constexpr (sizeof...(Rest) == 0) return f(member.value());
    else return with_member<Rest...>(member.value(), f);
}

/// Evaluates a condition, and names the single member that it is about (`void` where there are several).
template <class Condition> struct condition;

template <auto... Path> struct member_path {};

template <class... Abouts> struct single {
    using type = void;
};
template <class About, class... Same>
requires(std::same_as<About, Same> && ...)
struct single<About, Same...> {
    using type = About;
};

template <auto... Path> struct condition<rules::present<Path...>> {
    using about = member_path<Path...>;
    template <class T> static constexpr bool holds(T const& value) {
        return with_member<Path...>(value, [](auto const& v) {
            if constexpr (requires { v.empty(); }) return !v.empty();
            else return true;
        });
    }
};
template <auto... Path> struct condition<rules::absent<Path...>> {
    using about = member_path<Path...>;
    template <class T> static constexpr bool holds(T const& value) {
        return !with_member<Path...>(value, [](auto const&) { return true; });
    }
};
template <auto... Path> struct condition<rules::empty<Path...>> {
    using about = member_path<Path...>;
    template <class T> static constexpr bool holds(T const& value) {
        return with_member<Path...>(value, [](auto const& v) { return v.empty(); });
    }
};
template <fixed_string Value, auto... Path> struct condition<rules::equals<Value, Path...>> {
    using about = member_path<Path...>;
    template <class T> static constexpr bool holds(T const& value) {
        return with_member<Path...>(value, [](auto const& v) { return v.view() == Value.view(); });
    }
};
template <auto Value, auto... Path> struct condition<rules::is<Value, Path...>> {
    using about = member_path<Path...>;
    template <class T> static constexpr bool holds(T const& value) {
        return with_member<Path...>(value,
                                    [](auto const& v) { return v == static_cast<std::remove_cvref_t<decltype(v)>>(Value); });
    }
};
template <class... Conditions> struct condition<rules::all<Conditions...>> {
    using about = typename single<typename condition<Conditions>::about...>::type;
    template <class T> static constexpr bool holds(T const& value) { return (condition<Conditions>::holds(value) && ...); }
};
template <class... Conditions> struct condition<rules::any<Conditions...>> {
    using about = typename single<typename condition<Conditions>::about...>::type;
    template <class T> static constexpr bool holds(T const& value) { return (condition<Conditions>::holds(value) || ...); }
};
template <class Inner> struct condition<rules::none<Inner>> {
    using about = typename condition<Inner>::about;
    template <class T> static constexpr bool holds(T const& value) { return !condition<Inner>::holds(value); }
};

/// How the model spells a member.
template <class T, auto Member> constexpr std::string_view spelling_of() noexcept {
    std::string_view spelling;
    for_each_member<T>([&]<class Info>() {
        if constexpr (std::same_as<member_path<Member>, member_path<Info::pointer>>) spelling = Info::spelling;
        return spelling.empty();
    });
    return spelling;
}

/// Whether a rule's demand applies, given what its `when` says.
template <class Demand> struct demand;
template <class Condition> struct demand<rules::then<Condition>> : condition<Condition> {
    static constexpr bool where = true;
};
template <class Condition> struct demand<rules::otherwise<Condition>> : condition<Condition> {
    static constexpr bool where = false;
};

template <class Trait> inline constexpr bool is_rule = false;
template <fixed_string Id, fixed_string Sentence, class When, class... Demands>
inline constexpr bool is_rule<rule<Id, Sentence, When, Demands...>> = true;

/// Calls `broken(sentence, about)` for each demand of the rule that `value` does not meet, as long as it returns true.
template <fixed_string Id, fixed_string Sentence, class When, class... Demands, class T, class F>
constexpr bool judge(rule<Id, Sentence, rules::when<When>, Demands...>, T const& value, F&& broken) {
    bool const applies = condition<When>::holds(value);
    return ((demand<Demands>::where != applies || demand<Demands>::holds(value) ||
             broken(Sentence.view(), std::type_identity<typename demand<Demands>::about>{})) &&
            ...);
}

/// Calls `f` with the way to the member that a demand is about; to the structure where there is no single one.
template <class T, class F> constexpr bool at_member(T const&, std::type_identity<void>, json::detail::path const& where, F&& f) {
    return f(where);
}
template <class T, auto First, auto... Rest, class F>
constexpr bool at_member(T const& value, std::type_identity<member_path<First, Rest...>>, json::detail::path const& where,
                         F&& f) {
    json::detail::path const here{&where, spelling_of<T, First>()};
    if constexpr (sizeof...(Rest) == 0) return f(here);
    else if ((value.*First).has_value())
        return at_member((value.*First).value(), std::type_identity<member_path<Rest...>>{}, here, f);
    else return f(here);
}

} // namespace cppsmith::inline v0::detail

#ifdef __clang__
#pragma clang diagnostic pop
#endif

#endif // CPPSMITH_DETAIL_JUDGE_RULE_HPP
