// Smithy's aws.protocols#awsJson1_0 and #awsJson1_1: every member in a JSON body, the operation in a header.

#ifndef CPPSMITH_PROTOCOL_AWS_JSON_HPP
#define CPPSMITH_PROTOCOL_AWS_JSON_HPP

#include <cppsmith/endpoint.hpp>
#include <cppsmith/json/write_error.hpp>
#include <cppsmith/json/write_trace.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/protocol/aws_json_body.hpp>
#include <cppsmith/protocol/bind_host.hpp>
#include <cppsmith/protocol/json_body.hpp>
#include <cppsmith/protocol/prepare_options.hpp>
#include <cppsmith/service.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::detail {

/// `Protocol` is `aws_json1_0` or `aws_json1_1`, which differ in the content type.
template <class Protocol> struct aws_json_unit {
    static constexpr std::string_view content_type =
        std::same_as<Protocol, aws_json1_0> ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1";

    /// A POST to the endpoint itself. There is always a body, `{}` for an operation without input.
    template <operation Op>
    static result<void> write(typename Op::request const& request, endpoint const& where, prepare_options const& options,
                              http_request& http) {
        http.method = "POST";
        http.target.append(where.base_path).push_back('/');
        if (!where.query.empty()) http.target.append("?").append(where.query);
        if (auto done = bind_host<Op>(request, options, http); !done) return done;
        http.headers.reserve(6);
        http.headers.push_back({"x-amz-target", std::string(Op::service::target_prefix).append(".").append(Op::name)});
        http.headers.push_back({"content-type", std::string(content_type)});
        json::detail::writer<json::detail::spelling::wire, json::detail::failure_trace> writer{
            json::detail::string_sink(http.body), json::detail::on_invalid_utf8::refuse, {}, options.idempotency_token};
        auto const* const end = write_aws_json_body(writer.sink.begin(), request, writer);
        writer.sink.finish(end);
        if (!end) return json::detail::unwritable(std::move(writer.trace));
        return {};
    }

    /// Fills a reply from its response, which was a success.
    template <class T> static result<void> read(reply<T>& out) { return read_json_body(decoder_access::parts(out)); }
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_AWS_JSON_HPP
