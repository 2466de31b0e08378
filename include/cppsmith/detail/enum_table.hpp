// The values of an enumeration as they stand on the wire, in the order of its enumerators.

#ifndef CPPSMITH_DETAIL_ENUM_TABLE_HPP
#define CPPSMITH_DETAIL_ENUM_TABLE_HPP

#include <cppsmith/shape.hpp>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::detail {

template <class Shape, class E> struct respelled {
    static constexpr std::string_view wire(E, std::string_view name) noexcept { return name; }
};
template <fixed_string Name, auto... Enumerators, fixed_string... Wires, class E>
struct respelled<enumeration<Name, value<Enumerators, Wires>...>, E> {
    static constexpr std::string_view wire([[maybe_unused]] E e, std::string_view name) noexcept {
        ((name = e == Enumerators ? Wires.view() : name), ...);
        return name;
    }
};

/// Wire values by enumerator; enumerators count from 0, as the generator writes them.
template <class E>
inline constexpr auto enum_values = []<class... D>(boost::mp11::mp_list<D...>) {
    using shape = decltype(shape_of(std::declval<E>()));
    return std::array<std::string_view, sizeof...(D)>{respelled<shape, E>::wire(D::value, D::name)...};
}(boost::mp11::mp_rename<boost::describe::describe_enumerators<E>, boost::mp11::mp_list>{});

/// The enumerator whose wire value this is. Linear in the number of values.
template <class E> constexpr std::optional<E> enumerator_of(std::string_view wire) noexcept {
    for (std::size_t i = 0; i < enum_values<E>.size(); ++i)
        if (enum_values<E>[i] == wire) return static_cast<E>(i);
    return std::nullopt;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_ENUM_TABLE_HPP
