#include <cppsmith/transport/curl.hpp>

#include "support/catch.hpp"
#include "support/raw_server.hpp"
#include "support/tls_server.hpp"
#include "support/wire_replies.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

using namespace cppsmith;
using namespace cppsmith_tests;
using namespace std::chrono_literals;

namespace {

/// A transport that no proxy of the environment disturbs.
curl_transport direct(curl_options options = {}) {
    options.proxy = "";
    return curl_transport(std::move(options));
}

http_request post(std::string authority, std::string body = "{}") {
    return {.method = "POST",
            .scheme = "http",
            .authority = std::move(authority),
            .target = "/cacertificate",
            .headers = {{"content-type", "application/json"}},
            .body = std::move(body)};
}

http_request get(std::string authority, std::string target = "/", std::string scheme = "http") {
    return {.method = "GET", .scheme = std::move(scheme), .authority = std::move(authority), .target = std::move(target)};
}

error failure_of(result<http_response> const& r) {
    if (r.has_value()) return {.code = "no error: " + std::to_string(r->status)};
    CHECK(r.error().stage == stage::send);
    return r.error();
}

struct stopwatch {
    std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
    std::chrono::milliseconds elapsed() const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    }
};

/// Sets or (empty) removes a variable of the environment for a while.
class environment_variable {
  public:
    environment_variable(char const* name, char const* value) : name_(name) {
        if (char const* const old = std::getenv(name)) before_ = old;
        set(*value ? std::optional<std::string>(value) : std::nullopt);
    }
    environment_variable(environment_variable const&) = delete;
    environment_variable& operator=(environment_variable const&) = delete;
    ~environment_variable() { set(before_); }

  private:
    void set(std::optional<std::string> const& value) const {
        if (value) ::setenv(name_, value->c_str(), 1);
        else ::unsetenv(name_);
    }
    char const* name_;
    std::optional<std::string> before_{};
};

} // namespace

TEST_CASE("a request goes out with its own headers and nothing of libcurl's") {
    raw_server const server(canned_reply{});
    auto request = post(server.authority(), "{\"a\": 1}");
    request.headers = {
        {"Content-Type", "application/json"}, {"X-Empty", ""},           {"x-blank", " \t"},    {"x-two", "1"}, {"x-two", "2"},
        {"user-agent", "cppsmith/1"},         {"x-colon", "a:b; c\x09"}, {"x-utf8", "\xc3\xa4"}};
    auto const response = direct().send(request);
    REQUIRE(response.has_value());
    CHECK(response->status == 200);

    auto const sent = server.requests().at(0);
    CHECK(sent.method == "POST");
    CHECK(sent.target == "/cacertificate");
    CHECK(sent.version == "HTTP/1.1");
    CHECK(sent.body == "{\"a\": 1}");
    auto expected = std::vector<std::pair<std::string, std::string>>{{"Host", server.authority()},
                                                                     {"Content-Type", "application/json"},
                                                                     {"X-Empty", ""},
                                                                     {"x-blank", ""},
                                                                     {"x-two", "1"},
                                                                     {"x-two", "2"},
                                                                     {"user-agent", "cppsmith/1"},
                                                                     {"x-colon", "a:b; c"},
                                                                     {"x-utf8", "\xc3\xa4"},
                                                                     {"Content-Length", "8"}};
    auto actual = sent.headers;
    std::sort(expected.begin(), expected.end());
    std::sort(actual.begin(), actual.end());
    CHECK(actual == expected);
}

TEST_CASE("Content-Length is sent where the method means a body, or there is one") {
    struct row {
        std::string method, body;
        std::optional<std::string> length;
    };
    raw_server const server(canned_reply{});
    auto const transport = direct();
    std::size_t n = 0;
    for (auto const& [method, body, length] : std::vector<row>{{"GET", "", {}},
                                                               {"DELETE", "", {}},
                                                               {"HEAD", "", {}},
                                                               {"OPTIONS", "", {}},
                                                               {"POST", "", "0"},
                                                               {"PUT", "", "0"},
                                                               {"PATCH", "", "0"},
                                                               {"POST", "xyz", "3"},
                                                               {"PUT", "xyz", "3"},
                                                               {"PATCH", "xyz", "3"},
                                                               {"GET", "xyz", "3"},
                                                               {"DELETE", "xyz", "3"},
                                                               {"REPORT", "xyz", "3"}}) {
        INFO(method << " with '" << body << '\'');
        auto const response = transport.send(
            {.method = method, .scheme = "http", .authority = server.authority(), .target = "/", .headers = {}, .body = body});
        REQUIRE(response.has_value());
        auto const sent = server.requests().at(n++);
        CHECK(sent.method == method);
        CHECK(sent.body == body);
        CHECK(sent.header("content-length") == length);
        CHECK(sent.headers.size() == (length ? 2u : 1u));
    }
}

