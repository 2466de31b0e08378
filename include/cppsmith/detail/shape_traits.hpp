// Questions to a shape's description, answered at compile time.

#ifndef CPPSMITH_DETAIL_SHAPE_TRAITS_HPP
#define CPPSMITH_DETAIL_SHAPE_TRAITS_HPP

#include <cppsmith/detail/inlined.hpp>
#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations" // to walk over a member is not to use it
#endif

namespace cppsmith::inline v0::detail {

template <class... Traits> struct trait_list {};

/// The description of T, found by argument-dependent lookup.
template <class T> using shape = decltype(shape_of(std::declval<T const&>()));

template <class Shape> inline constexpr std::size_t alternative_count = static_cast<std::size_t>(-1); // it is no union
template <fixed_string Name, class Trait, class... Alternatives>
inline constexpr std::size_t alternative_count<union_of<Name, Trait, Alternatives...>> = sizeof...(Alternatives);

template <class T>
concept described_structure =
    std::is_class_v<T> && !is_recursive<T> && requires { requires alternative_count<shape<T>> == static_cast<std::size_t>(-1); };

template <class T> struct members_in {
    using type = boost::describe::describe_members<T, boost::describe::mod_public>;
};
template <class T>
requires requires(T const& t) { members_of(t); }
struct members_in<T> {
    using type = decltype(members_of(std::declval<T const&>()));
};

/// Descriptors of T's members, in the model's order.
template <class T> using members = typename members_in<T>::type;

template <class Shape> inline constexpr std::string_view name_in_model = "";
template <fixed_string Name, class... Traits>
inline constexpr std::string_view name_in_model<structure<Name, Traits...>> = Name.view();
template <fixed_string Name, class... Values>
inline constexpr std::string_view name_in_model<enumeration<Name, Values...>> = Name.view();
template <fixed_string Name, auto const& Values>
inline constexpr std::string_view name_in_model<enumeration_of<Name, Values>> = Name.view();

template <class T> constexpr std::string_view shape_name() noexcept { return name_in_model<shape<T>>; }

// ---- the traits of one member: overload resolution finds the base member_entry<P, ...> among the bases of an index

template <auto Member, class... Traits> struct member_entry {
    static auto find(std::integral_constant<decltype(Member), Member>) -> trait_list<Traits...>;
};
template <class Trait> struct as_entry {
    static void find(as_entry);
};
template <auto Member, class... Traits> struct as_entry<member<Member, Traits...>> : member_entry<Member, Traits...> {};

template <class Shape> struct member_index;
template <fixed_string Name, class... Traits> struct member_index<structure<Name, Traits...>> : as_entry<Traits>... {
    using as_entry<Traits>::find...;
    static auto find(...) -> trait_list<>;
};

/// The traits that T's description gives to `Member`; an empty list where it gives none.
template <class T, auto Member> struct traits_of { // a class: g++ 12 resolves the overload too early in an alias
    using type = decltype(member_index<shape<T>>::find(std::integral_constant<decltype(Member), Member>{}));
};
template <class T, auto Member> using member_traits = typename traits_of<T, Member>::type;

/// The traits of the structure itself.
template <class Shape> struct own_traits;
template <fixed_string Name, class... Traits> struct own_traits<structure<Name, Traits...>> {
    using type = trait_list<Traits...>;
};
template <class T> using structure_traits = typename own_traits<shape<T>>::type;

// ---- single traits in a list

template <class List, class Trait> inline constexpr bool has = false;
template <class... Traits, class Trait>
inline constexpr bool has<trait_list<Traits...>, Trait> = (std::same_as<Traits, Trait> || ...);

enum class place : unsigned char { body, path, query, query_map, header, headers, status, payload };

/// A structure may be the input of one operation and the output of another: what has no sense there is in the body.
constexpr bool in_request_body(place p) noexcept { return p == place::body || p == place::status; }
constexpr bool in_response_body(place p) noexcept {
    return p == place::body || p == place::path || p == place::query || p == place::query_map;
}

/// Where the protocol binds a member, and under which names.
struct member_binding {
    detail::place place = detail::place::body;
    std::string_view name{};     ///< of the label, parameter or header; the prefix of headers
    std::string_view wire{};     ///< in a JSON body; empty: as it is spelled
    std::string_view spelling{}; ///< in the model; empty: as the C++ member is called
};

template <class Trait> constexpr void note(member_binding&, Trait) noexcept {} // it says nothing about the binding
template <fixed_string S> constexpr void note(member_binding& b, in_path<S>) noexcept {
    b.place = place::path, b.name = S.view();
}
template <fixed_string S> constexpr void note(member_binding& b, in_query<S>) noexcept {
    b.place = place::query, b.name = S.view();
}
template <fixed_string S> constexpr void note(member_binding& b, in_header<S>) noexcept {
    b.place = place::header, b.name = S.view();
}
template <fixed_string S> constexpr void note(member_binding& b, in_headers<S>) noexcept {
    b.place = place::headers, b.name = S.view();
}
constexpr void note(member_binding& b, in_query_map) noexcept { b.place = place::query_map; }
constexpr void note(member_binding& b, as_status) noexcept { b.place = place::status; }
constexpr void note(member_binding& b, as_payload) noexcept { b.place = place::payload; }
template <fixed_string S> constexpr void note(member_binding& b, named<S>) noexcept { b.wire = S.view(); }
template <fixed_string S> constexpr void note(member_binding& b, spelled<S>) noexcept { b.spelling = S.view(); }

template <class... Traits> constexpr member_binding binding_of(trait_list<Traits...>) noexcept {
    member_binding b;
    (note(b, Traits{}), ...);
    return b;
}

constexpr std::string_view first_of(std::string_view a, std::string_view b) noexcept { return a.empty() ? b : a; }

/// One member of T, as a codec sees it.
template <class T, class Descriptor> struct member_info {
    static constexpr auto pointer = Descriptor::pointer;
    using traits = typename traits_of<T, Descriptor::pointer>::type;
    static constexpr member_binding binding = binding_of(traits{});
    using type = std::remove_cvref_t<decltype(std::declval<T&>().*pointer)>;
    static constexpr std::string_view spelling = first_of(binding.spelling, Descriptor::name); ///< in the model
    static constexpr std::string_view wire = first_of(binding.wire, spelling);                 ///< in a JSON body
};

/// No more than so many members are gone over in one expression: Clang allows 256 levels.
inline constexpr std::size_t most_at_once = 60;

/// Calls `f.template operator()<member_info<T, D>>()` for each member in order, as long as it returns true.
template <class T, class Members = members<T>, class F> constexpr bool for_each_member(F&& f) {
    using namespace boost::mp11;
    if constexpr (mp_size<Members>::value > most_at_once)
        return for_each_member<T, mp_take_c<Members, most_at_once>>(f) && for_each_member<T, mp_drop_c<Members, most_at_once>>(f);
    else
        return [&]<class... D>(mp_list<D...>) {
            return (f.template operator()<member_info<T, D>>() && ...);
        }(mp_rename<Members, mp_list>{});
}

template <class T, class Members, class State, class F> constexpr State through_some_members(State state, F&& f);

/// Hands `state` through `f.template operator()<member_info<T, D>>(state)`, which returns it anew, for each member in order, as long as it is
/// true. By value and inlined, so that a codec's position stays in a register; of a structure with many members each part is a function.
template <class T, class Members = members<T>, class State, class F>
CPPSMITH_INLINED constexpr State through_each_member(State state, F&& f) {
    using namespace boost::mp11;
    if constexpr (mp_size<Members>::value > most_at_once) {
        state = through_some_members<T, mp_take_c<Members, most_at_once>>(state, f);
        return state ? through_some_members<T, mp_drop_c<Members, most_at_once>>(state, f) : state;
    } else {
        return [&]<class... D>(State s, mp_list<D...>) CPPSMITH_INLINED {
            void((static_cast<bool>(s = f.template operator()<member_info<T, D>>(s)) && ...));
            return s;
        }(state, mp_rename<Members, mp_list>{});
    }
}

template <class T, class Members, class State, class F> constexpr State through_some_members(State state, F&& f) {
    return through_each_member<T, Members>(state, f);
}

// ---- the timestamp format, the media type, the error response, the constraint of a list of traits

template <class Trait> inline constexpr int format_of = -1;
template <timestamp_format F> inline constexpr int format_of<format<F>> = static_cast<int>(F);

/// The format that the traits choose, or `otherwise`.
template <class... Traits> constexpr timestamp_format format_among(trait_list<Traits...>, timestamp_format otherwise) noexcept {
    int chosen = static_cast<int>(otherwise);
    ((chosen = format_of<Traits> >= 0 ? format_of<Traits> : chosen), ...);
    return static_cast<timestamp_format>(chosen);
}

template <class Trait> inline constexpr std::string_view media_type_of = "";
template <fixed_string Type> inline constexpr std::string_view media_type_of<media_type<Type>> = Type.view();

/// What the traits say a text or blob holds; empty where they say nothing.
template <class... Traits> constexpr std::string_view media_type_among(trait_list<Traits...>) noexcept {
    std::string_view chosen;
    ((chosen = first_of(chosen, media_type_of<Traits>)), ...);
    return chosen;
}

struct error_facts {
    int status = 0;
    std::string_view code{};
};
template <class Trait> inline constexpr error_facts error_facts_of{};
template <int Status, fixed_string Code>
inline constexpr error_facts error_facts_of<error_response<Status, Code>>{Status, Code.view()};

/// Status and code of an error shape; the code is the shape's name where the model gives no other.
template <class T> constexpr error_facts error_facts_for() noexcept {
    error_facts facts;
    [&]<class... Traits>(trait_list<Traits...>) {
        ((facts = error_facts_of<Traits>.status != 0 ? error_facts_of<Traits> : facts), ...);
    }(structure_traits<T>{});
    facts.code = first_of(facts.code, shape_name<T>());
    return facts;
}

/// What `each`, `keys` or `values` of a list of traits hold; an empty list where there is none.
template <template <class...> class Inner, class List> struct inner_traits;
template <template <class...> class Inner> struct inner_traits<Inner, trait_list<>> {
    using type = trait_list<>;
};
template <template <class...> class Inner, class First, class... Rest> struct inner_traits<Inner, trait_list<First, Rest...>> {
    using type = typename inner_traits<Inner, trait_list<Rest...>>::type;
};
template <template <class...> class Inner, class... Found, class... Rest>
struct inner_traits<Inner, trait_list<Inner<Found...>, Rest...>> {
    using type = trait_list<Found...>;
};

/// The traits of something inside of what is sensitive, and so is sensitive itself.
template <bool Secret, class List> struct secret_if {
    using type = List;
};
template <class... Traits>
requires(!(std::same_as<Traits, sensitive> || ...))
struct secret_if<true, trait_list<Traits...>> {
    using type = trait_list<Traits..., sensitive>;
};

/// The traits of a list's elements, a map's keys or a map's values.
template <template <class...> class Inner, class Traits>
using traits_inside = typename secret_if<has<Traits, sensitive>, typename inner_traits<Inner, Traits>::type>::type;

/// The traits of a member of T, as they apply to its content.
template <class T, class Member>
using content_traits = typename secret_if<has<structure_traits<T>, sensitive>, typename Member::traits>::type;

} // namespace cppsmith::inline v0::detail

#ifdef __clang__
#pragma clang diagnostic pop
#endif

#endif // CPPSMITH_DETAIL_SHAPE_TRAITS_HPP
