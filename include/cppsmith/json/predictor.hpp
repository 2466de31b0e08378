// The reader for what services really send: members in the model's order, no blanks.

#ifndef CPPSMITH_JSON_PREDICTOR_HPP
#define CPPSMITH_JSON_PREDICTOR_HPP

#include <cppsmith/detail/inlined.hpp>
#include <cppsmith/detail/map_builder.hpp>
#include <cppsmith/json/expected_room.hpp>
#include <cppsmith/json/nesting.hpp>
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
template <spelling Spelling, texts Texts, nesting Nesting> class predictor {
  public:
    explicit predictor(std::string_view text, special_index::limits limits = {}) noexcept
    requires(Texts == texts::own)
        : begin_(text.data()), room_(nullptr, text.size()), strings_(text, limits) {}
    predictor(std::string& body, arena& room, special_index::limits limits = {}) noexcept
    requires(Texts == texts::borrow)
        : begin_(body.data()), room_(&room, body.size()), strings_(body, limits) {}

    /// Puts back what was read without its escapes.
    void restore() noexcept { strings_.restore(); }

    /// `BodyOnly` leaves out the members that the protocol binds elsewhere: those of a reply's outermost structure.
    template <bool BodyOnly, class T> CPPSMITH_INLINED bool document(T& out) {
        return may_be_predicted() && structure_inlined<T, BodyOnly>(begin(), out, 0).at == end();
    }

    /// A document that is the value of one member, its payload.
    template <class Traits, class T> bool payload(T& out) {
        return may_be_predicted() && value<Traits>(begin(), out, 0).at == end();
    }

  private:
    using slice = std::conditional_t<Texts == texts::borrow, borrowed_slice, copied_slice>;
    static constexpr position none = no_position;

    static std::size_t distance(char const* from, char const* to) noexcept { return static_cast<std::size_t>(to - from); }

    /// Whether a bracket ends the text, and it is not larger than the general reader takes.
    bool may_be_predicted() const noexcept {
        auto const size = distance(begin_, end());
        return size != 0 && size <= std::numeric_limits<std::uint32_t>::max() && (end()[-1] == '}' || end()[-1] == ']');
    }
    position begin() const noexcept { return {begin_, 0}; }
    char const* end() const noexcept { return strings_.end(); }

    template <class T> position structure(position p, T& out, int depth) { return structure_inlined<T, false>(p, out, depth); }
    /// The same where no structure is on the call's way to itself, as in a list.
    template <class T, bool BodyOnly> CPPSMITH_INLINED position structure_inlined(position p, T& out, int depth) {
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
        if (!has_no_brackets<T> && p.at == end()) return none;
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
                if (auto const* const behind = read_short_integer(p.at, out)) return {behind, p.specials};
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
            auto const* const behind = scan_number(p.at, end(), number);
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
        auto const* const behind = scan_number(p.at, end(), ignored);
        if (!behind) return none;
        out = typename Document::number(slice{{p.at, static_cast<std::size_t>(behind - p.at)}});
        return {behind, p.specials};
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

    /// Lists and maps are functions of their own: there the inlining of whatever holds itself ends.
    template <class Traits, class T> CPPSMITH_LOOP position list(position p, std::vector<T>& out, int depth) {
        if (*p.at != '[' || depth >= max_depth) return none;
        ++p.at;
        if (*p.at == ']') return {p.at + 1, p.specials};
        room_.of_lists.begin(out, room_.list_sizes.take(depth));
        auto const* const begin = p.at;
        for (;; ++p.at) {
            if (out.size() == out.capacity()) room_.of_lists.grow(out, distance(begin, p.at), distance(p.at, end()));
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
                p = inside<T>(structure_inlined<T, false>(p, out.emplace_back(empty_maker<T>{}), depth + 1));
            } else {
                p = inside<T>(value<Traits>(p, out.emplace_back(empty_maker<T>{}), depth + 1));
            }
            if (!p) return none;
            if (*p.at == ']') break;
            if (*p.at != ',') return none;
        }
        room_.list_sizes.set(depth, out.size());
        room_.of_lists.end(out);
        return {p.at + 1, p.specials};
    }

    template <class Traits, class K, class V> CPPSMITH_LOOP position map(position p, cppsmith::map<K, V>& out, int depth) {
        if (*p.at != '{' || depth >= max_depth) return none;
        ++p.at;
        if (*p.at == '}') return {p.at + 1, p.specials};
        map_builder<K, V> entries(room_.blocks, room_.map_sizes.take(depth));
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
        room_.map_sizes.set(depth, entries.size());
        entries.finish(out);
        return {p.at + 1, p.specials};
    }

    /// Whether a constant stands at `at`, and something behind it.
    template <auto const& Constant> [[gnu::always_inline]] bool starts_with(char const* at) const noexcept {
        return static_cast<std::size_t>(end() - at) > Constant.size() && is_constant<Constant>(at);
    }
    template <auto const& Constant> static position past(position p) noexcept {
        constexpr auto specials = static_cast<std::uint32_t>(std::ranges::count_if(Constant, is_special));
        return {p.at + Constant.size(), p.specials + specials};
    }

    char const* begin_;
    [[no_unique_address]] expected_room<Nesting> room_;
    predicted_strings<Texts, Nesting> strings_;
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_PREDICTOR_HPP
