// The fake service on a real port: HTTP as clients speak it, limits, hostile bytes, and every fault that can be asked for.

#include "support/catch.hpp"

#include <fake_iot/ca_material.hpp>
#include <fake_iot/server.hpp>

#include <nlohmann/json.hpp>

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

using namespace fake_iot;
using namespace std::chrono_literals;
using json = nlohmann::json;
using clock_type = std::chrono::steady_clock;

namespace {

service_options open_door() { return {.authentication = {.required = false}}; }

/// A connection that sends and receives bytes, nothing more: what a client library would smooth over has to be seen here.
class connection {
  public:
    explicit connection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        timeval const patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~connection() { ::close(socket_); }
    connection(connection const&) = delete;
    connection& operator=(connection const&) = delete;

    bool connected() const { return connected_; }

    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }

    /// Reads more bytes; false at the end, with errno set to 0 or to what went wrong.
    bool receive_more() {
        char part[4096];
        errno = 0;
        auto const n = ::recv(socket_, part, sizeof part, 0);
        if (n <= 0) return false;
        received_.append(part, static_cast<std::size_t>(n));
        return true;
    }

    /// The next whole response: its header and body, or whatever came before the end.
    std::string receive() {
        std::size_t end = 0;
        while ((end = received_.find("\r\n\r\n")) == std::string::npos)
            if (!receive_more()) return std::exchange(received_, {});
        std::size_t size = end + 4;
        if (auto const at = received_.find("Content-Length: "); at < end) size += std::stoul(received_.substr(at + 16));
        while (received_.size() < size)
            if (!receive_more()) return std::exchange(received_, {});
        auto response = received_.substr(0, size);
        received_.erase(0, size);
        return response;
    }

    /// Everything up to the end; the errno that the end came with.
    std::pair<std::string, int> receive_all() {
        while (receive_more()) {}
        return {std::exchange(received_, {}), errno};
    }

  private:
    int socket_;
    bool connected_ = false;
    std::string received_;
};

std::string get(std::string_view target, std::string_view more = "") {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + std::string(more) + "\r\n";
}

std::string with_body(std::string_view method, std::string_view target, std::string_view body, std::string_view more = "") {
    return std::string(method) + ' ' + std::string(target) +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(more) +
           "\r\n" + std::string(body);
}

std::string status_of(std::string const& response) { return response.starts_with("HTTP/1.1 ") ? response.substr(9, 3) : "none"; }
std::string body_of(std::string const& response) {
    return response.substr(std::min(response.find("\r\n\r\n") + 4, response.size()));
}

/// One request on a connection of its own.
std::string ask(server const& s, std::string const& request) {
    connection c(s.port());
    c.send(request);
    return c.receive();
}

} // namespace

TEST_CASE("server: listens on a free port of this machine, and answers", "[fake_iot]") {
    server first(open_door()), second(open_door());
    CHECK(first.port() != 0);
    CHECK(first.port() != second.port());
    CHECK(first.endpoint() == "http://127.0.0.1:" + std::to_string(first.port()));

    auto const code = json::parse(body_of(ask(first, get("/registrationcode")))).at("registrationCode").get<std::string>();
    auto const ca = make_ca();
    auto const body = json{{"caCertificate", ca.certificate_pem},
                           {"verificationCertificate", make_verification_certificate(ca, code).certificate_pem}};
    auto const response = ask(first, with_body("POST", "/cacertificate?setAsActive=true", body.dump()));
    CHECK(status_of(response) == "200");
    auto const id = json::parse(body_of(response)).at("certificateId").get<std::string>();
    CHECK(first.service().find({"123456789012", "us-east-1"}, id)->active);
    CHECK(first.requests() == 2);
    CHECK(second.requests() == 0);
    CHECK(status_of(ask(second, get("/cacertificate/" + id))) == "404");
}

