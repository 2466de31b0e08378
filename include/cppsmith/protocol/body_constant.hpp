// body_constant: the body of a call, made by the compiler.

#ifndef CPPSMITH_PROTOCOL_BODY_CONSTANT_HPP
#define CPPSMITH_PROTOCOL_BODY_CONSTANT_HPP

#include <cppsmith/detail/constant_text.hpp>
#include <cppsmith/json/constant.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/protocol/aws_json_body.hpp>
#include <cppsmith/protocol/rest_json1_body.hpp>
#include <cppsmith/service.hpp>

#include <concepts>
#include <string_view>

namespace cppsmith::inline v0 {

/// The body that `prepare<Op>` gives to the request that `Make` returns, as constant data with a NUL behind it; empty where there is none:
/// `constexpr auto body = body_constant<iot::UpdateThing, [] { return iot::UpdateThingRequest{.thingName = "lamp"}; }>();`
///
/// Text that is not valid UTF-8 (let through by `unchecked`), and a timestamp that cannot be written, do not compile. Texts of 20 KiB are within what
/// Clang evaluates by default; for more, raise `-fconstexpr-steps`.
template <operation Op, auto Make>
requires std::same_as<decltype(Make()), typename Op::request>
constexpr std::string_view body_constant() noexcept {
    return detail::constant_of<json::detail::constant_sink, [](json::detail::constant_sink& sink) {
               using namespace json::detail;
               writer<spelling::wire, detail::constant_trace, constant_sink&> writer{sink, on_invalid_utf8::refuse};
               if constexpr (std::same_as<typename Op::service::protocol, rest_json1>)
                   sink.finish(detail::write_rest_json1_body(sink.begin(), Make(), writer));
               else sink.finish(detail::write_aws_json_body(sink.begin(), Make(), writer));
               return writer.trace;
           }>::text.view();
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_PROTOCOL_BODY_CONSTANT_HPP
