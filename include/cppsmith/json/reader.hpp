// The general reader: any JSON that holds a described structure, in one walk over its tokens.

#ifndef CPPSMITH_JSON_READER_HPP
#define CPPSMITH_JSON_READER_HPP

#include <cppsmith/detail/map_builder.hpp>
#include <cppsmith/json/key_reader.hpp>
#include <cppsmith/json/member_table.hpp>
#include <cppsmith/json/pointer.hpp>
#include <cppsmith/json/scalar.hpp>
#include <cppsmith/json/skip.hpp>
#include <cppsmith/json/spelling.hpp>
#include <cppsmith/json/text_tokens.hpp>
#include <cppsmith/json/verdict.hpp>
#include <cppsmith/tagged_union.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace cppsmith::inline v0::json::detail {

/// Fills a structure from a document. Texts are copies, or slices of the document, inside which escapes are undone then. Each step returns
/// false when the document turns out not to be JSON.
template <spelling Spelling, texts Texts> class reader {
  public:
    /// Texts borrow from `body`.
    reader(std::string& body, unknown_members unknown, arena& room)
    requires(Texts == texts::borrow)
        : in_(body), unknown_(unknown), arena_(&room) {}
    /// Texts are copied out of `text`.
    reader(std::string_view text, unknown_members unknown)
    requires(Texts == texts::own)
        : in_(text), unknown_(unknown), arena_(nullptr) {}

    /// `BodyOnly` leaves out the members that the protocol binds elsewhere: those of a reply's outermost structure.
    template <bool BodyOnly, class T> verdict document(T& out) {
        path const root{};
        return end(in_.is_text() && structure<T, BodyOnly>(out, root, 0));
    }

    /// A document that is the value of one member, its payload.
    template <class Traits, class T> verdict payload(T& out, std::string_view member) {
        path const root{}, where{&root, member};
        return end(in_.is_text() && value<Traits>(out, where, 0));
    }

  private:
    using slice = std::conditional_t<Texts == texts::borrow, borrowed_slice, copied_slice>;
    using keys = key_reader<Spelling, Texts>;

    verdict end(bool read) {
        if (in_.is_too_large()) verdict_.syntax = walk::too_large;
        else if (verdict_.syntax == walk::ok && (!read || !in_.at_end())) verdict_.syntax = walk::malformed;
        return std::move(verdict_);
    }

    /// One value. A value of the wrong type is walked over and noted.
    template <class Traits, class T> bool value(T& out, path const& where, int depth) {
        if constexpr (described_structure<T>) {
            return structure<T, false>(out, where, depth);
        } else if constexpr (is_vector<T>) {
            return list<traits_inside<each, Traits>>(out, where, depth);
        } else if constexpr (is_map<T>) {
            return map<Traits>(out, where, depth);
        } else if constexpr (described_union<T>) {
            return one_of(out, where, depth);
        } else if constexpr (std::same_as<T, cppsmith::document>) {
            return any(out, where, depth);
        } else if (in_.front() == '"') {
            return text(out, where);
        } else if constexpr (is_text<T> || is_open_enum<T> || std::same_as<T, blob>) {
            return other(wanted_for<T>(), where, depth);
        } else {
            char const first = in_.front();
            if (first == '{' || first == '[' || in_.at_end()) return other(wanted_for<T>(), where, depth);
            auto const token = in_.next();
            if constexpr (std::same_as<T, numeral>) {
                if (is_number(token)) return out = T(slice{token}), true;
            } else if (from_token(token, out)) {
                return true;
            }
            if (!is_scalar(token)) return stop(walk::malformed);
            mismatch(where, wanted_for<T>(), first);
            return true;
        }
    }

    template <class T, bool BodyOnly> bool structure(T& out, path const& where, int depth) {
        if (in_.front() != '{') return other("an object", where, depth);
        if (depth >= max_depth) return stop(walk::too_deep);
        keys key(in_);
        auto const read = [&]<class Member>() {
            bool const ok = member<content_traits<T, Member>>(out.*Member::pointer, path{&where, Member::spelling}, depth + 1);
            return ok && key.next();
        };
        bool ok = key.found();
        for_each_member<T>([&]<class Member>() { // in the model's order, which most services keep
            if constexpr (!BodyOnly || in_response_body(Member::binding.place))
                if (ok && key.template is<Member>()) ok = read.template operator()<Member>();
            return ok && key.found();
        });
        while (ok && key.found()) { // in any other
            auto const member = find_member<T, Spelling>(key.text());
            std::size_t at = 0;
            bool known = false;
            for_each_member<T>([&]<class Member>() {
                if (at++ != member) return true;
                if constexpr (!BodyOnly || in_response_body(Member::binding.place))
                    known = true, ok = read.template operator()<Member>();
                return false;
            });
            if (!known) ok = unknown(key.text(), where, depth) && key.next();
        }
        return key.closed() || (key.malformed() && stop(walk::malformed));
    }

    /// A union: the one member that is not null; what the model does not have is kept as it stands. `__type` is no member.
    template <class T> bool one_of(T& out, path const& where, int depth) {
        if (in_.front() != '{') return other("an object", where, depth);
        if (depth >= max_depth) return stop(walk::too_deep);
        int members = 0;
        keys key(in_);
        for (; key.found(); key.next()) {
            if (in_.take_null()) continue;
            bool known = false, ok = true;
            for_each_alternative<T>([&]<class Member>() {
                if (!key.template is<Member>()) return true;
                using type = std::remove_cvref_t<decltype(*out.template at<Member::index>())>;
                auto& begun = union_access::emplace<Member::index>(out, empty_maker<type>{});
                path const here{&where, Member::spelling};
                known = true;
                ok = fitting<typename Member::traits>(begun, here, depth + 1) || verdict_.syntax == walk::ok;
                return false;
            });
            members += known || key.text() != "__type";
            auto const begin = in_.place();
            if (!known) ok = unknown(key.text(), where, depth);
            if (!ok) return false;
            if (!known && key.text() != "__type")
                out = T(unknown_union_member{std::string(key.text()), std::string(in_.since(begin))});
        }
        if (!key.closed()) return stop(walk::malformed);
        if (members > 1) mismatch(where, "a union of one member", '{');
        return true;
    }

    /// A member: null is absent, and of duplicates the last one counts, as the AWS clients have it.
    template <class Traits, class M> bool member(M& out, path const& where, int depth) {
        if (in_.front() == 'n' && in_.take_null()) {
            out = M(absent_t{});
            return true;
        }
        using type = typename value_of<M>::type;
        if constexpr (is_text<type>) {
            if (in_.front() != '"') {
                out = M(absent_t{});
                return other(wanted_for<type>(), where, depth);
            }
            std::string_view content;
            if (!string(content)) return false;
            out = M(slice{content});
            return true;
        } else {
            out = M(make_empty<type>());
            if (fitting<Traits>(*present(out), where, depth)) return true;
            out = M(absent_t{});
            return verdict_.syntax == walk::ok;
        }
    }

    /// Whether a value was read that fits; what is inside it may still not.
    template <class Traits, class T> bool fitting(T& out, path const& where, int depth) {
        misfit_ = nullptr;
        return value<Traits>(out, where, depth) && misfit_ != &where;
    }

    bool unknown(std::string_view key, path const& where, int depth) {
        if (unknown_ == unknown_members::refuse && verdict_.fits())
            verdict_.note("unknown_member", "the model has no such member", path{&where, key});
        auto const w = skip(in_, depth + 1);
        return w == walk::ok || stop(w);
    }

    /// Elements that are null are left out: a list that may hold them has a type of its own.
    template <class Traits, class T> bool list(std::vector<T>& out, path const& where, int depth) {
        if (in_.front() != '[') return other("a list", where, depth);
        if (depth >= max_depth) return stop(walk::too_deep);
        in_.take('[');
        if (in_.take(']')) return true;
        std::size_t index = 0;
        do {
            path const here{&where, {}, index++};
            constexpr bool may_be_null = is_optional<T> || std::same_as<T, cppsmith::document>;
            if (!may_be_null && in_.front() == 'n' && in_.take_null()) continue;
            if constexpr (is_optional<T>) {
                if (!member<Traits>(out.emplace_back(), here, depth + 1)) return false;
            } else if constexpr (std::same_as<T, bool>) {
                bool flag = false;
                if (fitting<Traits>(flag, here, depth + 1)) out.push_back(flag);
            } else {
                if (!fitting<Traits>(out.emplace_back(empty_maker<T>{}), here, depth + 1)) out.pop_back();
            }
            if (verdict_.syntax != walk::ok) return false;
        } while (in_.take(','));
        return in_.take(']') || stop(walk::malformed);
    }

    template <class Traits, class K, class V> bool map(cppsmith::map<K, V>& out, path const& where, int depth) {
        if (in_.front() != '{') return other("an object", where, depth);
        if (depth >= max_depth) return stop(walk::too_deep);
        map_builder<K, V> entries(arena_, 0);
        keys key(in_);
        for (; key.found(); key.next()) {
            constexpr bool may_be_null = is_optional<V> || std::same_as<V, cppsmith::document>;
            if (!may_be_null && in_.front() == 'n' && in_.take_null()) continue;
            if constexpr (is_text<V>) {
                std::string_view content;
                if (in_.front() == '"') {
                    slice const kept{key.text()};
                    if (!string(content)) return false;
                    entries.add(kept, slice{content});
                    continue;
                }
            }
            auto& added = entries.add(slice{key.text()}, empty_maker<V>{});
            path const at_key{&where, key.text()};
            auto const& here = hides_keys<Traits, K> ? where : at_key;
            using inside = traits_inside<values, Traits>;
            if constexpr (is_optional<V>) {
                if (!member<inside>(added.value, here, depth + 1)) return false;
            } else if (!fitting<inside>(added.value, here, depth + 1)) {
                entries.drop_last();
            }
            if (verdict_.syntax != walk::ok) return false;
        }
        entries.finish(out);
        misfit_ = nullptr; // under hidden keys an entry's place is the map's: one that does not fit is no more than left out
        return key.closed() || stop(walk::malformed);
    }

    /// Any value. It fits whatever it is.
    template <class Document> bool any(Document& out, path const& where, int depth) {
        using access = document_access_of<Document>;
        switch (in_.front()) {
        case '{':
            return map<trait_list<>>(access::template begin<typename Document::object>(out), where, depth);
        case '[':
            return list<trait_list<>>(access::template begin<typename Document::list>(out), where, depth);
        case '"': {
            std::string_view content;
            if (!string(content)) return false;
            out = typename Document::string(slice{content});
            return true;
        }
        default:
            return !in_.at_end() && scalar_document(in_.next(), out) ? true : stop(walk::malformed);
        }
    }
    template <class Document> static bool scalar_document(std::string_view token, Document& out) {
        if (is_number(token)) out = typename Document::number(slice{token});
        else if (token == "true" || token == "false") out = token == "true";
        else if (token == "null") out = nullptr;
        else return false;
        return true;
    }

    /// A string token, for whatever may be written as a string.
    template <class T> bool text(T& out, path const& where) {
        std::string_view content;
        if (!string(content)) return false;
        if (!from_string<Texts>(content, out)) mismatch(where, wanted_for<T>(), '"');
        return true;
    }

    [[gnu::always_inline]] bool string(std::string_view& content) {
        return in_.take_text(content, scratch_) || stop(walk::malformed);
    }

    /// A value that is not what was expected: noted if it is JSON, the end if it is not.
    bool other(std::string_view wanted, path const& where, int depth) {
        char const first = in_.front();
        auto const w = skip(in_, depth);
        if (w != walk::ok) return stop(w);
        mismatch(where, wanted, first);
        return true;
    }

    [[gnu::noinline]] void mismatch(path const& where, std::string_view wanted, char first) {
        misfit_ = &where;
        if (!verdict_.fits()) return;
        verdict_.note("wrong_type", joined({wanted, " was expected, ", kind_of(first), " was found"}), where);
    }

    bool stop(walk w) noexcept {
        verdict_.syntax = w;
        return false;
    }

    text_tokens<Texts> in_;
    unknown_members unknown_;
    arena* arena_; ///< where the entries of maps live; null: each has its own
    verdict verdict_{};
    std::string scratch_{};        ///< a key or a text without its escapes
    path const* misfit_ = nullptr; ///< where the latest value was that did not fit
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_READER_HPP
