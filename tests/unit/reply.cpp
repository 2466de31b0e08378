// Replies: texts are slices of the body that the reply keeps, and nothing dangles by accident.

#include <cppsmith/reply.hpp>

#include "support/catch.hpp"
#include "support/kitchen_sink.hpp"

#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/json.hpp>
#include <cppsmith/protocol.hpp>

#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

namespace iot = cppsmith::iot;
using cppsmith::http_response;
using cppsmith::reply;
using cppsmith::result;
using kitchen::Sink;
using listing = reply<iot::ListCACertificatesResponse>;

template <class R>
concept leads_to_value = requires(R r) { static_cast<R&&>(r)->certificates; };
static_assert(leads_to_value<result<listing>&> && leads_to_value<result<listing> const&>);
static_assert(!leads_to_value<result<listing>> && !leads_to_value<result<listing> const>,
              "members of a temporary reply would dangle");
static_assert(!std::is_copy_constructible_v<listing> && std::is_nothrow_move_constructible_v<listing> &&
              std::is_nothrow_move_assignable_v<listing>);
static_assert(std::is_same_v<decltype(std::declval<listing&>().value()), iot::ListCACertificatesResponse const&>,
              "a value can be looked at, not changed");

bool inside(std::string_view slice, std::string const& body) {
    std::less_equal<> const before;
    return before(body.data(), slice.data()) && before(slice.data() + slice.size(), body.data() + body.size());
}

result<listing> listed(std::string body) {
    return cppsmith::parse<iot::ListCACertificates>(
        {.status = 200, .headers = {{"X-Amzn-RequestId", "the id"}}, .body = std::move(body)});
}

std::string const long_body =
    R"({"certificates":[{"certificateArn":"arn:aws:iot:us-west-2:123456789012:cacert/a","certificateId":"a\nb","status":"PINK"}],"nextMarker":"next \u00e9 marker"})";

} // namespace

TEST_CASE("texts of a reply are slices of its body, escapes undone", "[reply]") {
    auto const r = listed(long_body);
    REQUIRE(r.has_value());
    auto const& body = (*r).http().body;
    auto const& first = r->certificates->front();
    CHECK(first.certificateArn->is_borrowed());
    CHECK(inside(*first.certificateArn, body));
    CHECK(inside(*first.certificateId, body));
    CHECK(inside(*r->nextMarker, body));
    CHECK(first.status->is_borrowed());
    CHECK(first.certificateId == "a\nb");
    CHECK(first.status == "PINK");
    CHECK(r->nextMarker == "next \xc3\xa9 marker");
}

TEST_CASE("a moved reply keeps its texts, those of a short body too", "[reply]") {
    for (std::string const& body : {long_body, std::string(R"({"nextMarker":"x"})"), std::string(R"({"nextMarker":""})"),
                                    std::string("{}"), std::string()}) {
        INFO(body);
        auto r = listed(body);
        REQUIRE(r.has_value());
        auto const marker = r->nextMarker;
        auto moved = std::move(r);
        std::vector<result<listing>> replies;
        replies.push_back(std::move(moved));
        for (int i = 0; i < 20; ++i) replies.push_back(listed(long_body)); // moves the first one about
        CHECK(replies.front()->nextMarker == marker);
        if (replies.front()->nextMarker) CHECK(inside(*replies.front()->nextMarker, (*replies.front()).http().body));
        listing last = std::move(*replies.front());
        replies.clear();
        CHECK(last->nextMarker == marker);
        last = *listed(long_body); // the old body goes, with all that borrowed from it
        CHECK(last->nextMarker == "next \xc3\xa9 marker");
    }
}

TEST_CASE("what is copied out of a reply outlives it", "[reply]") {
    std::optional<iot::ListCACertificatesResponse> whole, owned, owned_copy;
    std::vector<iot::CACertificate> certificates;
    cppsmith::optional<iot::Marker> marker;
    {
        auto r = listed(long_body);
        REQUIRE(r.has_value());
        whole = (*r).value();
        for (auto const& c : *r->certificates) certificates.push_back(c);
        marker = r->nextMarker;
        owned_copy = (*r).own();
        owned = std::move(*r).own();
    }
    CHECK(marker == "next \xc3\xa9 marker");
    CHECK(certificates.front().certificateId == "a\nb");
    CHECK_FALSE(certificates.front().status->is_borrowed());
    for (auto const& v : {whole, owned, owned_copy}) {
        CHECK(v->certificates == certificates);
        CHECK(v->nextMarker == marker);
        CHECK_FALSE(v->nextMarker->is_borrowed());
        CHECK_FALSE(v->certificates->front().certificateArn->is_borrowed());
        CHECK_FALSE(v->certificates->front().status->is_borrowed());
    }
}

TEST_CASE("every kind of member of a reply can be owned", "[reply]") {
    std::optional<Sink> owned;
    std::string text =
        R"({"note":"a\tb","color":"PINK","data":"AP8=","leaf":{"name":"x"},"notes":["a","b"],"flags":[true,false],"grid":[["c"]],"labels":{"k":"v"},)"
        R"("branches":{"b":{"name":"y"}},"weights":{"MAUVE":[0.5]}})";
    auto const expected = cppsmith::json::read<Sink>(text);
    REQUIRE(expected.has_value());
    {
        auto r = cppsmith::json::read<reply<Sink>>(std::move(text));
        REQUIRE(r.has_value());
        CHECK((*r).value() == *expected);
        CHECK(r->notes->at(1).is_borrowed());
        owned = std::move(*r).own();
    }
    CHECK(*owned == *expected);
    for (auto const* t : {&*owned->note, &owned->notes->at(1), &owned->grid->at(0).at(0), &owned->labels->begin()->value})
        CHECK_FALSE(t->is_borrowed());
    CHECK_FALSE(owned->branches->begin()->value.name->is_borrowed());
    CHECK_FALSE(owned->color->is_borrowed());
}

TEST_CASE("a reply tells its request id and its response", "[reply]") {
    auto const r = listed("{}");
    REQUIRE(r.has_value());
    CHECK((*r).request_id() == "the id");
    CHECK((*r).http().status == 200);
    CHECK_FALSE((*r).malformed());
    CHECK((**r) == iot::ListCACertificatesResponse{});
    listing const s3(http_response{.status = 200, .headers = {{"x-amz-request-id", "other"}}, .body = {}});
    CHECK(s3.request_id() == "other");
    listing const none(http_response{.status = 200, .headers = {}, .body = {}});
    CHECK(none.request_id().empty());
}

TEST_CASE("an error where a reply was asked for has no value", "[reply]") {
    result<listing> const failed = cppsmith::error{.stage = cppsmith::stage::send, .code = "timeout"};
    CHECK_FALSE(failed.has_value());
    CHECK(failed.error().code == "timeout");
    CHECK_THROWS_AS(failed.value(), cppsmith::failure);
    try {
        (void)failed.value();
    } catch (cppsmith::failure const& f) {
        CHECK(f.error() == failed.error());
        CHECK(std::string(f.what()) == "send: timeout");
    }
}
