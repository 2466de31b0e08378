// json::write: a described structure as JSON text.

#ifndef CPPSMITH_JSON_WRITE_HPP
#define CPPSMITH_JSON_WRITE_HPP

#include <cppsmith/detail/base64.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/detail/timestamp_write.hpp>
#include <cppsmith/json/escape.hpp>
#include <cppsmith/json/pointer.hpp>
#include <cppsmith/json/spelling.hpp>
#include <cppsmith/result.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::json {

/// The value as JSON: every member that is present, in the model's order and spelling, the form that `--cli-input-json` has.
///
/// Always valid JSON: ill-formed UTF-8 becomes U+FFFD, and a timestamp that cannot be written becomes null. Floating-point numbers are the shortest
/// that read back as the same; NaN and the infinities are the strings "NaN", "Infinity" and "-Infinity". Blobs are base64. Linear in the output.
template <cppsmith::detail::described_structure T> std::string write(T const& value);

/// The same into `buffer`, whose content is replaced and whose capacity is reused. Ill-formed UTF-8 is an error (`invalid_utf8`, stage `prepare`)
/// with the member's pointer; the buffer's content is then unspecified.
template <cppsmith::detail::described_structure T> result<void> write(T const& value, std::string& buffer);

namespace detail {

/// What failed, and where: the pointer grows by one segment on each level of the way back.
struct failure_trace {
    std::string pointer{};
    std::string_view problem{};

    void fail(std::string_view what) { problem = what; }
    void at(std::string_view segment) { pointer.insert(0, pointer_segment(segment)); }
    void at(std::size_t index) { at(std::to_string(index)); }
};

/// One walk over a value; a step that returns false has failed. At compile time and at run time alike, into whatever grows as a string does.
template <spelling Spelling, class Output = std::string, class Trace = failure_trace> struct writer {
    Output& out;
    on_invalid_utf8 policy;
    Trace trace{};

    template <class T> constexpr bool structure(T const& value) {
        out.push_back('{');
        bool const ok = for_each_member<T>([&]<class Member>() { return member<Member>(value); });
        close('}');
        return ok;
    }

    /// The part of an operation's input that is bound to the body.
    template <class T> constexpr bool body(T const& value) {
        out.push_back('{');
        bool const ok = for_each_member<T>([&]<class Member>() {
            if constexpr (in_request_body(Member::binding.place)) return member<Member>(value);
            else return true;
        });
        close('}');
        return ok;
    }

    template <class Traits, class T> constexpr bool value(T const& v) {
        if constexpr (std::same_as<T, bool>) {
            out.append(v ? "true" : "false");
        } else if constexpr (std::integral<T>) {
            append_number(out, v);
        } else if constexpr (std::floating_point<T>) {
            number(v);
        } else if constexpr (is_text<T> || is_open_enum<T>) {
            return append_string(out, v.view(), policy) || fail("the text is not valid UTF-8");
        } else if constexpr (std::same_as<T, blob>) {
            out.push_back('"');
            append_base64(out, v.view());
            out.push_back('"');
        } else if constexpr (std::same_as<T, timestamp>) {
            return moment(v, Spelling == spelling::model ? timestamp_format::epoch_seconds
                                                         : format_among(Traits{}, timestamp_format::epoch_seconds));
        } else if constexpr (is_vector<T>) {
            return list<traits_inside<each, Traits>>(v);
        } else if constexpr (is_map<T>) {
            return map<Traits>(v);
        } else if constexpr (described_union<T>) {
            return one_of(v);
        } else {
            return structure(v);
        }
        return true;
    }

  private:
    template <class Member, class T> constexpr bool member(T const& value) {
        auto const& held =
            value.*Member::pointer; // not a pointer to its value: g++ 12 cannot compare one with null in a constant expression
        if (!held.has_value()) return true;
        constexpr auto name = Spelling == spelling::model ? Member::spelling : Member::wire;
        out.push_back('"');
        out.append(name);
        out.append("\":");
        if (!this->template value<content_traits<T, Member>>(held.value())) return at(Member::spelling);
        out.push_back(',');
        return true;
    }

    template <class T> constexpr bool one_of(T const& v) {
        out.push_back('{');
        if (auto const* unknown = v.unknown_member()) {
            if (!append_string(out, unknown->name, policy)) return fail("the name of a member is not valid UTF-8");
            out.push_back(':');
            out.append(unknown->json);
        }
        bool const ok = with_alternative(v, [this]<class Member>(auto const& inner) {
            append_string(out, Spelling == spelling::model ? Member::spelling : Member::wire, policy);
            out.push_back(':');
            return this->template value<typename Member::traits>(inner) || at(Member::spelling);
        });
        out.push_back('}');
        return ok;
    }

    template <class Traits, class T> constexpr bool list(T const& elements) {
        out.push_back('[');
        for (std::size_t i = 0; i < elements.size(); ++i) {
            if (!value<Traits>(elements[i])) return at(i);
            out.push_back(',');
        }
        close(']');
        return true;
    }

    template <class Traits, class T> constexpr bool map(T const& entries) {
        out.push_back('{');
        for (auto const& [key, element] : entries) {
            if (!append_string(out, key.view(), policy)) return fail("the key is not valid UTF-8");
            out.push_back(':');
            if (!value<traits_inside<values, Traits>>(element))
                return !hides_keys<Traits, typename T::key_type> && at(key.view());
            out.push_back(',');
        }
        close('}');
        return true;
    }

    template <class T> constexpr void number(T v) {
        bool const quoted = is_named_number(v);
        if (quoted) out.push_back('"');
        append_number(out, v);
        if (quoted) out.push_back('"');
    }

    constexpr bool moment(timestamp t, timestamp_format form) {
        bool const quoted = form != timestamp_format::epoch_seconds;
        auto const begin = out.size();
        if (quoted) out.push_back('"');
        if (append_timestamp(out, t, form)) {
            if (quoted) out.push_back('"');
            return true;
        }
        out.resize(begin);
        out.append("null");
        return policy == on_invalid_utf8::replace || fail("the timestamp is outside of what its format can hold");
    }

    /// Each member is followed by a comma; the last one gives way to the closing bracket.
    constexpr void close(char bracket) {
        if (out.back() == ',') out.back() = bracket;
        else out.push_back(bracket);
    }

    constexpr bool fail(std::string_view what) {
        trace.fail(what);
        return false;
    }
    constexpr bool at(auto segment) {
        trace.at(segment);
        return false;
    }
};

template <spelling Spelling> error unwritable(writer<Spelling>&& w) {
    return {.stage = stage::prepare,
            .code = w.trace.problem.ends_with("UTF-8") ? "invalid_utf8" : "invalid_timestamp",
            .message = std::string(w.trace.problem),
            .pointer = std::move(w.trace.pointer)};
}

} // namespace detail

template <cppsmith::detail::described_structure T> std::string write(T const& value) {
    std::string out;
    detail::writer<detail::spelling::model>{out, detail::on_invalid_utf8::replace}.structure(value);
    return out;
}

template <cppsmith::detail::described_structure T> result<void> write(T const& value, std::string& buffer) {
    buffer.clear();
    detail::writer<detail::spelling::model> w{buffer, detail::on_invalid_utf8::refuse};
    if (!w.structure(value)) return detail::unwritable(std::move(w));
    return {};
}

} // namespace cppsmith::inline v0::json

#endif // CPPSMITH_JSON_WRITE_HPP
