// The client: validate, prepare, sign, send and parse, in this order, and again where that may help.

#include <cppsmith/client.hpp>

#include "support/catch.hpp"
#include "support/scripted_transport.hpp"

#include <cppsmith/iot/register_ca_certificate.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <sstream>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace cppsmith_tests;
using namespace std::chrono_literals;
using cppsmith::client_options;
using cppsmith::log_event;
using cppsmith::stage;
using milliseconds = std::chrono::milliseconds;
using Register = cppsmith::iot::RegisterCACertificate;

namespace {

Register::request const request{.caCertificate = "the certificate"};

/// A client over a script, whose sleep only notes how long it would have been.
struct bench {
    scripted_transport transport{};
    recording_signer signer{};
    std::vector<milliseconds> slept{};
    std::vector<std::string> log{};
    client_options options{.region = "us-west-2"};

    explicit bench(std::vector<scripted_reply> replies = {answer(200)}) {
        transport.script.replies = std::move(replies);
        options.random = [] { return 0.5; };
        options.sleep = [this](milliseconds d) { slept.push_back(d); };
        options.log = [this](log_event const& e) {
            std::ostringstream line;
            constexpr char const* kinds[] = {"sending", "received", "retrying", "failed"};
            line << kinds[static_cast<std::size_t>(e.what)];
            line << ' ' << e.operation << ' ' << e.method << ' ' << e.authority << " #" << e.attempt << ' ' << e.status << ' '
                 << e.request_id << ' ' << e.delay.count();
            if (e.error) line << ' ' << *e.error;
            log.push_back(line.str());
        };
    }
    bench(bench const&) = delete;

    auto client() { return cppsmith::client(std::ref(transport), std::ref(signer), options); }
    auto call(cppsmith::call_options const& o = {}) { return client().call<Register>(request, o); }
    std::vector<cppsmith::http_request> const& sent() const { return transport.script.sent; }
};

struct regional_signer : cppsmith::anonymous_signer {
    static constexpr bool signs_for_region = true;
};

std::vector<scripted_reply> times(int n, scripted_reply const& failed, scripted_reply const& last) {
    std::vector<scripted_reply> replies(static_cast<std::size_t>(n), failed);
    replies.push_back(last);
    return replies;
}

std::string header_of(cppsmith::http_request const& r, std::string_view name) {
    auto const* value = cppsmith::find_header(r.headers, name);
    return value ? *value : "(none)";
}

} // namespace

TEST_CASE("a call is prepared, signed, sent and parsed", "[client]") {
    bench b({answer(200, R"({"certificateArn":"arn"})")});
    b.options.clock = [] { return std::chrono::system_clock::time_point(42s); };
    auto const reply = b.call();
    REQUIRE(reply.has_value());
    CHECK(reply->certificateArn == "arn");
    REQUIRE(b.sent().size() == 1);
    CHECK(b.sent()[0].url() == "https://iot.us-west-2.amazonaws.com/cacertificate");
    CHECK(b.sent()[0].body == R"({"caCertificate":"the certificate"})");
    CHECK(header_of(b.sent()[0], "user-agent") == "cppsmith/0.1");
    CHECK(header_of(b.sent()[0], "authorization") == "signature 1");
    REQUIRE(b.signer.contexts.size() == 1);
    CHECK(b.signer.contexts[0].region == "us-west-2");
    CHECK(b.signer.contexts[0].service == "iot");
    CHECK(b.signer.contexts[0].time == std::chrono::system_clock::time_point(42s));
    CHECK_FALSE(b.signer.contexts[0].credentials.has_value());
}

TEST_CASE("transports and signers go in by value or by reference, with send_options or without", "[client]") {
    plain_transport plain;
    cppsmith::client const by_reference(std::ref(plain), cppsmith::anonymous_signer{}, {.region = "us-west-2"});
    CHECK(by_reference.call<Register>(request).has_value());
    CHECK(plain.sent.size() == 1);
    cppsmith::client by_value(plain_transport{}, recording_signer{}, {.region = "us-west-2"});
    CHECK(by_value.call<Register>(request).has_value());
    bench b;
    CHECK(b.call().has_value());
    CHECK(b.transport.options.size() == 1);
    struct moved_only : plain_transport {
        moved_only() = default;
        moved_only(moved_only&&) = default;
        moved_only(moved_only const&) = delete;
    };
    CHECK(cppsmith::client(moved_only{}, cppsmith::anonymous_signer{}, {.region = "us-west-2"})
              .call<Register>(request)
              .has_value());
}