TEST_CASE("a Content-Length of the caller's is accepted when it is right, and sent once") {
    raw_server const server(canned_reply{});
    auto request = post(server.authority(), "four");
    request.headers.push_back({"content-length", "4"});
    REQUIRE(direct().send(request).has_value());
    CHECK(server.requests().at(0).count("content-length") == 1);
}

TEST_CASE("a Host of the caller's takes the place of the authority's") {
    raw_server const server(canned_reply{});
    auto request = get(server.authority());
    request.headers.push_back({"host", "vpce-1.iot.us-west-2.vpce.amazonaws.com"});
    REQUIRE(direct().send(request).has_value());
    CHECK(server.requests().at(0).count("host") == 1);
    CHECK(server.requests().at(0).header("host") == "vpce-1.iot.us-west-2.vpce.amazonaws.com");
}

TEST_CASE("the target goes out byte for byte") {
    raw_server const server(canned_reply{});
    auto const transport = direct();
    std::size_t n = 0;
    for (std::string const target :
         {"/", "//", "//a", "/../b", "/a/../../b", "/a/./b/.", "/%2F/%2f/%2e%2E/", "/a?", "/a?x", "/a?x=1&&", "/?b=c?d/../e",
          "/{}[]", "/a\"<>\\^`|", "/;a=b,c$!*'()", "/%", "/%zz", "/a%00b", "/a+b?c+d=%20", "/a?u=http://x@y:1/"}) {
        INFO(target);
        REQUIRE(transport.send(get(server.authority(), target)).has_value());
        CHECK(server.requests().at(n++).target == target);
    }
}

TEST_CASE("a large body goes out whole, without waiting for 100 Continue") {
    raw_server const server(canned_reply{});
    std::string body(5'000'000, 'x');
    body[4'999'999] = '\0';
    stopwatch const watch;
    REQUIRE(direct().send(post(server.authority(), body)).has_value());
    CHECK(watch.elapsed() < 900ms);
    CHECK(server.requests().at(0).body == body);
    CHECK_FALSE(server.requests().at(0).header("expect"));
}

TEST_CASE("what would break the message is refused before anything is sent") {
    raw_server const server(canned_reply{});
    auto const transport = direct();
    using change = std::function<void(http_request&)>;
    std::string const nul("a\0b", 3);
    for (auto const& breaks :
         std::vector<change>{[](auto& r) { r.method = ""; },
                             [](auto& r) { r.method = "GET / HTTP/1.1\r\nx:"; },
                             [](auto& r) { r.method = "G T"; },
                             [](auto& r) { r.scheme = "ftp"; },
                             [](auto& r) { r.scheme = "file"; },
                             [](auto& r) { r.scheme = ""; },
                             [](auto& r) { r.scheme = "HTTP"; },
                             [](auto& r) { r.authority = ""; },
                             [](auto& r) { r.authority += "\r\nx: secret"; },
                             [](auto& r) { r.authority = "u:secret@" + r.authority; },
                             [](auto& r) { r.authority += "/x"; },
                             [](auto& r) { r.authority += "#"; },
                             [](auto& r) { r.authority += "?"; },
                             [](auto& r) { r.authority += " "; },
                             [](auto& r) { r.target = ""; },
                             [](auto& r) { r.target = "x"; },
                             [](auto& r) { r.target = "/ HTTP/1.1"; },
                             [](auto& r) { r.target = "/a\nb"; },
                             [](auto& r) { r.target = "/a#b"; },
                             [](auto& r) { r.target = "/\xc3\xa4"; },
                             [&](auto& r) { r.target = "/" + nul; },
                             [](auto& r) { r.headers.push_back({"", "secret"}); },
                             [](auto& r) { r.headers.push_back({"x y", "secret"}); },
                             [](auto& r) { r.headers.push_back({"x:", "secret"}); },
                             [](auto& r) { r.headers.push_back({"x\r\ny", "secret"}); },
                             [](auto& r) { r.headers.push_back({"x\xc3\xa4", "secret"}); },
                             [&](auto& r) { r.headers.push_back({nul, "secret"}); },
                             [](auto& r) { r.headers.push_back({"x-bad", "secret\r\ny: z"}); },
                             [](auto& r) { r.headers.push_back({"x-bad", "secret\n"}); },
                             [](auto& r) { r.headers.push_back({"x-bad", "\rsecret"}); },
                             [&](auto& r) { r.headers.push_back({"x-bad", "secret" + nul}); },
                             [](auto& r) { r.headers.push_back({"x-bad", "secret\x7f"}); },
                             [](auto& r) { r.headers.push_back({"Transfer-Encoding", "chunked"}); },
                             [](auto& r) { r.headers.push_back({"content-length", "3"}); },
                             [](auto& r) { r.headers.push_back({"content-length", "02"}); },
                             [](auto& r) { r.headers.insert(r.headers.end(), {{"host", "a"}, {"Host", "a"}}); }}) {
        auto request = post(server.authority());
        breaks(request);
        INFO(request.method << ' ' << request.url() << ' ' << request.headers.back().name);
        auto const e = failure_of(transport.send(request));
        CHECK(e.code == "invalid_request");
        CHECK_FALSE(e.retryable());
        CHECK(e.message.find("secret") == std::string::npos);
        CHECK(std::none_of(e.message.begin(), e.message.end(), [](char c) { return c < ' '; }));
    }
    auto request = post(server.authority());
    request.headers.push_back({"x-bad", "a\nb"});
    CHECK(failure_of(transport.send(request)).message.find("x-bad") != std::string::npos);
    CHECK(server.connections() == 0);
}

