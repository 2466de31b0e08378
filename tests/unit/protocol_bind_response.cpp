// The bindings of a response: members that come in headers and in the status.

#include <cppsmith/protocol.hpp>

#include "support/catch.hpp"
#include "support/every_binding.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using cppsmith::header;
using cppsmith::timestamp;
using kitchen::Bind;
using kitchen::BindOutput;
using kitchen::Note;

cppsmith::result<cppsmith::reply<BindOutput>> answered(std::vector<header> headers, std::string body = "{}") {
    return cppsmith::parse<Bind>({.status = 201, .headers = std::move(headers), .body = std::move(body)});
}

} // namespace

TEST_CASE("members of a response come from status, headers and body", "[rest_json1]") {
    auto const r = answered(
        {{"x-text", " a \"b\" "},
         {"X-Flag", "true"},
         {"X-Number", "-9223372036854775808"},
         {"X-Share", "NaN"},
         {"X-Time", "Tue, 29 Apr 2014 18:30:38 GMT"},
         {"X-Blob", "AP8="},
         {"X-Enum", "PINK"},
         {"X-List", "a, \"b,c\" , \"d\\\"e\\\\f\""},
         {"x-list", "g"},
         {"X-Numbers", "1,2 , 3"},
         {"X-Times", "Mon, 16 Dec 2019 23:48:18 GMT, Mon, 16 Dec 2019 23:48:19 GMT"},
         {"x-pre-A", "1"},
         {"X-Pre-", "2"},
         {"X-Pr", "no"}},
        R"({"re-named":"r","renamed":"no","leaf":{"n":"x"},"date":"1970-01-01T00:00:01Z","status":7,"text_header":"no"})");
    REQUIRE(r.has_value());
    CHECK(r->status == 201);
    CHECK(r->text_header == "a \"b\"");
    CHECK(r->flag_header == true);
    CHECK(r->number_header == std::numeric_limits<std::int64_t>::min());
    CHECK(r->share_header.value() != r->share_header.value());
    CHECK(r->time_header == timestamp{1'398'796'238, 0});
    CHECK(r->blob_header->view() == std::string("\0\xff", 2));
    CHECK(r->enum_header == "PINK");
    CHECK(r->list_header == std::vector<Note>{"a", "b,c", "d\"e\\f", "g"});
    CHECK(r->numbers_header == std::vector<std::int32_t>{1, 2, 3});
    CHECK(r->times_header == std::vector<timestamp>{{1'576'540'098, 0}, {1'576'540'099, 0}});
    CHECK(r->prefixed == cppsmith::map<Note, Note>{{"A", "1"}, {"", "2"}});
    CHECK(r->renamed == "r");
    CHECK(r->leaf->name == "x");
    CHECK(r->date == timestamp{1, 0});
    auto const bare = answered({});
    CHECK(bare->status == 201);
    CHECK_FALSE(bare->prefixed.has_value());
}

TEST_CASE("a header that does not fit its member is an error with the pointer", "[rest_json1]") {
    for (auto const& [name, value, pointer] : {
             std::tuple{"X-Flag", "TRUE", "/flag_header"},
             {"X-Flag", "", "/flag_header"},
             {"X-Number", "1.0", "/number_header"},
             {"X-Number", "9223372036854775808", "/number_header"},
             {"X-Share", "inf", "/share_header"},
             {"X-Share", "0x1p3", "/share_header"},
             {"X-Time", "yesterday", "/time_header"},
             {"X-Blob", "AP8", "/blob_header"},
             {"X-Numbers", "1,,2", "/numbers_header"},
             {"X-Numbers", "1, x", "/numbers_header"},
             {"X-Times", "Mon, 16 Dec 2019 23:48:18 GMT, Mon", "/times_header"},
         }) {
        INFO(name << ": " << value);
        auto const r = answered({{name, value}});
        REQUIRE_FALSE(r.has_value());
        CHECK(r.error().stage == cppsmith::stage::parse);
        CHECK(r.error().code == "invalid_header");
        CHECK(r.error().pointer == pointer);
        CHECK(r.error().status == 201);
    }
}

TEST_CASE("an empty header is an empty list, broken quotes are taken as they come", "[rest_json1]") {
    auto const empty = answered({{"X-List", ""}, {"X-Numbers", " "}, {"X-Text", ""}});
    REQUIRE(empty.has_value());
    CHECK(empty->list_header->empty());
    CHECK(empty->numbers_header->empty());
    CHECK(empty->text_header == "");
    for (std::string const line : {"\"", "\"a", "a\"", "\"\\", "\"a\\", ",", "\",\",", "a\"b,c\"d"})
        CHECK(answered({{"X-List", line}}).has_value());
}
