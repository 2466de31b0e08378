// restJson1: each member where the protocol binds it, in both directions, whatever stands in it.

#include <cppsmith/protocol.hpp>

#include "support/catch.hpp"
#include "support/every_binding.hpp"

#include <cppsmith/iot/delete_ca_certificate.hpp>
#include <cppsmith/iot/describe_ca_certificate.hpp>
#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/json/write.hpp>

#include <limits>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

namespace iot = cppsmith::iot;
using cppsmith::error;
using cppsmith::header;
using cppsmith::http_request;
using cppsmith::timestamp;
using kitchen::Bind;
using kitchen::BindInput;
using kitchen::BindOutput;
using kitchen::Color;
using kitchen::Note;

cppsmith::endpoint const host{.authority = "h"};

http_request prepared(BindInput const& input, cppsmith::endpoint const& where = host) {
    return cppsmith::prepare<Bind>(input, where).value();
}

error refused(BindInput const& input) {
    auto const r = cppsmith::prepare<Bind>(input, host);
    REQUIRE_FALSE(r.has_value());
    CHECK(r.error().stage == cppsmith::stage::prepare);
    return r.error();
}

std::string target(BindInput const& input) { return prepared(input).target.substr(std::string("/a/l/b/g?fixed=1&flag").size()); }

BindInput labelled() { return {.label = "l", .greedy = "g"}; }

std::string sent(http_request const& r, std::string_view name) {
    auto const* value = cppsmith::find_header(r.headers, name);
    return value ? *value : "(none)";
}

cppsmith::result<cppsmith::reply<BindOutput>> answered(std::vector<header> headers, std::string body = "{}") {
    return cppsmith::parse<Bind>({.status = 201, .headers = std::move(headers), .body = std::move(body)});
}

} // namespace

TEST_CASE("method, scheme, authority and a body of what is bound nowhere else", "[rest_json1]") {
    auto input = labelled();
    auto const empty = prepared(input, {.scheme = "http", .authority = "localhost:1"});
    CHECK(empty == http_request{.method = "PUT",
                                .scheme = "http",
                                .authority = "localhost:1",
                                .target = "/a/l/b/g?fixed=1&flag",
                                .headers = {{"content-type", "application/json"}},
                                .body = "{}"});
    input.renamed = "r";
    input.operator_ = "+";
    input.leaf = kitchen::Leaf{.name = "n", .count = 1};
    input.date = timestamp{0, 500'000'000};
    CHECK(prepared(input).body ==
          R"({"re-named":"r","operator":"+","leaf":{"n":"n","count":1},"date":"1970-01-01T00:00:00.5Z"})");
}

TEST_CASE("labels are encoded whole, greedy ones but for their slashes", "[rest_json1]") {
    CHECK(prepared({.label = "a/b c%2F?#&=\xc3\xa9\r\n", .greedy = "a/b c//d?x/"}).target ==
          "/a/a%2Fb%20c%252F%3F%23%26%3D%C3%A9%0D%0A/b/a/b%20c//d%3Fx/?fixed=1&flag");
    CHECK(prepared({.label = std::string("\0", 1), .greedy = "{label}"}).target == "/a/%00/b/%7Blabel%7D?fixed=1&flag");
    CHECK(prepared(labelled(), {.authority = "h", .base_path = "/base", .query = "key=1"}).target ==
          "/base/a/l/b/g?key=1&fixed=1&flag");
}

TEST_CASE("a label that would lead to another resource is refused", "[rest_json1]") {
    for (auto const& [label, greedy, code, pointer] : {
             std::tuple{"", "g", "empty_path_label", "/label"},
             {"l", "", "empty_path_label", "/greedy"},
             {".", "g", "invalid_path_label", "/label"},
             {"..", "g", "invalid_path_label", "/label"},
             {"l", "..", "invalid_path_label", "/greedy"},
             {"l", "a/../b", "invalid_path_label", "/greedy"},
             {"l", "a/.", "invalid_path_label", "/greedy"},
             {"l", "../a", "invalid_path_label", "/greedy"},
         }) {
        auto const e = refused({.label = std::string(label), .greedy = std::string(greedy)});
        CHECK(e.code == code);
        CHECK(e.pointer == pointer);
    }
    CHECK(refused({.label = cppsmith::detail::absent_t{}, .greedy = "g"}).code == "empty_path_label");
    CHECK(prepared({.label = "...", .greedy = "..a/.b/c..//"}).target == "/a/.../b/..a/.b/c..//?fixed=1&flag");
    CHECK(prepared({.label = "../x", .greedy = "%2e%2e"}).target == "/a/..%2Fx/b/%252e%252e?fixed=1&flag");
}