TEST_CASE("a host that is none is refused") {
    for (std::string const authority : {"127.0.0.1:99999", "127.0.0.1:x", "[::1", ":80", "a b"}) {
        INFO(authority);
        CHECK(failure_of(direct().send(get(authority))).code == "invalid_request");
    }
}

TEST_CASE("any status is a response, redirects too") {
    for (int const status : {200, 201, 204, 206, 301, 302, 304, 307, 400, 401, 403, 404, 407, 409, 413, 429, 500, 503, 599}) {
        raw_server const server(canned_reply{.status = status, .headers = {{"Location", "http://127.0.0.1:1/"}}, .body = "text"});
        auto const response = direct().send(post(server.authority()));
        INFO(status);
        REQUIRE(response.has_value());
        CHECK(response->status == status);
        CHECK(response->body == (status == 204 || status == 304 ? "" : "text"));
        CHECK(server.requests().size() == 1);
    }
}

TEST_CASE("headers come as they were, in their order") {
    raw_server const server(
        canned_reply{.raw = "HTTP/1.1 200 OK\r\nX-One:  a b \t\r\nx-one:2\r\nEmpty:\r\nFolded: a\r\n  b\r\n\tc\r\n"
                            "X-Colon: a:b\r\nContent-Length: 2\r\n\r\nok"});
    auto const response = direct().send(get(server.authority()));
    REQUIRE(response.has_value());
    CHECK(response->body == "ok");
    CHECK(response->headers ==
          std::vector<header>{
              {"X-One", "a b"}, {"x-one", "2"}, {"Empty", ""}, {"Folded", "a b c"}, {"X-Colon", "a:b"}, {"Content-Length", "2"}});
}

