// The reader for what services really send: members in the model's order, no blanks, no escapes.

#ifndef CPPSMITH_JSON_PREDICTOR_HPP
#define CPPSMITH_JSON_PREDICTOR_HPP

#include <cppsmith/detail/map_builder.hpp>
#include <cppsmith/json/room.hpp>
#include <cppsmith/json/scalar.hpp>
#include <cppsmith/json/scan.hpp>
#include <cppsmith/json/spelling.hpp>
#include <cppsmith/tagged_union.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
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
    predictor(std::string_view text, arena* room) noexcept : begin_(text.data()), end_(text.data() + text.size()), arena_(room) {}

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
            auto const* const quote = string(at);
            if (!quote) return nullptr;
            std::string_view const content(at + 1, static_cast<std::size_t>(quote - at - 1));
            std::construct_at(&out, slice{content}); // nothing was in it
            return inside(quote + 1);
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
            auto const* const quote = string(at);
            if (!quote || !from_string<Texts>({at + 1, static_cast<std::size_t>(quote - at - 1)}, out)) return nullptr;
            return quote + 1;
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
            auto const* const quote = string(at);
            if (!quote) return nullptr;
            out = typename Document::string(slice{{at + 1, static_cast<std::size_t>(quote - at - 1)}});
            return quote + 1;
        }
        auto const text = token(at);
        if (is_number(text)) out = typename Document::number(slice{text});
        else if (text == "true" || text == "false") out = text == "true";
        else if (text == "null") out = nullptr;
        else return nullptr;
        return at + text.size();
    }

    /// Where the string at `at` has its closing quote.
    char const* string(char const* at) noexcept {
        if (*at != '"') return nullptr;
        return lengths_ ? lengths_->find_quote(at + 1, end_) : find_quote(at + 1, end_);
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
            auto const* const quote = string(at);
            if (!quote || end_ - quote < 3 || quote[1] != ':') return nullptr;
            std::string_view const key(at + 1, static_cast<std::size_t>(quote - at - 1));
            at = quote + 2;
            if constexpr (is_text<V>) {
                auto const* const last = string(at);
                if (!last) return nullptr;
                entries.add(slice{key}, slice{{at + 1, static_cast<std::size_t>(last - at - 1)}});
                at = last + 1;
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

    char const* begin_;
    char const* end_;
    arena* arena_;
    record_lengths* lengths_ = nullptr; ///< within a list
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_PREDICTOR_HPP
