// A text that is put together from many small pieces.

#ifndef CPPSMITH_DETAIL_TEXT_BUILDER_HPP
#define CPPSMITH_DETAIL_TEXT_BUILDER_HPP

#include <cppsmith/detail/ascii.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::detail {

/// Writes a SHA-256 in hexadecimal digits in lower case, and returns where they end. Loops of a constant length: compilers make
/// a few wide operations of them.
inline char* write_hex(char* to, std::span<unsigned char const, 32> bytes) noexcept {
    std::array<unsigned char, 64> digits;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        digits[2 * i] = bytes[i] >> 4;
        digits[2 * i + 1] = bytes[i] & 15;
    }
    for (std::size_t i = 0; i < digits.size(); ++i) to[i] = static_cast<char>(digits[i] + (digits[i] > 9 ? 'a' - 10 : '0'));
    return to + digits.size();
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

    /// Appends texts, literals and characters one behind the other: room for all of them is asked for once, and the end stays in a
    /// register until they are written.
    template <class... Pieces>
    requires((std::same_as<Pieces, char> || std::convertible_to<Pieces const&, std::string_view>) && ...)
    text_builder& append(Pieces const&... pieces) {
        make_room((size_of(pieces) + ...));
        char* at = end_;
        ((at = put(at, pieces)), ...);
        end_ = at;
        return *this;
    }
    text_builder& operator+=(char c) { return append(c); }
    text_builder& append_lower_case(std::string_view s) {
        make_room(s.size());
        end_ = std::transform(s.begin(), s.end(), end_, to_lower);
        return *this;
    }
    text_builder& append_hex(std::span<unsigned char const, 32> bytes) {
        make_room(2 * bytes.size());
        end_ = write_hex(end_, bytes);
        return *this;
    }

  private:
    static constexpr std::size_t size_of(char) noexcept { return 1; }
    static constexpr std::size_t size_of(std::string_view s) noexcept { return s.size(); }
    static char* put(char* at, char c) noexcept {
        *at = c;
        return at + 1;
    }
    static char* put(char* at, std::string_view s) noexcept {
        if (!s.empty()) std::memcpy(at, s.data(), s.size()); // of a literal, a store or two
        return at + s.size();
    }

    void make_room(std::size_t more) {
        if (static_cast<std::size_t>(limit_ - end_) < more) grow(more);
    }
    [[gnu::cold, gnu::noinline]] void grow(std::size_t more) {
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
