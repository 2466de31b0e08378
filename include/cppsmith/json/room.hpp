// What is known of a structure's JSON before there is a value: its keys with their punctuation, and the most that they, its numbers and its short texts take.

#ifndef CPPSMITH_JSON_ROOM_HPP
#define CPPSMITH_JSON_ROOM_HPP

#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/detail/shape_traits.hpp>
#include <cppsmith/detail/simd.hpp>
#include <cppsmith/json/escape.hpp>
#include <cppsmith/json/put_number.hpp>
#include <cppsmith/json/put_text.hpp>
#include <cppsmith/json/spelling.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/timestamp.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0::json::detail {

using namespace cppsmith::detail;

/// The most characters that a T takes in JSON; 0 where that depends on the value. `null` fits too: an optional may be one, and so may a timestamp
/// that cannot be written.
template <class T> inline constexpr std::size_t fixed_room = 0;
template <> inline constexpr std::size_t fixed_room<bool> = 5;
template <std::integral T> inline constexpr std::size_t fixed_room<T> = integer_room;      // -9223372036854775808
template <std::floating_point T> inline constexpr std::size_t fixed_room<T> = number_room; // -2.2250738585072014e-308
template <class T, class... Limits> inline constexpr std::size_t fixed_room<optional<T, Limits...>> = fixed_room<T>;
template <> inline constexpr std::size_t fixed_room<timestamp> = 48; // quotes, a date with its day's name, nanoseconds

/// Whether a T is a text in JSON: characters in quotes, as many as they are.
template <class T> inline constexpr bool has_quotes = is_text<T> || is_open_enum<T>;

/// A short text without escapes, in its quotes.
inline constexpr std::size_t short_text_room = 1 + most_clean + most_behind_text;

/// The room that is kept ahead for each T: all that it takes, or enough for a short text; a longer one asks for itself, and so does the `null` of an
/// optional that has no fixed room.
template <class T> inline constexpr std::size_t kept_room = has_quotes<T> ? short_text_room : fixed_room<T>;
template <class T, class... Limits> inline constexpr std::size_t kept_room<optional<T, Limits...>> = kept_room<T>;

/// The name of a member, as it stands in a document.
template <class Member, spelling Spelling>
inline constexpr std::string_view key_name = Spelling == spelling::model ? Member::spelling : Member::wire;

constexpr std::size_t escaped_size(std::string_view name) {
    std::size_t size = 0;
    for (char c : name) {
        char room[escape_growth]{};
        size += static_cast<unsigned char>(c) < 0x80 ? static_cast<std::size_t>(escape_scalar(room, &c, &c + 1, {}) - room) : 1;
    }
    return size;
}

// Functions, not lambdas in the constants: of those, g++ would say that their variables shadow a user's.
template <class Member, spelling Spelling> constexpr auto make_key_text() {
    constexpr auto name = key_name<Member, Spelling>;
    std::array<char, escaped_size(name) + 3> text{};
    auto* out = text.data();
    *out++ = '"';
    out = escape_scalar(out, name.data(), name.data() + name.size(), on_invalid_utf8::replace);
    *out++ = '"';
    *out++ = ':';
    return text;
}

/// `"name":`, with what JSON wants escaped in it.
template <class Member, spelling Spelling> inline constexpr auto key_text = make_key_text<Member, Spelling>();
template <class Member, spelling Spelling>
inline constexpr std::string_view key_view{key_text<Member, Spelling>.data(), key_text<Member, Spelling>.size()};

/// The size of a key and, where a text follows, its first quote.
template <class Member, spelling Spelling>
inline constexpr std::size_t key_size = key_text<Member, Spelling>.size() + has_quotes<typename Member::type::value_type>;
inline constexpr std::size_t least_key_block = 16;

template <class Member, spelling Spelling> constexpr auto make_key_block() {
    constexpr auto size = key_size<Member, Spelling>;
    constexpr auto room = size > least_key_block ? size : least_key_block;
    std::array<char, room> block{};
    std::size_t i = 0;
    for (char c : key_text<Member, Spelling>) block[i++] = c;
    if (i < size) block[i] = '"';
    return block;
}

/// A key with that quote, filled up to a whole block where it is short.
template <class Member, spelling Spelling> inline constexpr auto key_block = make_key_block<Member, Spelling>();

/// Writes a constant, whose size the compiler sees.
constexpr char* copy_constant(char* out, std::string_view constant) {
    if (!std::is_constant_evaluated()) std::memcpy(out, constant.data(), constant.size());
    else
        for (std::size_t i = 0; i < constant.size(); ++i) out[i] = constant[i];
    return out + constant.size();
}

/// Writes a member's key and, where a text follows, its first quote. There is room for a whole block.
template <class Member, spelling Spelling> constexpr char* put_key(char* out) {
    constexpr auto& block = key_block<Member, Spelling>;
    if (!std::is_constant_evaluated()) std::memcpy(out, block.data(), block.size());
    else copy_constant(out, {block.data(), key_size<Member, Spelling>});
    return out + key_size<Member, Spelling>;
}

/// Whether the constant stands at `at`, where its size can be read. By words that overlap: compilers call `memcmp` for what is longer than they
/// like.
template <auto const& Constant> [[gnu::always_inline]] inline bool is_constant(char const* at) noexcept {
    constexpr std::size_t word = sizeof(std::uint64_t);
    if constexpr (Constant.size() < word) {
        return std::memcmp(at, Constant.data(), Constant.size()) == 0;
    } else {
        auto const differs = [at](std::size_t i) {
            return load<std::uint64_t>(at + i) ^ load<std::uint64_t>(Constant.data() + i);
        };
        auto difference = differs(Constant.size() - word);
        for (std::size_t i = 0; i + word < Constant.size(); i += word) difference |= differs(i);
        return difference == 0;
    }
}

template <class T, spelling Spelling> constexpr std::size_t count_structure_room() {
    std::size_t room = 2 + least_key_block; // the last key may be copied with what is behind it
    for_each_member<T>([&room]<class Member>() {
        room += key_text<Member, Spelling>.size() + kept_room<typename Member::type::value_type> + 1;
        return true;
    });
    return room;
}

/// What a structure takes at most, but for values without a fixed size that are no short texts: brackets, keys, colons, commas, numbers.
template <class T, spelling Spelling> inline constexpr std::size_t structure_room = count_structure_room<T, Spelling>();

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_ROOM_HPP
