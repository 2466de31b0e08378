// The values of an enumeration as they stand on the wire, in the order of its enumerators.

#ifndef CPPSMITH_DETAIL_ENUM_TABLE_HPP
#define CPPSMITH_DETAIL_ENUM_TABLE_HPP

#include <cppsmith/shape.hpp>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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

template <class E> using enum_shape = decltype(shape_of(std::declval<E>()));

template <class Shape, class E>
inline constexpr auto values_in = []<class... D>(boost::mp11::mp_list<D...>) {
    return std::array<std::string_view, sizeof...(D)>{respelled<Shape, E>::wire(D::value, D::name)...};
}(boost::mp11::mp_rename<boost::describe::describe_enumerators<E>, boost::mp11::mp_list>{});
template <fixed_string Name, auto const& Values, class E>
inline constexpr std::span<std::string_view const> values_in<enumeration_of<Name, Values>, E> = Values;

/// Wire values by enumerator; enumerators count from 0, as the generator writes them.
template <class E> inline constexpr auto& enum_values = values_in<enum_shape<E>, E>;

constexpr std::size_t hash_of_value(std::string_view wire) noexcept { // FNV-1a
    std::uint32_t hash = 2'166'136'261;
    for (char c : wire) hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619;
    return hash;
}

/// A hash table over the values of a large enumeration, made by the compiler where one is looked up: places of values, and their number where a
/// slot is free.
template <class E> struct value_slots {
    static constexpr std::size_t count = enum_values<E>.size();
    static constexpr auto slots = [] {
        std::array<std::uint16_t, std::bit_ceil(2 * count + 2)> made{};
        made.fill(count);
        for (std::size_t i = 0; i < count; ++i) {
            auto slot = hash_of_value(enum_values<E>[i]);
            while (made[slot % made.size()] != count) ++slot;
            made[slot % made.size()] = static_cast<std::uint16_t>(i);
        }
        return made;
    }();
};

/// The enumerator whose wire value this is. Linear in the number of values, but for large enumerations, where that is no matter.
template <class E> constexpr std::optional<E> enumerator_of(std::string_view wire) noexcept {
    if constexpr (enum_values<E>.size() > 52) {
        constexpr auto& slots = value_slots<E>::slots;
        for (auto slot = hash_of_value(wire);; ++slot) {
            std::size_t const i = slots[slot % slots.size()];
            if (i == enum_values<E>.size()) return std::nullopt;
            if (enum_values<E>[i] == wire) return static_cast<E>(i);
        }
    }
    for (std::size_t i = 0; i < enum_values<E>.size(); ++i)
        if (enum_values<E>[i] == wire) return static_cast<E>(i);
    return std::nullopt;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_ENUM_TABLE_HPP
