// Smithy's aws.protocols#restJson1: members in path, query, headers and a JSON body.

#ifndef CPPSMITH_PROTOCOL_REST_JSON1_HPP
#define CPPSMITH_PROTOCOL_REST_JSON1_HPP

#include <cppsmith/json/read.hpp>
#include <cppsmith/json/write.hpp>
#include <cppsmith/protocol/bind_request.hpp>
#include <cppsmith/protocol/bind_response.hpp>
#include <cppsmith/service.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::detail {

/// Whether T has a member whose place satisfies `wanted`.
template <class T> constexpr bool has_place(bool (*wanted)(place) noexcept) noexcept {
    bool found = false;
    for_each_member<T>([&]<class Member>() { return found = found || wanted(Member::binding.place), true; });
    return found;
}

constexpr bool is_payload(place p) noexcept { return p == place::payload; }

/// How a payload of this type is labelled.
template <class T> constexpr std::string_view payload_type() noexcept {
    if constexpr (is_text<T> || is_open_enum<T>) return "text/plain";
    else if constexpr (std::same_as<T, blob>) return "application/octet-stream";
    else return "application/json";
}

struct rest_json1_unit {
    /// Method, target, headers and body of a request. The body is JSON wherever the model binds a member to it, be it present or not.
    template <operation Op>
    static result<void> write(typename Op::request const& request, endpoint const& where, http_request& http) {
        using input = typename Op::request;
        http.method = Op::http.method;
        request_binder<Op> binder(request, http);
        if (!binder.bind(where)) return std::move(binder.failure);
        if constexpr (has_place<input>(is_payload)) return payload(request, http);
        else if constexpr (has_place<input>(in_request_body)) {
            content_type(http, "application/json");
            json::detail::writer<json::detail::spelling::wire> w{http.body, json::detail::on_invalid_utf8::refuse};
            if (!w.body(request)) return json::detail::unwritable(std::move(w));
        }
        return {};
    }

    /// Fills a reply from its response, which was a success.
    template <class T> static result<void> read(reply<T>& out) {
        auto const parts = decoder_access::parts(out);
        if (auto const misfit = bind_response(parts.response, parts.value))
            return error{.stage = stage::parse,
                         .code = "invalid_header",
                         .message = "a header of the response does not fit its member",
                         .pointer = json::detail::pointer_segment(*misfit)};
        if constexpr (has_place<T>(is_payload)) return read_payload(parts);
        else if constexpr (has_place<T>(in_response_body)) return read_body(parts);
        else return {};
    }

    /// Fills an error shape from a copy of its response, as far as it goes: what does not fit stays absent.
    template <class T> static T read_error(http_response const& response) {
        T value = make_absent<T>();
        bind_response(response, value);
        if (response.body.empty()) return value;
        std::string body;
        body.reserve(response.body.size() + simdjson::SIMDJSON_PADDING);
        body = response.body;
        json::detail::reader<json::detail::spelling::wire> reader(body, json::detail::texts::own,
                                                                  json::detail::unknown_members::skip);
        if (reader.template document<true>(value).syntax == json::detail::walk::ok) return value;
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

  private:
    static void content_type(http_request& http, std::string_view type) {
        if (!find_header(http.headers, "content-type")) http.headers.push_back({"content-type", std::string(type)});
    }

    template <class T> static result<void> payload(T const& request, http_request& http) {
        result<void> done;
        for_each_member<T>([&]<class Member>() {
            if constexpr (Member::binding.place == place::payload) {
                using inner = typename value_of<typename Member::type>::type;
                auto const* value = present(request.*Member::pointer);
                if constexpr (is_text<inner> || is_open_enum<inner> || std::same_as<inner, blob>) {
                    if (!value) return true;
                    http.body = value->view();
                } else {
                    json::detail::writer<json::detail::spelling::wire> w{http.body, json::detail::on_invalid_utf8::refuse};
                    if (!value) http.body = "{}";
                    else if (!w.template value<typename Member::traits>(*value)) {
                        w.pointer.insert(0, json::detail::pointer_segment(Member::spelling));
                        done = json::detail::unwritable(std::move(w));
                    }
                }
                content_type(http, payload_type<inner>());
            }
            return true;
        });
        return done;
    }

    static result<void> judge(json::detail::verdict&& v, bool& malformed) {
        malformed = v.syntax == json::detail::walk::malformed;
        if (malformed || (v.syntax == json::detail::walk::ok && v.fits())) return {};
        return json::detail::unreadable(std::move(v));
    }

    /// Not JSON at all: an empty value, marked malformed. JSON of the wrong type: an error. No body: an empty value.
    template <class Parts> static result<void> read_body(Parts const& parts) {
        if (parts.response.body.empty()) return {};
        using value_type = std::remove_reference_t<decltype(parts.value)>;
        json::detail::pad(parts.response.body);
        json::detail::reader<json::detail::spelling::wire> reader(parts.response.body, json::detail::texts::borrow,
                                                                  json::detail::unknown_members::skip);
        auto done = judge(reader.template document<true>(parts.value), parts.malformed);
        if (parts.malformed) {
            parts.value = make_absent<value_type>();
            bind_response(parts.response, parts.value);
        }
        return done;
    }

    template <class Parts> static result<void> read_payload(Parts const& parts) {
        result<void> done;
        using value_type = std::remove_reference_t<decltype(parts.value)>;
        if (parts.response.body.empty()) return done;
        for_each_member<value_type>([&]<class Member>() {
            if constexpr (Member::binding.place == place::payload) {
                using inner = typename value_of<typename Member::type>::type;
                auto& target = parts.value.*Member::pointer;
                if constexpr (is_text<inner> || is_open_enum<inner> || std::same_as<inner, blob>) {
                    target = inner(borrowed_slice{parts.response.body});
                } else {
                    json::detail::pad(parts.response.body);
                    json::detail::reader<json::detail::spelling::wire> reader(parts.response.body, json::detail::texts::borrow,
                                                                              json::detail::unknown_members::skip);
                    inner filled = make_empty<inner>();
                    done = judge(reader.template payload<typename Member::traits>(filled, Member::spelling), parts.malformed);
                    if (done && !parts.malformed) target = std::move(filled);
                }
            }
            return true;
        });
        return done;
    }
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_REST_JSON1_HPP
