// prepare and parse: an operation's request and response on the wire. No network, no clock, no threads.

#ifndef CPPSMITH_PROTOCOL_HPP
#define CPPSMITH_PROTOCOL_HPP

#include <cppsmith/endpoint.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/json.hpp> // for users: who prepares and parses reads and writes JSON too
#include <cppsmith/operation.hpp>
#include <cppsmith/protocol/aws_json.hpp>
#include <cppsmith/protocol/body_constant.hpp>
#include <cppsmith/protocol/finish_body.hpp>
#include <cppsmith/protocol/prepare_options.hpp>
#include <cppsmith/protocol/rest_json1.hpp>
#include <cppsmith/protocol/service_error.hpp>
#include <cppsmith/reply.hpp>
#include <cppsmith/result.hpp>
#include <cppsmith/retry/classify.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace cppsmith::inline v0 {

/// The HTTP request of a call, unsigned: each member where the protocol binds it, under its wire name.
///
/// Errors have stage `prepare` and the member's pointer: `empty_path_label` and `invalid_path_label` (always checked), `invalid_utf8`,
/// `invalid_header` (controls such as CR and LF), `invalid_host_label`, `invalid_timestamp`, `no_checksum`. Constraints are not looked at: see
/// `validate`. An operation that is sent with a checksum needs <cppsmith/checksum.hpp>.
template <operation Op>
result<http_request> prepare(typename Op::request const& request, endpoint const& where, prepare_options const& options = {});

/// The reply that a response holds, which it takes over; or, for a status outside of 200 to 299, the service's error.
///
/// An empty body gives an empty reply; one that is not JSON an empty reply marked `malformed()`. JSON of the wrong type is an error of stage
/// `parse` with the member's pointer, as is JSON of more than 512 levels or 64 MiB. Members that the model does not know are checked and skipped.
template <operation Op> result<reply<typename Op::response>> parse(http_response&& response);

/// The modelled error shape of a service's error, owning; nothing where the error is another one. Members that the response lacks, or has
/// in a wrong type, are absent.
template <class Shape> std::optional<Shape> as(error const& e);

// ---- implementation

namespace detail {

/// What speaks a protocol: `write` puts a request on the wire, `read` takes a reply from it, as `rest_json1_unit` has them.
template <class Protocol> struct unit_of;
template <> struct unit_of<rest_json1> {
    using type = rest_json1_unit;
};
template <> struct unit_of<aws_json1_0> {
    using type = aws_json_unit<aws_json1_0>;
};
template <> struct unit_of<aws_json1_1> {
    using type = aws_json_unit<aws_json1_1>;
};
template <class Op> using protocol_unit = typename unit_of<typename Op::service::protocol>::type;

template <class Service> inline constexpr bool is_query_compatible = false;
template <class Service>
requires requires { Service::query_compatible; }
inline constexpr bool is_query_compatible<Service> = Service::query_compatible;

inline constexpr std::size_t max_reply_bytes = std::size_t{64} << 20;

} // namespace detail

template <operation Op>
result<http_request> prepare(typename Op::request const& request, endpoint const& where, prepare_options const& options) {
    http_request http{
        .method = {}, .scheme = where.scheme, .authority = where.authority, .target = {}, .headers = {}, .body = {}};
    if (auto done = detail::protocol_unit<Op>::template write<Op>(request, where, options, http); !done) return done.error();
    if (auto done = detail::finish_body<Op>(options, http); !done) return done.error();
    if constexpr (requires { Op::service::headers; })
        for (auto const& h : Op::service::headers)
            if (!find_header(http.headers, h.name)) http.headers.push_back({std::string(h.name), std::string(h.value)});
    if constexpr (detail::is_query_compatible<typename Op::service>) http.headers.push_back({"x-amzn-query-mode", "true"});
    return http;
}

template <operation Op> result<reply<typename Op::response>> parse(http_response&& response) {
    if (response.status < 200 || response.status > 299) {
        auto e = detail::service_error(std::move(response), detail::is_query_compatible<typename Op::service>);
        if (e.retry == retryability::none) e.retry = detail::modelled_retryability(typename Op::errors{}, e);
        return e;
    }
    if (response.body.size() > detail::max_reply_bytes) {
        auto e = json::detail::too_large(response.body.size(), detail::max_reply_bytes);
        e.status = response.status;
        return e;
    }
    reply<typename Op::response> out(std::move(response));
    if (auto done = detail::protocol_unit<Op>::read(out); !done) {
        auto e = done.error();
        e.status = out.http().status;
        e.request_id = out.request_id();
        return e;
    }
    return out;
}

template <class Shape> std::optional<Shape> as(error const& e) {
    if (e.stage != stage::service || !e.response || !detail::names_error<Shape>(e)) return std::nullopt;
    return detail::read_json_error<Shape>(*e.response);
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_PROTOCOL_HPP
