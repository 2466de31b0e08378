// Errors: what they print, what results do with them.

#include <cppsmith/error.hpp>
#include <cppsmith/iot/describe_ca_certificate.hpp>
#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/protocol.hpp>
#include <cppsmith/result.hpp>

#include "support/catch.hpp"

#include <sstream>
#include <string>

namespace iot = cppsmith::iot;

TEST_CASE("an error prints in one line, all that it has", "[error]") {
    cppsmith::error const e{.stage = cppsmith::stage::service,
                            .retry = cppsmith::retryability::throttling,
                            .status = 429,
                            .code = "ThrottlingException",
                            .message = "Rate exceeded",
                            .pointer = "/tags/0",
                            .request_id = "1-2-3"};
    CHECK(to_string(e) == "service: ThrottlingException (HTTP 429) at /tags/0: Rate exceeded [request 1-2-3]");
    CHECK(e.retryable());
    std::ostringstream out;
    out << e;
    CHECK(out.str() == to_string(e));
    CHECK(to_string(cppsmith::error{}) == "none: ");
    CHECK_FALSE(cppsmith::error{}.retryable());
}

TEST_CASE("a service cannot forge lines or speak to the terminal", "[error]") {
    auto const reply = cppsmith::parse<iot::ListCACertificates>(
        {.status = 400, .headers = {}, .body = R"({"__type":"X\r\nforged: 1","message":"a\nb\u001b[31m\tc"})"});
    CHECK(reply.error().message == "a\nb\x1b[31m\tc"); // the message itself is kept
    CHECK(to_string(reply.error()).find_first_of("\r\n\t\x1b") == std::string::npos);
}

TEST_CASE("value() of an error throws it", "[result]") {
    cppsmith::result<int> const wrong = cppsmith::error{.stage = cppsmith::stage::send, .code = "timeout"};
    try {
        (void)wrong.value();
        FAIL("nothing was thrown");
    } catch (cppsmith::failure const& failed) {
        CHECK(failed.error().code == "timeout");
        CHECK(std::string(failed.what()) == "send: timeout");
    }
}

TEST_CASE("ill-formed UTF-8 reaches neither path nor query", "[protocol]") {
    auto const where = *cppsmith::endpoint::parse("https://example.com");
    auto const path = cppsmith::prepare<iot::DescribeCACertificate>({.certificateId = std::string("a\xff")}, where);
    CHECK(path.error().code == "invalid_utf8");
    CHECK(path.error().pointer == "/certificateId");
    auto const query = cppsmith::prepare<iot::ListCACertificates>({.marker = std::string("\xc3")}, where);
    CHECK(query.error().code == "invalid_utf8");
    CHECK(query.error().pointer == "/marker");
}
