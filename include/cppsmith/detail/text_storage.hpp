// The characters behind texts, enums and blobs: a literal, a slice of a reply's body, or characters of one's own; sixteen bytes in all.

#ifndef CPPSMITH_DETAIL_TEXT_STORAGE_HPP
#define CPPSMITH_DETAIL_TEXT_STORAGE_HPP

#include <cppsmith/detail/simd.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace cppsmith::inline v0::detail {

/// Makes a value that stands for none: the spare state by which a member knows that it is absent.
struct vacant_t {};

/// Whether a T has that state: it is made from `vacant_t`, and tells by `is_vacant(value)`. Said by each such type; to try the call would ask
/// what is in a list or a map, which may be incomplete.
template <class T> inline constexpr bool can_be_vacant = false;

/// A literal copies as a literal; a borrowed slice copies as characters of its own, so that nothing outlives its reply by accident;
/// moving keeps what it is. Up to 15 characters of one's own need no heap. A constant expression only ever holds literals.
class text_storage {
  public:
    constexpr text_storage() noexcept = default;
    constexpr explicit text_storage(vacant_t) noexcept : word_(tag(kind::vacant)) {}
    constexpr text_storage(text_storage const& other) : data_(other.data_), word_(other.word_) {
        if (other.owns() || other.is(kind::borrowed)) assign_copy(other.view());
    }
    constexpr text_storage(text_storage&& other) noexcept : data_(other.data_), word_(other.word_) { other.let_go(); }
    constexpr text_storage& operator=(text_storage const& other) {
        if (this != &other) *this = text_storage(other);
        return *this;
    }
    constexpr text_storage& operator=(text_storage&& other) noexcept {
        if (this == &other) return *this;
        if (owns()) drop();
        data_ = other.data_;
        word_ = other.word_;
        other.let_go();
        return *this;
    }
    constexpr ~text_storage() {
        if (owns()) drop();
    }

    static constexpr text_storage literal(std::string_view characters) noexcept { return {kind::literal, characters}; }
    static constexpr text_storage borrowed(std::string_view slice) noexcept { return {kind::borrowed, slice}; }
    static text_storage copied(std::string_view characters) {
        text_storage made;
        made.assign_copy(characters);
        return made;
    }
    /// Takes a long string over as it is; a copy of a short one is cheaper than a place for it.
    static text_storage owned(std::string&& characters) {
        if (characters.size() < worth_boxing) return copied(characters);
        text_storage made;
        made.data_ = reinterpret_cast<char const*>(new std::string(std::move(characters)));
        made.word_ = tag(kind::boxed) | size_mask;
        return made;
    }

    [[gnu::always_inline]] constexpr std::string_view view() const noexcept {
        if (word_ - tag(kind::literal) < tag(kind::boxed) - tag(kind::literal))
            return {data_, static_cast<std::size_t>(word_ & size_mask)};
        return stored();
    }
    /// Whether the characters lie in this object, all 16 bytes of which can be read then; `in_place()` and `elsewhere()` are the characters
    /// for who has asked this. Of a string that was taken over `elsewhere()` tells only that it is long.
    constexpr bool is_in_place() const noexcept { return most_in_place != 0 && last_byte() <= 15; }
    std::string_view in_place() const noexcept { return {reinterpret_cast<char const*>(this), last_byte()}; }
    struct place {
        char const* characters;
        std::size_t size;
    };
    place elsewhere() const noexcept { return {data_, static_cast<std::size_t>(word_ & size_mask)}; }

    constexpr bool is_borrowed() const noexcept { return is(kind::borrowed); }
    constexpr bool is_literal() const noexcept { return is(kind::literal); }
    constexpr bool is_vacant() const noexcept { return last_byte() == tag(kind::vacant) >> 56; }

    /// Makes a borrowed slice characters of its own; leaves the rest alone.
    void own() {
        if (is(kind::borrowed)) assign_copy(view());
    }

    std::string release() && {
        std::string out = is(kind::boxed) ? std::move(*box()) : std::string(view());
        *this = text_storage();
        return out;
    }

