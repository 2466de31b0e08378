// Tokens whose strings are read without their escapes.

#ifndef CPPSMITH_JSON_TEXT_TOKENS_HPP
#define CPPSMITH_JSON_TEXT_TOKENS_HPP

#include <cppsmith/json/scalar.hpp>
#include <cppsmith/json/tokens.hpp>
#include <cppsmith/json/unescape.hpp>

#include <string>
#include <string_view>

namespace cppsmith::inline v0::json::detail {

/// Where texts borrow, escapes are undone inside the document; else in a copy. The next backslash is looked for once, not in each string: they
/// are read in the order of the document.
template <texts Texts> class text_tokens : public tokens {
  public:
    explicit text_tokens(std::string& body)
    requires(Texts == texts::borrow)
        : tokens(body), body_(body.data()) {}
    explicit text_tokens(std::string_view text)
    requires(Texts == texts::own)
        : tokens(text) {}

    /// The string that is next, without its escapes, which is passed: a slice of the document, or of `copy`. False where another token is next,
    /// or the string is not valid.
    [[gnu::always_inline]] bool take_text(std::string_view& content, std::string& copy) {
        if (!take_string(content)) return false;
        return next_escape_ >= content.data() + content.size() || unescape_from(content, copy);
    }

  private:
    [[gnu::noinline]] bool unescape_from(std::string_view& content, std::string& copy) {
        auto const* const begin = content.data();
        auto const* const end = begin + content.size();
        if (next_escape_ < begin) next_escape_ = find('\\', begin);
        if (next_escape_ >= end) return true;
        char* to = nullptr;
        copy.clear();
        if constexpr (Texts == texts::borrow) {
            to = body_ + (begin - static_cast<char const*>(body_));
            content = copy.append(content);
        } else {
            copy.resize(content.size());
            to = copy.data();
        }
        auto const* const behind = unescape_to(to, content);
        if (behind) content = {to, static_cast<std::size_t>(behind - to)};
        next_escape_ = find('\\', end);
        return behind != nullptr;
    }

    char* body_ = nullptr; ///< the document, where it may be changed
    char const* next_escape_ = nullptr;
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_TEXT_TOKENS_HPP
