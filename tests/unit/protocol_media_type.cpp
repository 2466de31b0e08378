// Media types of what a text or blob holds, and headers that a service expects of every request.

#include <cppsmith/protocol.hpp>

#include "support/catch.hpp"
#include "support/every_binding.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace marked {

using kitchen::error_list;
using kitchen::http_binding;
using kitchen::member;
using kitchen::Note;
using kitchen::optional;
using kitchen::structure;

struct Metrics {
    optional<Note> encoding{};
    optional<Note> data{};
    BOOST_DESCRIBE_CLASS(Metrics, (), (encoding, data), (), ())
};

auto shape_of(Metrics const&) -> structure<"Metrics", member<&Metrics::encoding, kitchen::in_header<"Content-Encoding">>>;

struct Put {
    using service = kitchen::service;
    using request = Metrics;
    using response = Metrics;
    using errors = error_list<>;
    static constexpr std::string_view name = "Put";
    static constexpr http_binding http{.method = "PUT", .uri = "/", .status = 200};
};

struct expecting_service : kitchen::service {
    static constexpr cppsmith::fixed_header headers[] = {{"accept", "application/json"}, {"content-encoding", "identity"}};
};

struct PutExpected : Put {
    using service = expecting_service;
};

struct Marked {
    optional<Note> facts{};
    optional<cppsmith::blob> picture{};
    BOOST_DESCRIBE_CLASS(Marked, (), (facts, picture), (), ())
};

auto shape_of(Marked const&)
    -> structure<"Marked", member<&Marked::facts, kitchen::in_header<"X-Facts">, cppsmith::media_type<"application/json">>,
                 member<&Marked::picture, cppsmith::as_payload, cppsmith::media_type<"image/jpeg">>>;

struct PutMarked {
    using service = kitchen::service;
    using request = Marked;
    using response = Marked;
    using errors = error_list<>;
    static constexpr std::string_view name = "PutMarked";
    static constexpr http_binding http{.method = "PUT", .uri = "/", .status = 200};
};

static std::string said(cppsmith::http_request const& r, std::string_view name) {
    auto const* value = cppsmith::find_header(r.headers, name);
    return value ? *value : "(none)";
}

} // namespace marked

using marked::said;

TEST_CASE("a text with a media type is in base64 where it is a header", "[protocol]") {
    auto const r = cppsmith::prepare<marked::PutMarked>({.facts = R"({"a":1})", .picture = cppsmith::blob(std::string("jpeg"))},
                                                        {.authority = "h"})
                       .value();
    CHECK(said(r, "x-facts") == "eyJhIjoxfQ==");
    CHECK(said(r, "content-type") == "image/jpeg");
    auto const read = cppsmith::parse<marked::PutMarked>({.status = 200, .headers = {{"x-facts", "eyJhIjoxfQ=="}}, .body = {}});
    REQUIRE(read.has_value());
    CHECK(read->facts == R"({"a":1})");
    for (auto const* wrong : {"{}", "/w=="}) { // no base64; no UTF-8
        auto const refused = cppsmith::parse<marked::PutMarked>({.status = 200, .headers = {{"x-facts", wrong}}, .body = {}});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().pointer == "/facts");
    }
}

TEST_CASE("headers that a service expects are on each of its requests, a member's own wins", "[protocol]") {
    auto const r = cppsmith::prepare<marked::PutExpected>({.encoding = "custom"}, {.authority = "h"}).value();
    CHECK(said(r, "accept") == "application/json");
    CHECK(said(r, "content-encoding") == "custom");
}
