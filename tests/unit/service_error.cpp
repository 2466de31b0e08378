// Errors of a service: where its code and its message may stand, and the modelled shape they lead to.

#include <cppsmith/protocol/service_error.hpp>

#include "support/catch.hpp"

#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/protocol.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace iot = cppsmith::iot;
using cppsmith::as;
using cppsmith::error;
using cppsmith::header;
using cppsmith::retryability;

error answered(int status, std::vector<header> headers, std::string body) {
    auto const r =
        cppsmith::parse<iot::RegisterCACertificate>({.status = status, .headers = std::move(headers), .body = std::move(body)});
    REQUIRE_FALSE(r.has_value());
    CHECK(r.error().stage == cppsmith::stage::service);
    CHECK(r.error().status == status);
    return r.error();
}

std::string code(std::vector<header> headers, std::string body, int status = 400) {
    return answered(status, std::move(headers), std::move(body)).code;
}
std::string message(std::string body, int status = 400) {
    return answered(status, {{"x-amzn-ErrorType", "X"}}, std::move(body)).message;
}

} // namespace

TEST_CASE("the code is found in header and body, without namespace and suffix", "[service_error]") {
    CHECK(code({{"x-amzn-ErrorType", "E"}}, "{}") == "E");
    CHECK(code({{"X-AMZN-ERRORTYPE", "E:http://internal.amazon.com/coral/"}}, "{}") == "E");
    CHECK(code({{"x-amzn-ErrorType", "com.amazonaws.iot#E"}}, "{}") == "E");
    CHECK(code({{"x-amzn-ErrorType", "com.amazonaws.iot#E:http://x#y/"}}, "{}") == "E");
    CHECK(code({{"x-amzn-ErrorType", "#E"}}, "{}") == "E");
    CHECK(code({}, R"({"__type":"E"})") == "E");
    CHECK(code({}, R"({"__type":"com.amazonaws.iot#E"})") == "E");
    CHECK(code({}, R"({"__type":"E:http://x/"})") == "E");
    CHECK(code({}, R"({"code":"E"})") == "E");
    CHECK(code({}, R"({"Code":"a#E"})") == "E");
    CHECK(code({}, R"({"\u0063ode":"\u0045"})") == "E");
    CHECK(code({{"x-amzn-query-error", "Q;Sender"}}, "{}") == "Q");
}

TEST_CASE("of several codes the AWS clients' precedence decides", "[service_error]") {
    CHECK(code({{"x-amzn-ErrorType", "H"}}, R"({"code":"B","__type":"T"})") == "H");
    CHECK(code({}, R"({"__type":"T","Code":"C","code":"B"})") == "B");
    CHECK(code({}, R"({"__type":"T","Code":"C"})") == "C");
    CHECK(code({{"x-amzn-query-error", "Q;Sender"}}, R"({"__type":"T"})") == "Q");
    CHECK(code({{"x-amzn-query-error", "Q"}}, R"({"__type":"T"})") == "T");
    CHECK(code({}, R"({"code":"first","code":"last"})") == "last");
}

TEST_CASE("without a code the status is the code", "[service_error]") {
    for (auto const* body : {"{}", "", "[]", "\"x\"", "null", "oops", R"({"errorType":"E"})", R"({"a":{"code":"E"}})",
                             R"([{"code":"E"}])", R"({"code":"E")"})
        CHECK(code({}, body, 418) == "418");
    CHECK(code({}, "{}", 300) == "300");
    CHECK(code({}, "{}", 0) == "0");
    CHECK(code({}, "{}", 199) == "199");
}

TEST_CASE("the message is found in either spelling, whatever its type", "[service_error]") {
    CHECK(message(R"({"message":"m"})") == "m");
    CHECK(message(R"({"Message":"M"})") == "M");
    CHECK(message(R"({"Message":"M","message":"m"})") == "m");
    CHECK(message(R"({"message":"l1\nl2 \u00e9\ud83d\ude00"})") == "l1\nl2 \xc3\xa9\xf0\x9f\x98\x80");
    CHECK(message(R"({"message":null})").empty());
    CHECK(message(R"({"message": 5 })") == "5");
    CHECK(message(R"({"message": {"a" : [1]} ,"x":1})") == R"({"a" : [1]})");
    CHECK(message(R"({"message":["a"]})") == R"(["a"])");
    CHECK(message(R"({"errorMessage":"m"})").empty());
    CHECK(message("{}").empty());
    CHECK(message("[]").empty());
    CHECK(message("").empty());
}

TEST_CASE("a body that is not JSON is the message, made presentable", "[service_error]") {
    for (std::string const body :
         {"oops", "<html>no</html>", R"({"message":"m")", R"({"message":"m"} x)", R"({"message":"m","x":tru})",
          R"({"message":"\ud800"})", R"({"a":{"b":"c":1},"message":"m"}})", "[1", "[1,]", "\"x", "tru", "\xef\xbb\xbf{}"}) {
        INFO(body);
        CHECK(message(body) == body);
    }
    CHECK(message("a\xff\xc3z") == "a\xef\xbf\xbd\xef\xbf\xbdz");
    CHECK(message("{\"message\":\"\xff\"}") == "{\"message\":\"\xef\xbf\xbd\"}");
    CHECK(message(std::string(1'000'000, 'x')).size() <= 65'540);
    CHECK(message("{\"message\":\"" + std::string(1'000'000, 'x') + "\"}").size() <= 65'540);
    CHECK(message(std::string(100'000, '[')).size() <= 65'540);
    CHECK(answered(400, {{"x-amzn-ErrorType", "\xff"}}, "{}").code == "\xef\xbf\xbd");
}

TEST_CASE("a front end's page for a fault of the server is its status alone", "[service_error]") {
    for (auto const* body : {"<html><body>busy</body></html>", " \r\n<html>", "", " \n"}) {
        auto const e = answered(503, {}, body);
        CHECK(e.code == "503");
        CHECK(e.message == "Service Unavailable");
        CHECK(e.retry == retryability::transient);
    }
    CHECK(answered(599, {}, "").message.empty());
    CHECK(answered(500, {}, "oops").message == "oops");
    CHECK(answered(500, {{"x-amzn-ErrorType", "FooError"}}, "").code == "FooError"); // no front end says so
}

TEST_CASE("an error tells whether to try again, by code, status and model", "[service_error]") {
    CHECK(answered(400, {{"x-amzn-ErrorType", "ThrottlingException"}}, "{}").retry == retryability::throttling);
    CHECK(answered(500, {{"x-amzn-ErrorType", "InternalFailureException"}}, "{}").retry == retryability::transient);
    CHECK(answered(400, {{"x-amzn-ErrorType", "InvalidRequestException"}}, "{}").retry == retryability::none);
    CHECK_FALSE(answered(409, {}, "{}").retryable());
}

TEST_CASE("the modelled shape owns its members and outlives the error", "[service_error]") {
    std::optional<iot::ResourceAlreadyExistsException> shape;
    {
        auto const e = answered(
            409, {{"x-amzn-ErrorType", "com.amazonaws.iot#ResourceAlreadyExistsException:x"}, {"x-amzn-RequestId", "the id"}},
            R"({"message":"there is one","resourceId":"0123456789 0123456789 0123456789","resourceArn":"a\nb","extra":[1]})");
        CHECK(e.request_id == "the id");
        auto const copy = e;
        shape = as<iot::ResourceAlreadyExistsException>(copy);
        CHECK_FALSE(as<iot::InvalidRequestException>(e));
        CHECK(as<iot::ResourceAlreadyExistsException>(e) == shape); // the response is not used up
    }
    REQUIRE(shape.has_value());
    CHECK(shape->message == "there is one");
    CHECK(shape->resourceId == "0123456789 0123456789 0123456789");
    CHECK(shape->resourceArn == "a\nb");
    CHECK_FALSE(shape->resourceId->is_borrowed());
}

TEST_CASE("what of a shape does not fit stays absent", "[service_error]") {
    auto const shape = [](std::string body) {
        return as<iot::ResourceAlreadyExistsException>(
            answered(409, {{"x-amzn-ErrorType", "ResourceAlreadyExistsException"}}, std::move(body)));
    };
    auto const wrong = shape(R"({"message":["a"],"resourceId":5,"resourceArn":"a"})");
    REQUIRE(wrong.has_value());
    CHECK_FALSE(wrong->message.has_value());
    CHECK_FALSE(wrong->resourceId.has_value());
    CHECK(wrong->resourceArn == "a");
    auto const broken = shape(R"({"resourceId":"i","message":"m")");
    REQUIRE(broken.has_value());
    CHECK(broken->message == R"({"resourceId":"i","message":"m")");
    CHECK_FALSE(broken->resourceId.has_value());
    CHECK(shape("") == iot::ResourceAlreadyExistsException{});
    CHECK(shape("[]") == iot::ResourceAlreadyExistsException{});
}

TEST_CASE("only errors of a service have shapes", "[service_error]") {
    CHECK_FALSE(as<iot::InvalidRequestException>(error{}));
    CHECK_FALSE(as<iot::InvalidRequestException>(
        error{.stage = cppsmith::stage::send, .code = "InvalidRequestException", .name = "InvalidRequestException"}));
    CHECK_FALSE(as<iot::InvalidRequestException>(error{.stage = cppsmith::stage::service, .name = "InvalidRequestException"}));
}

TEST_CASE("a code that is null is none, and a query error has two parts", "[service_error]") {
    auto const code = [](std::vector<cppsmith::header> headers, std::string body) {
        return answered(400, std::move(headers), std::move(body)).code;
    };
    CHECK(code({}, R"({"code":null,"__type":"Typed"})") == "Typed");
    CHECK(code({}, R"({"__type":null})") == "400");
    CHECK(code({{"x-amzn-query-error", "Former;Sender"}}, R"({"__type":"Typed"})") == "Former");
    CHECK(code({{"x-amzn-query-error", "Former"}}, R"({"__type":"Typed"})") == "Typed");
    CHECK(code({{"x-amzn-query-error", ";Sender"}}, R"({"__type":"Typed"})") == "Typed");
    CHECK(code({{"x-amzn-query-error", "A;B;C"}}, R"({"__type":"Typed"})") == "Typed");
}