TEST_CASE("bodies come whole, however they are framed") {
    std::string bytes;
    for (int i = 0; i < 100'000; ++i) bytes += static_cast<char>(i * 7 % 256);
    for (auto const& answer : {canned_reply{.body = bytes}, canned_reply{.body = bytes, .chunked = true},
                               canned_reply{.body = bytes, .no_length = true},
                               canned_reply{.headers = {{"Content-Encoding", "gzip"}}, .body = bytes}}) {
        raw_server const server(answer);
        auto const response = direct().send(get(server.authority()));
        REQUIRE(response.has_value());
        CHECK(response->body == bytes);
    }
}

TEST_CASE("interim responses are skipped, trailers dropped, bare line feeds accepted") {
    for (
        std::string const raw :
        {"HTTP/1.1 100 Continue\r\nx-interim: 1\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 200 OK\r\nx-final: 1\r\nContent-Length: 2\r\n\r\nok",
         "HTTP/1.1 200 OK\nx-final: 1\ncontent-length: 2\n\nok",
         "HTTP/1.1 200 OK\r\nx-final: 1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nx-trailer: 1\r\nHTTP/1.1: 2\r\n\r\n",
         "HTTP/1.0 200\r\nx-final: 1\r\n\r\nok"}) {
        raw_server const server(canned_reply{.raw = raw});
        auto const response = direct().send(post(server.authority()));
        INFO(raw);
        REQUIRE(response.has_value());
        CHECK(response->status == 200);
        CHECK(response->body == "ok");
        CHECK(response->headers.at(0) == header{"x-final", "1"});
        CHECK(find_header(response->headers, "x-interim") == nullptr);
        CHECK(find_header(response->headers, "x-trailer") == nullptr);
    }
}

TEST_CASE("HEAD brings headers and no body") {
    raw_server const server(canned_reply{.body = "seven77"});
    auto request = get(server.authority());
    request.method = "HEAD";
    stopwatch const watch;
    auto const response = direct().send(request);
    REQUIRE(response.has_value());
    CHECK(*find_header(response->headers, "content-length") == "7");
    CHECK(response->body.empty());
    CHECK(watch.elapsed() < 2s);
}

TEST_CASE("a connection is used again, also by copies, and by what was moved from") {
    raw_server const server(canned_reply{.body = "x"});
    auto transport = direct();
    REQUIRE(transport.send(post(server.authority())).has_value());
    auto copy = transport;
    REQUIRE(copy.send(get(server.authority())).has_value());
    auto const moved = std::move(transport);
    REQUIRE(moved.send(get(server.authority())).has_value());
    REQUIRE(transport.send(get(server.authority())).has_value()); // NOLINT: documented
    CHECK(server.connections() == 1);
    CHECK(server.requests().size() == 4);
    REQUIRE(direct().send(get(server.authority())).has_value());
    CHECK(server.connections() == 2);
}

TEST_CASE("nothing of one request is left for the next on the same handle") {
    raw_server const server(canned_reply{.body = "x"});
    auto const transport = direct();
    auto first = post(server.authority(), "body");
    first.headers.push_back({"x-first", "1"});
    REQUIRE(transport.send(first).has_value());
    REQUIRE(transport.send(get(server.authority())).has_value());
    auto const second = server.requests().at(1);
    CHECK(second.method == "GET");
    CHECK(second.body.empty());
    CHECK(second.headers.size() == 1);
}

TEST_CASE("connections end with their transport") {
    raw_server const server(canned_reply{});
    {
        auto const transport = direct();
        REQUIRE(transport.send(get(server.authority())).has_value());
        CHECK(server.open_connections() == 1);
    }
    for (int i = 0; i < 100 && server.open_connections() != 0; ++i) std::this_thread::sleep_for(10ms);
    CHECK(server.open_connections() == 0);
}

TEST_CASE("a kept connection that the server has closed costs nothing but a new one") {
    SECTION("closed after the first answer") {
        raw_server const server(std::vector{canned_reply{.body = "1", .then = afterwards::close}, canned_reply{.body = "2"}});
        auto const transport = direct();
        REQUIRE(transport.send(post(server.authority())).has_value());
        std::this_thread::sleep_for(20ms);
        auto const second = transport.send(post(server.authority()));
        REQUIRE(second.has_value());
        CHECK(second->body == "2");
        CHECK(server.connections() == 2);
    }
    SECTION("closed in reply to the second request") {
        raw_server const server(std::vector{canned_reply{.body = "1"}, canned_reply::closes(), canned_reply{.body = "2"}});
        auto const transport = direct();
        REQUIRE(transport.send(post(server.authority(), "one")).has_value());
        auto const second = transport.send(post(server.authority(), "two"));
        REQUIRE(second.has_value());
        CHECK(second->body == "2");
        CHECK(server.connections() == 2);
        CHECK(server.requests().at(2).body == "two");
    }
}

TEST_CASE("a connection that breaks is a transient error") {
    for (auto const& answer :
         {canned_reply::closes(), canned_reply::resets(), canned_reply{.raw = "garbage\r\n\r\n"}, canned_reply{.raw = "\r\n"},
          canned_reply{.raw = "HTTP/1.1"}, canned_reply{.raw = "HTTP/1.1 200 OK\r\nContent-Le"},
          canned_reply{.body = "short", .claim_length = 200},
          canned_reply{.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"},
          canned_reply{.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"},
          canned_reply{.raw = "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{\"cert", .then = afterwards::reset},
          canned_reply{.raw = "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"},
          canned_reply{.raw = "HTTP/1.1 100 Continue\r\n\r\n"}, canned_reply{.raw = "SSH-2.0-OpenSSH_9.2\r\n"},
          canned_reply{.raw = std::string("\0\0\x12\4\0\0\0\0\0", 9)}}) {
        raw_server const server(answer);
        INFO(answer.bytes());
        auto const e = failure_of(direct().send(post(server.authority())));
        CHECK(e.code == "connection");
        CHECK(e.retry == retryability::transient);
        CHECK(e.message.starts_with(server.authority() + ": "));
    }
}

TEST_CASE("a host that does not answer the door is a transient error of connecting") {
    for (std::string const& authority : {"127.0.0.1:" + std::to_string(closed_port()), std::string("no-such-host.invalid")}) {
        auto const e = failure_of(direct().send(get(authority)));
        CHECK(e.code == "connect");
        CHECK(e.retry == retryability::transient);
        CHECK(e.message.find(authority) != std::string::npos);
    }
}

TEST_CASE("deadlines are kept") {
    auto const transport = direct();
    auto const expect_timeout = [&](std::string const& authority, send_options const& options) {
        stopwatch const watch;
        auto const e = failure_of(transport.send(post(authority), options));
        CHECK(e.code == "timeout");
        CHECK(e.retry == retryability::transient);
        CHECK(watch.elapsed() >= 190ms);
        CHECK(watch.elapsed() < 1500ms);
    };
    SECTION("half an answer") {
        raw_server const server(
            canned_reply{.raw = "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{\"cert", .then = afterwards::hang});
        expect_timeout(server.authority(), {.timeout = 200ms});
    }
    SECTION("no answer at all") {
        raw_server const server(canned_reply::hangs());
        expect_timeout(server.authority(), {.timeout = 200ms});
    }
    SECTION("no connection") {
        blackhole const hole;
        expect_timeout(hole.authority(), {.connect_timeout = 200ms, .timeout = 5s});
        expect_timeout(hole.authority(), {.timeout = 200ms});
    }
    SECTION("a TLS handshake that hangs counts as connecting") {
        raw_server const server(canned_reply::hangs());
        stopwatch const watch;
        auto const e =
            failure_of(transport.send(get(server.authority(), "/", "https"), {.connect_timeout = 200ms, .timeout = 10s}));
        CHECK(e.code == "timeout");
        CHECK(watch.elapsed() < 1500ms);
    }
    SECTION("of the transport itself, where the call has none") {
        raw_server const server(canned_reply::hangs());
        stopwatch const watch;
        CHECK(failure_of(direct({.timeout = 200ms}).send(post(server.authority()))).code == "timeout");
        CHECK(watch.elapsed() < 1500ms);
    }
    SECTION("passed already") {
        raw_server const server(canned_reply{});
        CHECK(failure_of(transport.send(post(server.authority()), {.timeout = -1ms})).code == "timeout");
        CHECK(server.connections() == 0);
    }
}

TEST_CASE("a slow answer in time is an answer, and absurd deadlines are no bound") {
    raw_server const server(canned_reply{.body = "late", .delay = 300ms});
    for (auto const limit : {0ms, 5000ms, std::chrono::milliseconds::max()}) {
        auto const response =
            direct({.timeout = 1ms}).send(post(server.authority()), {.connect_timeout = limit, .timeout = limit});
        REQUIRE(response.has_value());
        CHECK(response->body == "late");
    }
}

TEST_CASE("a stop ends a send at once, wherever it waits") {
    auto const transport = direct();
    auto const expect_cancelled = [&](http_request const& request, std::chrono::milliseconds limit = 850ms) {
        std::stop_source source;
        std::atomic<bool> asked = false;
        stopwatch const watch;
        std::jthread const stopper([&] {
            std::this_thread::sleep_for(350ms); // past libcurl's own timers, the next of which is at a second
            asked = true;
            source.request_stop();
        });
        auto const e = failure_of(transport.send(request, {.stop = source.get_token()}));
        CHECK(asked);
        CHECK(watch.elapsed() < limit);
        CHECK(e.code == "cancelled");
        CHECK_FALSE(e.retryable());
    };
    SECTION("for an answer") {
        raw_server const server(canned_reply::hangs());
        expect_cancelled(post(server.authority()));
    }
    SECTION("for the rest of an answer") {
        raw_server const server(canned_reply{.raw = "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{", .then = afterwards::hang});
        expect_cancelled(post(server.authority()));
    }
    SECTION("for a connection") {
        blackhole const hole;
        expect_cancelled(post(hole.authority()));
    }
    SECTION("for a TLS handshake") {
        raw_server const server(canned_reply::hangs());
        expect_cancelled(get(server.authority(), "/", "https"));
    }
    SECTION("for nothing, being busy") {
        raw_server const server(canned_reply{.raw = "HTTP/1.1 200 OK\r\n\r\n", .endless = "xxxx"});
        expect_cancelled(post(server.authority()), 20s); // both cores are busy, the stopper too may have to wait for one
    }
}

TEST_CASE("a stop asked for before sends nothing, and one that never comes changes nothing") {
    raw_server const server(canned_reply{.body = "x"});
    auto const transport = direct();
    std::stop_source source;
    REQUIRE(transport.send(post(server.authority()), {.stop = source.get_token()}).has_value());
    source.request_stop();
    CHECK(failure_of(transport.send(post(server.authority()), {.stop = source.get_token()})).code == "cancelled");
    CHECK(server.requests().size() == 1);
    REQUIRE(transport.send(post(server.authority())).has_value());
    CHECK(server.connections() == 1);
}

TEST_CASE("after a failure the transport works on") {
    raw_server const server(std::vector{canned_reply::hangs(), canned_reply::resets(), canned_reply{.raw = "garbage\r\n"},
                                        canned_reply{.body = "fine"}});
    auto const transport = direct({.timeout = 150ms});
    for (char const* const code : {"timeout", "connection", "connection"})
        CHECK(failure_of(transport.send(post(server.authority()))).code == code);
    auto const response = transport.send(post(server.authority()));
    REQUIRE(response.has_value());
    CHECK(response->body == "fine");
}

TEST_CASE("responses have limits") {
    auto const expect_too_large = [](canned_reply const& answer, curl_options const& options) {
        raw_server const server(answer);
        stopwatch const watch;
        auto const e = failure_of(direct(options).send(get(server.authority()), {.timeout = 20s}));
        CHECK(e.code == "response_too_large");
        CHECK_FALSE(e.retryable());
        CHECK(watch.elapsed() < 10s);
    };
    SECTION("the body, to the byte") {
        for (bool const chunked : {false, true}) {
            raw_server const server(canned_reply{.body = std::string(1000, 'x'), .chunked = chunked});
            auto const whole = direct({.max_response_bytes = 1000}).send(get(server.authority()));
            REQUIRE(whole.has_value());
            CHECK(whole->body.size() == 1000);
            CHECK(failure_of(direct({.max_response_bytes = 999}).send(get(server.authority()))).code == "response_too_large");
            CHECK(failure_of(direct({.max_response_bytes = 0}).send(get(server.authority()))).code == "response_too_large");
        }
    }
    SECTION("a body without end") {
        expect_too_large({.raw = "HTTP/1.1 200 OK\r\n\r\n", .endless = std::string(64 << 10, 'x')},
                         {.max_response_bytes = 1 << 20});
        expect_too_large({.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                          .endless = "4000\r\n" + std::string(0x4000, 'x') + "\r\n"},
                         {.max_response_bytes = 1 << 20});
    }
    SECTION("a body that claims to be huge reserves no memory for it") {
        raw_server const server(canned_reply{.body = "x", .claim_length = 1ull << 50});
        CHECK(failure_of(direct({.max_response_bytes = 1 << 10}).send(get(server.authority()))).code != "out_of_memory");
    }
    SECTION("headers without end") {
        expect_too_large({.raw = "HTTP/1.1 200 OK\r\n", .endless = "x-a: " + std::string(1000, 'x') + "\r\n"}, {});
        expect_too_large({.raw = "HTTP/1.1 200 OK\r\n", .endless = "x-a: " + std::string(1000, 'x') + "\r\n"},
                         {.max_header_bytes = 100});
    }
    SECTION("a header without end") {
        expect_too_large({.raw = "HTTP/1.1 200 OK\r\nx-a: ", .endless = std::string(1000, 'x')}, {});
    }
    SECTION("interim responses without end") {
        expect_too_large({.raw = "", .endless = "HTTP/1.1 100 Continue\r\nx-a: b\r\n\r\n"}, {});
    }
    SECTION("trailers without end") {
        expect_too_large({.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
                          .endless = "x-a: " + std::string(1000, 'x') + "\r\n"},
                         {});
    }
}

TEST_CASE("several threads send through one transport") {
    raw_server const server(
        [](recorded_request const& r) { return canned_reply{.headers = {{"x-echo", r.target}}, .body = r.body}; });
    auto const transport = direct();
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                auto const mine = t % 2 == 0 ? transport : curl_transport(transport);
                for (int i = 0; i < 25; ++i) {
                    auto const name = std::to_string(t) + '-' + std::to_string(i);
                    auto request = post(server.authority(), name);
                    request.target = '/' + name;
                    auto const response = mine.send(request, {.timeout = 20s});
                    if (response.has_value() && response->body == name && *find_header(response->headers, "x-echo") == '/' + name)
                        ++right;
                }
            });
    }
    CHECK(right == 100);
    CHECK(server.requests().size() == 100);
    CHECK(server.connections() <= 4);
}

