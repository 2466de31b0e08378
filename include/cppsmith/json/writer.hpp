// The encoder: one walk over a described structure, at compile time and at run time alike.

#ifndef CPPSMITH_JSON_WRITER_HPP
#define CPPSMITH_JSON_WRITER_HPP

#include <cppsmith/detail/base64.hpp>
#include <cppsmith/detail/inlined.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/detail/timestamp_write.hpp>
#include <cppsmith/json/escape.hpp>
#include <cppsmith/json/put_text.hpp>
#include <cppsmith/json/room.hpp>
#include <cppsmith/json/sink.hpp>
#include <cppsmith/json/spelling.hpp>
#include <cppsmith/text.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0::json::detail {

/// Each step takes the place where it begins to write, and returns the place behind what it has written, or null where it failed.
///
/// Room is made ahead: a structure asks once for its keys, punctuation, numbers, booleans and short texts; whatever else there is asks for
/// itself, and for `after` more: what is still to come behind it without another question.
///
/// `Trace` is told what failed and, on the way back, where.
template <spelling Spelling, class Trace, class Sink = string_sink> struct writer {
    Sink sink; ///< a reference where a caller keeps it
    on_invalid_utf8 policy;
    Trace trace{};
    std::string_view idempotency_token{}; ///< instead of one that is absent, unless it is empty

    template <class T> constexpr char* structure(char* at, T const& value, std::size_t after = 0) {
        return structure_inlined(at, value, after);
    }

    /// The part of an operation's input that is bound to the body.
    template <class T> constexpr char* body(char* at, T const& value) {
        return members<T, true>(at, value, 0, [](place p) { return in_request_body(p); });
    }

    /// Bytes as they are.
    constexpr char* raw(char* at, std::string_view bytes, std::size_t after = 0) {
        cursor out{sink.room(at, bytes.size() + after)};
        return out.append(bytes).at;
    }

    /// A text, a number or a boolean expects its `kept_room`.
    template <class Traits, class T> constexpr char* value(char* at, T const& v, std::size_t after = 0) {
        if constexpr (fixed_room<T> != 0) {
            return scalar<Traits>(at, v);
        } else if constexpr (has_quotes<T>) {
            *at = '"';
            return rest<Traits>(at + 1, v, after);
        } else if constexpr (std::same_as<T, blob>) {
            cursor out{sink.room(at, base64_size(v.size()) + 2 + after)};
            out.push_back('"');
            append_base64(out, v.view());
            out.push_back('"');
            return out.at;
        } else if constexpr (is_vector<T>) {
            return list<traits_inside<each, Traits>>(at, v, after);
        } else if constexpr (is_map<T>) {
            return map<Traits>(at, v, after);
        } else if constexpr (is_optional<T>) {
            return v.has_value() ? value<Traits>(at, *v, after) : raw(at, "null", after);
        } else if constexpr (std::same_as<T, numeral>) {
            return raw(at, v.view(), after);
        } else if constexpr (std::same_as<T, document>) {
            return any(at, v, after);
        } else if constexpr (described_union<T>) {
            return one_of(at, v, after);
        } else {
            return structure(at, v, after);
        }
    }

  private:
    /// `structure`, inlined: for a list, whose loop is a function of its own anyway.
    template <class T> CPPSMITH_INLINED constexpr char* structure_inlined(char* at, T const& value, std::size_t after) {
        return members<T, false>(at, value, after, [](place) { return true; });
    }

    /// `IsInput`: of an operation, whose absent idempotency token is filled in.
    template <class T, bool IsInput, class Wanted>
    CPPSMITH_INLINED constexpr char* members(char* at, T const& value, std::size_t after, Wanted wanted) {
        constexpr auto mine = structure_room<T, Spelling>;
        at = sink.room(at, mine + after);
        *at++ = '{';
        at = through_each_member<T>(at, [&]<class Member>(char* to) CPPSMITH_INLINED -> char* {
            if constexpr (wanted(Member::binding.place)) {
                auto const& held =
                    value.*Member::pointer;           // no pointer: g++ 12 cannot compare one with null in a constant expression
                if (!held.has_value()) [[unlikely]] { // not rare, but cheap: what is present goes straight on
                    if constexpr (IsInput && has<typename Member::traits, cppsmith::idempotency_token>)
                        return token_instead<Member>(to, mine + after);
                    else return to;
                }
                to = put_key<Member, Spelling>(to);
                to = this->template rest<content_traits<T, Member>, ','>(to, *held, mine + after);
                if (!to) return refuse(Member::spelling), nullptr;
            }
            return to;
        });
        return at ? close(at, '}') : nullptr;
    }

    /// As `value`, but for a text's first quote, which is there; then the characters behind it. The steps of a text are inlined in each place, whose
    /// lengths the processor then learns apart from the others'.
    template <class Traits, char... Behind, class T>
    CPPSMITH_INLINED constexpr char* rest(char* at, T const& v, std::size_t after) {
        if constexpr (is_text<T>) {
            return characters<Behind...>(at, storage_of(v), after);
        } else if constexpr (is_open_enum<T>) {
            return characters<Behind...>(at, v.view(), after);
        } else {
            at = value<Traits>(at, v, after);
            constexpr std::array behind{Behind...};
            return at ? copy_constant(at, {behind.data(), behind.size()}) : nullptr;
        }
    }

    /// The token in the place of an absent member; any other that is absent leaves no trace.
    template <class Member> constexpr char* token_instead(char* at, std::size_t after) {
        static_assert(has_quotes<typename Member::type::value_type>, "an idempotency token is a text");
        if (idempotency_token.empty()) return at;
        at = characters<','>(put_key<Member, Spelling>(at), idempotency_token, after);
        if (!at) refuse(Member::spelling);
        return at;
    }

    template <class T> constexpr char* one_of(char* at, T const& v, std::size_t after) {
        at = sink.room(at, 2 + after);
        *at++ = '{';
        if (auto const* unknown = v.unknown_member()) {
            at = sink.room(at, short_text_room + 1);
            *at = '"';
            at = characters<':'>(at + 1, unknown->name, 1);
            if (!at) return fail("the name of a member is not valid UTF-8");
            at = raw(at, unknown->json, 1 + after);
        }
        bool const ok = with_alternative(v, [&]<class Member>(auto const& inner) {
            constexpr auto key = key_view<Member, Spelling>;
            at = sink.room(at, key.size() + kept_room<std::remove_cvref_t<decltype(inner)>> + 1 + after);
            at = copy_constant(at, key);
            at = this->template value<typename Member::traits>(at, inner, 1 + after);
            return at || refuse(Member::spelling);
        });
        if (!ok) return nullptr;
        *at++ = '}';
        return at;
    }

    template <class Traits, class T> CPPSMITH_LOOP constexpr char* list(char* at, T const& elements, std::size_t after) {
        constexpr auto each_one = kept_room<typename T::value_type> + 2;
        at = sink.room(at, 2 + after);
        *at++ = '[';
        CPPSMITH_ALIGNED_LOOP for (auto element = elements.begin(); element != elements.end(); ++element) {
            if constexpr (each_one > 2) at = sink.room(at, each_one + after);
            if constexpr (described_structure<typename T::value_type>) at = structure_inlined(at, *element, 2 + after);
            else at = value<Traits, typename T::value_type>(at, *element, 2 + after);
            if (!at) return refuse(static_cast<std::size_t>(element - elements.begin())), nullptr;
            *at++ = ',';
        }
        return close(at, ']');
    }

    /// Behind each entry stands the next one's quote, `,"`; the bracket takes it back.
    template <class Traits, class T> CPPSMITH_LOOP constexpr char* map(char* at, T const& entries, std::size_t after) {
        constexpr auto each_one = kept_room<typename T::key_type> + kept_room<typename T::mapped_type> + 4;
        at = copy_constant(sink.room(at, 2 + after), "{\"");
        for (auto const& [key, element] : entries) {
            at = sink.room(at, each_one + after);
            if constexpr (has_quotes<typename T::mapped_type>) at = rest<trait_list<>, ':', '"'>(at, key, each_one + after);
            else at = rest<trait_list<>, ':'>(at, key, each_one + after);
            if (!at) return fail("the key is not valid UTF-8");
            at = rest<traits_inside<values, Traits>, ',', '"'>(at, element, 2 + after);
            if (!at) return hides_keys<Traits, typename T::key_type> || refuse(key.view()), nullptr;
        }
        if (entries.empty()) return at[-1] = '}', at;
        at[-2] = '}';
        return at - 1;
    }

    template <std::same_as<document> D> constexpr char* any(char* at, D const& v, std::size_t after) {
        if (auto const* const characters = v.as_string())
            return value<trait_list<>>(sink.room(at, short_text_room + after), *characters, after);
        if (auto const* const number = v.as_number()) return raw(at, number->view(), after);
        if (auto const* const elements = v.as_list()) return list<trait_list<>>(at, *elements, after);
        if (auto const* const members = v.as_object()) return map<trait_list<>>(at, *members, after);
        if (auto const* const truth = v.as_boolean()) return raw(at, *truth ? "true" : "false", after);
        return raw(at, "null", after);
    }

    /// What has a fixed room, which is there.
    template <class Traits, class T> constexpr char* scalar(char* at, T v) {
        static_assert(fixed_room<T> >= 4, "null is written into it as well");
        cursor out{at};
        if constexpr (is_optional<T>) {
            if (v.has_value()) return scalar<Traits>(at, *v);
            out.append("null");
        } else if constexpr (std::same_as<T, bool>) {
            out.append(v ? "true" : "false");
        } else if constexpr (std::integral<T>) {
            append_number(out, v);
        } else if constexpr (std::floating_point<T>) {
            bool const quoted = is_named_number(v);
            if (quoted) out.push_back('"');
            append_number(out, v);
            if (quoted) out.push_back('"');
        } else {
            constexpr auto form = Spelling == spelling::model ? timestamp_format::epoch_seconds
                                                              : format_among(Traits{}, timestamp_format::epoch_seconds);
            return moment(at, v, form);
        }
        return out.at;
    }

    constexpr char* moment(char* at, timestamp t, timestamp_format form) {
        bool const quoted = form != timestamp_format::epoch_seconds;
        cursor out{at};
        if (quoted) out.push_back('"');
        if (append_timestamp(out, t, form)) {
            if (quoted) out.push_back('"');
            return out.at;
        }
        if (policy == on_invalid_utf8::refuse) return fail("the timestamp is outside of what its format can hold");
        out.at = at;
        return out.append("null").at;
    }

    /// The characters of a text behind its first quote, the last quote, and what follows. For a short one there is room.
    template <char... Behind> CPPSMITH_INLINED constexpr char* characters(char* at, auto const& text, std::size_t after) {
        if (auto* const end = put_text<Behind...>(at, text)) [[likely]]
            return end;
        return any_characters(at, view_of(text), after, {Behind...});
    }

    /// Room is asked for by pieces: six times a long text would be a waste.
    [[gnu::noinline]] constexpr char* any_characters(char* at, std::string_view s, std::size_t after, text_end end) {
        constexpr std::size_t piece = 16384;
        for (bool whole = false; !whole;) {
            whole = s.size() <= piece;
            auto const n = whole ? s.size() : utf8_boundary(s, piece);
            at = sink.room(at, escape_growth * n + escape_slack + most_behind_text + after);
            at = escape(at, s.data(), n, policy);
            if (!at) return fail("the text is not valid UTF-8");
            s.remove_prefix(n);
        }
        end.put(at);
        return at + end.size;
    }

    /// Each member is followed by a comma; the last one gives way to the closing bracket.
    static constexpr char* close(char* at, char bracket) {
        if (at[-1] == ',') [[likely]]
            --at;
        *at++ = bracket;
        return at;
    }

    [[gnu::cold]] constexpr char* fail(std::string_view what) {
        trace.fail(what);
        return nullptr;
    }
    [[gnu::cold]] constexpr bool refuse(auto segment) {
        trace.at(segment);
        return false;
    }
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_WRITER_HPP
