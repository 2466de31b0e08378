// Room for lists and maps before all that they hold was read: guessed from what the text has shown so far.

#ifndef CPPSMITH_JSON_EXPECTED_ROOM_HPP
#define CPPSMITH_JSON_EXPECTED_ROOM_HPP

#include <cppsmith/detail/arena.hpp>
#include <cppsmith/json/nesting.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

namespace cppsmith::inline v0::json::detail {

/// How many the last list or map held, at each depth.
class last_sizes {
  public:
    /// Once: of those inside the next one nothing is known.
    std::size_t take(int depth) noexcept { return std::exchange(at(depth), std::uint8_t{0}); }
    void set(int depth, std::size_t n) noexcept { at(depth) = static_cast<std::uint8_t>(std::min(n, most)); }

  private:
    static constexpr std::size_t most = 32; // to expect of one that has not shown yet that it has more

    std::uint8_t& at(int depth) noexcept { return sizes_[static_cast<unsigned>(depth) % sizes_.size()]; }

    std::array<std::uint8_t, 8> sizes_{};
};

/// Room for the lists of one text, which may well go on with something else than more of their elements: a list keeps room for no more than four
/// times what it holds, or 256 bytes, and guesses beyond that cost no more, all together, than the text's size.
class list_room {
  public:
    explicit list_room(std::size_t text_size) noexcept : to_spare_(text_size) {}

    template <class T> void begin(std::vector<T>& out, std::size_t expected) const { out.reserve(std::min(expected, cheap<T>)); }

    /// Room for one more, where there is none. From four elements on for as many as the `rest` of the text holds if they are like those that took
    /// `read` characters of it, and an eighth more; before that, and where it was guessed enough, for four times as many.
    template <class T> void grow(std::vector<T>& out, std::size_t read, std::size_t rest) {
        auto const n = out.size();
        if (n == 0) return;
        auto const more = static_cast<std::size_t>(std::uint64_t{rest} * n / read); // a text has less than 4 GiB
        auto const alike = n + more + more / 8 + 1;
        if (alike <= 4 * n)
            return out.reserve(std::max(alike, n + n / 2)); // at its end, a wrong guess should not grow one by one
        auto const beyond = alike - 4 * n;
        if (n < 4 || beyond > to_spare_ / sizeof(T)) return out.reserve(4 * n);
        to_spare_ -= beyond * sizeof(T);
        out.reserve(alike);
    }

    /// Gives back what was wrong about the guess.
    template <class T> void end(std::vector<T>& out) const {
        if (out.capacity() > std::max(4 * out.size(), cheap<T>)) [[unlikely]]
            out = std::vector<T>(std::make_move_iterator(out.begin()), std::make_move_iterator(out.end()));
    }

  private:
    template <class T> static constexpr std::size_t cheap = 1 + 256 / sizeof(T); // elements to be wrong about

    std::size_t to_spare_;
};

/// What the lists and maps of one text need; `blocks` hold the entries of maps where texts borrow.
template <nesting> struct expected_room {
    expected_room(arena* a, std::size_t text_size) noexcept : blocks(a), of_lists(text_size) {
        if (blocks) blocks->expect(text_size / 4);
    }

    arena* blocks;
    last_sizes list_sizes{}, map_sizes{};
    list_room of_lists;
};
template <> struct expected_room<nesting::none> {
    expected_room(arena*, std::size_t) noexcept {}
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_EXPECTED_ROOM_HPP
