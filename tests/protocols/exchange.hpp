// What the replay does with one case, for any operation: a request on the wire, or a response as a value.

#ifndef CPPSMITH_TESTS_PROTOCOLS_EXCHANGE_HPP
#define CPPSMITH_TESTS_PROTOCOLS_EXCHANGE_HPP

#include <cppsmith/checksum.hpp>
#include <cppsmith/compression.hpp>
#include <cppsmith/endpoint.hpp>
#include <cppsmith/json.hpp>
#include <cppsmith/protocol.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protocols {

/// One case: the request's value in the model's spelling and the endpoint, or the response.
struct command {
    std::string value{}, endpoint{};
    cppsmith::http_response response{.status = 0, .headers = {}, .body = {}};
};

/// What came of it. `value` is that of a reply, or of the error shape called `shape`.
struct outcome {
    std::optional<cppsmith::http_request> request{};
    std::optional<std::string> value{};
    std::string shape{};
    bool malformed = false;
    std::optional<cppsmith::error> error{};
};

struct entry {
    std::string_view operation;
    outcome (*run)(command&&);
};

template <class Op> outcome send(command&& c) {
    auto const request = cppsmith::json::read<typename Op::request>(c.value, {.refuse_unknown_members = true});
    if (!request) return {.error = request.error()};
    auto const where = cppsmith::endpoint::parse(c.endpoint);
    if (!where) return {.error = where.error()};
    auto http = cppsmith::prepare<Op>(*request, *where,
                                      {.idempotency_token = "00000000-0000-4000-8000-000000000000", .compress = cppsmith::gzip});
    if (!http) return {.error = http.error()};
    return {.request = *std::move(http)};
}

template <class Error> void note_shape(cppsmith::error const& e, outcome& out) {
    auto const shape = cppsmith::as<Error>(e);
    if (!shape) return;
    out.shape = cppsmith::detail::shape_name<Error>();
    out.value = cppsmith::json::write(*shape);
}

template <class... Errors> void note_shapes(cppsmith::error_list<Errors...>, cppsmith::error const& e, outcome& out) {
    (note_shape<Errors>(e, out), ...);
}

template <class Op> outcome receive(command&& c) {
    auto const reply = cppsmith::parse<Op>(std::move(c.response));
    if (reply) return {.value = cppsmith::json::write((*reply).value()), .malformed = (*reply).malformed()};
    outcome out{.error = reply.error()};
    note_shapes(typename Op::errors{}, reply.error(), out);
    return out;
}

} // namespace protocols

#endif // CPPSMITH_TESTS_PROTOCOLS_EXCHANGE_HPP