  private:
    /// In the top three bits of `word_`, the size in the others. Their order is made use of: those from `literal` to `buffer` have their characters
    /// at `data_`, the last two own them.
    enum class kind : unsigned char {
        in_place, ///< the characters are the first bytes of this object, their number is its last one
        vacant,
        literal,
        borrowed,
        buffer, ///< an array of its own
        boxed   ///< `data_` points at a std::string of its own; the size is none, but larger than any
    };
    static constexpr std::uint64_t tag(kind k) noexcept { return static_cast<std::uint64_t>(k) << 61; }
    static constexpr std::uint64_t size_mask = (std::uint64_t{1} << 61) - 1;
    static constexpr std::size_t most_in_place = std::endian::native == std::endian::little && sizeof(char*) == 8 ? 15 : 0;
    static constexpr std::size_t worth_boxing = 65; ///< such a text is long for who writes it, too

    constexpr text_storage(kind k, std::string_view v) noexcept : data_(v.data()), word_(tag(k) | v.size()) {}

    constexpr bool is(kind k) const noexcept { return word_ >> 61 == static_cast<std::uint64_t>(k); }
    /// `word_ >> 56`, by a load of one byte: of a word that is shifted compilers test more than is asked. Of what is not in place, more than 15.
    constexpr std::size_t last_byte() const noexcept {
        if (most_in_place == 0 || std::is_constant_evaluated()) return static_cast<std::size_t>(word_ >> 56);
        return load<unsigned char>(reinterpret_cast<char const*>(this) + 15);
    }
    constexpr bool owns() const noexcept { return word_ >= tag(kind::buffer); }
    constexpr void let_go() noexcept {
        if (owns()) data_ = "", word_ = tag(kind::literal);
    }
    std::string* box() const noexcept { return reinterpret_cast<std::string*>(const_cast<char*>(data_)); }

    std::string_view stored() const noexcept { return is_in_place() ? in_place() : boxed(); }
    std::string_view boxed() const noexcept { return is(kind::boxed) ? std::string_view(*box()) : std::string_view(); }

    /// Becomes a copy of characters that may be its own; what it owned before is not given back here.
    void assign_copy(std::string_view characters) {
        auto const n = characters.size();
        if (n <= most_in_place) {
            auto const [low, high] = words_of(characters.data(), n);
            std::memcpy(static_cast<void*>(&data_), &low, sizeof data_);
            static_assert(tag(kind::in_place) == 0);
            word_ = high | std::uint64_t{n} << 56;
        } else {
            auto* const made = static_cast<char*>(::operator new(n));
            std::memcpy(made, characters.data(), n);
            data_ = made;
            word_ = tag(kind::buffer) | n;
        }
    }

    struct words {
        std::uint64_t low, high;
    };
    /// Up to 15 characters, the first one lowest, the rest zeros. In registers: what is stored by pieces cannot be loaded as a whole at once.
    static words words_of(char const* from, std::size_t n) noexcept {
        if (n > 8) return {load<std::uint64_t>(from), load<std::uint64_t>(from + n - 8) >> 8 * (16 - n)};
        if (n >= 4) return {load<std::uint32_t>(from) | std::uint64_t{load<std::uint32_t>(from + n - 4)} << 8 * (n - 4), 0};
        if (n == 0) return {0, 0};
        auto const at = [from](std::size_t i) { return std::uint64_t{load<unsigned char>(from + i)} << 8 * i; };
        return {at(0) | at(n / 2) | at(n - 1), 0};
    }

    void drop() noexcept {
        if (is(kind::boxed)) delete box();
        else ::operator delete(const_cast<char*>(data_));
    }

    char const* data_ = "";
    std::uint64_t word_ = tag(kind::literal);
};

/// How a decoder hands a slice of a body to a text, an enum or a blob.
struct borrowed_slice {
    std::string_view slice;
};

/// How it hands them characters to copy.
struct copied_slice {
    std::string_view slice;
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_TEXT_STORAGE_HPP
