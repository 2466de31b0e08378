// Bodies from a source and into a sink: by a transport that streams, and held in memory for one that does not; signed, tried again, stopped.

#include <cppsmith/body_stream.hpp>

#include "support/catch.hpp"
#include "support/raw_server.hpp"
#include "support/scripted_transport.hpp"

#include <cppsmith/blob.hpp>
#include <cppsmith/client.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/print.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/service.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/sigv4.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/transport/curl.hpp>

#include <boost/describe/class.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <span>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace streaming_test {

using namespace cppsmith;
using cppsmith::operator<<;

struct service {
    using protocol = rest_json1;

    static constexpr std::string_view id = "Stream";
    static constexpr std::string_view api_version = "2026-01-01";
    static constexpr std::string_view endpoint_prefix = "stream";
    static constexpr std::string_view signing_name = "stream";
};

struct PutInput {
    required<text<"Name">> name;
    optional<text<"Type">> type{};
    optional<blob> content{};

    friend auto operator<=>(PutInput const&, PutInput const&) = default;
};
BOOST_DESCRIBE_STRUCT(PutInput, (), (name, type, content))
auto shape_of(PutInput const&)
    -> structure<"PutInput", member<&PutInput::name, in_path<"name">>, member<&PutInput::type, in_header<"content-type">>,
                 member<&PutInput::content, as_payload, streaming>>;

struct SizedInput {
    optional<blob> content{};

    friend auto operator<=>(SizedInput const&, SizedInput const&) = default;
};
BOOST_DESCRIBE_STRUCT(SizedInput, (), (content))
auto shape_of(SizedInput const&)
    -> structure<"SizedInput", member<&SizedInput::content, as_payload, streaming, requires_length, media_type<"image/png">>>;

struct GetOutput {
    optional<text<"Tag">> tag{};
    optional<blob> content{};

    friend auto operator<=>(GetOutput const&, GetOutput const&) = default;
};
BOOST_DESCRIBE_STRUCT(GetOutput, (), (tag, content))
auto shape_of(GetOutput const&)
    -> structure<"GetOutput", member<&GetOutput::tag, in_header<"etag">>, member<&GetOutput::content, as_payload, streaming>>;

struct Put {
    using service = streaming_test::service;
    using request = PutInput;
    using response = GetOutput;
    using errors = error_list<>;

    static constexpr std::string_view name = "Put";
    static constexpr http_binding http{.method = "PUT", .uri = "/things/{name}", .status = 200};
};
struct PutSized {
    using service = streaming_test::service;
    using request = SizedInput;
    using response = unit;
    using errors = error_list<>;
    using traits = operation_traits<unsigned_payload>;

    static constexpr std::string_view name = "PutSized";
    static constexpr http_binding http{.method = "POST", .uri = "/sized", .status = 200};
};
static_assert(operation<Put> && operation<PutSized>);

} // namespace streaming_test

namespace {

using namespace cppsmith_tests;
using namespace std::chrono_literals;
using cppsmith::body_source;
using cppsmith::call_options;
using streaming_test::Put;
using streaming_test::PutSized;

/// Bytes in pieces of `piece`, as a source whose length nobody knows.
body_source trickle(std::string const& bytes, std::size_t piece, bool again) {
    auto place = std::make_shared<std::size_t>(0);
    body_source made{.read = [&bytes, piece, place](std::span<char> to) {
        auto const n = bytes.substr(*place).copy(to.data(), std::min(piece, to.size()));
        *place += n;
        return static_cast<std::ptrdiff_t>(n);
    }};
    if (again) made.rewind = [place] { *place = 0; };
    return made;
}

std::string large_text(std::size_t size) {
    std::string made(size, '\0');
    for (std::size_t i = 0; i < size; ++i) made[i] = static_cast<char>('a' + i * 7 % 26);
    return made;
}

cppsmith::client_options to(std::string url) {
    cppsmith::client_options options{.region = "us-west-2", .endpoint_url = std::move(url)};
    options.sleep = [](std::chrono::milliseconds) {};
    return options;
}

auto over_curl(raw_server const& server) {
    return cppsmith::client(cppsmith::curl_transport({.proxy = ""}), cppsmith::anonymous_signer{}, to(server.url()));
}

/// Takes sources and sinks as a streaming transport has to.
struct streaming_script : scripted_transport {
    static constexpr bool streams = true;
    std::vector<std::string> bodies{};
    std::size_t stop_after = static_cast<std::size_t>(-1); ///< bytes of the body, of which no more reach the sink