TEST_CASE("a call may override region, credentials, timeouts, validation and headers", "[client]") {
    bench b;
    auto const done = b.call({.region = "cn-north-1",
                              .credentials = cppsmith::credentials{"AKID", "secret", ""},
                              .timeouts = cppsmith::timeouts{.connect = 1s, .attempt = 2s},
                              .headers = {{"X-Extra", "1"}, {"Content-Type", "text/x"}, {"USER-AGENT", "mine"}}});
    REQUIRE(done.has_value());
    CHECK(b.sent()[0].authority == "iot.cn-north-1.amazonaws.com.cn");
    CHECK(b.signer.contexts[0].region == "cn-north-1");
    CHECK(b.signer.contexts[0].credentials->access_key_id == "AKID");
    CHECK(b.transport.options[0].connect_timeout == 1s);
    CHECK(b.transport.options[0].timeout == 2s);
    CHECK(header_of(b.signer.seen[0], "x-extra") == "1"); // before it is signed
    CHECK(header_of(b.sent()[0], "content-type") == "text/x");
    CHECK(header_of(b.sent()[0], "user-agent") == "mine");
    CHECK(b.sent()[0].headers.size() == 4); // replaced, not added

    auto const empty = cppsmith::iot::RegisterCACertificateRequest{.caCertificate = cppsmith::unchecked("")};
    auto const refused = b.client().call<Register>(empty);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().stage == stage::validate);
    CHECK(refused.error().code == "invalid_request");
    CHECK(refused.error().pointer == "/caCertificate");
    CHECK(b.client().call<Register>(empty, {.validation = cppsmith::policy::off}).has_value());
    CHECK(b.sent().size() == 2);
}

TEST_CASE("what is missing or wrong is the error of the first call, and nothing is sent", "[client]") {
    auto const refused = [](auto const& change, cppsmith::call_options const& o = {}) {
        bench b;
        change(b);
        auto const r = b.call(o);
        REQUIRE_FALSE(r.has_value());
        CHECK(b.sent().empty());
        REQUIRE(b.log.size() == 1);
        CHECK(b.log[0].starts_with("failed RegisterCACertificate POST"));
        CHECK(b.log[0].find("hidden") == std::string::npos);
        CHECK(to_string(r.error()).find("hidden") == std::string::npos);
        return std::string(to_string(r.error().stage)) + ' ' + r.error().code;
    };
    CHECK(refused([](bench& b) { b.options.region.clear(); }) == "configure no_region");
    CHECK(refused([](bench& b) { b.options.region = "hidden/../x"; }) == "configure invalid_region");
    CHECK(refused([](bench& b) { b.options.endpoint_url = "user:hidden@h"; }) == "configure invalid_endpoint");
    CHECK(refused([](bench& b) { b.options.endpoint_url = "https://user:hidden@h"; }) == "configure invalid_endpoint");
    CHECK(refused([](bench& b) { b.options.user_agent = "a\r\nhidden: 1"; }) == "prepare invalid_header");
    CHECK(refused([](bench&) {}, {.headers = {{"x", "a\r\nhidden: 1"}}}) == "prepare invalid_header");
    CHECK(refused([](bench&) {}, {.headers = {{"hidden\r\nx", "1"}}}) == "prepare invalid_header");
    CHECK(refused([](bench&) {}, {.headers = {{"x", std::string("hidden\0", 7)}}}) == "prepare invalid_header");
    CHECK(refused([](bench& b) { b.signer.outcome = cppsmith::error{.stage = stage::sign, .code = "no_credentials"}; }) ==
          "sign no_credentials");
    std::stop_source stop;
    stop.request_stop();
    CHECK(refused([](bench&) {}, {.stop = stop.get_token()}) == "send cancelled");
}

TEST_CASE("an endpoint of one's own needs no region unless it is signed for", "[client]") {
    bench b;
    b.options.region.clear();
    b.options.endpoint_url = "http://localhost:4566/base?key=1";
    REQUIRE(b.call().has_value());
    CHECK(b.sent()[0].url() == "http://localhost:4566/base/cacertificate?key=1");
    auto const refused = cppsmith::client(std::ref(b.transport), regional_signer{}, b.options).call<Register>(request);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "no_region");
    regional_signer lent;
    CHECK(cppsmith::client(std::ref(b.transport), std::ref(lent), b.options).call<Register>(request).error().code == "no_region");
}

TEST_CASE("a call may go to an endpoint of its own", "[client]") {
    bench b;
    b.options.endpoint_url = "http://localhost:4566";
    CHECK(b.call({.endpoint_url = "https://cell-3.example"}).has_value());
    CHECK(b.sent()[0].url() == "https://cell-3.example/cacertificate");
    CHECK(b.call().has_value());
    CHECK(b.sent()[1].url() == "http://localhost:4566/cacertificate");
    CHECK(b.call({.endpoint_url = "cell-3"}).error().code == "invalid_endpoint");
}

TEST_CASE("transient errors and throttling are tried again, signed anew, after the delays of the standard mode", "[client]") {
    for (auto const& failed :
         {failure("connection"), answer(500), answer(503, "<html>busy"), answer(400, R"({"__type":"ThrottlingException"})")}) {
        bench b(times(2, failed, answer(200)));
        CHECK(b.call().has_value());
        CHECK(b.sent().size() == 3);
        CHECK(b.slept == std::vector{500ms, 1000ms});
        CHECK(header_of(b.sent()[2], "authorization") == "signature 3");
        CHECK(header_of(b.signer.seen[2], "authorization") == "(none)"); // a fresh copy each time
    }
    for (auto const& failed : {failure("tls", cppsmith::retryability::none), answer(400), answer(409), answer(301),
                               answer(200, R"({"certificateArn":1})")}) {
        bench b(times(1, failed, answer(200)));
        CHECK_FALSE(b.call().has_value());
        CHECK(b.sent().size() == 1);
    }
}

