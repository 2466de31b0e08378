// waiter: what a service has to answer until a wait ends, as a generated waiter says it.

#ifndef CPPSMITH_WAITER_HPP
#define CPPSMITH_WAITER_HPP

#include <cppsmith/detail/fixed_string.hpp>
#include <cppsmith/detail/literal.hpp>
#include <cppsmith/operation.hpp>

#include <concepts>
#include <string_view>

namespace cppsmith::inline v0 {

// What an acceptor looks at. (Smithy's `smithy.waiters#waitable`, C2J's `waiters-2.json`.)

/// What the path leads to in the response is the expected text, boolean or number. No error matches. A path that begins with
/// `jmespath::exchange` leads through the request too.
template <detail::literal Expected, auto... Path> struct output_is {};
template <detail::literal Expected, auto... Path> struct all_are {}; ///< every element of a list that is not empty
template <detail::literal Expected, auto... Path> struct any_is {};  ///< at least one element of a list

/// The service answered with this error, by its name in the model or by its code on the wire.
template <detail::fixed_string Name> struct error_named {};
struct any_error {};                       ///< the service answered with an error
struct any_success {};                     ///< the service answered with a success
template <int Status> struct status_is {}; ///< the HTTP status, of a success or of an error

// What a match means.

template <class Matcher> struct success_on {};
template <class Matcher> struct failure_on {};
template <class Matcher> struct retry_on {};

/// Of these the first one that matches counts. Where none does, a success is another try, and an error ends the wait.
template <class... Acceptors> struct acceptor_list {};

/// How long to wait between two calls, in seconds, and how many calls to make; 0: the model does not say.
struct wait_limits {
    int min_delay = 2, max_delay = 120;
    int max_attempts = 0;
};

/// Something to wait for: a type that is never instantiated, only asked.
///
/// Exemplar: any type in a service's namespace `waiters`. `operation` is what is called, `acceptors` an `acceptor_list`.
template <class T>
concept waiter = operation<typename T::operation> && requires {
    typename T::acceptors;
    { T::name } -> std::convertible_to<std::string_view>;
    { T::limits } -> std::same_as<wait_limits const&>;
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_WAITER_HPP
