// Fuzzes parse and as: whatever comes back over HTTP is a reply or an error that can be looked at, copied and kept.

#include "../support/ca_operations.hpp"
#include "expect.hpp"

#include <cppsmith/json.hpp>
#include <cppsmith/protocol.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace {

namespace iot = cppsmith::iot;

template <class... Errors> std::size_t shapes_of(cppsmith::error const& e, cppsmith::error_list<Errors...>) {
    std::size_t found = 0;
    auto const look = [&]<class Shape>() {
        if (auto const shape = cppsmith::as<Shape>(e)) ++found, (void)cppsmith::json::write(*shape);
    };
    (look.template operator()<Errors>(), ...);
    return found;
}

template <class Op> void check(cppsmith::http_response response) {
    auto const status = response.status;
    auto reply = cppsmith::parse<Op>(std::move(response));
    if (!reply) {
        auto const copy = reply.error();
        expect(copy.status == status && !copy.code.empty() == !reply.error().code.empty(), "an error knows its status");
        expect((copy.stage == cppsmith::stage::service) == (status < 200 || status > 299),
               "the status decides whose error it is");
        expect(cppsmith::detail::is_valid_utf8(copy.message) && cppsmith::detail::is_valid_utf8(copy.code), "errors are UTF-8");
        expect(shapes_of(copy, typename Op::errors{}) <= 1, "an error is one shape at most");
        (void)to_string(copy);
        return;
    }
    auto const text = cppsmith::json::write((*reply).value());
    if ((*reply).malformed()) expect(text == "{}", "a malformed reply is empty");
    auto const moved = std::move(*reply);
    auto const kept = moved.own();
    expect(cppsmith::json::write(kept) == text, "an owned value is the reply's");
    (void)moved.request_id();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size < 3) return 0;
    constexpr int statuses[] = {200, 201, 204, 299, 300, 400, 403, 404, 409, 429, 500, 503, 0, 199};
    constexpr std::string_view names[] = {"x-amzn-ErrorType", "x-amzn-query-error", "x-amzn-RequestId", "content-type"};
    cppsmith::http_response response{.status = statuses[data[0] % std::size(statuses)], .headers = {}, .body = {}};
    std::string_view rest(reinterpret_cast<char const*>(data + 2), size - 2);
    for (unsigned headers = data[1] >> 4, i = 0; headers != 0; headers >>= 1, ++i) {
        if ((headers & 1) == 0) continue;
        auto const line = rest.substr(0, rest.find('\n'));
        response.headers.push_back({std::string(names[i]), std::string(line)});
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    response.body = rest;
    switch (data[1] % 4) {
    case 0:
        check<iot::RegisterCACertificate>(std::move(response));
        break;
    case 1:
        check<iot::ListCACertificates>(std::move(response));
        break;
    case 2:
        check<iot::DescribeCACertificate>(std::move(response));
        break;
    default:
        check<iot::DeleteCACertificate>(std::move(response));
    }
    return 0;
}