TEST_CASE("query parameters are encoded, name and value", "[rest_json1]") {
    auto input = labelled();
    input.text_query = "a&b=c d/\xc3\xa9+";
    input.enum_query = cppsmith::unchecked("x&y");
    input.time_query = timestamp{0, 0};
    input.seconds_query = timestamp{1, 500'000'000};
    input.number_query = -std::numeric_limits<double>::infinity();
    CHECK(target(input) ==
          "&text=a%26b%3Dc%20d%2F%C3%A9%2B&enum=x%26y&time=1970-01-01T00%3A00%3A00Z&seconds=1.5&n%26n=-Infinity");
    CHECK(target({.label = "l", .greedy = "g", .text_query = ""}) == "&text=");
}

TEST_CASE("lists in the query repeat the name, maps give the names", "[rest_json1]") {
    auto input = labelled();
    input.list_query = {{"b", "", "a&"}};
    input.times_query = {{timestamp{1, 0}, timestamp{2, 0}}};
    input.more = {{{"x&", "1"}, {"text", "hidden"}, {"", "unnamed"}}};
    input.lists = {{{"l", {"1", "2"}}, {"none", {}}}};
    CHECK(target(input) == "&list=b&list=&list=a%26&times=1&times=2&x%26=1&=unnamed&l=1&l=2");
    CHECK(target({.label = "l", .greedy = "g", .list_query = std::vector<Note>{}}).empty());
}

TEST_CASE("headers hold text, flags, dates, bytes and lists", "[rest_json1]") {
    auto input = labelled();
    input.text_header = "a, \"b\" \xc3\xa9";
    input.flag_header = false;
    input.time_header = timestamp{0, 0};
    input.blob_header = cppsmith::blob(std::string("\0\xff", 2));
    input.list_header = {{"", "a", "b,c", "d\"e\\f", "g\\h", ""}};
    input.enums_header = {{Color::RED, cppsmith::unchecked("x,y")}};
    input.times_header = {{timestamp{0, 0}, timestamp{1, 0}}};
    input.prefixed = {{{"a", "1"}, {"b", ""}}};
    auto const r = prepared(input);
    CHECK(sent(r, "X-Text") == "a, \"b\" \xc3\xa9");
    CHECK(sent(r, "X-Flag") == "false");
    CHECK(sent(r, "X-Time") == "Thu, 01 Jan 1970 00:00:00 GMT");
    CHECK(sent(r, "X-Blob") == "AP8=");
    CHECK(sent(r, "X-List") == R"(, a, "b,c", "d\"e\\f", g\h, )");
    CHECK(sent(r, "X-Enums") == R"(RED, "x,y")");
    CHECK(sent(r, "X-Times") == "1970-01-01T00:00:00Z, 1970-01-01T00:00:01Z");
    CHECK(sent(r, "X-Pre-a") == "1");
    CHECK(sent(r, "X-Pre-b").empty());
    CHECK(sent(prepared(labelled()), "X-Text") == "(none)");
}

TEST_CASE("nothing in a header ends its line or its name", "[rest_json1]") {
    for (std::string const evil : {"a\r\nx: y", "a\n", "\r", "a\x01", "\x7f"}) {
        auto text = labelled(), list = labelled(), value = labelled();
        text.text_header = evil;
        list.list_header = {{"a", evil}};
        value.prefixed.emplace().insert_or_assign("k", evil);
        CHECK(refused(text).code == "invalid_header");
        CHECK(refused(text).pointer == "/text_header");
        CHECK(refused(list).pointer == "/list_header");
        CHECK(refused(value).pointer == "/prefixed");
    }
    auto nul = labelled();
    nul.text_header = std::string("a\0b", 3);
    CHECK(refused(nul).code == "invalid_header");
    for (std::string const evil : {"a: b\r\nc", "a b", "a:", "\xc3\xa9", "a\n"}) {
        auto key = labelled();
        key.prefixed.emplace().insert_or_assign(evil, "v");
        CHECK(refused(key).code == "invalid_header");
    }
}

