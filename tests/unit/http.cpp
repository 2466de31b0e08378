#include <cppsmith/http.hpp>

#include "support/catch.hpp"

using namespace cppsmith;

TEST_CASE("a URL is scheme, authority and target, as they are") {
    http_request const r{.method = "GET", .scheme = "https", .authority = "iot.us-west-2.amazonaws.com", .target = "//a%2Fb?x"};
    CHECK(r.url() == "https://iot.us-west-2.amazonaws.com//a%2Fb?x");
}

TEST_CASE("headers are found without regard to case, the first one first") {
    std::vector<header> const headers{{"X-Amzn-RequestId", "1"}, {"x-amzn-requestid", "2"}, {"empty", ""}};
    REQUIRE(find_header(headers, "x-AMZN-requestID") != nullptr);
    CHECK(*find_header(headers, "x-AMZN-requestID") == "1");
    REQUIRE(find_header(headers, "Empty") != nullptr);
    CHECK(find_header(headers, "Empty")->empty());
    CHECK(find_header(headers, "x-amzn-request") == nullptr);
    CHECK(find_header(headers, "x-amzn-requestid-") == nullptr);
    CHECK(find_header(headers, "") == nullptr);
    CHECK(find_header({}, "a") == nullptr);
}

TEST_CASE("case is that of ASCII alone") {
    std::vector<header> const headers{{"\xc4", "upper"}, {"[", "bracket"}};
    CHECK(find_header(headers, "\xe4") == nullptr);
    CHECK(find_header(headers, "{") == nullptr);
}

TEST_CASE("setting a header replaces the first of that name and keeps its spelling, or adds one at the end") {
    std::vector<header> headers{{"Content-Type", "text/plain"}, {"a", "1"}, {"content-type", "other"}};
    set_header(headers, "CONTENT-TYPE", "application/json");
    set_header(headers, "b", "2");
    CHECK(headers ==
          std::vector<header>{{"Content-Type", "application/json"}, {"a", "1"}, {"content-type", "other"}, {"b", "2"}});
}

TEST_CASE("messages compare by all their parts") {
    http_request const a{.method = "GET", .scheme = "http", .authority = "h", .target = "/"};
    CHECK(a == http_request{.method = "GET", .scheme = "http", .authority = "h", .target = "/"});
    for (auto change : {+[](http_request& r) { r.method = "PUT"; }, +[](http_request& r) { r.scheme = "https"; },
                        +[](http_request& r) { r.authority = "i"; }, +[](http_request& r) { r.target = "/?"; },
                        +[](http_request& r) { r.headers.push_back({"a", ""}); }, +[](http_request& r) { r.body = "x"; }}) {
        auto b = a;
        change(b);
        CHECK_FALSE(a == b);
    }
    CHECK(http_response{}.status == 0);
    CHECK_FALSE(http_response{.status = 200} == http_response{.status = 201});
}
