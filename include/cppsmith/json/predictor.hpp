// The reader for what services really send: members in the model's order, no blanks.

#ifndef CPPSMITH_JSON_PREDICTOR_HPP
#define CPPSMITH_JSON_PREDICTOR_HPP

#include <cppsmith/detail/map_builder.hpp>
#include <cppsmith/json/room.hpp>
#include <cppsmith/json/scalar.hpp>
#include <cppsmith/json/scan.hpp>
#include <cppsmith/json/spelling.hpp>
#include <cppsmith/json/undo_log.hpp>
#include <cppsmith/json/unescape.hpp>
#include <cppsmith/tagged_union.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace cppsmith::inline v0::json::detail {

/// Fills a structure from a text that is just as predicted, and gives up at the first surprise, be that an error or only unusual; then the
/// general reader starts over. What is accepted here is valid JSON that the general reader would read alike.
///
/// Each step takes the place where its value begins and returns the one behind it, or null. Reads nothing outside of the text.
template <spelling Spelling, texts Texts> class predictor {
  public:
    explicit predictor(std::string_view text) noexcept
    requires(Texts == texts::own)
        : begin_(text.data()), end_(text.data() + text.size()) {}
    predictor(std::string& body, arena& room) noexcept
    requires(Texts == texts::borrow)
        : begin_(body.data()), end_(body.data() + body.size()), arena_(&room), body_(body.data()) {}

    /// Puts back what was read without its escapes.
    void restore() noexcept {
        if constexpr (Texts == texts::borrow) changes_.undo();
    }

    /// `BodyOnly` leaves out the members that the protocol binds elsewhere: those of a reply's outermost structure.
    template <bool BodyOnly, class T> bool document(T& out) {
        return begin_ != end_ && structure<T, BodyOnly>(begin_, out, 0) == end_;
    }

    /// A document that is the value of one member, its payload.
    template <class Traits, class T> bool payload(T& out) { return begin_ != end_ && value<Traits>(begin_, out, 0) == end_; }

  private:
    using slice = std::conditional_t<Texts == texts::borrow, borrowed_slice, copied_slice>;
    static constexpr std::uint16_t most_expected = 32; ///< entries of a map, before it has shown that it has more

    template <class T, bool BodyOnly> char const* structure(char const* at, T& out, int depth) {
        if (*at != '{' || depth >= max_depth || ++at == end_) return nullptr;
        if (*at == '}') return at + 1;
        auto const last = through_each_member<T>(progress{at, true}, [&]<class Member>(progress p) -> progress {
            if constexpr (BodyOnly && !in_response_body(Member::binding.place)) return p;
            constexpr auto& key = key_text<Member, Spelling>;
            if (!starts_with<key>(p.at)) return p; // it is absent, or something else is next
            auto const* const behind = member<content_traits<T, Member>>(p.at + key.size(), out.*Member::pointer, depth + 1);
            if (!behind) return {end_, false};
            if (*behind == ',') return {behind + 1, behind + 1 != end_};
            return {behind, false};
        });
        return !last.more && last.at != end_ && *last.at == '}' ? last.at + 1 : nullptr;
    }

    /// Where a structure's reading is, and whether members may follow.
    struct progress {
        char const* at;
        bool more;
        explicit operator bool() const noexcept { return more; }
    };

    /// Never returns the end: a member is followed by something.
    template <class Traits, class M> char const* member(char const* at, M& out, int depth) {
        using type = typename value_of<M>::type;
        if (at == end_) return nullptr;
        if (*at == 'n') {
            constexpr std::string_view null = "null";
            if (!std::string_view(at, static_cast<std::size_t>(end_ - at)).starts_with(null)) return nullptr;
            return inside(at + null.size()); // `out` is absent: a structure's members come but once
        }
        if constexpr (is_text<type>) {
            std::string_view content;
            at = string(at, content, copy_);
            if (!at) return nullptr;
            std::construct_at(&out, slice{content}); // nothing was in it
            return inside(at);
        } else {
            at = value<Traits>(at, fill(out), depth);
            return at ? inside(at) : nullptr;
        }
    }

    char const* inside(char const* at) const noexcept { return at == end_ ? nullptr : at; }

    template <class M> static auto& fill(M& out) {
        using type = typename value_of<M>::type;
        std::construct_at(&out, make_empty<type>());
        return *present(out);
    }

    /// One value; `at` is not the end.
    template <class Traits, class T> char const* value(char const* at, T& out, int depth) {
        if constexpr (described_structure<T>) {
            return structure<T, false>(at, out, depth);
        } else if constexpr (is_vector<T>) {
            return list<traits_inside<each, Traits>>(at, out, depth);
        } else if constexpr (is_map<T>) {
            return map<Traits>(at, out, depth);
        } else if constexpr (described_union<T>) {
            return one_of(at, out, depth);
        } else if constexpr (std::same_as<T, cppsmith::document>) {
            return any(at, out, depth);
        } else if (*at == '"') {
            std::string_view content;
            at = string(at, content, copy_);
            return at && from_string<Texts>(content, out) ? at : nullptr;
        } else if constexpr (is_text<T> || is_open_enum<T> || std::same_as<T, blob>) {
            return nullptr;
        } else {
            if constexpr (std::integral<T> && !std::same_as<T, bool>)
                if (auto const* const end = short_integer(at, out)) return end;
            auto const text = token(at);
            if constexpr (std::same_as<T, numeral>) {
                if (!is_number(text)) return nullptr;
                out = T(slice{text});
            } else if (!from_token(text, out)) {
                return nullptr;
            }
            return at + text.size();
        }
    }

    /// What is no string, up to what ends it.
    std::string_view token(char const* at) const noexcept {
        auto const* const begin = at;
        while (at != end_ && *at != ',' && *at != '}' && *at != ']') ++at;
        return {begin, static_cast<std::size_t>(at - begin)};
    }

    template <class Document> char const* any(char const* at, Document& out, int depth) {
        using access = document_access_of<Document>;
        if (*at == '{') return map<trait_list<>>(at, access::template begin<typename Document::object>(out), depth);
        if (*at == '[') return list<trait_list<>>(at, access::template begin<typename Document::list>(out), depth);
        if (*at == '"') {
            std::string_view content;
            at = string(at, content, copy_);
            if (at) out = typename Document::string(slice{content});
            return at;
        }
        auto const text = token(at);
        if (is_number(text)) out = typename Document::number(slice{text});
        else if (text == "true" || text == "false") out = text == "true";
        else if (text == "null") out = nullptr;
        else return nullptr;
        return at + text.size();
    }

    /// The content of the string at `at`, without its escapes; where there are some, it may stand in `copy`.
    [[gnu::always_inline]] char const* string(char const* at, std::string_view& content, auto& copy) {
        if (*at != '"') return nullptr;
        ++at;
        if (auto const* const quote = find_quote(at)) [[likely]] {
            content = {at, static_cast<std::size_t>(quote - at)};
            return quote + 1;
        }
        std::string_view plain; // for `content` to stay in registers: nobody else gets its address
        auto const* const behind = string_with_escapes(at, plain, copy);
        content = plain;
        return behind;
    }
    [[gnu::always_inline]] char const* find_quote(char const* at) noexcept {
        return lengths_ ? lengths_->find_quote(at, end_) : detail::find_quote(at, end_);
    }

    [[gnu::noinline]] char const* string_with_escapes(char const* at, std::string_view& content, [[maybe_unused]] auto& copy) {
        auto const* const quote = find_quote_far(at, end_, true);
        if (!quote) return nullptr;
        content = {at, static_cast<std::size_t>(quote - at)};
        logged_ += undo_log::cost(content.size());
        if (logged_ > static_cast<std::size_t>(end_ - begin_) + 4096) return nullptr; // too much to be worth it
        char* to = nullptr;
        if constexpr (Texts == texts::borrow) {
            to = body_ + (at - begin_);
            content = changes_.keep(to, content.size());
        } else {
            copy.resize(content.size());
            to = copy.data();
        }
        auto const* const end = unescape_to(to, content);
        if (!end) return nullptr;
        content = {to, static_cast<std::size_t>(end - to)};
        return quote + 1;
    }

    /// A whole number of few digits, which cannot overflow; null where it is anything else.
    template <class T> char const* short_integer(char const* at, T& out) const noexcept {
        bool const negative = *at == '-';
        auto const* const first = at + negative;
        constexpr std::ptrdiff_t most = std::numeric_limits<T>::digits10;
        auto const* const stop = end_ - first > most ? first + most : end_;
        T number = 0;
        for (at = first; at != stop && is_digit(*at); ++at) number = static_cast<T>(number * 10 + (*at - '0'));
        if (at == stop || at == first || (*first == '0' && at != first + 1)) return nullptr;
        if (*at != ',' && *at != '}' && *at != ']') return nullptr;
        out = negative ? static_cast<T>(-number) : number;
        return at;
    }

    template <class T> char const* one_of(char const* at, T& out, int depth) {
        if (*at != '{' || depth >= max_depth) return nullptr;
        ++at;
        bool known = false;
        for_each_alternative<T>([&]<class Member>() {
            using type = std::remove_cvref_t<decltype(*out.template at<Member::index>())>;
            constexpr auto& key = key_text<Member, Spelling>;
            if (!starts_with<key>(at)) return true;
            at += key.size();
            if (at == end_) return false;
            at = value<typename Member::traits>(at, union_access::emplace<Member::index>(out, empty_maker<type>{}), depth + 1);
            known = at && at != end_ && *at == '}';
            return false;
        });
        return known ? at + 1 : nullptr;
    }

    template <class Traits, class T> char const* list(char const* at, std::vector<T>& out, int depth) {
        record_lengths mine;
        auto* const outer = lengths_;
        if (!outer) lengths_ = &mine;
        at = elements<Traits>(at, out, depth);
        lengths_ = outer;
        return at;
    }

    template <class Traits, class T> char const* elements(char const* at, std::vector<T>& out, int depth) {
        if (*at != '[' || depth >= max_depth || ++at == end_) return nullptr;
        if (*at == ']') return at + 1;
        auto const* const begin = at;
        auto const record = lengths_->place();
        for (;;) {
            if (at == end_) return nullptr;
            lengths_->go_to(record);
            if (out.size() == out.capacity()) reserve_more(out, static_cast<std::size_t>(at - begin), at);
            if constexpr (std::same_as<T, bool>) {
                bool flag = false;
                at = value<Traits>(at, flag, depth + 1);
                out.push_back(flag);
            } else if constexpr (is_optional<T>) {
                at = member<Traits>(at, out.emplace_back(), depth + 1);
            } else {
                at = value<Traits>(at, out.emplace_back(empty_maker<T>{}), depth + 1);
            }
            if (!at || at == end_) return nullptr;
            if (*at == ']') return at + 1;
            if (*at++ != ',') return nullptr;
        }
    }

    /// Room for as many elements as the rest of the text holds if they are like those so far, but for no more than four times what there is: the
    /// text may well go on with something else.
    template <class T> void reserve_more(std::vector<T>& out, std::size_t read, char const* at) const {
        auto const n = out.size();
        if (n == 0) return;
        auto const alike = n + static_cast<std::size_t>(end_ - at) / (read / n + 1) + 1;
        out.reserve(alike < n + n / 2 + 1 ? 2 * n : alike < 4 * n ? alike : 4 * n);
    }

    template <class Traits, class K, class V> char const* map(char const* at, cppsmith::map<K, V>& out, int depth) {
        if (*at != '{' || depth >= max_depth || ++at == end_) return nullptr;
        std::uint16_t none = 0;
        auto& count = lengths_ ? lengths_->count() : none;
        if (*at == '}') return at + 1;
        map_builder<K, V> entries(arena_, count < most_expected ? count : most_expected);
        for (;; ++at) {
            if (at == end_) return nullptr;
            std::string_view key;
            at = string(at, key, key_);
            if (!at || end_ - at < 2 || *at != ':') return nullptr;
            ++at;
            if constexpr (is_text<V>) {
                std::string_view content;
                at = string(at, content, copy_);
                if (!at) return nullptr;
                entries.add(slice{key}, slice{content});
            } else if constexpr (is_optional<V>) {
                at = member<traits_inside<values, Traits>>(at, entries.add(slice{key}, V{}).value, depth + 1);
            } else {
                at = value<traits_inside<values, Traits>>(at, entries.add(slice{key}, make_empty<V>()).value, depth + 1);
            }
            if (!at || at == end_) return nullptr;
            if (*at == '}') break;
            if (*at != ',') return nullptr;
        }
        count = static_cast<std::uint16_t>(entries.size() < most_expected ? entries.size() : most_expected);
        entries.finish(out);
        return at + 1;
    }

    /// Whether a constant stands at `at`.
    template <auto const& Constant> bool starts_with(char const* at) const noexcept {
        return static_cast<std::size_t>(end_ - at) >= Constant.size() && std::memcmp(at, Constant.data(), Constant.size()) == 0;
    }

    struct nothing {};
    template <texts Of, class T> using only_for = std::conditional_t<Texts == Of, T, nothing>;

    char const* begin_;
    char const* end_;
    arena* arena_ = nullptr;
    char* body_ = nullptr;              ///< the text, where it may be changed
    record_lengths* lengths_ = nullptr; ///< within a list
    [[no_unique_address]] only_for<texts::borrow, undo_log> changes_{};
    std::size_t logged_ = 0; ///< bytes in `changes_`; counted alike for texts that own, which give up where those that borrow do
    [[no_unique_address]] only_for<texts::own, std::string> key_{},
        copy_{}; ///< what texts are copied from, where they have escapes
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_PREDICTOR_HPP