TEST_CASE("what has no form on the wire is an error with its pointer", "[rest_json1]") {
    auto time = labelled(), times = labelled(), header_time = labelled(), body = labelled(), text = labelled();
    time.time_query = timestamp{std::numeric_limits<std::int64_t>::max(), 0};
    times.times_query = {{timestamp{0, -1}}};
    header_time.time_header = timestamp{-100'000'000'000, 0};
    body.date = timestamp{std::numeric_limits<std::int64_t>::min(), 0};
    text.leaf = kitchen::Leaf{.name = std::string("\xff")};
    CHECK(refused(time).code == "invalid_timestamp");
    CHECK(refused(time).pointer == "/time_query");
    CHECK(refused(times).pointer == "/times_query");
    CHECK(refused(header_time).pointer == "/time_header");
    CHECK(refused(body).code == "invalid_timestamp");
    CHECK(refused(body).pointer == "/date");
    CHECK(refused(text).code == "invalid_utf8");
    CHECK(refused(text).pointer == "/leaf/name");
}

TEST_CASE("a success without JSON is an empty reply that says so", "[rest_json1]") {
    for (std::string const body :
         {"<html>", "{", "{\"re-named\":\"a\",", "{\"re-named\":\"a\"} x", "{\"re-named\":\"a\",\"x\":[tru]}",
          "{\"leaf\":5,\"x\":\"\xff\"}", " ", "\xef\xbb\xbf{}", "{\"a\":{\"b\":\"c\":1},\"d\":2}}"}) {
        INFO(body);
        auto const r = answered({{"X-Text", "kept"}, {"x-amzn-requestid", "id"}}, body);
        REQUIRE(r.has_value());
        CHECK((*r).malformed());
        CHECK((*r).value() == BindOutput{.status = 201, .text_header = "kept"});
        CHECK((*r).request_id() == "id");
    }
}

TEST_CASE("JSON of another shape is an error with pointer, status and request id", "[rest_json1]") {
    for (auto const& [body, pointer] : {std::pair{R"({"re-named":5})", "/renamed"},
                                        {R"({"leaf":{"n":[]}})", "/leaf/name"},
                                        {"[]", ""},
                                        {"\"x\"", ""},
                                        {"null", ""}}) {
        auto const r = answered({{"x-amzn-requestid", "id"}}, body);
        REQUIRE_FALSE(r.has_value());
        CHECK(r.error().code == "wrong_type");
        CHECK(r.error().pointer == pointer);
        CHECK(r.error().status == 201);
        CHECK(r.error().request_id == "id");
    }
    auto const deep = answered({}, "{\"x\":" + std::string(600, '[') + std::string(600, ']') + "}");
    REQUIRE_FALSE(deep.has_value());
    CHECK(deep.error().code == "too_deep");
}

TEST_CASE("an empty body is an empty reply, and so is any body where none is modelled", "[rest_json1]") {
    auto const empty = answered({}, "");
    REQUIRE(empty.has_value());
    CHECK_FALSE((*empty).malformed());
    CHECK((*empty).value() == BindOutput{.status = 201});
    auto const ignored = cppsmith::parse<iot::DeleteCACertificate>({.status = 204, .headers = {}, .body = "<html>"});
    REQUIRE(ignored.has_value());
    CHECK_FALSE((*ignored).malformed());
}

TEST_CASE("the generated operations are bound as their model says", "[rest_json1]") {
    auto const registered = cppsmith::prepare<iot::RegisterCACertificate>(
        {.caCertificate = "pem", .setAsActive = true, .allowAutoRegistration = false, .tags = {{{.Key = "k", .Value = "v"}}}},
        host);
    REQUIRE(registered.has_value());
    CHECK(registered->method == "POST");
    CHECK(registered->target == "/cacertificate?setAsActive=true&allowAutoRegistration=false");
    CHECK(registered->body == R"({"caCertificate":"pem","tags":[{"Key":"k","Value":"v"}]})");
    auto const listed = cppsmith::prepare<iot::ListCACertificates>({.pageSize = 5, .ascendingOrder = true}, host);
    REQUIRE(listed.has_value());
    CHECK(*listed == http_request{.method = "GET",
                                  .scheme = "https",
                                  .authority = "h",
                                  .target = "/cacertificates?pageSize=5&isAscendingOrder=true"});
    auto const described = cppsmith::prepare<iot::DescribeCACertificate>({.certificateId = std::string("a/b")}, host);
    REQUIRE(described.has_value());
    CHECK(described->target == "/cacertificate/a%2Fb");
}
