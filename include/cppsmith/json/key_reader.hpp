// Going over the keys of an object.

#ifndef CPPSMITH_JSON_KEY_READER_HPP
#define CPPSMITH_JSON_KEY_READER_HPP

#include <cppsmith/json/room.hpp>
#include <cppsmith/json/text_tokens.hpp>

#include <cstring>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::json::detail {

/// Begins at an object that is next; between one key and the next, somebody else reads the value.
template <spelling Spelling, texts Texts> class key_reader {
  public:
    explicit key_reader(text_tokens<Texts>& in) : in_(in) {
        in_.take('{');
        if (in_.take('}')) state_ = state::closed;
        else read();
    }

    /// Behind a value. False where the text is not JSON.
    bool next() {
        if (in_.take(',')) read();
        else state_ = in_.take('}') ? state::closed : state::malformed;
        return state_ != state::malformed;
    }

    bool found() const noexcept { return state_ == state::found; }
    bool closed() const noexcept { return state_ == state::closed; }
    bool malformed() const noexcept { return state_ == state::malformed; }

    std::string_view text() const noexcept { return key_; }
    template <class Member> bool is() const noexcept {
        constexpr auto name = key_name<Member, Spelling>;
        return key_.size() == name.size() && std::memcmp(key_.data(), name.data(), name.size()) == 0;
    }

  private:
    enum class state : unsigned char { found, closed, malformed };

    void read() { state_ = in_.take_text(key_, copy_) && in_.take(':') ? state::found : state::malformed; }

    text_tokens<Texts>& in_;
    std::string_view key_{};
    std::string copy_{}; // of its own: the value may have escapes too
    state state_ = state::malformed;
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_KEY_READER_HPP
