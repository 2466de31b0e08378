// The decoder: one walk over a JSON document that fills a described structure, on simdjson's On-Demand parser.

#ifndef CPPSMITH_JSON_READER_HPP
#define CPPSMITH_JSON_READER_HPP

#include <cppsmith/detail/map_builder.hpp>
#include <cppsmith/json/pointer.hpp>
#include <cppsmith/json/scalar.hpp>
#include <cppsmith/json/skip.hpp>
#include <cppsmith/json/spelling.hpp>

#include <simdjson.h>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0::json::detail {

namespace ondemand = simdjson::ondemand;

enum class unknown_members : unsigned char { skip, refuse };

/// Makes `body` hold `text`, with the room behind it that simdjson reads into.
inline void pad(std::string_view text, std::string& body) {
    body.reserve(text.size() + simdjson::SIMDJSON_PADDING);
    if (body.empty()) body = text; // else it holds it already
}

/// What a walk found out about its document. Of several mismatches the first one is kept; the walk goes on after each, so that a document
/// which is not JSON at all is known as such.
struct verdict {
    walk syntax = walk::ok;
    std::string code{}, message{}, pointer{};

    bool fits() const noexcept { return code.empty(); }
};

/// Fills a structure from the document in `body`, which has simdjson's padding behind it. Texts are slices of the body, or strings of
/// their own; escapes are undone inside the body in either case. Each step returns false when the document turns out not to be JSON.
template <spelling Spelling, texts Texts> class reader {
  public:
    reader(std::string& body, unknown_members unknown, arena* room) noexcept : body_(body), unknown_(unknown), arena_(room) {}

    /// `BodyOnly` leaves out the members that the protocol binds elsewhere: those of a reply's outermost structure.
    template <bool BodyOnly, class T> verdict document(T& out) {
        return begin(path{},
                     [&](ondemand::value root, path const& where) { return structure<T, BodyOnly>(root, out, where, 0); });
    }

    /// A document that is the value of one member, its payload.
    template <class Traits, class T> verdict payload(T& out, std::string_view member) {
        path const root{};
        return begin(path{&root, member},
                     [&](ondemand::value in, path const& where) { return value<Traits>(in, out, where, 0); });
    }

  private:
    template <class F> verdict begin(path const& where, F&& walk_over) {
        auto const padded = simdjson::padded_string_view(body_.data(), body_.size(), body_.capacity());
        ondemand::parser parser;
        ondemand::document doc;
        ondemand::value root;
        if (has_byte_order_mark(body_) || parser.iterate(padded).get(doc)) verdict_.syntax = walk::malformed;
        else if (doc.get_value().get(root)) scalar_document(where);
        else if (walk_over(root, where)) at_end(doc);
        return std::move(verdict_);
    }

    /// A scalar cannot be had as a value, and is never what a structure is read from: it is checked, and does not fit.
    void scalar_document(path const& where) {
        std::string_view text(body_);
        text.remove_prefix(std::min(text.find_first_not_of(" \t\n\r"), text.size()));
        if (!is_scalar(text)) verdict_.syntax = walk::malformed;
        else mismatch(where, "an object", text);
    }

    void at_end(ondemand::document& doc) {
        char const* rest = nullptr;
        if (!doc.current_location().get(rest)) verdict_.syntax = walk::malformed;
    }

    /// One value. A value of the wrong type is walked over and noted.
    template <class Traits, class T> bool value(ondemand::value in, T& out, path const& where, int depth) {
        if constexpr (described_structure<T>) {
            return structure<T, false>(in, out, where, depth);
        } else if constexpr (is_vector<T>) {
            return list<traits_inside<each, Traits>>(in, out, where, depth);
        } else if constexpr (is_map<T>) {
            return map<Traits>(in, out, where, depth);
        } else if constexpr (described_union<T>) {
            return one_of(in, out, where, depth);
        } else {
            auto const token = in.raw_json_token();
            if (!token.empty() && token.front() == '"') return text(in, token, out, where);
            if constexpr (!is_text<T> && !is_open_enum<T> && !std::same_as<T, blob>)
                if (from_token(trimmed(token), out)) return true;
            return other(in, expected<T>(), where, depth);
        }
    }

    template <class T, bool BodyOnly> bool structure(ondemand::value in, T& out, path const& where, int depth) {
        ondemand::object object;
        if (depth >= max_depth) return stop(walk::too_deep);
        if (in.get_object().get(object)) return other(in, "an object", where, depth);
        for (auto step : object) {
            ondemand::field field;
            std::string_view key;
            if (std::move(step).get(field) || field.unescaped_key().get(key)) return stop(walk::malformed);
            bool known = false, ok = true;
            for_each_member<T>([&]<class Member>() {
                constexpr auto name = Spelling == spelling::model ? Member::spelling : Member::wire;
                if constexpr (BodyOnly && !in_response_body(Member::binding.place)) return true;
                if (key != name) return true;
                known = true;
                ok = member<content_traits<T, Member>>(field.value(), out.*Member::pointer, path{&where, Member::spelling},
                                                       depth + 1);
                return false;
            });
            if (!known) ok = unknown(field.value(), key, where, depth);
            if (!ok) return false;
        }
        return true;
    }

    /// A union: the one member that is not null; what the model does not have is kept as it stands. `__type` is no member.
    template <class T> bool one_of(ondemand::value in, T& out, path const& where, int depth) {
        ondemand::object object;
        if (depth >= max_depth) return stop(walk::too_deep);
        if (in.get_object().get(object)) return other(in, "an object", where, depth);
        int members = 0;
        for (auto step : object) {
            ondemand::field field;
            std::string_view key;
            if (std::move(step).get(field) || field.unescaped_key().get(key)) return stop(walk::malformed);
            auto const token = trimmed(field.value().raw_json_token());
            if (token == "null") continue;
            bool known = false, ok = true;
            for_each_alternative<T>([&]<class Member>() {
                if (key != (Spelling == spelling::model ? Member::spelling : Member::wire)) return true;
                using type = std::remove_cvref_t<decltype(*out.template at<Member::index>())>;
                type filled = make_empty<type>();
                path const here{&where, Member::spelling};
                known = true;
                ok = fitting<typename Member::traits>(field.value(), filled, here, depth + 1) || verdict_.syntax == walk::ok;
                out = T(std::in_place_index<Member::index>, std::move(filled));
                return false;
            });
            if (!known && key == "__type") ok = unknown(field.value(), key, where, depth);
            else if (!known) {
                std::string name(key);
                ok = unknown(field.value(), name, where, depth);
                bool const nested = token.starts_with('{') || token.starts_with('[');
                auto const rest = std::string_view(body_).substr(static_cast<std::size_t>(token.data() - body_.data()));
                if (ok) out = T(unknown_union_member{std::move(name), std::string(nested ? value_at_front(rest) : token)});
            }
            if (!ok) return false;
            members += known || key != "__type";
        }
        if (members > 1) mismatch(where, "a union of one member", "{");
        return true;
    }

    /// A member: null is absent, and of duplicates the last one counts, as the AWS clients have it.
    template <class Traits, class M> bool member(ondemand::value in, M& out, path const& where, int depth) {
        using type = typename value_of<M>::type;
        if (trimmed(in.raw_json_token()) == "null") {
            out = M(absent_t{});
            return true;
        }
        type filled = make_empty<type>();
        if (!fitting<Traits>(in, filled, where, depth)) return verdict_.syntax == walk::ok && (out = M(absent_t{}), true);
        out = M(std::move(filled));
        return true;
    }

    /// Whether a value was read that fits; what is inside it may still not.
    template <class Traits, class T> bool fitting(ondemand::value in, T& out, path const& where, int depth) {
        misfit_ = nullptr;
        return value<Traits>(in, out, where, depth) && misfit_ != &where;
    }

    bool unknown(ondemand::value in, std::string_view key, path const& where, int depth) {
        if (unknown_ == unknown_members::refuse && verdict_.fits()) {
            verdict_.code = "unknown_member";
            verdict_.message = "the model has no such member";
            verdict_.pointer = path{&where, key}.text();
        }
        auto const w = skip(in, depth + 1);
        return w == walk::ok || stop(w);
    }

    /// Elements that are null are left out: a list that may hold them has a type of its own.
    template <class Traits, class T> bool list(ondemand::value in, std::vector<T>& out, path const& where, int depth) {
        ondemand::array array;
        if (depth >= max_depth) return stop(walk::too_deep);
        if (in.get_array().get(array)) return other(in, "a list", where, depth);
        std::size_t index = 0;
        for (auto step : array) {
            ondemand::value element;
            if (std::move(step).get(element)) return stop(walk::malformed);
            path const here{&where, {}, index++};
            if (trimmed(element.raw_json_token()) == "null") continue;
            T filled = make_empty<T>();
            if (fitting<Traits>(element, filled, here, depth + 1)) out.push_back(std::move(filled));
            else if (verdict_.syntax != walk::ok) return false;
        }
        return true;
    }

    template <class Traits, class K, class V>
    bool map(ondemand::value in, cppsmith::map<K, V>& out, path const& where, int depth) {
        ondemand::object object;
        if (depth >= max_depth) return stop(walk::too_deep);
        if (in.get_object().get(object)) return other(in, "an object", where, depth);
        map_builder<K, V> entries(arena_, 0); // a look-up for each key would be quadratic in a text of an attacker's
        for (auto step : object) {
            ondemand::field field;
            std::string_view key;
            if (std::move(step).get(field) || field.unescaped_key().get(key)) return stop(walk::malformed);
            if (trimmed(field.value().raw_json_token()) == "null") continue;
            auto& [kept, filled] = entries.add(copied_slice{key}, make_empty<V>());
            path const at_key{&where, key};
            auto const& here = hides_keys<Traits, K> ? where : at_key;
            if (fitting<traits_inside<values, Traits>>(field.value(), filled, here, depth + 1)) continue;
            if (verdict_.syntax != walk::ok) return false;
            entries.drop_last();
        }
        out = entries.finish();
        return true;
    }

    /// A string token, for whatever may be written as a string.
    template <class T> bool text(ondemand::value in, std::string_view token, T& out, path const& where) {
        std::string_view content;
        if (!string_content(token, content) || !consume_string(in)) return stop(walk::malformed);
        if (content.find('\\') != content.npos) {
            auto* const begin = body_.data() + (content.data() - body_.data());
            auto const size = unescape_in_place(begin, content.size());
            if (!size) return stop(walk::malformed);
            content = {begin, *size};
        }
        if (!from_string<Texts>(content, out)) mismatch(where, expected<T>(), token);
        return true;
    }

    /// A value that is not what was expected: noted if it is JSON, the end if it is not.
    bool other(ondemand::value in, std::string_view wanted, path const& where, int depth) {
        auto const token = in.raw_json_token();
        auto const w = skip(in, depth);
        if (w != walk::ok) return stop(w);
        mismatch(where, wanted, token);
        return true;
    }

    void mismatch(path const& where, std::string_view wanted, std::string_view token) {
        misfit_ = &where;
        if (!verdict_.fits()) return;
        verdict_.code = "wrong_type";
        verdict_.message.append(wanted).append(" was expected, ").append(kind_of(token)).append(" was found");
        verdict_.pointer = where.text();
    }

    bool stop(walk w) noexcept {
        verdict_.syntax = w;
        return false;
    }

    template <class T> static constexpr std::string_view expected() noexcept {
        if constexpr (is_text<T> || is_open_enum<T>) return "a string";
        else if constexpr (std::same_as<T, blob>) return "a base64 string";
        else if constexpr (std::same_as<T, timestamp>) return "a timestamp";
        else if constexpr (std::same_as<T, bool>) return "a boolean";
        else if constexpr (std::same_as<T, std::int32_t>) return "an integer of 32 bits";
        else if constexpr (std::integral<T>) return "an integer of 64 bits";
        else return "a number";
    }

    static constexpr std::string_view kind_of(std::string_view token) noexcept {
        switch (token.empty() ? '\0' : token.front()) {
        case '{':
            return "an object";
        case '[':
            return "a list";
        case '"':
            return "a string";
        case 't':
        case 'f':
            return "a boolean";
        case 'n':
            return "null";
        default:
            return "a number";
        }
    }

    std::string& body_;
    unknown_members unknown_;
    arena* arena_; ///< where the entries of maps live; null: each has its own
    verdict verdict_{};
    path const* misfit_ = nullptr; ///< where the latest value was that did not fit
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_READER_HPP
