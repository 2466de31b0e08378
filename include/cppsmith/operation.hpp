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

/// Smithy's `http` trait: the method, the path with its labels ("/things/{name}", "/{key+}"), and the status of a success.
struct http_binding {
    std::string_view method{}, uri{};
    int status = 200;
};

/// The error shapes that an operation's model lists.
template <class... Errors> struct error_list {
    static constexpr std::size_t size = sizeof...(Errors);
};

namespace detail {

/// Calls `f(label)` for the text between each pair of braces of a URI template, a greedy label's '+' left out.
template <class F> constexpr void for_each_label(std::string_view uri, F&& f) {
    for (std::size_t open = uri.find('{'); open != uri.npos; open = uri.find('{', open + 1)) {
        auto const label = uri.substr(open + 1, uri.find('}', open) - open - 1);
        f(label.ends_with('+') ? label.substr(0, label.size() - 1) : label);
    }
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
/// `error_list`; `name` is the model's; every label of `http.uri` is bound by exactly one member of the request.
template <class T>
concept operation =
    requires {
        typename T::errors;
        { T::name } -> std::convertible_to<std::string_view>;
        { T::http } -> std::same_as<http_binding const&>;
    } && service<typename T::service> && detail::described_structure<typename T::request> &&
    detail::described_structure<typename T::response> && detail::labels_match<typename T::request>(T::http.uri);

} // namespace cppsmith::inline v0

#endif // CPPSMITH_OPERATION_HPP
