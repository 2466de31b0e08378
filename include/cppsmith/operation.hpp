// The operation concept: what a generated operation says, and what the rest of the library may ask of it.

#ifndef CPPSMITH_OPERATION_HPP
#define CPPSMITH_OPERATION_HPP

#include <cppsmith/detail/shape_traits.hpp>
#include <cppsmith/service.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <string_view>

namespace cppsmith::inline v0 {

/// The input or output of an operation that has none.
struct unit {
    friend auto operator<=>(unit const&, unit const&) = default;
};

BOOST_DESCRIBE_STRUCT(unit, (), ())

auto shape_of(unit const&) -> structure<"Unit">;

/// Smithy's `http` and `endpoint` traits: the method, the path with its labels ("/things/{name}", "/{key+}"), the status of a success, and what
/// stands in front of the endpoint's host ("{AccountId}.data-").
struct http_binding {
    std::string_view method{}, uri{};
    int status = 200;
    std::string_view host_prefix{};
};

/// The error shapes that an operation's model lists.
template <class... Errors> struct error_list {
    static constexpr std::size_t size = sizeof...(Errors);
};

/// What else a model says of an operation: an operation that has any of these says `using traits = operation_traits<...>`.
template <class... Traits> struct operation_traits {};
struct unsigned_request {};   ///< sent without authentication (Smithy's `optionalAuth`, or `auth` without any)
struct unsigned_payload {};   ///< signed without its body (`aws.auth#unsignedPayload`)
struct checksum_required {};  ///< sent with the MD5 of its body (`httpChecksumRequired`)
struct gzip_allowed {};       ///< whose body may be compressed (`requestCompression`)
struct discovers_endpoint {}; ///< whose endpoint the service can tell, or has to (`aws.api#clientDiscoveredEndpoint`)

namespace detail {

template <class Traits, class Trait> inline constexpr bool is_among_traits = false;
template <class... Traits, class Trait>
inline constexpr bool is_among_traits<operation_traits<Traits...>, Trait> = (std::same_as<Traits, Trait> || ...);

/// Whether the model gives an operation a trait.
template <class Op, class Trait> inline constexpr bool operation_has = false;
template <class Op, class Trait>
requires requires { typename Op::traits; }
inline constexpr bool operation_has<Op, Trait> = is_among_traits<typename Op::traits, Trait>;

/// Calls `f(label)` for the text between each pair of braces of a URI template, a greedy label's '+' left out.
template <class F> constexpr void for_each_label(std::string_view uri, F&& f) {
    for (std::size_t open = uri.find('{'); open != uri.npos; open = uri.find('{', open + 1)) {
        auto const label = uri.substr(open + 1, uri.find('}', open) - open - 1);
        f(label.ends_with('+') ? label.substr(0, label.size() - 1) : label);
    }
}

/// Whether each label of the host prefix is a member that says so.
template <class Request> constexpr bool host_labels_match(std::string_view prefix) noexcept {
    bool all = true;
    for_each_label(prefix, [&](std::string_view label) {
        bool bound = false;
        for_each_member<Request>([&]<class Member>() {
            return bound = bound || (has<typename Member::traits, as_host_label> && Member::spelling == label), true;
        });
        all = all && bound;
    });
    return all;
}

/// Whether a trait binds to a label of the path, or one of a member's traits does.
template <class Trait> inline constexpr bool names_label = false;
template <fixed_string S> inline constexpr bool names_label<in_path<S>> = true;
template <auto Member, class... Traits>
inline constexpr bool names_label<member<Member, Traits...>> = (names_label<Traits> || ...);

/// Whether there is nothing to match: neither labels nor members that name one, as mostly. Asked first, since it walks over no members.
template <class Request> constexpr bool without_labels(std::string_view uri) noexcept {
    constexpr bool unnamed = []<class... Traits>(trait_list<Traits...>) {
        return !(names_label<Traits> || ...);
    }(structure_traits<Request>{});
    return unnamed && uri.find('{') == uri.npos;
}

/// Whether each label of the URI is bound by exactly one member, and each member bound to the path has its label there.
template <class Request> constexpr bool labels_match(std::string_view uri) noexcept {
    std::size_t in_uri = 0, in_members = 0;
    bool each_once = true;
    for_each_member<Request>([&]<class Member>() { return in_members += Member::binding.place == place::path, true; });
    for_each_label(uri, [&](std::string_view label) {
        std::size_t bound = 0;
        for_each_member<Request>(
            [&]<class Member>() { return bound += Member::binding.place == place::path && Member::binding.name == label, true; });
        each_once = each_once && bound == 1;
        ++in_uri;
    });
    return each_once && in_uri == in_members;
}

} // namespace detail

/// An operation of a service: a type that is never instantiated, only asked.
///
/// Exemplar: any generated operation. `service` is a `cppsmith::service`; `request` and `response` are described structures; `errors` is an
/// `error_list`; `name` is the model's; every label of `http.uri` is bound by exactly one member of the request, every one of `http.host_prefix`
/// is a member's too; `traits`, if there are any, are `operation_traits`.
template <class T>
concept operation =
    requires {
        typename T::errors;
        { T::name } -> std::convertible_to<std::string_view>;
        { T::http } -> std::same_as<http_binding const&>;
    } && service<typename T::service> && detail::described_structure<typename T::request> &&
    detail::described_structure<typename T::response> &&
    (detail::without_labels<typename T::request>(T::http.uri) || detail::labels_match<typename T::request>(T::http.uri)) &&
    (T::http.host_prefix.empty() || detail::host_labels_match<typename T::request>(T::http.host_prefix));

} // namespace cppsmith::inline v0

#endif // CPPSMITH_OPERATION_HPP