TEST_CASE("one token stops many sends") {
    raw_server const server(canned_reply::hangs());
    auto const transport = direct();
    std::stop_source source;
    std::atomic<int> cancelled = 0;
    stopwatch const watch;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                auto const r = transport.send(post(server.authority()), {.stop = source.get_token()});
                if (!r && r.error().code == "cancelled") ++cancelled;
            });
        CHECK(server.wait_for_requests(4));
        source.request_stop();
    }
    CHECK(cancelled == 4);
    CHECK(watch.elapsed() < 3s);
}

TEST_CASE("TLS") {
    static test_authority const ca("cppsmith test CA"), stranger("another CA");
    static identity const server_identity = ca.issue("127.0.0.1", "IP:127.0.0.1,DNS:localhost");
    scratch_directory const files;
    auto const ca_file = files.file("ca.pem", ca.certificate());
    auto const stranger_file = files.file("stranger.pem", stranger.certificate());

    SECTION("an authority that is not trusted is refused, one that is named is accepted") {
        tls_server const server(server_identity, {.body = "secure"});
        for (auto const& options : {curl_options{}, curl_options{.ca_bundle = stranger_file}}) {
            auto const e = failure_of(direct(options).send(get(server.authority(), "/", "https")));
            CHECK(e.code == "tls");
            CHECK_FALSE(e.retryable());
        }
        CHECK(server.requests().empty());
        auto const transport = direct({.ca_bundle = ca_file});
        for (int i = 0; i < 3; ++i) {
            auto const response = transport.send(get(server.authority(), "/", "https"));
            REQUIRE(response.has_value());
            CHECK(response->body == "secure");
        }
        CHECK(server.requests().size() == 3);
        CHECK(server.requests().at(2).connection == server.requests().at(0).connection);
        CHECK(server.requests().at(0).header("host") == server.authority());
    }
    SECTION("a name that is not in the certificate is refused") {
        tls_server const server(ca.issue("example", "DNS:example.com"), {});
        auto const e = failure_of(direct({.ca_bundle = ca_file}).send(get(server.authority(), "/", "https")));
        CHECK(e.code == "tls");
        CHECK_FALSE(e.retryable());
        CHECK(server.requests().empty());
    }
    SECTION("verification can be switched off") {
        tls_server const server(ca.issue("example", "DNS:example.com"), {.body = "whoever"});
        auto const response = direct({.verify_tls = false}).send(get(server.authority(), "/", "https"));
        REQUIRE(response.has_value());
        CHECK(response->body == "whoever");
    }
    SECTION("a client certificate is shown where one is asked for") {
        tls_server const server(server_identity, {.body = "known"}, ca.certificate());
        auto const client = ca.issue("client", "");
        auto const certificate = files.file("client.pem", client.certificate), key = files.file("client.key", client.key);
        auto const both = files.file("both.pem", client.certificate + client.key);

        auto const anonymous = failure_of(direct({.ca_bundle = ca_file}).send(get(server.authority(), "/", "https")));
        INFO(anonymous.message);
        CHECK(anonymous.code == "tls");
        CHECK_FALSE(anonymous.retryable());
        for (auto const& options : {curl_options{.ca_bundle = ca_file, .client_certificate = certificate, .client_key = key},
                                    curl_options{.ca_bundle = ca_file, .client_certificate = both}}) {
            auto const response = direct(options).send(get(server.authority(), "/", "https"));
            REQUIRE(response.has_value());
            CHECK(response->body == "known");
        }
    }
    SECTION("files that are not there are errors of TLS that no retry mends") {
        tls_server const server(server_identity, {});
        for (auto const& options : {curl_options{.ca_bundle = "/nonexistent/ca.pem"},
                                    curl_options{.ca_bundle = ca_file, .client_certificate = "/nonexistent/client.pem"}}) {
            auto const e = failure_of(direct(options).send(get(server.authority(), "/", "https")));
            CHECK(e.code == "tls");
            CHECK_FALSE(e.retryable());
        }
    }
    SECTION("a plain HTTP server is not spoken to in TLS, nor the other way round") {
        raw_server const plain(canned_reply{.status = 400, .then = afterwards::close});
        CHECK(failure_of(direct().send(get(plain.authority(), "/", "https"), {.timeout = 5s})).code == "tls");
        tls_server const server(server_identity, {});
        CHECK(failure_of(direct().send(get(server.authority()), {.timeout = 2s})).code == "connection");
        CHECK(server.requests().empty());
    }
    SECTION("a peer that has gone raises no SIGPIPE") {
        tls_server const server(server_identity, {.body = std::string(100, 'x'), .then = afterwards::reset});
        auto const transport = direct({.ca_bundle = ca_file});
        std::string const large(3'000'000, 'x');
        for (int i = 0; i < 5; ++i) {
            auto request = post(server.authority(), i % 2 == 0 ? "small" : large);
            request.scheme = "https";
            (void)transport.send(request, {.timeout = 5s});
        }
        SUCCEED("still alive");
    }
}