    scripted_reply send(cppsmith::http_request const& request) { return scripted_transport::send(request); }
    scripted_reply send(cppsmith::http_request const& request, cppsmith::send_options const& o) {
        auto& body = bodies.emplace_back(request.body);
        if (o.source)
            if (auto done = cppsmith::detail::drain(*o.source, [&](std::string_view piece) { return body.append(piece), true; });
                !done)
                return done.error();
        auto reply = scripted_transport::send(request, o);
        if (reply && o.sink && reply->status < 300) {
            (*o.sink)(std::string_view(reply->body).substr(0, stop_after));
            if (stop_after < reply->body.size()) return failure("connection");
            reply->body.clear();
        }
        return reply;
    }
};

} // namespace

TEST_CASE("a body of known size is sent as it comes", "[streaming]") {
    auto const bytes = large_text(300'000);
    raw_server const server(canned_reply{});
    auto const reply = over_curl(server).call<Put>({.name = "a"}, {.source = body_source::of(bytes)});
    REQUIRE(reply.has_value());
    REQUIRE(server.requests().size() == 1);
    auto const sent = server.requests()[0];
    CHECK(sent.method == "PUT");
    CHECK(sent.target == "/things/a");
    CHECK(sent.header("content-length") == "300000");
    CHECK(sent.count("transfer-encoding") == 0);
    CHECK(sent.count("expect") == 0);
    CHECK(sent.header("content-type") == "application/octet-stream");
    CHECK(sent.body == bytes);
}

TEST_CASE("a body of unknown size is sent in chunks", "[streaming]") {
    auto const bytes = large_text(70'001);
    raw_server const server(canned_reply{});
    auto const aws = over_curl(server);
    for (std::size_t const piece : {1'000u, 100'000u}) {
        REQUIRE(aws.call<Put>({.name = "a", .type = "text/x"}, {.source = trickle(bytes, piece, false)}).has_value());
        auto const sent = server.requests().back();
        CHECK(sent.header("transfer-encoding") == "chunked");
        CHECK(sent.count("content-length") == 0);
        CHECK(sent.header("content-type") == "text/x");
        CHECK(sent.body == bytes);
    }
    REQUIRE(aws.call<Put>({.name = "empty"}, {.source = body_source::of("")}).has_value());
    CHECK(server.requests().back().header("content-length") == "0");
    CHECK(server.requests().back().body.empty());
    CHECK(server.connections() == 1);
}

TEST_CASE("where a length is required, a body of unknown size is read before it is sent", "[streaming]") {
    raw_server const server(canned_reply{});
    auto const bytes = large_text(100'000);
    REQUIRE(over_curl(server).call<PutSized>({}, {.source = trickle(bytes, 777, false)}).has_value());
    CHECK(server.requests()[0].header("content-length") == "100000");
    CHECK(server.requests()[0].header("content-type") == "image/png");
    CHECK(server.requests()[0].body == bytes);
}

TEST_CASE("the body of a success goes to the sink, that of an error stays in memory", "[streaming]") {
    auto const bytes = large_text(200'000);
    raw_server const server({{.headers = {{"etag", "x"}}, .body = bytes},
                             {.headers = {{"etag", "y"}}, .body = bytes.substr(0, 100), .chunked = true},
                             {.status = 400, .body = R"({"message":"no","code":"Bad"})"}});
    auto const aws = over_curl(server);
    std::string got;
    std::size_t pieces = 0;
    call_options const into{.sink = [&](std::string_view piece) { got += piece, ++pieces; }};
    auto const first = aws.call<Put>({.name = "a"}, into);
    REQUIRE(first.has_value());
    CHECK(first->tag == "x");
    CHECK_FALSE(first->content.has_value());
    CHECK(got == bytes);
    CHECK(pieces > 1);
    got.clear();
    REQUIRE(aws.call<Put>({.name = "a"}, into).has_value());
    CHECK(got == bytes.substr(0, 100));
    got.clear();
    auto const failed = aws.call<Put>({.name = "a"}, into);
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().code == "Bad");
    CHECK(failed.error().message == "no");
    CHECK(got.empty());
    CHECK(aws.call<Put>({.name = "a"}).error().code == "Bad");
}

TEST_CASE("a sink takes more than a transport holds in memory", "[streaming]") {
    auto const bytes = large_text(100'000);
    raw_server const server(canned_reply{.body = bytes});
    cppsmith::client const aws(cppsmith::curl_transport({.proxy = "", .max_response_bytes = 1'000}), cppsmith::anonymous_signer{},
                               to(server.url()));
    std::size_t n = 0;
    CHECK(aws.call<Put>({.name = "a"}, {.sink = [&](std::string_view piece) { n += piece.size(); }}).has_value());
    CHECK(n == bytes.size());
    CHECK(aws.call<Put>({.name = "a"}).error().code == "response_too_large");
}

TEST_CASE("a source or a sink that fails ends the call", "[streaming]") {
    raw_server const server(canned_reply{.body = "body"});
    auto const aws = over_curl(server);
    auto const code = [&](call_options const& o) { return aws.call<Put>({.name = "a"}, o).error().code; };
    CHECK(code({.source = {.read = [](std::span<char>) { return -1; }}}) == "source");
    CHECK(code({.source = {.read = [](std::span<char>) -> std::ptrdiff_t { throw std::runtime_error("disk"); }}}) == "source");
    CHECK(code({.source = {.read = [](std::span<char>) { return 0; }, .size = 5}}) == "source");
    CHECK(code({.sink = [](std::string_view) { throw std::runtime_error("disk"); }}) == "sink");
    auto longer = body_source::of("more than announced");
    longer.size = 4;
    REQUIRE(aws.call<Put>({.name = "a"}, {.source = longer}).has_value());
    CHECK(server.requests().back().body == "more");
}

TEST_CASE("a stop and a deadline end an exchange that streams", "[streaming]") {
    raw_server const server(canned_reply{.body = "x", .claim_length = 1'000'000, .then = afterwards::hang});
    auto const aws = over_curl(server);
    std::stop_source stop;
    call_options o{
        .stop = stop.get_token(), .source = body_source::of("content"), .sink = [&](std::string_view) { stop.request_stop(); }};
    CHECK(aws.call<Put>({.name = "a"}, o).error().code == "cancelled");
    o.stop = {}, o.source = body_source::of("content"), o.sink = [](std::string_view) {};
    o.timeouts = cppsmith::timeouts{.attempt = 100ms};
    CHECK(aws.call<Put>({.name = "a"}, o).error().code == "timeout"); // once: the sink has got something
    CHECK(server.requests().size() == 2);
}

TEST_CASE("there is a further attempt where the source begins again, and as long as the sink has got nothing", "[streaming]") {
    auto const bytes = large_text(100'000);
    for (bool const again : {true, false}) {
        streaming_script transport;
        transport.script.replies = {answer(503), failure("connection"), answer(200, "done")};
        cppsmith::client const aws(std::ref(transport), recording_signer{}, to("https://example.com"));
        std::string got;
        auto const reply =
            aws.call<Put>({.name = "a"}, {.source = trickle(bytes, 999, again), .sink = [&](std::string_view s) { got += s; }});
        CHECK(reply.has_value() == again);
        CHECK(transport.bodies == std::vector<std::string>(again ? 3 : 1, bytes));
        CHECK(got == (again ? "done" : ""));
        if (!again) CHECK(reply.error().status == 503);
    }
    streaming_script transport;
    transport.script.replies = {answer(200, "half of it")};
    transport.stop_after = 4;
    cppsmith::client const aws(std::ref(transport), recording_signer{}, to("https://example.com"));
    std::string got;
    CHECK(aws.call<Put>({.name = "a"}, {.sink = [&](std::string_view s) { got += s; }}).error().code == "connection");
    CHECK(got == "half");
    CHECK(transport.bodies.size() == 1);
}

TEST_CASE("libcurl goes back to the front of a source where a kept connection is dead", "[streaming]") {
    raw_server const server({{.then = afterwards::close}, {}});
    auto const aws = over_curl(server);
    auto const bytes = large_text(50'000);
    REQUIRE(aws.call<Put>({.name = "a"}, {.source = body_source::of(bytes)}).has_value());
    REQUIRE(aws.call<Put>({.name = "b"}, {.source = body_source::of(bytes)}).has_value());
    CHECK(server.requests().back().body == bytes);
}

TEST_CASE("a transport that does not stream gets the bodies in memory", "[streaming]") {
    auto const bytes = large_text(100'000);
    scripted_transport transport;
    transport.script.replies = {answer(503), answer(200, "the answer", {{"etag", "x"}})};
    cppsmith::client const aws(std::ref(transport), recording_signer{}, to("https://example.com"));
    std::string got;
    auto const reply =
        aws.call<Put>({.name = "a"}, {.source = trickle(bytes, 999, false), .sink = [&](std::string_view s) { got += s; }});
    REQUIRE(reply.has_value());
    CHECK(got == "the answer");
    CHECK(reply->tag == "x");
    CHECK_FALSE(reply->content.has_value());
    REQUIRE(transport.script.sent.size() == 2); // what is in memory can be sent again
    for (auto const& sent : transport.script.sent) CHECK(sent.body == bytes);
    for (auto const& o : transport.options) CHECK((o.source == nullptr && o.sink == nullptr));
    CHECK(aws.call<Put>({.name = "a"}, {.source = {.read = [](std::span<char>) { return -1; }}}).error().code == "source");
    CHECK(aws.call<Put>({.name = "a"}, {.sink = [](std::string_view) { throw 1; }}).error().code == "sink");
}

TEST_CASE("streams that an operation has no use for are refused", "[streaming]") {
    streaming_script transport;
    cppsmith::client const aws(std::ref(transport), recording_signer{}, to("https://example.com"));
    CHECK(aws.call<PutSized>({}, {.sink = [](std::string_view) {}}).error().code == "no_streaming_output");
    CHECK(aws.call<Put>({.name = "a", .content = cppsmith::blob(std::string("x"))}, {.source = body_source::of("y")})
              .error()
              .code == "two_bodies");
    CHECK(transport.bodies.empty());
}

TEST_CASE("the body of a source is part of the signature, or left out where the service allows it", "[streaming][sigv4]") {
    auto const bytes = large_text(100'000);
    cppsmith::sigv4_signer const signer(cppsmith::credentials{.access_key_id = "AKIDEXAMPLE", .secret_access_key = "secret"});
    cppsmith::http_request const request{.method = "PUT",
                                         .scheme = "https",
                                         .authority = "example.com",
                                         .target = "/x",
                                         .headers = {{"content-type", "text/x"}},
                                         .body = bytes};
    cppsmith::signing_context context{
        .region = "us-west-2", .service = "stream", .time = std::chrono::sys_seconds(1'700'000'000s)};
    auto in_memory = request;
    REQUIRE(signer.sign(in_memory, context).has_value());

    auto from_source = request;
    from_source.body.clear();
    auto source = trickle(bytes, 1'234, true);
    context.source = &source;
    REQUIRE(signer.sign(from_source, context).has_value());
    CHECK(from_source.headers == in_memory.headers);
    std::string left;
    REQUIRE(cppsmith::detail::drain(source, [&](std::string_view piece) { return left += piece, true; }).has_value());
    CHECK(left == bytes); // the source is at its front again

    auto const once = trickle(bytes, 1'234, false);
    context.source = &once;
    CHECK(signer.sign(from_source, context).error().code == "unsignable_body");
    context.unsigned_payload = true;
    REQUIRE(signer.sign(from_source, context).has_value());
    CHECK(*cppsmith::find_header(from_source.headers, "x-amz-content-sha256") == "UNSIGNED-PAYLOAD");
    from_source = request;
    from_source.scheme = "http";
    CHECK(signer.sign(from_source, context).error().code == "unsignable_body");

    streaming_script transport;
    cppsmith::client const aws(std::ref(transport), signer, to("https://example.com"));
    auto const sized = [&] {
        auto made = trickle(bytes, 1'000, false);
        made.size = bytes.size();
        return made;
    };
    REQUIRE(aws.call<PutSized>({}, {.source = sized()}).has_value());
    CHECK(transport.bodies.back() == bytes);
    CHECK(*cppsmith::find_header(transport.script.sent.back().headers, "x-amz-content-sha256") == "UNSIGNED-PAYLOAD");
    CHECK(aws.call<Put>({.name = "a"}, {.source = sized()}).error().code == "unsignable_body");
}
