// The reader for what services really send: members in the model's order, no blanks.

#ifndef CPPSMITH_JSON_PREDICTOR_HPP
#define CPPSMITH_JSON_PREDICTOR_HPP

#include <cppsmith/detail/inlined.hpp>
#include <cppsmith/detail/map_builder.hpp>
#include <cppsmith/json/predicted_strings.hpp>
#include <cppsmith/json/room.hpp>
#include <cppsmith/json/scalar.hpp>
#include <cppsmith/json/special_index.hpp>
#include <cppsmith/json/spelling.hpp>
#include <cppsmith/tagged_union.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
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
/// Each step takes the position where its value begins and returns the one behind it, or none. Reads nothing outside of the text: a text is
/// only begun if it ends with a bracket, so that something follows whatever else was read.
template <spelling Spelling, texts Texts> class predictor {
  public:
    explicit predictor(std::string_view text, special_index::limits limits = {}) noexcept
    requires(Texts == texts::own)
        : begin_(text.data()), end_(text.data() + text.size()), strings_(text, limits) {}
    predictor(std::string& body, arena& room, special_index::limits limits = {}) noexcept
    requires(Texts == texts::borrow)
        : begin_(body.data()), end_(body.data() + body.size()), arena_(&room), strings_(body, limits) {}

    /// Puts back what was read without its escapes.
    void restore() noexcept { strings_.restore(); }

    /// `BodyOnly` leaves out the members that the protocol binds elsewhere: those of a reply's outermost structure.
    template <bool BodyOnly, class T> CPPSMITH_INLINED bool document(T& out) {
        return may_be_predicted() && members_of<T, BodyOnly>(begin(), out, 0).at == end_;
    }

    /// A document that is the value of one member, its payload.
    template <class Traits, class T> bool payload(T& out) {
        return may_be_predicted() && value<Traits>(begin(), out, 0).at == end_;
    }

  private:
    using slice = std::conditional_t<Texts == texts::borrow, borrowed_slice, copied_slice>;
    static constexpr position none = no_position;
    static constexpr std::size_t most_expected = 32; ///< of a map or a list, before it has shown that it has more

    /// Whether a bracket ends the text, and it is not larger than the general reader takes.
    bool may_be_predicted() const noexcept {
        auto const size = static_cast<std::size_t>(end_ - begin_);
        return size != 0 && size <= std::numeric_limits<std::uint32_t>::max() && (end_[-1] == '}' || end_[-1] == ']');
    }
    position begin() const noexcept { return {begin_, 0}; }

    template <class T> position structure(position p, T& out, int depth) { return members_of<T, false>(p, out, depth); }
    /// The same, inlined: for where it is not a member of a structure, which may hold itself.
    template <class T, bool BodyOnly> CPPSMITH_INLINED position members_of(position p, T& out, int depth) {
        if (*p.at != '{' || depth >= max_depth) return none;
        ++p.at;
        if (*p.at == '}') return {p.at + 1, p.specials};
        auto const last = through_each_member<T>(
            progress{p.at, p.specials, true}, [&]<class Member>(progress now) CPPSMITH_INLINED -> progress {
                if constexpr (BodyOnly && !in_response_body(Member::binding.place)) return now;
                constexpr auto& key = key_text<Member, Spelling>;
                if (!starts_with<key>(now.at)) return now; // it is absent, or something else is next
                auto const behind =
                    member<content_traits<T, Member>>(past<key>({now.at, now.specials}), out.*Member::pointer, depth + 1);
                if (behind && *behind.at == ',') return {behind.at + 1, behind.specials, true};
                return {behind.at, behind.specials, false};
            });
        if (last.more || !last.at || *last.at != '}') return none;
        return {last.at + 1, last.specials};
    }

    /// A position in a structure, and whether members may follow there. It fits two registers.
    struct progress {
        char const* at;
        std::uint32_t specials;
        bool more;
        explicit operator bool() const noexcept { return more; }
    };

    /// Never returns the end: a member is followed by something.
    template <class Traits, class M> CPPSMITH_INLINED position member(position p, M& out, int depth) {
        using type = typename value_of<M>::type;
        if constexpr (is_text<type>) {
            if (*p.at != '"') return null(p);
            std::string_view content;
            p = strings_.read(p, content);
            if (!p) return none;
            std::construct_at(&out, slice{content}); // nothing was in it
            return p;
        } else {
            if (*p.at == 'n') return null(p);
            return inside<type>(value<Traits>(p, fill(out), depth));
        }
    }

    /// Leaves a member absent, as it was: a structure's members come but once.
    position null(position p) const noexcept {
        static constexpr std::array text{'n', 'u', 'l', 'l'};
        return starts_with<text>(p.at) ? past<text>(p) : none;
    }

    /// Behind a value with brackets of its own, the end may be.
    template <class T> position inside(position p) const noexcept {
        constexpr bool has_brackets = !is_text<T> && !is_open_enum<T> && !std::is_scalar_v<T> && !std::same_as<T, blob>;
        if (has_brackets && p.at == end_) return none;
        return p;
    }

    template <class M> static auto& fill(M& out) {
        using type = typename value_of<M>::type;
        std::construct_at(&out, make_empty<type>());
        return *present(out);
    }

    /// One value.
    template <class Traits, class T> CPPSMITH_INLINED position value(position p, T& out, int depth) {
        if constexpr (described_structure<T>) {
            return structure<T>(p, out, depth);
        } else if constexpr (is_vector<T>) {
            return list<traits_inside<each, Traits>>(p, out, depth);
        } else if constexpr (is_map<T>) {
            return map<Traits>(p, out, depth);
        } else if constexpr (described_union<T>) {
            return one_of(p, out, depth);
        } else if constexpr (std::same_as<T, cppsmith::document>) {
            return any(p, out, depth);
        } else {
            if constexpr (std::integral<T> && !std::same_as<T, bool>)
                if (auto const* const behind = short_integer(p.at, out)) return {behind, p.specials};
            return scalar(p, out);
        }
    }

    /// A value without brackets.
    template <class T> position scalar(position p, T& out) {
        if (*p.at == '"') {
            std::string_view content;
            p = strings_.read(p, content);
            return p && from_string<Texts>(content, out) ? p : none;
        }
        if constexpr (std::same_as<T, bool>) {
            return boolean(p, out);
        } else if constexpr (is_text<T> || is_open_enum<T> || std::same_as<T, blob>) {
            return none;
        } else {
            scanned_number number;
            auto const* const behind = scan_number(p.at, end_, number);
            if (!behind) return none;
            std::string_view const text(p.at, static_cast<std::size_t>(behind - p.at));
            if constexpr (std::same_as<T, numeral>) out = T(slice{text});
            else if (!from_number(text, number, out)) return none;
            return {behind, p.specials};
        }
    }

    template <class T> position boolean(position p, T& out) const noexcept {
        static constexpr std::array yes{'t', 'r', 'u', 'e'};
        static constexpr std::array no{'f', 'a', 'l', 's', 'e'};
        if (starts_with<yes>(p.at)) return out = true, past<yes>(p);
        if (starts_with<no>(p.at)) return out = false, past<no>(p);
        return none;
    }

    template <class Document> position any(position p, Document& out, int depth) {
        using access = document_access_of<Document>;
        if (*p.at == '{') return map<trait_list<>>(p, access::template begin<typename Document::object>(out), depth);
        if (*p.at == '[') return list<trait_list<>>(p, access::template begin<typename Document::list>(out), depth);
        if (*p.at == '"') {
            std::string_view content;
            p = strings_.read(p, content);
            if (p) out = typename Document::string(slice{content});
            return p;
        }
        if (*p.at == 'n') return out = nullptr, null(p);
        if (*p.at == 't' || *p.at == 'f') return boolean(p, out);
        scanned_number ignored;
        auto const* const behind = scan_number(p.at, end_, ignored);
        if (!behind) return none;
        out = typename Document::number(slice{{p.at, static_cast<std::size_t>(behind - p.at)}});
        return {behind, p.specials};
    }

    /// A whole number of few digits, which cannot overflow; null where it is anything else.
    template <class T> static char const* short_integer(char const* at, T& out) noexcept {
        bool const negative = *at == '-';
        auto const* const first = at + negative;
        constexpr int most = std::min(std::numeric_limits<T>::digits10, 9);
        std::uint64_t number = 0;
        for (at = first; is_digit(*at) && at - first <= most; ++at) number = number * 10 + static_cast<unsigned char>(*at - '0');
        auto const digits = at - first;
        if (negative && !std::numeric_limits<T>::is_signed) return nullptr;
        if (digits == 0 || digits > most || (*first == '0' && digits != 1)) return nullptr;
        if (*at != ',' && *at != '}' && *at != ']') return nullptr;
        out = static_cast<T>(negative ? 0 - number : number);
        return at;
    }

    template <class T> position one_of(position p, T& out, int depth) {
        if (*p.at != '{' || depth >= max_depth) return none;
        ++p.at;
        bool known = false;
        for_each_alternative<T>([&]<class Member>() {
            using type = std::remove_cvref_t<decltype(*out.template at<Member::index>())>;
            constexpr auto& key = key_text<Member, Spelling>;
            if (!starts_with<key>(p.at)) return true;
            p = past<key>(p);
            if (*p.at == 'n') return false; // absent, be it that a document could be null
            auto& begun = union_access::emplace<Member::index>(out, empty_maker<type>{});
            p = inside<type>(value<typename Member::traits>(p, begun, depth + 1));
            known = p && *p.at == '}';
            return false;
        });
        return known ? position{p.at + 1, p.specials} : none;
    }

    template <class Traits, class T> [[gnu::noinline]] position list(position p, std::vector<T>& out, int depth) {
        if (*p.at != '[' || depth >= max_depth) return none;
        ++p.at;
        if (*p.at == ']') return {p.at + 1, p.specials};
        auto& expected = expected_elements_[static_cast<unsigned>(depth) % expected_elements_.size()];
        constexpr std::size_t cheap = 1 + 256 / sizeof(T); // to be wrong about: the room stays with the list
        out.reserve(std::min<std::size_t>(std::exchange(expected, std::uint8_t{0}), cheap));
        auto const* const begin = p.at;
        for (;; ++p.at) {
            if (out.size() == out.capacity()) reserve_more(out, static_cast<std::size_t>(p.at - begin), p.at);
            if constexpr (std::same_as<T, bool>) {
                bool flag = false;
                p = value<Traits>(p, flag, depth + 1);
                out.push_back(flag);
            } else if constexpr (is_optional<T>) {
                p = member<Traits>(p, out.emplace_back(), depth + 1);
            } else if constexpr (is_text<T>) {
                std::string_view content;
                p = strings_.read(p, content);
                if (p) out.emplace_back(slice{content});
            } else if constexpr (described_structure<T>) {
                p = inside<T>(members_of<T, false>(p, out.emplace_back(empty_maker<T>{}), depth + 1));
            } else {
                p = inside<T>(value<Traits>(p, out.emplace_back(empty_maker<T>{}), depth + 1));
            }
            if (!p) return none;
            if (*p.at == ']') break;
            if (*p.at != ',') return none;
        }
        expected = static_cast<std::uint8_t>(std::min(out.size(), most_expected));
        return {p.at + 1, p.specials};
    }

    /// Room for as many elements as the rest of the text holds if they are like those so far, and an eighth more. The text may well go on with
    /// something else: beyond four times what there is, all lists together get no more than the text's size.
    template <class T> void reserve_more(std::vector<T>& out, std::size_t read, char const* at) {
        auto const n = out.size();
        if (n == 0) return;
        auto const rest = static_cast<std::size_t>(end_ - at) / (read / n + 1);
        auto const alike = n + rest + rest / 8 + 1;
        if (alike <= 4 * n) return out.reserve(alike < n + n / 2 + 1 ? 2 * n : alike);
        auto const beyond = alike - 4 * n;
        if (n < 4 || beyond > to_spare_ / sizeof(T)) return out.reserve(4 * n);
        to_spare_ -= beyond * sizeof(T);
        out.reserve(alike);
    }

    template <class Traits, class K, class V> [[gnu::noinline]] position map(position p, cppsmith::map<K, V>& out, int depth) {
        if (*p.at != '{' || depth >= max_depth) return none;
        ++p.at;
        if (*p.at == '}') return {p.at + 1, p.specials};
        auto& expected = expected_entries_[static_cast<unsigned>(depth) % expected_entries_.size()];
        map_builder<K, V> entries(arena_, std::exchange(expected, std::uint8_t{0})); // of maps inside this one nothing is known
        for (;; ++p.at) {
            std::string_view content;
            p = strings_.read(p, content);
            if (!p || *p.at != ':') return none;
            ++p.at;
            if constexpr (is_text<V>) {
                auto& added = entries.add(slice{content}); // before the value is read: the key needs no register then
                p = strings_.read(p, content);
                if (!p) return none;
                std::construct_at(&added.value, slice{content}); // nothing was in it
            } else if constexpr (is_optional<V>) {
                p = member<traits_inside<values, Traits>>(p, entries.add(slice{content}).value, depth + 1);
            } else {
                p = inside<V>(
                    value<traits_inside<values, Traits>>(p, entries.add(slice{content}, make_empty<V>()).value, depth + 1));
            }
            if (!p) return none;
            if (*p.at == '}') break;
            if (*p.at != ',') return none;
        }
        expected = static_cast<std::uint8_t>(std::min(entries.size(), most_expected));
        entries.finish(out);
        return {p.at + 1, p.specials};
    }

    /// Whether a constant stands at `at`, and something behind it.
    template <auto const& Constant> [[gnu::always_inline]] bool starts_with(char const* at) const noexcept {
        return static_cast<std::size_t>(end_ - at) > Constant.size() && is_constant<Constant>(at);
    }
    template <auto const& Constant> static position past(position p) noexcept {
        constexpr auto specials = static_cast<std::uint32_t>(std::ranges::count_if(Constant, is_special));
        return {p.at + Constant.size(), p.specials + specials};
    }

    char const* begin_;
    char const* end_;
    arena* arena_ = nullptr;
    std::array<std::uint8_t, 8> expected_entries_{};  ///< of the next map: as many as the last one had at its depth
    std::array<std::uint8_t, 8> expected_elements_{}; ///< of the next list
    std::size_t to_spare_ = static_cast<std::size_t>(end_ - begin_); ///< bytes that lists are granted on a guess
    predicted_strings<Texts> strings_;
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_PREDICTOR_HPP
