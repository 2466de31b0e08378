#include <cppsmith/to_curl.hpp>

#include "support/catch.hpp"
#include "support/raw_server.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

using namespace cppsmith;
using namespace cppsmith_tests;

namespace {

http_request request(std::string method, std::string body = {}) {
    return {.method = std::move(method),
            .scheme = "https",
            .authority = "iot.us-west-2.amazonaws.com",
            .target = "/cacertificate",
            .headers = {{"accept", "*/*"}, {"user-agent", "me/1"}},
            .body = std::move(body)};
}

/// Runs a line with /bin/sh, away from the user's proxies and curl settings. The exit status.
int run(std::string const& line) {
    auto pattern = (std::filesystem::temp_directory_path() / "cppsmith-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    std::ofstream(pattern + "/line.sh", std::ios::binary) << line << '\n';
    auto const command = "cd '" + pattern + "' && HOME=. CURL_HOME=. no_proxy='*' NO_PROXY='*' /bin/sh ./line.sh >out 2>err";
    int const status = std::system(command.c_str());
    std::filesystem::remove_all(pattern);
    return status;
}

bool curl_is_here() {
    static bool const here = [] {
        bool const found = std::system("curl --version >/dev/null 2>&1") == 0;
        if (!found) std::cout << "skipped: running the lines, since there is no curl command" << std::endl;
        return found;
    }();
    return here;
}

/// Sends the request by its line, and compares what arrives.
void check_round_trip(http_request r) {
    if (!curl_is_here()) return;
    raw_server const server(canned_reply{});
    r.scheme = "http";
    r.authority = server.authority();
    auto const line = to_curl(r);
    INFO(line.substr(0, 2000));
    CHECK(run(line) == 0);
    auto const arrived = server.requests();
    REQUIRE(arrived.size() == 1);
    auto const& sent = arrived[0];
    CHECK(sent.method == r.method);
    CHECK(sent.target == r.target);
    CHECK((sent.body == r.body));
    std::vector<header> headers;
    for (auto const& [name, value] : sent.headers)
        if (name != "Host" && name != "Content-Length") headers.push_back({name, value});
    CHECK(std::is_permutation(headers.begin(), headers.end(), r.headers.begin(), r.headers.end()));
    bool const counted = !r.body.empty() || r.method == "POST" || r.method == "PUT" || r.method == "PATCH";
    CHECK(sent.header("content-length").has_value() == counted);
}

} // namespace

TEST_CASE("a line reads like what a person would type") {
    auto get = request("GET");
    CHECK(to_curl(get) ==
          "curl --header 'accept: */*' --header 'user-agent: me/1' --url https://iot.us-west-2.amazonaws.com/cacertificate");
    auto post = request("POST", R"({"caCertificate":"it's"})");
    post.target += "?setAsActive=true";
    post.headers = {{"content-type", "application/json"}};
    CHECK(
        to_curl(post) ==
        R"(curl --request POST --header 'content-type: application/json' --header accept: --header user-agent: )"
        R"(--data-raw '{"caCertificate":"it'\''s"}' --url 'https://iot.us-west-2.amazonaws.com/cacertificate?setAsActive=true')");
}

TEST_CASE("the line sends what the transport would") {
    SECTION("methods") {
        for (char const* const method : {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
            check_round_trip(request(method));
        for (char const* const method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) check_round_trip(request(method, "{}"));
    }
    SECTION("targets") {
        for (char const* const target : {"/", "//a//", "/../a/./b", "/%2F/%2e?x", "/a?b=c&d='e'&f=$(id)", "/{a,b}/[1-3]",
                                         "/a;b`id`|c\"<>!*~#x", "/~a?x=\\"}) {
            auto r = request("GET");
            r.target = std::string(target).substr(0, std::string_view(target).find('#'));
            check_round_trip(r);
        }
    }
    SECTION("headers") {
        auto r = request("POST", "{}");
        r.headers = {{"Content-Type", "application/json"},
                     {"x-empty", ""},
                     {"x-quote", "'it''s' \"$HOME\" `id` \\ ; & | > !"},
                     {"x-two", "1"},
                     {"x-two", "2"},
                     {"x-tab", "a\tb"},
                     {"x-utf8", "\xc3\xa4\xe2\x82\xac"},
                     {"x-at", "@/etc/passwd"},
                     {"x-amz-client-token", "token-1"}};
        check_round_trip(r);
        r.headers.clear();
        check_round_trip(r);
    }
    SECTION("bodies of text") {
        for (char const* const body : {"@/etc/passwd", "@", "-", "--url", "'", "''", "'\\''", "\\", "a\nb\n", "\n", "\t", " ",
                                       "$HOME `id` $(id) \"x\" %s %n \\n \\0 !!", "\xc3\xa4\xf0\x9f\x94\x91", "key=a&b=c%20"})
            check_round_trip(request("POST", body));
    }
    SECTION("bodies of bytes") {
        std::string all;
        for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
        for (auto const& body : {all, all + "77" + all, std::string(1, '\0'), std::string("\0007", 2), std::string("-n\0", 3),
                                 std::string("a\r\n"), std::string("\xff'%d\\x"), std::string("\x1b[2J"), std::string("@\0", 2)})
            check_round_trip(request("PUT", body));
    }
    SECTION("bodies too long for a word") {
        check_round_trip(request("POST", std::string(99'999, '\'')));
        check_round_trip(request("POST", std::string(200'000, 'x')));
        check_round_trip(request("POST", std::string(1'100'000, '\\'))); // curl would say Expect here
    }
}

TEST_CASE("no line holds what authenticates its sender") {
    auto r = request("POST", "{}");
    r.authority = "me:SECRET@host";
    r.target =
        "/a?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=SECRET%2F20260101&x=1&X-Amz-Security-Token=SECRET&X-Amz-SignedHeaders=host&"
        "x-amz-signature=SECRET&X%2DAmz%2DSignature=SECRET&Signature=SECRET&AWSAccessKeyId=SECRET&nextToken=page2&X-Amz-Signature";
    r.headers = {{"Authorization",
                  "AWS4-HMAC-SHA256 Credential=SECRET/20260101/us-west-2/iot/aws4_request, SignedHeaders=host, Signature=SECRET"},
                 {"X-Amz-Security-Token", "SECRET"},
                 {"cookie", "a=SECRET"},
                 {"Set-Cookie", "SECRET"},
                 {"proxy-authorization", "Basic SECRET"},
                 {"x-api-key", "SECRET"},
                 {"x-amz-server-side-encryption-customer-key", "SECRET"},
                 {"authorization", "SECRET"},
                 {"authorization", "SECRET SECRET"},
                 {"AUTHORIZATION", "bearer SECRET"},
                 {"x-amz-s3session-token", "SECRET"},
                 {"x-amz-date", "20260101T000000Z"}};
    auto const line = to_curl(r);
    INFO(line);
    CHECK(line.find("SECRET") == std::string::npos);
    for (char const* const kept :
         {"Authorization: AWS4-HMAC-SHA256 REDACTED'", "AUTHORIZATION: Bearer REDACTED'", "authorization: REDACTED'",
          "REDACTED@host/a?",
          "X-Amz-Credential=REDACTED&x=1&X-Amz-Security-Token=REDACTED&X-Amz-SignedHeaders=host&x-amz-signature=REDACTED&",
          "nextToken=page2&X-Amz-Signature'", "x-amz-date: 20260101T000000Z"})
        CHECK(line.find(kept) != std::string::npos);
    CHECK(line.find("us-west-2/iot") == std::string::npos);
}

TEST_CASE("what no transport sends makes no second command, no second option and no file") {
    auto r = request("GET'; id; '", "x");
    r.method = "GET\n; id";
    r.headers = {{"@/etc/passwd", ""}, {"", "nameless"}, {"a b", "c\r\nd: e"}, {"accept", std::string("\0\x1b", 2)}};
    r.authority = "host\n; id";
    r.target = "/\r\nx: y";
    auto const line = to_curl(r);
    INFO(line);
    CHECK(std::none_of(line.begin(), line.end(), [](char c) { return c >= 0 && c < ' '; }));
    CHECK(line.find("nameless") == std::string::npos);
    CHECK(line.find("@/etc") == std::string::npos);
    CHECK(line.find("--header 'a_b: c??d: e'") != std::string::npos);
    CHECK(line.find("--request GET___id") != std::string::npos);
    CHECK(to_curl({.method = "", .scheme = "", .authority = "", .target = ""}).ends_with("--url ://"));
}
