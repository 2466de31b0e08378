// judge: what an answer means to a waiter. No I/O.

#ifndef CPPSMITH_WAITERS_JUDGE_HPP
#define CPPSMITH_WAITERS_JUDGE_HPP

#include <cppsmith/jmespath/evaluate.hpp>
#include <cppsmith/reply.hpp>
#include <cppsmith/result.hpp>
#include <cppsmith/waiter.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace cppsmith::inline v0 {

enum class wait_state : std::uint8_t {
    retry,   ///< not yet: wait and call again
    success, ///< what was waited for
    failure, ///< it cannot come to that any more
    ended,   ///< an error that the waiter says nothing of
};

/// What an answer, a reply or an error, means to a waiter: the first of its acceptors that matches says. An error of the transport matches
/// nothing.
template <waiter W>
wait_state judge(typename W::operation::request const& request, result<reply<typename W::operation::response>> const& answer);

// ---- implementation

namespace detail {

/// What matchers look at; `output` is null where there was an error.
template <class Op> struct answer_view {
    typename Op::request const& request;
    typename Op::response const* output;
    cppsmith::error const* error;
    int status;
};

template <class First> inline constexpr bool is_exchange = std::is_same_v<std::remove_cvref_t<First>, jmespath::steps::exchange>;

template <class Op, auto First, auto... Path>
constexpr auto looked_up(jmespath::steps::path<First, Path...>, answer_view<Op> const& a) {
    if constexpr (is_exchange<decltype(First)>) {
        jmespath::exchanged<typename Op::request, typename Op::response> const both{&a.request, a.output};
        return jmespath::evaluate<Path...>(&both);
    } else {
        return jmespath::evaluate<First, Path...>(a.output);
    }
}
template <class Op> constexpr auto looked_up(jmespath::steps::path<>, answer_view<Op> const& a) { return a.output; }

template <class V, class T> constexpr bool is_expected(V const& found, T const& expected) {
    if (!found) return false;
    if constexpr (requires { bool{*jmespath::scalar(found) == expected}; })
        return jmespath::compared(*jmespath::scalar(found), expected, [](auto const& a, auto const& b) { return a == b; });
    else return false;
}

template <class Op, literal Expected, auto... Path>
constexpr bool matches(output_is<Expected, Path...>, answer_view<Op> const& a) {
    return a.output && is_expected(looked_up(jmespath::steps::path<Path...>{}, a), Expected.get());
}

template <class Op, literal Expected, auto... Path> constexpr bool matches(all_are<Expected, Path...>, answer_view<Op> const& a) {
    if (!a.output) return false;
    auto const list = looked_up(jmespath::steps::path<Path...>{}, a);
    if (!list || jmespath::size_of(list) == 0) return false;
    for (std::size_t i = 0; i < jmespath::size_of(list); ++i)
        if (!is_expected(jmespath::element_at(list, i), Expected.get())) return false;
    return true;
}

template <class Op, literal Expected, auto... Path> constexpr bool matches(any_is<Expected, Path...>, answer_view<Op> const& a) {
    if (!a.output) return false;
    auto const list = looked_up(jmespath::steps::path<Path...>{}, a);
    for (std::size_t i = 0; list && i < jmespath::size_of(list); ++i)
        if (is_expected(jmespath::element_at(list, i), Expected.get())) return true;
    return false;
}

constexpr bool is_of_service(error const* e) noexcept { return e && e->stage == stage::service; }

template <class Op, fixed_string Name> constexpr bool matches(error_named<Name>, answer_view<Op> const& a) {
    return is_of_service(a.error) && (a.error->name == Name.view() || a.error->code == Name.view());
}
template <class Op> constexpr bool matches(any_error, answer_view<Op> const& a) { return is_of_service(a.error); }
template <class Op> constexpr bool matches(any_success, answer_view<Op> const& a) { return a.output != nullptr; }
template <class Op, int Status> constexpr bool matches(status_is<Status>, answer_view<Op> const& a) { return a.status == Status; }

template <class Op, class Matcher> constexpr bool accept(success_on<Matcher>, answer_view<Op> const& a, wait_state& state) {
    return matches(Matcher{}, a) && (state = wait_state::success, true);
}
template <class Op, class Matcher> constexpr bool accept(failure_on<Matcher>, answer_view<Op> const& a, wait_state& state) {
    return matches(Matcher{}, a) && (state = wait_state::failure, true);
}
template <class Op, class Matcher> constexpr bool accept(retry_on<Matcher>, answer_view<Op> const& a, wait_state& state) {
    return matches(Matcher{}, a) && (state = wait_state::retry, true);
}

template <class Op, class... Acceptors> constexpr wait_state first_match(acceptor_list<Acceptors...>, answer_view<Op> const& a) {
    auto state = a.output ? wait_state::retry : wait_state::ended;
    static_cast<void>((accept(Acceptors{}, a, state) || ...));
    return state;
}

} // namespace detail

template <waiter W>
wait_state judge(typename W::operation::request const& request, result<reply<typename W::operation::response>> const& answer) {
    using view = detail::answer_view<typename W::operation>;
    typename W::acceptors const acceptors;
    if (answer) return detail::first_match(acceptors, view{request, &(*answer).value(), nullptr, (*answer).http().status});
    auto const problem = answer.error();
    return detail::first_match(acceptors, view{request, nullptr, &problem, problem.status});
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_WAITERS_JUDGE_HPP
