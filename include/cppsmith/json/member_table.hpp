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

/// The names of T's members in a document, and a hash table over them, made by the compiler.
template <class T, spelling Spelling> class member_table {
  public:
    static constexpr std::size_t size = boost::mp11::mp_size<cppsmith::detail::members<T>>::value;

    /// The place of the member among T's, or `size` where there is none. Constant time.
    static constexpr std::size_t find(std::string_view key) noexcept {
        for (std::size_t slot = hash(key);; ++slot) {
            std::size_t const member = slots[slot % slots.size()];
            if (member == size || names[member] == key) return member;
        }
    }

  private:
    static constexpr auto names = [] {
        std::array<std::string_view, size> all{};
        std::size_t i = 0;
        for_each_member<T>([&]<class Member>() { return all[i++] = key_name<Member, Spelling>, true; });
        return all;
    }();

    /// Looks at no more than four characters, by which members of one structure nearly always differ.
    static constexpr std::size_t hash(std::string_view key) noexcept {
        if (key.empty()) return 0;
        auto const at = [key](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(key[i])); };
        auto const n = key.size();
        return n * 31 + at(0) + at(n / 2) * 7 + at(n - 1) * 13 + at(n / 4) * 3;
    }

    static constexpr auto slots = [] {
        std::array<std::uint16_t, std::bit_ceil(2 * size + 2)> table{};
        table.fill(static_cast<std::uint16_t>(size));
        for (std::size_t member = 0; member < size; ++member) {
            auto slot = hash(names[member]);
            while (table[slot % table.size()] != size) ++slot;
            table[slot % table.size()] = static_cast<std::uint16_t>(member);
        }
        return table;
    }();
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_MEMBER_TABLE_HPP
