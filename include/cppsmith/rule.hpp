// rule: what ties members of one structure to each other, which a model says only in prose and an overlay says as data.

#ifndef CPPSMITH_RULE_HPP
#define CPPSMITH_RULE_HPP

#include <cppsmith/detail/fixed_string.hpp>

namespace cppsmith::inline v0 {

/// A trait of a structure: where the condition of `When` holds, so must that of `Then`; elsewhere that of `Otherwise`. `Sentence` says
/// for people what is demanded. `validate` (in `strict`) and `valid` judge it; `model/README.md` says how to write one.
template <detail::fixed_string Id, detail::fixed_string Sentence, class When, class... Demands> struct rule {};

namespace rules {

template <class Condition> struct when {};
template <class Condition> struct then {};
template <class Condition> struct otherwise {};

/// The member is given, and not as an empty text, blob, list or map. `Path` leads to it through structures: `&Request::config, &Config::name`.
template <auto... Path> struct present {};
/// The member is not given; nor is one of a structure that is not given.
template <auto... Path> struct absent {};
/// The member is given as an empty text, blob, list or map.
template <auto... Path> struct empty {};
/// The member is given, and is this text or this value of an enumeration as it stands on the wire.
template <detail::fixed_string Value, auto... Path> struct equals {};
/// The member is given, and is this number or boolean.
template <auto Value, auto... Path> struct is {};

template <class... Conditions> struct all {};
template <class... Conditions> struct any {};
template <class Condition> struct none {};

} // namespace rules

} // namespace cppsmith::inline v0

#endif // CPPSMITH_RULE_HPP
