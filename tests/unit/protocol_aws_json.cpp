// awsJson1.0 and 1.1 on the wire, and what operations of any protocol may ask for besides: host prefixes, tokens, checksums, compression.

#include "support/catch.hpp"
#include "support/rpc_operations.hpp"
#include "support/scripted_transport.hpp"

#include <cppsmith/checksum.hpp>
#include <cppsmith/client.hpp>
#include <cppsmith/compression.hpp>
#include <cppsmith/protocol.hpp>

#include <zlib.h>

#include <string>
#include <string_view>

using namespace cppsmith;
using namespace cppsmith_tests;
using namespace cppsmith_tests::rpc;

namespace {

endpoint const home{.authority = "queues.us-east-1.amazonaws.com"};

std::string header_of(http_request const& http, std::string_view name) {
    auto const* found = find_header(http.headers, name);
    return found ? *found : "(none)";
}

std::string unpacked(std::string_view bytes) {
    std::string out(1 << 20, '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

struct refusing_signer {
    static constexpr bool signs_for_region = true;
    result<void> sign(http_request&, signing_context const&) const { return error{.stage = stage::sign, .code = "asked"}; }
};

} // namespace

TEST_CASE("awsJson posts every member to the endpoint itself", "[aws_json]") {
    auto const http = prepare<Put>({.Name = "q1", .Encoding = "x"}, home);
    REQUIRE(http.has_value());
    CHECK(http->method == "POST");
    CHECK(http->url() == "https://data-q1.queues.us-east-1.amazonaws.com/");
    CHECK(http->body == R"({"Name":"q1","Encoding":"x"})");
    CHECK(header_of(*http, "x-amz-target") == "Queues_2026.Put");
    CHECK(header_of(*http, "content-type") == "application/x-amz-json-1.0");
    CHECK(header_of(*http, "x-amzn-query-mode") == "true");
    CHECK(header_of(*prepare<put<aws_json1_1>>({.Name = "q1"}, home), "content-type") == "application/x-amz-json-1.1");
}

TEST_CASE("awsJson always has a body, and keeps an endpoint's path and query", "[aws_json]") {
    auto const http = prepare<Peek>({}, {.authority = "h", .base_path = "/base", .query = "a=b"});
    REQUIRE(http.has_value());
    CHECK(http->body == "{}");
    CHECK(http->target == "/base/?a=b");
}

TEST_CASE("an awsJson reply borrows its texts, and an error tells its name and its former code", "[aws_json]") {
    auto const reply = parse<Put>({.status = 200, .headers = {}, .body = R"({"Id":"7"})"});
    REQUIRE(reply.has_value());
    CHECK(reply->Id == "7");
    CHECK(parse<Peek>({.status = 200, .headers = {}, .body = ""}).has_value());

    auto const gone = parse<Put>({.status = 400,
                                  .headers = {{"x-amzn-query-error", "AWS.Queues.Gone;Sender"}},
                                  .body = R"({"__type":"com.amazonaws.queues#QueueGone","message":"no"})"});
    REQUIRE(!gone.has_value());
    CHECK(gone.error().code == "AWS.Queues.Gone");
    CHECK(gone.error().name == "QueueGone");
    CHECK(gone.error().retry == retryability::transient);
    auto const typed = as<QueueGone>(gone.error());
    REQUIRE(typed);
    CHECK(typed->message == "no");
}

TEST_CASE("a host label is a label of a host name, or the request is refused", "[aws_json]") {
    for (auto const* bad : {"", "a.b", "a/b", "evil.example/", "-a", "ä", "a b"}) {
        auto const http = prepare<Put>({.Name = String(std::string(bad))}, home);
        REQUIRE(!http.has_value());
        CHECK(http.error().code == "invalid_host_label");
        CHECK(http.error().pointer == "/Name");
    }
    CHECK(!prepare<Put>({.Name = String(std::string(64, 'a'))}, home).has_value());
    CHECK(prepare<Put>({.Name = "q"}, home, {.host_prefix = false})->authority == home.authority);
}

TEST_CASE("an address takes no host prefix, and is no other host with one", "[aws_json]") {
    for (auto const* address : {"[::1]", "[::1]:8080", "127.0.0.1", "127.0.0.1:8080"}) {
        auto const http = prepare<Put>({.Name = "q"}, {.authority = address});
        REQUIRE(!http.has_value());
        CHECK(http.error().code == "invalid_endpoint");
        CHECK(prepare<Put>({.Name = "q"}, {.authority = address}, {.host_prefix = false})->authority == address);
    }
    CHECK(prepare<Put>({.Name = "q"}, {.authority = "localhost:8080"})->authority == "data-q.localhost:8080");
}

TEST_CASE("an absent idempotency token is filled in where there is one to fill in", "[aws_json]") {
    CHECK(prepare<Put>({.Name = "q"}, home)->body == R"({"Name":"q"})");
    CHECK(prepare<Put>({.Name = "q"}, home, {.idempotency_token = "t\"1"})->body == R"({"Name":"q","Token":"t\"1"})");
    CHECK(prepare<Put>({.Name = "q", .Token = "mine"}, home, {.idempotency_token = "t"})->body ==
          R"({"Name":"q","Token":"mine"})");
    CHECK(prepare<Put>({.Name = "q", .Nested = Inner{}}, home, {.idempotency_token = "t"})->body ==
          R"({"Name":"q","Token":"t","Nested":{}})");
    CHECK(prepare<sum<>>({}, home, {.idempotency_token = "t 1"})->target == "/sum?token=t%201");
    CHECK(prepare<sum<>>({.Token = "mine"}, home, {.idempotency_token = "t"})->target == "/sum?token=mine");
}

TEST_CASE("a client fills tokens in, the same for every attempt", "[aws_json]") {
    plain_transport transport{.replies = {answer(503), answer(200)}};
    client const aws{std::ref(transport),
                     anonymous_signer{},
                     {.region = "us-east-1", .sleep = [](auto) {}, .random = [n = 0.0]() mutable { return n += 1.0 / 64; }}};
    REQUIRE(aws.call<Put>({.Name = "q"}).has_value());
    REQUIRE(transport.sent.size() == 2);
    CHECK(transport.sent[0].body == transport.sent[1].body);
    CHECK(transport.sent[0].body == R"({"Name":"q","Token":"00000040-0000-4008-8000-000c00000000"})");
}

TEST_CASE("tokens are UUIDs of version 4 that differ", "[aws_json]") {
    auto const a = detail::make_uuid(detail::next_random), b = detail::make_uuid(detail::next_random);
    CHECK(a != b);
    CHECK(a.size() == 36);
    CHECK(a[14] == '4');
    CHECK(std::string_view("89ab").find(a[19]) != std::string_view::npos);
}

TEST_CASE("an operation without authentication is not signed, and needs no region to sign for", "[aws_json]") {
    plain_transport transport;
    client const aws{std::ref(transport), refusing_signer{}, {.endpoint_url = "http://localhost"}};
    CHECK(aws.call<Peek>({}).has_value());
    CHECK(client{std::ref(transport), refusing_signer{}, {.region = "us-east-1"}}.call<Put>({.Name = "q"}).error().code ==
          "asked");
}

TEST_CASE("a body is sent with its MD5 where the model asks for it", "[aws_json]") {
    auto const http = prepare<sum<checksum_required>>({.Body = "hello"}, home);
    REQUIRE(http.has_value());
    CHECK(header_of(*http, "content-md5") == "XUFAKrxLKna5cZ2REBfFkg==");
    CHECK(header_of(*prepare<sum<>>({.Body = "hello"}, home), "content-md5") == "(none)");
}

TEST_CASE("a body is compressed where the model allows it and it is worth it", "[aws_json]") {
    std::string const body(20'000, 'x');
    using Packed = sum<gzip_allowed, checksum_required>;
    auto const http = prepare<Packed>({.Body = String(body)}, home, {.compress = gzip});
    REQUIRE(http.has_value());
    CHECK(header_of(*http, "content-encoding") == "gzip");
    CHECK(http->body.size() < 200);
    CHECK(unpacked(http->body) == body);
    CHECK(header_of(*http, "content-md5") != header_of(*prepare<Packed>({.Body = String(body)}, home), "content-md5"));
    CHECK(header_of(*prepare<Packed>({.Body = String(body), .Encoding = "custom"}, home, {.compress = gzip}),
                    "content-encoding") == "custom, gzip");
    CHECK(prepare<Packed>({.Body = String(body)}, home)->body == body);
    CHECK(prepare<Packed>({.Body = "small"}, home, {.compress = gzip})->body == "small");
    CHECK(prepare<sum<>>({.Body = String(body)}, home, {.compress = gzip})->body == body);
}
