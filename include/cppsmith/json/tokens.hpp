// The tokens of a document: simdjson's first stage finds where each begins, in blocks of 64 bytes, and sees to UTF-8 and control characters.

#ifndef CPPSMITH_JSON_TOKENS_HPP
#define CPPSMITH_JSON_TOKENS_HPP

#include <cppsmith/detail/utf8.hpp>
#include <cppsmith/json/simdjson.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

namespace cppsmith::inline v0::json::detail {

/// Goes over brackets, colons, commas, strings and other scalars. What lies between the beginnings of two tokens is the first one and blanks;
/// whether a token is valid, and stands where it may, is for the reader to see.
///
/// Of simdjson, this is its structural index and nothing more: On-Demand on top of it would let `tru`, `01` and `[1}` pass in what is skipped, and
/// its small iterators cost more than all the rest with g++.
class tokens {
  public:
    explicit tokens(std::string_view text) : text_(text) {
        auto const& kernel = simdjson::get_active_implementation();
        // The kernel for processors without vector units looks for the rest of a sequence behind the end of the text.
        if (kernel->name() == "fallback" && !cppsmith::detail::is_valid_utf8(text)) return;
        auto failed = kernel->create_dom_parser_implementation(text.size(), 1, index_);
        if (!failed)
            failed =
                index_->stage1(reinterpret_cast<std::uint8_t const*>(text.data()), text.size(), simdjson::stage1_mode::regular);
        if (failed == simdjson::MEMALLOC) out_of_memory();
        is_too_large_ = failed == simdjson::CAPACITY;
        if (failed) return;
        auto* const places = index_->structural_indexes.get();
        auto const n = index_->n_structural_indexes;
        places[n] = static_cast<std::uint32_t>(text.size()); // there is room for it
        at_ = places;
        end_ = places + n;
    }

    /// False where the text is empty, or not UTF-8, or has a string without end or with a control character in it.
    bool is_text() const noexcept { return at_ != nullptr; }
    /// Whether the text has more bytes than simdjson can index, 4 GiB.
    bool is_too_large() const noexcept { return is_too_large_; }
    bool at_end() const noexcept { return at_ == end_; }

    /// The first character of the token; NUL at the end.
    [[gnu::always_inline]] char front() const noexcept { return at_ != end_ ? text_[*at_] : '\0'; }

    /// Whether the token begins with `c`; if so, it is passed.
    [[gnu::always_inline]] bool take(char c) noexcept {
        if (front() != c) return false;
        ++at_;
        return true;
    }

    /// The token, without the blanks behind it, which is passed; not at the end.
    [[gnu::always_inline]] std::string_view next() noexcept {
        std::size_t const begin = at_[0];
        std::size_t end = at_[1];
        ++at_;
        while (is_blank(text_[end - 1])) --end;
        return {text_.data() + begin, end - begin};
    }

    /// The content of the string that is next, as it stands there, which is passed. False where something else is next.
    [[gnu::always_inline]] bool take_string(std::string_view& content) noexcept {
        if (front() != '"') return false;
        auto const token = next();
        content = std::string_view(token.data() + 1, token.size() - 2);
        return token.size() >= 2 && token.back() == '"';
    }

    /// Whether null is next; if so, it is passed.
    bool take_null() noexcept {
        if (front() != 'n') return false;
        auto const* const before = at_;
        if (next() == "null") return true;
        at_ = before;
        return false;
    }

    /// What was passed since `begin`, a place that `place` gave, without the blanks behind it.
    std::size_t place() const noexcept { return *at_; }
    std::string_view since(std::size_t begin) const noexcept {
        auto end = place();
        while (end > begin && is_blank(text_[end - 1])) --end;
        return {text_.data() + begin, end - begin};
    }

    /// The next `c` at or behind `from`, inside a token or not; the end of the text where there is none.
    char const* find(char c, char const* from) const noexcept {
        auto const* const end = text_.data() + text_.size();
        auto const* const found = static_cast<char const*>(std::memchr(from, c, static_cast<std::size_t>(end - from)));
        return found ? found : end;
    }

  private:
    [[noreturn]] static void out_of_memory() {
#ifdef __cpp_exceptions
        throw std::bad_alloc();
#else
        std::abort();
#endif
    }
    static bool is_blank(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

    std::string_view text_;
    std::unique_ptr<simdjson::internal::dom_parser_implementation> index_{};
    std::uint32_t const* at_ = nullptr;
    std::uint32_t const* end_ = nullptr;
    bool is_too_large_ = false;
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_TOKENS_HPP
