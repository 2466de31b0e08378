// The characters behind texts, enums and blobs: a literal, a slice of a reply's body, or a string of one's own.

#ifndef CPPSMITH_DETAIL_TEXT_STORAGE_HPP
#define CPPSMITH_DETAIL_TEXT_STORAGE_HPP

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::detail {

/// A literal copies as a literal; a borrowed slice copies as an owning string, so that nothing outlives its reply by accident;
/// moving keeps what it is. A constant expression never makes a std::string (Clang with libstdc++ 12 refuses it in a union).
class text_storage {
  public:
    constexpr text_storage() noexcept : view_() {}
    constexpr text_storage(text_storage const& other) : view_() {
        if (other.kind_ == kind::literal) view_ = other.view_;
        else adopt(std::string(other.view()));
    }
    constexpr text_storage(text_storage&& other) noexcept : view_() { take(other); }
    constexpr text_storage& operator=(text_storage const& other) {
        if (this != &other) *this = text_storage(other);
        return *this;
    }
    constexpr text_storage& operator=(text_storage&& other) noexcept {
        if (this != &other) {
            reset();
            take(other);
        }
        return *this;
    }
    constexpr ~text_storage() { reset(); }

    static constexpr text_storage literal(std::string_view characters) noexcept { return {kind::literal, characters}; }
    static constexpr text_storage borrowed(std::string_view slice) noexcept { return {kind::borrowed, slice}; }
    static text_storage owned(std::string&& characters) {
        text_storage made;
        made.adopt(std::move(characters));
        return made;
    }

    constexpr std::string_view view() const noexcept { return kind_ == kind::owned ? std::string_view(owned_) : view_; }
    constexpr bool is_borrowed() const noexcept { return kind_ == kind::borrowed; }
    constexpr bool is_literal() const noexcept { return kind_ == kind::literal; }

    /// Makes a borrowed slice a string of its own; leaves the rest alone.
    void own() {
        if (kind_ == kind::borrowed) adopt(std::string(view_));
    }

    std::string release() && {
        if (kind_ != kind::owned) return std::string(view_);
        std::string out = std::move(owned_);
        reset();
        return out;
    }

  private:
    enum class kind : unsigned char { literal, borrowed, owned };

    constexpr text_storage(kind k, std::string_view v) noexcept : view_(v), kind_(k) {}

    constexpr void reset() noexcept {
        if (kind_ != kind::owned) return;
        std::destroy_at(&owned_);
        std::construct_at(&view_);
        kind_ = kind::literal;
    }
    constexpr void adopt(std::string&& characters) noexcept {
        reset();
        std::construct_at(&owned_, std::move(characters));
        kind_ = kind::owned;
    }
    constexpr void take(text_storage& other) noexcept {
        if (other.kind_ == kind::owned) {
            adopt(std::move(other.owned_));
            other.reset();
        } else {
            view_ = other.view_;
            kind_ = other.kind_;
        }
    }

    union {
        std::string_view view_;
        std::string owned_;
    };
    kind kind_ = kind::literal;
};

/// How a decoder hands a slice of a body to a text, an enum or a blob.
struct borrowed_slice {
    std::string_view slice;
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_TEXT_STORAGE_HPP
