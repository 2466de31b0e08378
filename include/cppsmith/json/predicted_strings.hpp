// The strings of a text that is read by prediction: taken as they stand, or their escapes undone.

#ifndef CPPSMITH_JSON_PREDICTED_STRINGS_HPP
#define CPPSMITH_JSON_PREDICTED_STRINGS_HPP

#include <cppsmith/json/nesting.hpp>
#include <cppsmith/json/scalar.hpp>
#include <cppsmith/json/scan.hpp>
#include <cppsmith/json/special_index.hpp>
#include <cppsmith/json/undo_log.hpp>
#include <cppsmith/json/unescape.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0::json::detail {

/// Reads the strings of a text one after the other. Where texts borrow, escapes are undone in the text itself.
template <texts Texts, nesting Nesting> class predicted_strings {
  public:
    predicted_strings(std::string_view text, special_index::limits limits) noexcept
    requires(Texts == texts::own)
        : end_(text.data() + text.size()), to_log_(text.size() + 4096), specials_(text, limits) {}
    predicted_strings(std::string& body, special_index::limits limits) noexcept
    requires(Texts == texts::borrow)
        : end_(body.data() + body.size()), to_log_(body.size() + 4096), specials_(body, limits) {}

    /// The text's.
    char const* end() const noexcept { return end_; }

    /// Puts back what stood where escapes were undone.
    void restore() noexcept {
        if constexpr (Texts == texts::borrow) changes_.undo();
    }

    /// The content of the string at `p`, and the position behind it; none where there is no string, or one that needs a closer look. Where texts are
    /// copied, it lasts until the next call.
    [[gnu::always_inline]] position read(position p, std::string_view& content) {
        if (*p.at != '"') return no_position;
        auto const* const first = p.at + 1;
        ++p.specials;
        if (specials_.holds(p.specials)) [[likely]] {
            auto const* const end = specials_[p.specials];
            if (*end == '"') [[likely]] {
                content = {first, static_cast<std::size_t>(end - first)};
                return {end + 1, p.specials + 1};
            }
        } else if (!specials_.is_worth_it()) { // a short text, of which this is the usual string
            // It ends at the bracket that ends the text. A branch, for the next step not to wait for what stands there.
            if (auto const* const end = find_far_special(first, end_ - 1); *end == '"') [[likely]] {
                content = {first, static_cast<std::size_t>(end - first)};
                return {end + 1, 0};
            }
        }
        std::string_view rare; // for `content` to stay in registers: nobody else gets its address
        p = read_rare({first, p.specials}, rare);
        content = rare;
        return p;
    }

  private:
    /// The same behind the opening quote: a string that ends in another window, or whose next special character is no quote.
    [[gnu::noinline]] position read_rare(position p, std::string_view& content) {
        auto const* from = p.at;
        if (specials_.is_worth_it()) {
            if (!specials_.find(p.specials)) return no_position;
            from = specials_[p.specials]; // up to there nothing is in the way
        }
        auto const* const quote = find_quote(from, end_);
        if (!quote) return read_with_escapes(p, content);
        content = {p.at, static_cast<std::size_t>(quote - p.at)};
        return behind(quote, p.specials);
    }

    position read_with_escapes(position p, std::string_view& content) {
        auto const* const quote = find_quote(p.at, end_, true);
        if (!quote) return no_position;
        content = {p.at, static_cast<std::size_t>(quote - p.at)};
        auto const cost = undo_log::cost(content.size());
        if (cost > to_log_) return no_position; // too much to be worth it
        to_log_ -= cost;
        char* to = nullptr;
        if constexpr (Texts == texts::borrow) {
            to = end_ - (end_ - p.at);
            content = changes_.keep(to, content.size());
        } else {
            copy_.resize(content.size());
            to = copy_.data();
        }
        auto const* const end = unescape_to(to, content);
        if (!end) return no_position;
        content = {to, static_cast<std::size_t>(end - to)};
        return behind(quote, p.specials);
    }

    position behind(char const* quote, std::uint32_t specials) noexcept {
        return {quote + 1, specials_.is_worth_it() ? specials_.behind(quote, specials) : 0};
    }

    struct nothing {};
    template <texts Of, class T> using only_for = std::conditional_t<Texts == Of, T, nothing>;

    std::conditional_t<Texts == texts::borrow, char*, char const*> end_; ///< before it stands a bracket
    std::size_t to_log_; ///< bytes that `changes_` may take; texts that own give up where those that borrow do
    [[no_unique_address]] only_for<texts::borrow, undo_log> changes_{};
    [[no_unique_address]] only_for<texts::own, std::string> copy_{}; ///< what texts are copied from, where they have escapes
    [[no_unique_address]] std::conditional_t<Nesting == nesting::none, no_index, special_index> specials_;
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_PREDICTED_STRINGS_HPP