TEST_CASE("server: a port that is taken is an exception", "[fake_iot]") {
    server const one(open_door());
    CHECK_THROWS_AS(server(open_door(), {.port = one.port()}), std::runtime_error);
}

TEST_CASE("server: verifies signatures unless it is told not to", "[fake_iot]") {
    server const s;
    auto const response = ask(s, get("/registrationcode"));
    CHECK(status_of(response) == "403");
    CHECK(response.find("x-amzn-ErrorType: MissingAuthenticationTokenException\r\n") != std::string::npos);
}

TEST_CASE("server: a connection serves many requests, also when they come at once or byte by byte", "[fake_iot]") {
    server const s(open_door());
    connection c(s.port());
    std::string code;
    for (int i = 0; i < 20; ++i) {
        REQUIRE(c.send(get("/registrationcode")));
        auto const response = c.receive();
        REQUIRE(status_of(response) == "200");
        if (i == 0) code = body_of(response);
        CHECK(body_of(response) == code);
    }
    std::string pipeline;
    for (int i = 0; i < 20; ++i) pipeline += get("/registrationcode");
    REQUIRE(c.send(pipeline));
    for (int i = 0; i < 20; ++i) CHECK(body_of(c.receive()) == code);
    for (char const b : with_body("PUT", "/cacertificate/" + std::string(64, 'a'), "{}"))
        REQUIRE(c.send(std::string_view(&b, 1)));
    CHECK(status_of(c.receive()) == "404");

    REQUIRE(c.send(get("/registrationcode", "Connection: close\r\n")));
    auto const [last, fault] = c.receive_all();
    CHECK(status_of(last) == "200");
    CHECK(body_of(last) == code);
    CHECK(fault == 0);
}

