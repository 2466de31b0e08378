// Which member of a structure a key names, where they do not come in the model's order.

#ifndef CPPSMITH_JSON_MEMBER_TABLE_HPP
#define CPPSMITH_JSON_MEMBER_TABLE_HPP

#include <cppsmith/json/room.hpp>
#include <cppsmith/json/spelling.hpp>

#include <boost/mp11/list.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cppsmith::inline v0::json::detail {

template <class T> inline constexpr std::size_t member_count = boost::mp11::mp_size<cppsmith::detail::members<T>>::value;

template <class T, spelling Spelling> constexpr auto make_member_names() {
    std::array<std::string_view, member_count<T>> names{};
    std::size_t i = 0;
    for_each_member<T>([&]<class Member>() { return names[i++] = key_name<Member, Spelling>, true; });
    return names;
}
/// The names of T's members in a document.
template <class T, spelling Spelling> inline constexpr auto member_names = make_member_names<T, Spelling>();

/// Looks at no more than four characters, by which members of one structure nearly always differ.
constexpr std::size_t hash_of_key(std::string_view key) noexcept {
    if (key.empty()) return 0;
    auto const at = [key](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(key[i])); };
    auto const n = key.size();
    return n * 31 + at(0) + at(n / 2) * 7 + at(n - 1) * 13 + at(n / 4) * 3;
}

template <std::size_t Count> constexpr auto make_member_slots(std::array<std::string_view, Count> const& names) {
    std::array<std::uint16_t, std::bit_ceil(2 * Count + 2)> slots{};
    slots.fill(static_cast<std::uint16_t>(Count));
    for (std::size_t member = 0; member < Count; ++member) {
        auto slot = hash_of_key(names[member]);
        while (slots[slot % slots.size()] != Count) ++slot;
        slots[slot % slots.size()] = static_cast<std::uint16_t>(member);
    }
    return slots;
}
/// A hash table over them, made by the compiler: places of members, and their number where a slot is free.
template <class T, spelling Spelling> inline constexpr auto member_slots = make_member_slots(member_names<T, Spelling>);

/// The place among T's members of the one with this name, or their number where there is none. Constant time.
template <class T, spelling Spelling> constexpr std::size_t find_member(std::string_view key) noexcept {
    constexpr auto& slots = member_slots<T, Spelling>;
    for (std::size_t slot = hash_of_key(key);; ++slot) {
        std::size_t const member = slots[slot % slots.size()];
        if (member == member_count<T> || member_names<T, Spelling>[member] == key) return member;
    }
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_MEMBER_TABLE_HPP
