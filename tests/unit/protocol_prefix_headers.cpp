// Maps bound to headers by a prefix, beside members with headers of their own (Smithy's `httpPrefixHeaders`).

#include <cppsmith/protocol.hpp>

#include "support/catch.hpp"
#include "support/every_binding.hpp"

#include <string>
#include <vector>

namespace prefixed {

using kitchen::map;
using kitchen::Note;
using kitchen::optional;

struct Every {
    optional<map<Note, Note>> entries{};
    optional<Note> greeting{};
    BOOST_DESCRIBE_CLASS(Every, (), (entries, greeting), (), ())
};

auto shape_of(Every const&) -> kitchen::structure<"Every", kitchen::member<&Every::entries, kitchen::in_headers<"">>,
                                                  kitchen::member<&Every::greeting, kitchen::in_header<"Hello">>>;

struct PutEvery {
    using service = kitchen::service;
    using request = Every;
    using response = Every;
    using errors = kitchen::error_list<>;
    static constexpr std::string_view name = "PutEvery";
    static constexpr kitchen::http_binding http{.method = "PUT", .uri = "/", .status = 200};
};

static std::vector<cppsmith::header> headers_of(Every const& input) {
    return cppsmith::prepare<PutEvery>(input, {.authority = "h"}).value().headers;
}

} // namespace prefixed

using prefixed::Every;
using prefixed::PutEvery;

TEST_CASE("a member with a header of its own wins over an entry of that name", "[rest_json1]") {
    Every const input{.entries = {{{"hello", "entry"}, {"other", "entry"}}}, .greeting = "member"};
    auto const headers = prefixed::headers_of(input);
    REQUIRE(headers.size() == 2);
    CHECK((headers[0].name == "other" && headers[0].value == "entry"));
    CHECK((headers[1].name == "Hello" && headers[1].value == "member"));
    auto const alone = prefixed::headers_of({.entries = {{{"hello", "entry"}}}});
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].value == "entry");
}

TEST_CASE("an empty prefix takes every header of a reply, those of other members too", "[rest_json1]") {
    auto const reply = cppsmith::parse<PutEvery>({.status = 200, .headers = {{"hello", "a"}, {"x-b", "c"}}, .body = {}});
    REQUIRE(reply.has_value());
    CHECK(reply->greeting == "a");
    CHECK(reply->entries.value().size() == 2);
}