TEST_CASE("the guard against SIGPIPE takes the signal and leaves no trace") {
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    auto const pipe_is_in = [](auto ask) {
        sigset_t set;
        sigemptyset(&set);
        ask(set);
        return sigismember(&set, SIGPIPE) == 1;
    };
    auto const blocked = [](sigset_t& s) { pthread_sigmask(SIG_BLOCK, nullptr, &s); };
    auto const pending = [](sigset_t& s) { sigpending(&s); };
    {
        cppsmith::detail::sigpipe_guard const guard;
        CHECK(pipe_is_in(blocked));
        CHECK(::write(ends[1], "x", 1) == -1); // ends this program without the guard
        CHECK(pipe_is_in(pending));
        {
            cppsmith::detail::sigpipe_guard const inner; // what came before it is not its own
        }
        CHECK(pipe_is_in(pending));
        CHECK(pipe_is_in(blocked));
    }
    CHECK_FALSE(pipe_is_in(pending));
    CHECK_FALSE(pipe_is_in(blocked));
    ::close(ends[1]);
}

TEST_CASE("proxies") {
    environment_variable const a("http_proxy", ""), b("https_proxy", ""), c("all_proxy", ""), d("no_proxy", ""),
        e("NO_PROXY", ""), f("ALL_PROXY", ""), g("HTTPS_PROXY", "");
    raw_server const proxy([](recorded_request const& r) {
        if (r.method == "CONNECT")
            return canned_reply{.status = r.target.starts_with("busy") ? 503 : 407, .then = afterwards::close};
        return canned_reply{.body = "from the proxy"};
    });
    auto const credentials = "http://user:pa55word@" + proxy.authority();

    SECTION("a plain request is handed over whole") {
        auto const response = curl_transport{{.proxy = credentials}}.send(post("iot.invalid", "body"));
        REQUIRE(response.has_value());
        CHECK(response->body == "from the proxy");
        auto const seen = proxy.requests().at(0);
        CHECK(seen.target == "http://iot.invalid/cacertificate");
        CHECK(seen.header("host") == "iot.invalid");
        CHECK(seen.header("proxy-authorization").has_value());
        CHECK_FALSE(seen.header("proxy-connection"));
        CHECK(seen.body == "body");
    }
    SECTION("a secure one is tunnelled, and sent to nobody where the proxy refuses") {
        auto request = post("iot.invalid", "body");
        request.scheme = "https";
        auto const refused = failure_of(curl_transport{{.proxy = credentials}}.send(request));
        CHECK(refused.code == "connect");
        CHECK_FALSE(refused.retryable());
        CHECK(refused.message.find("pa55") == std::string::npos);
        auto const seen = proxy.requests().at(0);
        CHECK(seen.method == "CONNECT");
        CHECK_FALSE(seen.header("content-type"));
        CHECK(seen.body.empty());
        request.authority = "busy.invalid";
        CHECK(failure_of(curl_transport{{.proxy = credentials}}.send(request)).retry == retryability::transient);
    }
    SECTION("the environment's are honoured unless an option says otherwise") {
        environment_variable const set("http_proxy", proxy.url().c_str());
        raw_server const server(canned_reply{.body = "direct"});
        auto const body = [&](curl_options const& options) {
            return curl_transport{options}.send(get(server.authority())).value().body;
        };
        CHECK(body({}) == "from the proxy");
        CHECK(body({.proxy = ""}) == "direct");
        CHECK(body({.no_proxy = "127.0.0.1"}) == "direct");
        environment_variable const around("no_proxy", "127.0.0.1");
        CHECK(body({}) == "direct");
        CHECK(body({.no_proxy = ""}) == "from the proxy");
    }
    SECTION("one that is not there is an error of connecting") {
        auto const gone = "http://user:pa55word@127.0.0.1:" + std::to_string(closed_port());
        auto const failed = failure_of(curl_transport{{.proxy = gone}}.send(post("iot.invalid")));
        CHECK(failed.code == "connect");
        CHECK(failed.retry == retryability::transient);
        CHECK(failed.message.find("pa55") == std::string::npos);
    }
    SECTION("no message shows a proxy's password") {
        for (std::string const bad :
             {"http://user:pa55word@host:99999", "gopher://user:pa55word@host", "http://user:pa55word@ho st",
              "user:pa55word@:::", "http://user:pa55/word@host", "http://us er:pa55word@[host", "://user:pa55word@host"}) {
            INFO(bad);
            auto const failed = failure_of(curl_transport{{.proxy = bad}}.send(post("iot.invalid"), {.timeout = 3s}));
            CHECK(failed.message.find("pa55") == std::string::npos);
            CHECK_FALSE(failed.message.empty());
        }
    }
}

