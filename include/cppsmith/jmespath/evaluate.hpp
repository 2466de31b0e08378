// evaluate: what JMESPath's steps lead to, from a structure that generated code describes.

#ifndef CPPSMITH_JMESPATH_EVALUATE_HPP
#define CPPSMITH_JMESPATH_EVALUATE_HPP

#include <cppsmith/detail/utf8.hpp>
#include <cppsmith/jmespath.hpp>
#include <cppsmith/jmespath/value.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0::jmespath {

/// The value of an expression, where `value` is what it is about: a pointer into it, null where nothing is there, or a
/// `std::optional` of what was computed (see `value.hpp`). It may borrow from the message. Never throws but for want of memory.
template <auto... Steps, class V> constexpr auto evaluate(V const& value);

namespace detail {

template <auto... S, class V> constexpr auto apply(steps::path<S...>, V const& value);

// ---- from a structure, a map or a list to what is in it

template <class C, class M> constexpr auto apply(M C::* member, C const* value) {
    return seen(value ? cppsmith::detail::present(value->*member) : nullptr);
}

template <unsigned I, class U> constexpr auto apply(steps::alternative<I>, U const* value) {
    return seen(value ? value->template at<I>() : nullptr);
}

template <cppsmith::detail::fixed_string Key, map_value V> constexpr auto apply(steps::key<Key>, V value) {
    using found_type = decltype(element(value->begin()->value));
    if (!value) return found_type{};
    auto const found = value->find(Key.view());
    return found == value->end() ? found_type{} : element(found->value);
}

template <int I, list_value V> constexpr auto apply(steps::at<I>, V const& value) {
    using found_type = element_type<V>;
    if (!value) return found_type{};
    auto const size = static_cast<std::ptrdiff_t>(size_of(value));
    auto const index = I < 0 ? size + I : std::ptrdiff_t{I};
    return index < 0 || index >= size ? found_type{} : element_at(value, static_cast<std::size_t>(index));
}

template <class Request, class Response> constexpr auto apply(steps::input, exchanged<Request, Response> const* both) {
    return both ? both->input : nullptr;
}
template <class Request, class Response> constexpr auto apply(steps::output, exchanged<Request, Response> const* both) {
    return both ? both->output : nullptr;
}

// ---- projections: what is null is left out

template <class Into, class V> constexpr void keep(std::optional<std::vector<Into>>& list, V&& value) {
    if (value) list->push_back(std::forward<V>(value));
}

template <class R, class V> constexpr std::optional<std::vector<R>> begun(V const& value) {
    if (!value) return std::nullopt;
    return std::vector<R>{};
}

template <auto... S, list_value V> constexpr auto apply(steps::each<S...>, V const& value) {
    auto out = begun<decltype(evaluate<S...>(element_at(value, 0)))>(value);
    for (std::size_t i = 0; out && i < size_of(value); ++i) keep(out, evaluate<S...>(element_at(value, i)));
    return out;
}

template <auto... S, list_value V> constexpr auto apply(steps::flatten<S...>, V const& value) {
    using inner = element_type<V>;
    if constexpr (list_value<inner>) {
        auto out = begun<decltype(evaluate<S...>(element_at(std::declval<inner const&>(), 0)))>(value);
        for (std::size_t i = 0; out && i < size_of(value); ++i) {
            auto const part = element_at(value, i);
            for (std::size_t j = 0; part && j < size_of(part); ++j) keep(out, evaluate<S...>(element_at(part, j)));
        }
        return out;
    } else {
        return apply(steps::each<S...>{}, value);
    }
}

template <auto... S, map_value V> constexpr auto apply(steps::values_of<S...>, V value) {
    auto out = begun<decltype(evaluate<S...>(element(value->begin()->value)))>(value);
    for (std::size_t i = 0; out && i < value->size(); ++i) keep(out, evaluate<S...>(element(value->begin()[i].value)));
    return out;
}

template <auto Condition, auto... S, list_value V> constexpr auto apply(steps::filter<Condition, S...>, V const& value) {
    auto out = begun<decltype(evaluate<S...>(element_at(value, 0)))>(value);
    for (std::size_t i = 0; out && i < size_of(value); ++i)
        if (auto const e = element_at(value, i); truth(evaluate<Condition>(e))) keep(out, evaluate<S...>(e));
    return out;
}

/// A bound of a slice within a list, as Python has it: from -1, or 0, to the list's size, or one less.
template <class Bound> constexpr std::ptrdiff_t bound(Bound said, std::ptrdiff_t size, bool backwards, std::ptrdiff_t otherwise) {
    if constexpr (std::same_as<Bound, steps::none>) return otherwise;
    else
        return std::clamp(said < 0 ? said + size : std::ptrdiff_t{said}, std::ptrdiff_t{backwards ? -1 : 0},
                          backwards ? size - 1 : size);
}

template <auto Start, auto Stop, auto Stride, auto... S, list_value V>
constexpr auto apply(steps::slice<Start, Stop, Stride, S...>, V const& value) {
    auto out = begun<decltype(evaluate<S...>(element_at(value, 0)))>(value);
    if (!out) return out;
    std::ptrdiff_t stride = 1;
    if constexpr (!std::same_as<decltype(Stride), steps::none const> && !std::same_as<decltype(Stride), steps::none>)
        stride = Stride;
    auto const size = static_cast<std::ptrdiff_t>(size_of(value));
    bool const back = stride < 0;
    auto const stop = bound(Stop, size, back, back ? -1 : size);
    for (auto i = bound(Start, size, back, back ? size - 1 : 0); back ? i > stop : i < stop; i += stride)
        keep(out, evaluate<S...>(element_at(value, static_cast<std::size_t>(i))));
    return out;
}

// ---- literals and lists of expressions

template <cppsmith::detail::fixed_string T, class V> constexpr auto apply(steps::text<T>, V const&) {
    return std::optional<std::string_view>(T.view());
}
template <long long N, class V> constexpr auto apply(steps::number<N>, V const&) { return std::optional<long long>(N); }
template <bool B, class V> constexpr auto apply(steps::boolean<B>, V const&) { return std::optional<bool>(B); }
template <class V> constexpr auto apply(steps::null, V const&) { return null_value{}; }

template <class... V> struct common_of;
template <class V> struct common_of<V> {
    using type = V;
};
template <class A, class B, class... More> struct common_of<A, B, More...> {
    using type = typename common_of<common_value<A, B>, More...>::type;
};

template <auto... Items, class V> constexpr auto apply(steps::list<Items...>, V const& value) {
    using item = typename common_of<decltype(evaluate<Items>(value))...>::type;
    auto out = begun<item>(value);
    if (out) (out->push_back(as_common<item>(evaluate<Items>(value))), ...);
    return out;
}

// ---- logic and comparisons

template <auto A, auto B, class V> constexpr auto apply(steps::either<A, B>, V const& value) {
    auto const first = evaluate<A>(value);
    using both = common_value<decltype(evaluate<A>(value)), decltype(evaluate<B>(value))>;
    return truth(first) ? as_common<both>(first) : as_common<both>(evaluate<B>(value));
}
template <auto A, auto B, class V> constexpr auto apply(steps::both<A, B>, V const& value) {
    auto const first = evaluate<A>(value);
    using both = common_value<decltype(evaluate<A>(value)), decltype(evaluate<B>(value))>;
    return truth(first) ? as_common<both>(evaluate<B>(value)) : as_common<both>(first);
}
template <auto A, class V> constexpr auto apply(steps::negated<A>, V const& value) {
    return std::optional<bool>(!truth(evaluate<A>(value)));
}

/// Whether two values are the same; what is null is so to null alone.
template <class A, class B> constexpr bool same(A const& a, B const& b) {
    if (!a || !b) return !a && !b;
    if constexpr (std::same_as<A, null_value> || std::same_as<B, null_value>) return false;
    else if constexpr (requires { bool{*scalar(a) == *scalar(b)}; })
        return compared(*scalar(a), *scalar(b), [](auto const& x, auto const& y) { return x == y; });
    else return false;
}

template <auto A, auto B, class V> constexpr auto apply(steps::equal<A, B>, V const& value) {
    return std::optional<bool>(same(evaluate<A>(value), evaluate<B>(value)));
}
template <auto A, auto B, class V> constexpr auto apply(steps::different<A, B>, V const& value) {
    return std::optional<bool>(!same(evaluate<A>(value), evaluate<B>(value)));
}

/// Numbers alone have an order; a comparison with null is null.
template <auto A, auto B, class V, class F> constexpr std::optional<bool> ordered(V const& value, F holds) {
    auto const a = scalar(evaluate<A>(value));
    auto const b = scalar(evaluate<B>(value));
    if (!a || !b) return std::nullopt;
    return compared(*a, *b, holds);
}
template <auto A, auto B, class V> constexpr auto apply(steps::less<A, B>, V const& v) {
    return ordered<A, B>(v, [](auto a, auto b) { return a < b; });
}
template <auto A, auto B, class V> constexpr auto apply(steps::at_most<A, B>, V const& v) {
    return ordered<A, B>(v, [](auto a, auto b) { return a <= b; });
}
template <auto A, auto B, class V> constexpr auto apply(steps::greater<A, B>, V const& v) {
    return ordered<A, B>(v, [](auto a, auto b) { return a > b; });
}
template <auto A, auto B, class V> constexpr auto apply(steps::at_least<A, B>, V const& v) {
    return ordered<A, B>(v, [](auto a, auto b) { return a >= b; });
}

// ---- functions

template <auto A, class V> constexpr std::optional<long long> apply(steps::length<A>, V const& value) {
    auto const of = evaluate<A>(value);
    if (!of) return std::nullopt;
    if constexpr (list_value<decltype(evaluate<A>(value))>) return static_cast<long long>(size_of(of));
    else if constexpr (map_value<decltype(evaluate<A>(value))>) return static_cast<long long>(of->size());
    else return static_cast<long long>(cppsmith::detail::count_scalars(*scalar(of)));
}

template <auto Where, auto What, class V> constexpr std::optional<bool> apply(steps::contains<Where, What>, V const& value) {
    auto const where = evaluate<Where>(value);
    auto const what = evaluate<What>(value);
    if (!where) return std::nullopt;
    if constexpr (list_value<decltype(evaluate<Where>(value))>) {
        bool found = false;
        for (std::size_t i = 0; i < size_of(where); ++i) found = found || same(element_at(where, i), what);
        return found;
    } else {
        return what && scalar(where)->find(*scalar(what)) != std::string_view::npos;
    }
}
template <auto Where, auto What, class V> constexpr std::optional<bool> apply(steps::starts_with<Where, What>, V const& value) {
    auto const where = scalar(evaluate<Where>(value)), what = scalar(evaluate<What>(value));
    if (!where || !what) return std::nullopt;
    return where->starts_with(*what);
}
template <auto Where, auto What, class V> constexpr std::optional<bool> apply(steps::ends_with<Where, What>, V const& value) {
    auto const where = scalar(evaluate<Where>(value)), what = scalar(evaluate<What>(value));
    if (!where || !what) return std::nullopt;
    return where->ends_with(*what);
}

template <auto A, class V> constexpr auto apply(steps::keys<A>, V const& value) {
    auto const map = evaluate<A>(value);
    auto out = begun<std::optional<std::string_view>>(map);
    if (map)
        for (auto const& e : *map) out->push_back(std::string_view(e.key));
    return out;
}
template <auto A, class V> constexpr auto apply(steps::values<A>, V const& value) {
    return apply(steps::values_of<>{}, evaluate<A>(value));
}

template <auto... All, class V> constexpr auto apply(steps::not_null<All...>, V const& value) {
    using found_type = typename common_of<decltype(evaluate<All>(value))...>::type;
    found_type found{};
    static_cast<void>(((found = as_common<found_type>(evaluate<All>(value)), static_cast<bool>(found)) || ...));
    return found;
}

// ---- one step after the other

template <class V> constexpr auto follow(steps::path<>, V const& value) { return value; }
template <auto First, auto... More, class V> constexpr auto follow(steps::path<First, More...>, V const& value) {
    return follow(steps::path<More...>{}, apply(First, value));
}
template <auto... S, class V> constexpr auto apply(steps::path<S...> path, V const& value) { return follow(path, value); }

} // namespace detail

template <auto... Steps, class V> constexpr auto evaluate(V const& value) {
    return detail::follow(steps::path<Steps...>{}, value);
}

} // namespace cppsmith::inline v0::jmespath

#endif // CPPSMITH_JMESPATH_EVALUATE_HPP
