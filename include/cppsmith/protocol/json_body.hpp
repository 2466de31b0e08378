// What the protocols over JSON have in common: a response's body as a reply's value, or as an error shape.

#ifndef CPPSMITH_PROTOCOL_JSON_BODY_HPP
#define CPPSMITH_PROTOCOL_JSON_BODY_HPP

#include <cppsmith/json/read.hpp>
#include <cppsmith/protocol/bind_response.hpp>

#include <type_traits>
#include <utility>

namespace cppsmith::inline v0::detail {

/// What reading a body came to: nothing to say of JSON that fits, and of what is not JSON, which `malformed` tells; an error otherwise.
inline result<void> judge(json::detail::verdict&& v, bool& malformed) {
    malformed = v.syntax == json::detail::walk::malformed;
    if (malformed || (v.syntax == json::detail::walk::ok && v.fits())) return {};
    return json::detail::unreadable(std::move(v));
}

/// Fills a reply from a body that is JSON. Not JSON at all: an empty value, marked malformed. JSON of the wrong type: an error. No body: an empty
/// value.
template <class Parts> result<void> read_json_body(Parts const& parts) {
    if (parts.response.body.empty()) return {};
    using value_type = std::remove_reference_t<decltype(parts.value)>;
    using namespace json::detail;
    auto done =
        judge(decode_borrowing<spelling::wire, true>(parts.response.body, parts.value, unknown_members::skip, parts.arena),
              parts.malformed);
    if (parts.malformed) {
        parts.value = make_absent<value_type>();
        bind_response(parts.response, parts.value);
    }
    return done;
}

/// An error shape from a copy of its response, as far as it goes: what does not fit stays absent.
template <class T> T read_json_error(http_response const& response) {
    T value = make_absent<T>();
    bind_response(response, value);
    if (response.body.empty()) return value;
    using namespace json::detail;
    auto const verdict = decode_owning<spelling::wire, true>(response.body, value, unknown_members::skip);
    if (verdict.syntax == walk::ok) return value;
    value = make_absent<T>();
    bind_response(response, value);
    for_each_member<T>([&]<class Member>() { // not JSON: the text itself is the message
        using inner = typename value_of<typename Member::type>::type;
        if constexpr (is_text<inner>)
            if (Member::wire == "message") value.*Member::pointer = inner(response.body);
        return true;
    });
    return value;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_JSON_BODY_HPP
