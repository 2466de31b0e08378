// A text that is put together from many small pieces.

#ifndef CPPSMITH_DETAIL_TEXT_BUILDER_HPP
#define CPPSMITH_DETAIL_TEXT_BUILDER_HPP

#include <cppsmith/detail/ascii.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::detail {

/// Two hexadecimal digits in lower case for each byte.
inline constexpr auto hex_pairs = [] {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<char, 512> made{};
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = digits[i % 2 == 0 ? i / 2 / 16 : i / 2 % 16];
    return made;
}();

/// Writes two hexadecimal digits for each byte, and returns where they end.
inline char* write_hex(char* to, std::span<unsigned char const> bytes) noexcept {
    for (unsigned char const b : bytes) std::memcpy(std::exchange(to, to + 2), hex_pairs.data() + 2 * b, 2);
    return to;
}

/// Appends without a call per piece, which costs more than the piece itself does. A text of up to 1 KiB needs no allocation.
class text_builder {
  public:
    text_builder() noexcept = default;
    text_builder(text_builder const&) = delete;
    text_builder& operator=(text_builder const&) = delete;

    std::size_t size() const noexcept { return static_cast<std::size_t>(end_ - begin_); }
    std::string_view view() const noexcept { return {begin_, size()}; }
    std::string text() const { return std::string(view()); }
    void shorten(std::size_t size) noexcept { end_ = begin_ + size; }

    text_builder& append(std::string_view s) {
        auto const n = s.size();
        make_room(n);
        if (n <= 16 && n >= 8) { // most pieces: two moves that may overlap
            std::memcpy(end_, s.data(), 8);
            std::memcpy(end_ + n - 8, s.data() + n - 8, 8);
        } else if (n != 0) {
            std::memcpy(end_, s.data(), n);
        }
        end_ += n;
        return *this;
    }
    text_builder& operator+=(char c) {
        make_room(1);
        *end_++ = c;
        return *this;
    }
    text_builder& append_lower_case(std::string_view s) {
        make_room(s.size());
        end_ = std::transform(s.begin(), s.end(), end_, to_lower);
        return *this;
    }
    /// Hexadecimal digits in lower case.
    text_builder& append_hex(std::span<unsigned char const> bytes) {
        make_room(2 * bytes.size());
        end_ = write_hex(end_, bytes);
        return *this;
    }

  private:
    void make_room(std::size_t more) {
        if (static_cast<std::size_t>(limit_ - end_) < more) grow(more);
    }
    void grow(std::size_t more) {
        auto const used = size(), larger = std::max(2 * static_cast<std::size_t>(limit_ - begin_), used + more);
        std::unique_ptr<char[]> room(new char[larger]);
        std::memcpy(room.get(), begin_, used);
        many_ = std::move(room);
        begin_ = many_.get(), end_ = begin_ + used, limit_ = begin_ + larger;
    }

    std::unique_ptr<char[]> many_{};
    char few_[1024]; ///< not filled before it is used
    char *begin_ = few_, *end_ = few_, *limit_ = few_ + sizeof few_;
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_TEXT_BUILDER_HPP
