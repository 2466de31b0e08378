// Questions to the description of a union, answered at compile time.

#ifndef CPPSMITH_DETAIL_UNION_TRAITS_HPP
#define CPPSMITH_DETAIL_UNION_TRAITS_HPP

#include <cppsmith/detail/shape_traits.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace cppsmith::inline v0::detail {

template <class T>
concept described_union =
    std::is_class_v<T> && !is_recursive<T> && requires { requires alternative_count<shape<T>> != static_cast<std::size_t>(-1); };

template <class Shape> inline constexpr bool is_sensitive_shape = false;
template <fixed_string Name, class... Alternatives>
inline constexpr bool is_sensitive_shape<union_of<Name, sensitive, Alternatives...>> = true;

/// One member of a union, as a codec sees it.
template <std::size_t Index, bool Secret, class Alternative> struct alternative_info;
template <std::size_t Index, bool Secret, fixed_string Name, class... Traits>
struct alternative_info<Index, Secret, alternative<Name, Traits...>> {
    static constexpr std::size_t index = Index;
    using traits = typename secret_if<Secret, trait_list<Traits...>>::type;
    static constexpr std::string_view spelling = Name.view();                                              ///< in the model
    static constexpr std::string_view wire = first_of(binding_of(trait_list<Traits...>{}).wire, spelling); ///< in a JSON body
};

/// Calls `f.template operator()<alternative_info<...>>()` for each member in order, as long as it returns true.
template <class T, class F> constexpr bool for_each_alternative(F&& f) {
    return []<fixed_string Name, class Traits, class... Alternatives, std::size_t... I>(
               F& each, std::type_identity<union_of<Name, Traits, Alternatives...>>, std::index_sequence<I...>) {
        return (each.template operator()<alternative_info<I, std::same_as<Traits, sensitive>, Alternatives>>() && ...);
    }(f, std::type_identity<shape<T>>{}, std::make_index_sequence<alternative_count<shape<T>>>{});
}

/// Calls `f.template operator()<alternative_info<...>>(value)` for the member that is held; its result, or true where none of the model's is.
template <class U, class F> constexpr bool with_alternative(U& value, F&& f) {
    bool result = true;
    for_each_alternative<std::remove_const_t<U>>([&]<class Info>() {
        auto* const held = value.template at<Info::index>();
        if (held) result = f.template operator()<Info>(inside(*held));
        return !held;
    });
    return result;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_UNION_TRAITS_HPP
