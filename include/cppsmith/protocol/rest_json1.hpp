// Smithy's aws.protocols#restJson1: members in path, query, headers and a JSON body.

#ifndef CPPSMITH_PROTOCOL_REST_JSON1_HPP
#define CPPSMITH_PROTOCOL_REST_JSON1_HPP

#include <cppsmith/json/write_error.hpp>
#include <cppsmith/json/write_trace.hpp>
#include <cppsmith/protocol/bind_host.hpp>
#include <cppsmith/protocol/bind_request.hpp>
#include <cppsmith/protocol/bind_response.hpp>
#include <cppsmith/protocol/json_body.hpp>
#include <cppsmith/protocol/prepare_options.hpp>
#include <cppsmith/protocol/rest_json1_body.hpp>
#include <cppsmith/service.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::detail {

/// How a payload of this type is labelled.
template <class T> constexpr std::string_view payload_type() noexcept {
    if constexpr (is_text<T> || is_open_enum<T>) return "text/plain";
    else if constexpr (std::same_as<T, blob>) return "application/octet-stream";
    else return "application/json";
}

struct rest_json1_unit {
    /// Method, target, headers and body of a request. The body is JSON wherever the model binds a member to it, be it present or not.
    template <operation Op>
    static result<void> write(typename Op::request const& request, endpoint const& where, prepare_options const& options,
                              http_request& http) {
        using input = typename Op::request;
        http.method = Op::http.method;
        if (auto done = bind_host<Op>(request, options, http); !done) return done;
        request_binder<Op> binder(request, options, http);
        if (!binder.bind(where)) return std::move(binder.failure);
        label_body<input>(request, http);
        json::detail::writer<json::detail::spelling::wire, json::detail::failure_trace> writer{
            json::detail::string_sink(http.body), json::detail::on_invalid_utf8::refuse, {}, options.idempotency_token};
        auto const* const end = write_rest_json1_body(writer.sink.begin(), request, writer);
        writer.sink.finish(end);
        if (!end) return json::detail::unwritable(std::move(writer.trace));
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
        else if constexpr (has_place<T>(in_response_body)) return read_json_body(parts);
        else return {};
    }

  private:
    /// Sets the content type where there is a body, unless a member has set it.
    template <class T> static void label_body(T const& request, http_request& http) {
        auto const label = [&http](std::string_view type) {
            if (!find_header(http.headers, "content-type")) http.headers.push_back({"content-type", std::string(type)});
        };
        if constexpr (!has_place<T>(is_payload)) {
            if constexpr (has_place<T>(in_request_body)) label("application/json");
        } else {
            for_each_member<T>([&]<class Member>() {
                if constexpr (Member::binding.place == place::payload) {
                    using inner = typename value_of<typename Member::type>::type;
                    if (is_payload_always<inner> || (request.*Member::pointer).has_value())
                        label(first_of(media_type_among(typename Member::traits{}), payload_type<inner>()));
                }
                return true;
            });
        }
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
                    inner filled = make_empty<inner>();
                    done = judge(json::detail::decode_payload<typename Member::traits>(parts.response.body, filled,
                                                                                       Member::spelling, parts.arena),
                                 parts.malformed);
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