TEST_CASE("server: HTTP/1.0, chunks, Expect, HEAD", "[fake_iot]") {
    server const s(open_door());
    {
        connection c(s.port());
        c.send("GET /registrationcode HTTP/1.0\r\n\r\n");
        auto const [response, fault] = c.receive_all();
        CHECK(status_of(response) == "200");
        CHECK(fault == 0);
    }
    {
        connection c(s.port());
        c.send("POST /cacertificate HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n");
        auto const response = c.receive();
        CHECK(status_of(response) == "400");
        CHECK(response.find("InvalidRequestException") != std::string::npos); // it read {}
    }
    {
        connection c(s.port());
        c.send("POST /cacertificate HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        CHECK(status_of(c.receive()) == "100");
        c.send("{}");
        CHECK(status_of(c.receive()) == "400");
    }
    {
        connection c(s.port());
        c.send("HEAD /registrationcode HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        auto const [response, fault] = c.receive_all();
        CHECK(status_of(response) == "405");
        CHECK(body_of(response).empty());
    }
}

TEST_CASE("server: too much is refused before it is read", "[fake_iot]") {
    server const s(open_door(), {.header_limit = 1024, .body_limit = 1000});
    CHECK(status_of(ask(s, with_body("POST", "/cacertificate", std::string(1000, ' ')))) == "400");
    CHECK(status_of(ask(s, "POST /cacertificate HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n")) == "413");
    CHECK(status_of(ask(s, "POST /cacertificate HTTP/1.1\r\nHost: x\r\nContent-Length: 18446744073709551615\r\n\r\n")) == "413");
    CHECK(status_of(ask(s, with_body("POST", "/cacertificate", std::string(200'000, ' ')))) == "413");
    std::string chunks = "POST /cacertificate HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 100; ++i) chunks += "64\r\n" + std::string(100, ' ') + "\r\n";
    CHECK(status_of(ask(s, chunks)) == "413");
    CHECK(status_of(ask(s, get("/registrationcode", "X-Long: " + std::string(2000, 'x') + "\r\n"))) == "431");
    CHECK(status_of(ask(s, get("/" + std::string(5000, 'x')))) == "431");
    CHECK(status_of(ask(s, get("/registrationcode"))) == "200");
}

TEST_CASE("server: bytes that are not HTTP get 400 or the door, and harm nobody else", "[fake_iot]") {
    server const s(open_door(), {.idle_timeout = 500ms, .transfer_timeout = 500ms});
    for (std::string const& bytes :
         {std::string("\r\n\r\n\r\n"), std::string("garbage\r\n\r\n"), std::string(300, '\0'), std::string(5000, '\xff'),
          std::string("GET / HTTP/9.9\r\n\r\n"), std::string("GET /\x01 HTTP/1.1\r\nHost: x\r\n\r\n"),
          std::string("GET / HTTP/1.1\r\nno colon\r\n\r\n"), std::string("GET / HTTP/1.1\r\nA: b\0c\r\n\r\n", 26),
          std::string("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"),
          std::string("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"),
          std::string("POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
          std::string("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
          std::string("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n"),
          std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11)}) {
        auto const response = ask(s, bytes);
        INFO(bytes.substr(0, 60));
        auto const status = status_of(response);
        CHECK((status == "none" || status == "400" || status == "404" || status == "413" || status == "431"));
    }
    CHECK(status_of(ask(s, get("/registrationcode"))) == "200");
}

TEST_CASE("server: silence ends a connection, at each stage of a request", "[fake_iot]") {
    server const s(open_door(), {.idle_timeout = 200ms, .transfer_timeout = 200ms});
    for (std::string const start : {"", "GET /regis", "POST /cacertificate HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n{}"}) {
        INFO(start);
        connection c(s.port());
        auto const begin = clock_type::now();
        c.send(start);
        auto const [response, fault] = c.receive_all();
        CHECK(response.empty());
        CHECK(fault != EAGAIN);
        CHECK(clock_type::now() - begin > 150ms);
        CHECK(clock_type::now() - begin < 5s);
    }
}

TEST_CASE("server: a slow or stuck client holds up nobody", "[fake_iot]") {
    server s(open_door(), {.threads = 1});
    std::vector<std::unique_ptr<connection>> stuck;
    for (int i = 0; i < 50; ++i) {
        stuck.push_back(std::make_unique<connection>(s.port()));
        stuck.back()->send("POST /cacertificate HTTP/1.1\r\nContent-Le");
    }
    s.faults().next({.delay = 3s});
    connection delayed(s.port());
    delayed.send(get("/registrationcode"));
    while (s.requests() == 0) std::this_thread::sleep_for(1ms);
    auto const begin = clock_type::now();
    CHECK(status_of(ask(s, get("/registrationcode"))) == "200");
    CHECK(clock_type::now() - begin < 2s);
}

TEST_CASE("server: many clients at once", "[fake_iot]") {
    server const s(open_door());
    std::atomic<int> good{0};
    std::vector<std::thread> clients;
    for (int t = 0; t < 8; ++t)
        clients.emplace_back([&] {
            connection c(s.port());
            for (int i = 0; i < 50; ++i)
                if (c.send(get("/registrationcode")) && status_of(c.receive()) == "200") ++good;
        });
    for (auto& c : clients) c.join();
    CHECK(good == 400);
    CHECK(s.requests() == 400);
}

TEST_CASE("server: its end does not wait for connections or delays", "[fake_iot]") {
    auto const begin = clock_type::now();
    std::vector<std::unique_ptr<connection>> open;
    {
        server s(open_door());
        s.faults().next({.delay = 1h});
        for (int i = 0; i < 3; ++i) {
            open.push_back(std::make_unique<connection>(s.port()));
            REQUIRE(open.back()->send(get("/registrationcode")));
        }
        while (s.requests() < 3) std::this_thread::sleep_for(1ms);
    }
    CHECK(clock_type::now() - begin < 5s);
    for (auto& c : open) CHECK(c->receive_all().second != EAGAIN); // closed, with or without an answer
}

TEST_CASE("faults: delay", "[fake_iot]") {
    server s(open_door());
    s.faults().next({.delay = 300ms});
    auto const begin = clock_type::now();
    CHECK(status_of(ask(s, get("/registrationcode"))) == "200");
    CHECK(clock_type::now() - begin >= 300ms);
    auto const second = clock_type::now();
    CHECK(status_of(ask(s, get("/registrationcode"))) == "200");
    CHECK(clock_type::now() - second < 250ms);
}

TEST_CASE("faults: reset and close, before the service or behind it", "[fake_iot]") {
    server s(open_door());
    auto const ca = json{{"caCertificate", make_ca().certificate_pem}, {"certificateMode", "SNI_ONLY"}}.dump();
    auto const attempt = [&](fault f) {
        s.faults().next(std::move(f));
        connection c(s.port());
        c.send(with_body("POST", "/cacertificate", ca));
        return c.receive_all();
    };
    CHECK(attempt({.kind = fault_kind::reset}) == std::pair<std::string, int>("", ECONNRESET));
    CHECK(attempt({.kind = fault_kind::close}) == std::pair<std::string, int>("", 0));
    auto const entries = [&] { return json::parse(body_of(ask(s, get("/cacertificates")))).at("certificates").size(); };
    CHECK(entries() == 0);
    CHECK(attempt({.kind = fault_kind::reset, .processed = true}).first.empty());
    CHECK(entries() == 1);
    // The client who tries again meets its own first attempt.
    CHECK(status_of(ask(s, with_body("POST", "/cacertificate", ca))) == "409");
}

TEST_CASE("faults: garbage, truncation, malformed JSON", "[fake_iot]") {
    server s(open_door());
    auto const attempt = [&](fault f) {
        s.faults().next(std::move(f));
        connection c(s.port());
        c.send(get("/registrationcode"));
        return c.receive();
    };
    CHECK(attempt({.kind = fault_kind::garbage}) == fault{}.bytes);
    CHECK(attempt({.kind = fault_kind::garbage, .bytes = std::string("\0\xff", 2)}) == std::string("\0\xff", 2));

    auto const whole = ask(s, get("/registrationcode"));
    s.faults().next({.kind = fault_kind::truncate});
    connection c(s.port());
    c.send(get("/registrationcode"));
    auto const [cut, fault] = c.receive_all();
    CHECK(fault == 0);
    CHECK(status_of(cut) == "200");
    CHECK(cut.find("Content-Length: " + std::to_string(body_of(whole).size() + 1)) != std::string::npos);
    CHECK(body_of(whole).starts_with(body_of(cut)));
    CHECK(body_of(cut).size() == body_of(whole).size() / 2);

    auto const malformed = attempt({.kind = fault_kind::malformed_json});
    CHECK(status_of(malformed) == "200");
    CHECK(malformed.find("Content-Length: " + std::to_string(body_of(malformed).size()) + "\r\n") != std::string::npos);
    CHECK_FALSE(json::accept(body_of(malformed)));
}

TEST_CASE("faults: another response, another spelling, and an end to it", "[fake_iot]") {
    server s(open_door());
    s.faults().next(respond_with(503, "ServiceUnavailableException"), 2);
    connection c(s.port());
    for (std::string const expected : {"503", "503", "200"}) { // on the same connection
        c.send(get("/registrationcode"));
        CHECK(status_of(c.receive()) == expected);
    }
    s.faults().next({.kind = fault_kind::respell, .spelling = error_spelling::colon}, fault_queue::always);
    for (int i = 0; i < 2; ++i)
        CHECK(ask(s, get("/cacertificate/x")).find("x-amzn-ErrorType: InvalidRequestException:http://internal.amazon.com/") !=
              std::string::npos);
    CHECK(status_of(ask(s, get("/registrationcode"))) == "200");
    s.faults().clear();
    CHECK(ask(s, get("/cacertificate/x")).find("x-amzn-ErrorType: InvalidRequestException\r\n") != std::string::npos);
}
