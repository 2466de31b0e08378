// Where a writer writes: room is made ahead, in one step for as much as is sure to suffice.

#ifndef CPPSMITH_JSON_SINK_HPP
#define CPPSMITH_JSON_SINK_HPP

#include <cppsmith/detail/number_write.hpp>
#include <cppsmith/detail/raw_resize.hpp>
#include <cppsmith/json/put_number.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0::json::detail {

using namespace cppsmith::detail;

/// A string that is written from its front; all of its capacity is used before it grows.
class string_sink {
  public:
    explicit string_sink(std::string& text) : text_(text) { take_all(); }
    string_sink(string_sink const&) = delete;
    string_sink& operator=(string_sink const&) = delete;
    /// A text that was not finished, since memory ran out, is left empty.
    ~string_sink() {
        if (end_) raw_resize(text_, 0);
    }

    char* begin() noexcept { return text_.data(); }

    /// `at`, or where it has moved to, with `n` bytes to write to.
    char* room(char* at, std::size_t n) {
        if (static_cast<std::size_t>(end_ - at) < n) [[unlikely]]
            return grow(at, n);
        return at;
    }

    /// The text ends at `end`; null makes it empty.
    void finish(char const* end) {
        raw_resize(text_, end ? static_cast<std::size_t>(end - text_.data()) : 0);
        end_ = nullptr;
    }

  private:
    [[gnu::noinline]] char* grow(char const* at, std::size_t n) {
        auto const used = static_cast<std::size_t>(at - text_.data());
        raw_resize(text_, used);
        text_.reserve(used == 0 ? n : 2 * (used + n)); // what is there already has to be copied: not too often
        take_all();
        return text_.data() + used;
    }
    void take_all() {
        raw_resize(text_, text_.capacity());
        end_ = text_.data() + text_.size();
    }

    char const* end_ = nullptr;
    std::string& text_;
};

/// The same in a constant expression, which cannot have a string everywhere.
class constant_sink {
  public:
    constexpr constant_sink() = default;
    constant_sink(constant_sink const&) = delete;
    constant_sink& operator=(constant_sink const&) = delete;
    constexpr ~constant_sink() { delete[] text_; }

    constexpr char* begin() noexcept { return text_; }
    constexpr char* room(char* at, std::size_t n) {
        auto const used = static_cast<std::size_t>(at - text_);
        if (size_ - used >= n) return at;
        auto const larger = used + n > size_ * 2 ? used + n : size_ * 2;
        auto* const grown = new char[larger]{};
        for (std::size_t i = 0; i < used; ++i) grown[i] = text_[i];
        delete[] text_;
        text_ = grown;
        size_ = larger;
        return grown + used;
    }
    constexpr void finish(char const* end) { size_ = end ? static_cast<std::size_t>(end - text_) : 0; }
    constexpr std::string_view view() const { return {text_, size_}; }

  private:
    std::size_t size_ = 64;
    char* text_ = new char[64]{};
};

/// A place to write to as the appenders of numbers and timestamps do it; the room is there already.
struct cursor {
    char* at;

    constexpr void push_back(char c) { *at++ = c; }
    constexpr cursor& append(std::string_view s) {
        if (!std::is_constant_evaluated()) {
            s.copy(at, s.size());
            at += s.size();
        } else {
            for (char c : s) *at++ = c;
        }
        return *this;
    }
};

/// Found before the general one, which is for compile time. All of `integer_room` or `number_room` may be written to.
template <class T>
requires std::is_arithmetic_v<T>
constexpr void append_number(cursor& out, T value) {
    if (std::is_constant_evaluated()) {
        cppsmith::detail::append_number<cursor>(out, value);
    } else if constexpr (std::integral<T>) {
        out.at = put_integer(out.at, value);
    } else {
        if (is_named_number(value)) cppsmith::detail::append_number<cursor>(out, value);
        else out.at = put_floating(out.at, value);
    }
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_SINK_HPP
