// What an operation says of its endpoint: values of parameters of its service's endpoint rules.

#ifndef CPPSMITH_ENDPOINT_PARAMETERS_HPP
#define CPPSMITH_ENDPOINT_PARAMETERS_HPP

#include <cppsmith/detail/fixed_string.hpp>

namespace cppsmith::inline v0 {

/// Traits of operations that give a parameter a value of its own (Smithy's `staticContextParams`).
template <detail::fixed_string Parameter, bool Value> struct endpoint_flag {};
template <detail::fixed_string Parameter, detail::fixed_string Value> struct endpoint_text {};
template <detail::fixed_string Parameter, detail::fixed_string... Values> struct endpoint_texts {};

/// The trait of an operation that takes a parameter from its request (`contextParam`, `operationContextParams`). The steps lead to it:
/// members by their pointers, and those below. What is absent on the way leaves the parameter unset.
template <detail::fixed_string Parameter, auto... Steps> struct endpoint_input {};

/// Steps, as one of several ways.
template <auto... Steps> struct request_path {};

namespace detail {
struct every_element_step {};
struct every_key_step {};
template <class... Paths> struct every_path_step {};
} // namespace detail

inline constexpr detail::every_element_step every_element{};                               ///< of a list; every value of a map
inline constexpr detail::every_key_step every_key{};                                       ///< of a map
template <class... Paths> inline constexpr detail::every_path_step<Paths...> every_path{}; ///< all of these ways, in their order

} // namespace cppsmith::inline v0

#endif // CPPSMITH_ENDPOINT_PARAMETERS_HPP
