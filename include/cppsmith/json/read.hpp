// json::read: JSON text as a described structure, owning or borrowing.

#ifndef CPPSMITH_JSON_READ_HPP
#define CPPSMITH_JSON_READ_HPP

#include <cppsmith/detail/inlined.hpp>
#include <cppsmith/json/decode.hpp>
#include <cppsmith/reply.hpp>
#include <cppsmith/result.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::json {

struct read_options {
    bool refuse_unknown_members = false; ///< else they are checked and skipped: a newer service may send them

    /// Larger texts are refused before they are looked at. Parsing needs about five times the text, and a hostile list of empty
    /// structures another thirty times for its value.
    std::size_t max_bytes = std::size_t{64} << 20;
};

/// The structure that a JSON text holds, in the model's spelling: what `json::write` gives, and `--cli-input-json` takes. The result owns all
/// its texts.
///
/// Strict about JSON (RFC 8259), in members that the model does not know too; `null` is absent; of duplicate members the last one counts.
/// A missing required member is not an error here (`has_value()` tells, `validate` reports it). Errors have stage `parse`: `not_json`, `too_deep`
/// (more than 512 levels), `too_large`, `wrong_type` and `unknown_member`, the last two with the member's pointer. Linear in the text. A `T` that
/// is `document` takes any JSON.
template <class T> result<T> read(std::string_view text, read_options options = {});

/// `T` is `reply<U>`: the value borrows from the text, which the reply takes over.
template <class T, std::same_as<std::string> S> result<T> read(S&& text, read_options options = {});

namespace detail {

template <class T> inline constexpr bool is_reply = false;
template <class T> inline constexpr bool is_reply<reply<T>> = true;

[[gnu::cold, gnu::noinline]] inline error unreadable(verdict&& v) {
    std::string_view code = "not_json", message = "the text is not valid JSON";
    if (v.syntax == walk::too_large) code = "too_large", message = "the text has more than 4 GiB";
    if (v.syntax == walk::too_deep) code = "too_deep", message = "the JSON has more than 512 levels";
    if (v.syntax == walk::ok) code = v.first->code, message = v.first->message;
    return {.stage = stage::parse,
            .code = std::string(code),
            .message = std::string(message),
            .pointer = v.syntax == walk::ok ? std::move(v.first->pointer) : std::string()};
}

[[gnu::cold, gnu::noinline]] inline error too_large(std::size_t size, std::size_t limit) {
    return {.stage = stage::parse,
            .code = "too_large",
            .message = joined({"the text has ", std::to_string(size), " bytes, the limit is ", std::to_string(limit)})};
}

inline unknown_members policy(read_options options) noexcept {
    return options.refuse_unknown_members ? unknown_members::refuse : unknown_members::skip;
}

template <class Result> [[gnu::cold, gnu::noinline]] void settle(Result& out, verdict&& v) {
    if (!v.good()) out = unreadable(std::move(v));
}

// Each returns one variable, which is then made where the caller wants it.

template <class T> result<T> read_any(std::string_view text) {
    result<T> out(boost::system::in_place_value, nullptr);
    auto verdict = decode_any(text, *out);
    if (!verdict.good()) [[unlikely]]
        settle(out, std::move(verdict));
    return out;
}

template <class T> CPPSMITH_INLINED inline result<T> read_owning(std::string_view text, read_options options) {
    result<T> out(boost::system::in_place_value, cppsmith::detail::empty_maker<T>{});
    if (!detail::predict<spelling::model, false>(text, *out)) [[unlikely]]
        settle(out, detail::start_over<spelling::model, false>(text, *out, policy(options)));
    return out;
}

template <class T> CPPSMITH_INLINED inline result<T> read_borrowing(std::string&& text, read_options options) {
    result<T> out(boost::system::in_place_value, std::move(text));
    auto const parts = cppsmith::detail::decoder_access::parts(*out);
    auto& body = parts.response.body;
    if (!detail::predict<spelling::model, false>(body, parts.value, parts.arena)) [[unlikely]]
        settle(out, detail::start_over<spelling::model, false>(body, parts.value, policy(options), parts.arena));
    return out;
}

} // namespace detail

template <class T> result<T> read(std::string_view text, read_options options) {
    if (text.size() > options.max_bytes) return detail::too_large(text.size(), options.max_bytes);
    if constexpr (detail::is_reply<T>) return detail::read_borrowing<T>(std::string(text), options);
    else if constexpr (std::same_as<T, document>) return detail::read_any<T>(text);
    else return detail::read_owning<T>(text, options);
}

template <class T, std::same_as<std::string> S> result<T> read(S&& text, read_options options) {
    if constexpr (!detail::is_reply<T>) return read<T>(std::string_view(text), options);
    else if (text.size() > options.max_bytes) return detail::too_large(text.size(), options.max_bytes);
    else return detail::read_borrowing<T>(std::forward<S>(text), options);
}

} // namespace cppsmith::inline v0::json

namespace cppsmith::inline v0::detail {

/// What `document::parse` finds once this file is there.
template <class Document> auto parse_document(document_access_of<Document>, std::string_view text) {
    return json::read<Document>(text);
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_JSON_READ_HPP
