// Members of described structures, whether required or optional: looked at, filled, and begun without values.

#ifndef CPPSMITH_DETAIL_MEMBER_ACCESS_HPP
#define CPPSMITH_DETAIL_MEMBER_ACCESS_HPP

#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/detail/shape_traits.hpp>
#include <cppsmith/detail/union_traits.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>

#include <boost/mp11/list.hpp>

#include <concepts>
#include <cstddef>
#include <utility>
#include <vector>

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations" // to walk over a member is not to use it
#endif

namespace cppsmith::inline v0::detail {

template <class T> inline constexpr bool is_required = false;
template <class T, class... Limits> inline constexpr bool is_required<required<T, Limits...>> = true;

/// The type of the value inside a required or an optional member, be it behind a `recursive` or not.
template <class Member> struct value_of;
template <class T, class... Limits> struct value_of<optional<T, Limits...>> : inner_of<T> {};
template <class T, class... Limits> struct value_of<required<T, Limits...>> : inner_of<T> {};

/// Whether the keys of a map have to stay out of pointers.
template <class Traits, class K>
inline constexpr bool hides_keys = has<traits_inside<keys, Traits>, sensitive> || is_sensitive_text<K>;

/// The limits of the number inside a required or an optional member.
template <class Member> struct number_limits {
    using type = trait_list<>;
};
template <template <class, class...> class Member, class T, fixed_string Shape, class... Limits>
struct number_limits<Member<T, number<Shape, Limits...>>> {
    using type = trait_list<Limits...>;
};

/// The value of a member; null where it is absent.
template <class T, class... L> constexpr auto const* present(optional<T, L...> const& m) noexcept {
    return m.has_value() ? &*m : nullptr;
}
template <class T, class... L> constexpr auto const* present(required<T, L...> const& m) noexcept {
    return m.has_value() ? &m.value() : nullptr;
}
template <class T, class... L> constexpr auto* present(optional<T, L...>& m) noexcept { return m.has_value() ? &*m : nullptr; }
template <class T, class... L> constexpr auto* present(required<T, L...>& m) noexcept {
    return m.has_value() ? &m.value() : nullptr;
}

/// A structure all of whose members are absent, required ones too.
template <described_structure T> constexpr T make_absent() {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return T{((void)I, absent_t{})...};
    }(std::make_index_sequence<boost::mp11::mp_size<members<T>>::value>{});
}

/// A value that a decoder fills: absent members for structures, the type's own beginning for the rest.
template <class T> constexpr T make_empty() {
    if constexpr (described_structure<T>) return make_absent<T>();
    else if constexpr (is_recursive<T>) return T(make_empty<typename T::value_type>());
    else if constexpr (is_open_enum<T>) return T(borrowed_slice{});
    else return T{};
}

/// Makes such a value in the place where it will be.
template <class T> struct empty_maker {
    operator T() const { return make_empty<T>(); }
};

/// Makes every borrowed text inside a value its own.
template <class T> void own(T& value) {
    if constexpr (is_text<T> || is_open_enum<T> || std::same_as<T, blob> || std::same_as<T, numeral> ||
                  std::same_as<T, document>) {
        value.own();
    } else if constexpr (is_optional<T>) {
        if (value.has_value()) own(*value);
    } else if constexpr (is_vector<T>) {
        if constexpr (!std::same_as<T, std::vector<bool>>) // whose elements are proxies, and own all they have
            for (auto& element : value) own(element);
    } else if constexpr (is_map<T>) {
        value = T(value); // copies what lives in the reply
    } else if constexpr (described_union<T>) {
        with_alternative(value, []<class Member>(auto& inner) { return own(inner), true; });
    } else if constexpr (described_structure<T>) {
        for_each_member<T>([&]<class Member>() {
            if (auto* inner = present(value.*Member::pointer)) own(*inner);
            return true;
        });
    }
}

} // namespace cppsmith::inline v0::detail

#ifdef __clang__
#pragma clang diagnostic pop
#endif

#endif // CPPSMITH_DETAIL_MEMBER_ACCESS_HPP
