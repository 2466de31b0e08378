// What a model says about a shape beyond its C++ declaration: names, places on the wire, limits.

#ifndef CPPSMITH_SHAPE_HPP
#define CPPSMITH_SHAPE_HPP

#include <cppsmith/constraint.hpp>
#include <cppsmith/detail/fixed_string.hpp>
#include <cppsmith/timestamp.hpp>

#include <string_view>

namespace cppsmith::inline v0 {

/// The description of a structure. Each generated structure is declared with a function, found by argument-dependent lookup and
/// never defined, whose return type is its description:
/// ```
/// auto shape_of(Tag const&) -> structure<"Tag", member<&Tag::Key, named<"key">>>;
/// ```
/// Boost.Describe lists the members; `structure` holds the shape's name in the model, its own traits, and a `member` for
/// each member that has something to say.
template <detail::fixed_string Name, class... Traits> struct structure {};

/// The members of a structure that has more than Boost.Describe's macros take, 52: what a function `members_of` returns, found and never defined like
/// `shape_of`. It stands in the place of `BOOST_DESCRIBE_STRUCT`, so that Boost.Describe itself knows nothing of the structure.
/// ```
/// auto members_of(Settings const&) -> member_list<described<&Settings::alpha, "alpha">, described<&Settings::beta, "beta">, ...>;
/// ```
template <class... Members> struct member_list {};
template <auto Member, detail::fixed_string Name> struct described {
    static constexpr auto pointer = Member;
    static constexpr std::string_view name = Name.view(); ///< of the member in C++
};

/// The traits of one member.
template <auto Member, class... Traits> struct member {};

/// The description of a union: its name, `sensitive` or `no_traits`, and its members in order.
template <detail::fixed_string Name, class Trait, class... Alternatives> struct union_of {};
template <detail::fixed_string Member, class... Traits> struct alternative {};
struct no_traits {};

/// The description of an enumeration: its name, and a `value` for each enumerator that is spelled otherwise on the wire.
template <detail::fixed_string Name, class... Values> struct enumeration {};
template <auto Enumerator, detail::fixed_string Wire> struct value {};

/// The same for an enumeration of more than 52 values: its name, and an array of all values as they stand on the wire, in the order of the
/// enumerators. It stands in the place of `BOOST_DESCRIBE_ENUM` too.
/// ```
/// inline constexpr std::string_view InstanceType_values[] = {"a1.medium", "a1.large", ...};
///
/// auto shape_of(InstanceType) -> enumeration_of<"InstanceType", InstanceType_values>;
/// ```
template <detail::fixed_string Name, auto const& Values> struct enumeration_of {};

/// Where the protocol binds a member; without one of these it is in the body. (Smithy's `http*` traits, C2J's `location`.)
template <detail::fixed_string Label> struct in_path {};
template <detail::fixed_string Name> struct in_query {};
template <detail::fixed_string Name> struct in_header {};
template <detail::fixed_string Prefix> struct in_headers {}; ///< a map; each entry is a header whose name begins with the prefix
struct in_query_map {};                                      ///< a map; each entry is a query parameter
struct as_status {};                                         ///< the response's HTTP status
struct as_payload {};                                        ///< the whole body

/// The member's name in the JSON body, where it differs from the model's spelling (`jsonName`, C2J's `locationName`).
template <detail::fixed_string Wire> struct named {};

/// The model's spelling, where the C++ member is called otherwise: a keyword or a macro, which got a trailing `_`.
template <detail::fixed_string Model> struct spelled {};

/// Filled by the client with a token of its own, the same for every attempt, where it is absent (Smithy's `idempotencyToken`).
struct idempotency_token {};

/// Also a label of the operation's host prefix (Smithy's `hostLabel`).
struct as_host_label {};

/// What a text or blob holds (Smithy's `mediaType`, C2J's `jsonvalue`): a text that has one is in base64 where it is a header, a payload is
/// labelled with it.
template <detail::fixed_string Type> struct media_type {};

/// A payload that may be too large to be held in memory, and whose length may have to be known (Smithy's `streaming`, `requiresLength`).
struct streaming {};
struct requires_length {};

/// The form of a timestamp, where the model chooses another than the protocol does for the place.
template <timestamp_format Format> struct format {};

/// An error shape: its HTTP status, and the code it goes by where that is not its name.
template <int Status, detail::fixed_string Code = ""> struct error_response {};

/// Smithy's `retryable`: the same call may succeed when it is made again; `throttling` when it is made later.
struct retryable {};
struct throttling {};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_SHAPE_HPP
