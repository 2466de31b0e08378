// The steps of JMESPath (jmespath.org), as generated headers write them: from a value to a value, known when compiled.

#ifndef CPPSMITH_JMESPATH_HPP
#define CPPSMITH_JMESPATH_HPP

#include <cppsmith/detail/fixed_string.hpp>

namespace cppsmith::inline v0::jmespath {

// The commonest step needs no name: a pointer to a member. Each step stands for an expression, and what is written within a
// projection is done with each of its values: `a[].b.c` is `path<&A::a, flatten<&B::b, &C::c>>`. `evaluate.hpp` does what they say.

namespace steps {
template <auto... Steps> struct path {};
template <auto... Steps> struct each {};
template <auto... Steps> struct flatten {};
template <auto... Steps> struct values_of {};
template <auto Condition, auto... Steps> struct filter {};
template <auto Start, auto Stop, auto Stride, auto... Steps> struct slice {};
template <int Index> struct at {};
template <cppsmith::detail::fixed_string Key> struct key {};
template <unsigned Index> struct alternative {};
template <auto... Items> struct list {};
template <cppsmith::detail::fixed_string Value> struct text {};
template <long long Value> struct number {};
template <bool Value> struct boolean {};
struct null {};
struct none {};
struct exchange {};
struct input {};
struct output {};
template <auto A, auto B> struct either {};
template <auto A, auto B> struct both {};
template <auto A> struct negated {};
template <auto A, auto B> struct equal {};
template <auto A, auto B> struct different {};
template <auto A, auto B> struct less {};
template <auto A, auto B> struct at_most {};
template <auto A, auto B> struct greater {};
template <auto A, auto B> struct at_least {};
template <auto A> struct length {};
template <auto Where, auto What> struct contains {};
template <auto Where, auto What> struct starts_with {};
template <auto Where, auto What> struct ends_with {};
template <auto A> struct keys {};
template <auto A> struct values {};
template <auto... All> struct not_null {};
} // namespace steps

template <auto... Steps> inline constexpr steps::path<Steps...> path{};       ///< one after the other
template <auto... Steps> inline constexpr steps::each<Steps...> each{};       ///< `[*]`: of each element, without what is null
template <auto... Steps> inline constexpr steps::flatten<Steps...> flatten{}; ///< `[]`: the same, lists in the list opened first
template <auto... Steps> inline constexpr steps::values_of<Steps...> values_of{}; ///< `*`: of each value of a map
template <auto Condition, auto... Steps> inline constexpr steps::filter<Condition, Steps...> filter{}; ///< `[?condition]`
template <auto Start, auto Stop, auto Stride, auto... Steps>
inline constexpr steps::slice<Start, Stop, Stride, Steps...> slice{}; ///< `[start:stop:stride]`; `none` where there is no number
inline constexpr steps::none none{};

template <int Index> inline constexpr steps::at<Index> at{};                          ///< `[0]`; negative ones count from the end
template <cppsmith::detail::fixed_string Key> inline constexpr steps::key<Key> key{}; ///< of a map
template <unsigned Index> inline constexpr steps::alternative<Index> alternative{};   ///< of a union, by its place in the model
template <auto... Items> inline constexpr steps::list<Items...> list{};               ///< `[a, b]`

template <cppsmith::detail::fixed_string Value> inline constexpr steps::text<Value> text{}; ///< `'text'`
template <long long Value> inline constexpr steps::number<Value> number{};
template <bool Value> inline constexpr steps::boolean<Value> boolean{};
inline constexpr steps::null null{};

/// A request with its response, what a path of a waiter may begin with; then `input` and `output` lead to them.
inline constexpr steps::exchange exchange{};
inline constexpr steps::input input{};
inline constexpr steps::output output{};

template <auto A, auto B> inline constexpr steps::either<A, B> either{}; ///< `a || b`
template <auto A, auto B> inline constexpr steps::both<A, B> both{};     ///< `a && b`
template <auto A> inline constexpr steps::negated<A> negated{};          ///< `!a`
template <auto A, auto B> inline constexpr steps::equal<A, B> equal{};
template <auto A, auto B> inline constexpr steps::different<A, B> different{};
template <auto A, auto B> inline constexpr steps::less<A, B> less{};
template <auto A, auto B> inline constexpr steps::at_most<A, B> at_most{};
template <auto A, auto B> inline constexpr steps::greater<A, B> greater{};
template <auto A, auto B> inline constexpr steps::at_least<A, B> at_least{};

template <auto A> inline constexpr steps::length<A> length{};
template <auto Where, auto What> inline constexpr steps::contains<Where, What> contains{};
template <auto Where, auto What> inline constexpr steps::starts_with<Where, What> starts_with{};
template <auto Where, auto What> inline constexpr steps::ends_with<Where, What> ends_with{};
template <auto A> inline constexpr steps::keys<A> keys{};
template <auto A> inline constexpr steps::values<A> values{};
template <auto... All> inline constexpr steps::not_null<All...> not_null{};

} // namespace cppsmith::inline v0::jmespath

#endif // CPPSMITH_JMESPATH_HPP
