// What an operation says of its endpoint: values of parameters of its service's endpoint rules.

#ifndef CPPSMITH_ENDPOINT_PARAMETERS_HPP
#define CPPSMITH_ENDPOINT_PARAMETERS_HPP

#include <cppsmith/detail/fixed_string.hpp>

namespace cppsmith::inline v0 {

/// Traits of operations that give a parameter a value of its own (Smithy's `staticContextParams`).
template <detail::fixed_string Parameter, bool Value> struct endpoint_flag {};
template <detail::fixed_string Parameter, detail::fixed_string Value> struct endpoint_text {};
template <detail::fixed_string Parameter, detail::fixed_string... Values> struct endpoint_texts {};

/// The trait of an operation that takes a parameter from its request (`contextParam`, `operationContextParams`). The steps lead to it.
template <detail::fixed_string Parameter, class... Steps> struct endpoint_input {};

/// Steps into a request; what is absent on the way leaves the parameter unset.
namespace request_path {
template <auto... Members> struct to {};     ///< a member, of that another one, ...
struct each {};                              ///< every element of a list, or value of a map
struct keys {};                              ///< every key of a map
template <class... Steps> struct path {};    ///< steps, as one of several ways
template <class... Paths> struct several {}; ///< all of these ways, in their order
} // namespace request_path

} // namespace cppsmith::inline v0

#endif // CPPSMITH_ENDPOINT_PARAMETERS_HPP