TEST_CASE("the recorded transport failures of the AWS clients are failures here, of the same kind") {
    auto const data = load_shared("wire/error_cases.json");
    if (!data) return;
    environment_variable const around("no_proxy", "");
    std::size_t seen = 0;
    for (auto const& c : data->at("cases")) {
        if (c.at("group") != "transport") continue;
        ++seen;
        INFO(c.at("id").get<std::string>() << ": " << c.at("note").get<std::string>());
        auto const& argv = c.at("argv");
        auto const option = [&](char const* name, std::string fallback) {
            for (std::size_t i = 0; i + 1 < argv.size(); ++i)
                if (argv[i] == name) return argv[i + 1].get<std::string>();
            return fallback;
        };
        raw_server const server(wire_replies(c));
        blackhole const hole;
        auto const endpoint = c.value("endpoint", "");
        auto const port = endpoint == "closed" ? closed_port() : endpoint == "blackhole" ? hole.port() : server.port();
        auto request = post("127.0.0.1:" + std::to_string(port), "{\"caCertificate\": \"PEM\"}");
        auto url = option("--endpoint-url", "{ENDPOINT}");
        if (url.starts_with("https:")) request.scheme = "https";
        curl_options options{.proxy = ""};
        if (auto const env = c.find("env"); env != c.end() && env->contains("HTTP_PROXY"))
            options.proxy = env->at("HTTP_PROXY").get<std::string>();
        auto const seconds = [](std::string const& s) {
            return std::chrono::milliseconds(static_cast<long>(std::stod(s) * 1000));
        };
        auto const response =
            curl_transport{options}.send(request, {.connect_timeout = seconds(option("--cli-connect-timeout", "4")),
                                                   .timeout = seconds(option("--cli-read-timeout", "4"))});

        auto const& reference = c.at("results").at("aws-cli-1.45.11");
        auto const text = reference.at("stderr").get<std::string>();
        auto const says = [&](char const* words) { return text.find(words) != std::string::npos; };
        if (reference.at("exit_code") != 255) {
            CHECK(response.has_value());
            continue;
        }
        auto const e = failure_of(response);
        if (says("timeout on endpoint")) CHECK(e.code == "timeout");
        else if (says("Connection was closed")) CHECK(e.code == "connection");
        else if (says("SSL validation failed")) CHECK(e.code == "tls");
        else if (says("Could not connect") || says("Failed to connect")) CHECK(e.code == "connect");
        CHECK(e.retryable());
    }
    CHECK(seen > 0);
}