TEST_CASE("attempts are limited, and the last error is the call's", "[client]") {
    for (int const most : {-1, 0, 1, 2, 5}) {
        bench b({failure("connection"), answer(500), answer(502)});
        b.options.retries.max_attempts = most;
        auto const r = b.call();
        REQUIRE_FALSE(r.has_value());
        CHECK(b.sent().size() == static_cast<std::size_t>(std::max(most, 1)));
        CHECK(r.error().status == (most > 2 ? 502 : most == 2 ? 500 : 0));
    }
}

TEST_CASE("copies of a client share the quota, and a success gives back what its retry took", "[client]") {
    bench b(times(1, answer(500), answer(200)));
    auto const client = b.client();
    auto const copy = client;
    REQUIRE(client.call<Register>(request).has_value());
    CHECK(client.retry_tokens() == 500);
    b.transport.script.replies = {failure("timeout")};
    CHECK_FALSE(copy.call<Register>(request).has_value());
    CHECK(client.retry_tokens() == 480); // two retries after timeouts
    while (client.retry_tokens() >= 10) CHECK_FALSE(copy.call<Register>(request).has_value());
    auto const before = b.sent().size();
    CHECK_FALSE(client.call<Register>(request).has_value());
    CHECK(b.sent().size() == before + 1); // no tokens, no retry
    b.transport.script.replies = {answer(200)};
    CHECK(client.call<Register>(request).has_value());
    CHECK(client.retry_tokens() == 1);
}

TEST_CASE("the total time bounds attempts and delays", "[client]") {
    bench b({failure("connection")});
    b.options.retries.max_attempts = 100;
    b.options.timeouts = {.connect = 1s, .attempt = 60s, .total = 5s};
    auto const r = b.call();
    REQUIRE_FALSE(r.has_value());
    CHECK(r.error().code == "connection");
    CHECK(b.slept == std::vector{500ms, 1000ms, 2000ms}); // another 4 s would pass the end
    REQUIRE(b.transport.options.size() == 4);
    CHECK(b.transport.options[0].timeout <= 5s);
    CHECK(b.transport.options[3].timeout <= 1500ms);
    CHECK(b.transport.options[3].timeout > 0ms);

    bench slow({failure("connection"), answer(200)});
    slow.options.timeouts.total = 30ms;
    slow.options.random = [] { return 0.0; };
    slow.transport.script.before_answer = [] { std::this_thread::sleep_for(50ms); };
    auto const late = slow.call();
    REQUIRE_FALSE(late.has_value());
    CHECK(slow.sent().size() == 1);
}

TEST_CASE("a stop ends the call before the next attempt, and cuts a delay short", "[client]") {
    std::stop_source stop;
    bench b({failure("connection")});
    b.options.retries.max_attempts = 100;
    b.options.sleep = {};
    b.options.random = [] { return 1.0; };
    b.options.retries.base_delay = 60s;
    b.options.retries.max_delay = 60s;
    auto const begin = std::chrono::steady_clock::now();
    std::jthread const stopper([&] {
        std::this_thread::sleep_for(30ms);
        stop.request_stop();
    });
    auto const r = b.call({.stop = stop.get_token()});
    REQUIRE_FALSE(r.has_value());
    CHECK(r.error().code == "cancelled");
    CHECK(r.error().stage == stage::send);
    CHECK(b.sent().size() == 1);
    CHECK(std::chrono::steady_clock::now() - begin < 20s);
    CHECK(b.transport.options[0].stop.stop_requested());
}

TEST_CASE("the log tells of each step, and of nothing that is secret", "[client]") {
    bench b({answer(503, R"({"message":"busy"})", {{"x-amzn-RequestId", "id 1"}}), failure("connection"),
             answer(400, R"({"__type":"InvalidRequestException","message":"no"})", {{"x-amzn-RequestId", "id 3"}})});
    CHECK_FALSE(b.call({.credentials = cppsmith::credentials{"AKID", "hidden", "hidden"}, .headers = {{"x-secret", "hidden"}}})
                    .has_value());
    std::string const who = " RegisterCACertificate POST iot.us-west-2.amazonaws.com ";
    CHECK(b.log == std::vector<std::string>{
                       "sending" + who + "#1 0  0",
                       "received" + who + "#1 503 id 1 0",
                       "retrying" + who + "#1 503  500 service: 503 (HTTP 503): busy [request id 1]",
                       "sending" + who + "#2 0  0",
                       "retrying" + who + "#2 0  1000 send: connection",
                       "sending" + who + "#3 0  0",
                       "received" + who + "#3 400 id 3 0",
                       "failed" + who + "#3 400  0 service: InvalidRequestException (HTTP 400): no [request id 3]",
                   });
    for (auto const& line : b.log) {
        CHECK(line.find("hidden") == std::string::npos);
        CHECK(line.find("the certificate") == std::string::npos);
        CHECK(line.find("signature") == std::string::npos);
    }
}
