// Pages and items over a scripted transport: order, limits, tokens of every kind, errors in the middle, cancellation.

#include <cppsmith/client.hpp>
#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/pager/count_things.hpp>
#include <cppsmith/pager/list_names.hpp>
#include <cppsmith/pager/list_owners.hpp>
#include <cppsmith/pager/list_parts.hpp>
#include <cppsmith/pager/list_things.hpp>
#include <cppsmith/pager/scan_items.hpp>
#include <cppsmith/pages.hpp>

#include "support/catch.hpp"
#include "support/scripted_transport.hpp"

#include <functional>
#include <iterator>
#include <stop_token>
#include <string>
#include <vector>

namespace pager = cppsmith::pager;
using namespace cppsmith_tests;

namespace {

struct listing {
    scripted_transport transport{};
    recording_signer signer{};
    cppsmith::client<std::reference_wrapper<scripted_transport>, std::reference_wrapper<recording_signer>> aws{
        std::ref(transport), std::ref(signer), {.region = "us-west-2", .sleep = [](auto) {}}};

    explicit listing(std::vector<scripted_reply> replies) { transport.script.replies = std::move(replies); }

    std::vector<std::string> targets() const {
        std::vector<std::string> out;
        for (auto const& r : transport.script.sent) out.push_back(r.target);
        return out;
    }
    std::vector<std::string> bodies() const {
        std::vector<std::string> out;
        for (auto const& r : transport.script.sent) out.push_back(r.body);
        return out;
    }
};

using texts = std::vector<std::string>;

/// The names of all items; an error is its code.
template <class Range> texts names_in(Range&& items) {
    texts out;
    for (auto const& item : items) out.push_back(item ? item->name->str() : item.error().code);
    return out;
}

char const first[] = R"({"things":[{"name":"a"},{"name":"b"}],"nextMarker":"m1"})";
char const second[] = R"({"things":[{"name":"c"}],"nextMarker":"m2"})";
char const last[] = R"({"things":[{"name":"d"}]})";

} // namespace

using things_range = decltype(std::declval<listing const&>().aws.pages<pager::ListThings>({}));
static_assert(std::input_iterator<things_range::iterator> && std::sentinel_for<std::default_sentinel_t, things_range::iterator>);
static_assert(!std::copy_constructible<things_range> && !std::copy_constructible<cppsmith::item<pager::Thing>>);

TEST_CASE("pages come in order, each asked for with the token of the one before") {
    listing l({answer(200, first), answer(200, second), answer(200, last)});
    texts seen;
    pager::ListThingsRequest const request{.pageSize = 2, .kind = "x"};
    for (auto& page : l.aws.pages<pager::ListThings>(request)) {
        REQUIRE(page.has_value());
        for (auto const& thing : *page->things) seen.push_back(thing.name->str());
    }
    CHECK(seen == texts{"a", "b", "c", "d"});
    CHECK(l.targets() ==
          texts{"/things?pageSize=2&kind=x", "/things?marker=m1&pageSize=2&kind=x", "/things?marker=m2&pageSize=2&kind=x"});
    CHECK(!request.marker.has_value());
}

TEST_CASE("nothing is asked for before the walk begins, and nothing more than is walked") {
    listing l({answer(200, first), answer(200, second)});
    auto pages = l.aws.pages<pager::ListThings>({});
    CHECK(l.targets().empty());
    for (auto& page : pages) {
        CHECK(page->things->size() == 2);
        break;
    }
    CHECK(l.targets() == texts{"/things"});
    CHECK(!pages.request().marker.has_value());
}

TEST_CASE("an empty page does not end a listing, an empty token does") {
    listing l({answer(200, R"({"things":[],"nextMarker":"m1"})"), answer(200, R"({"nextMarker":"m2"})"),
               answer(200, R"({"things":[{"name":"z"}],"nextMarker":""})"), answer(500)});
    int pages = 0;
    for (auto& page : l.aws.pages<pager::ListThings>({})) pages += page.has_value();
    CHECK(pages == 3);

    listing again({answer(200, R"({"things":[],"nextMarker":"m1"})"), answer(200, R"({"nextMarker":"m2"})"),
                   answer(200, R"({"things":[{"name":"z"}],"nextMarker":""})")});
    CHECK(names_in(again.aws.items<pager::ListThings>({})) == texts{"z"});
}

TEST_CASE("a listing without anything has one page and no items") {
    listing l({answer(200, "{}")});
    int pages = 0;
    for (auto& page : l.aws.pages<pager::ListThings>({})) pages += page.has_value();
    CHECK(pages == 1);
    CHECK(names_in(l.aws.items<pager::ListThings>({})).empty());
}

TEST_CASE("a token that repeats is an error, and the last page") {
    listing l({answer(200, first), answer(200, first)});
    std::vector<std::string> codes;
    for (auto& page : l.aws.pages<pager::ListThings>({})) codes.push_back(page ? "" : page.error().code);
    CHECK(codes == texts{"", "", "repeated_token"});
    CHECK(l.targets() == texts{"/things", "/things?marker=m1"});

    listing again({answer(200, first), answer(200, first)});
    CHECK(names_in(again.aws.items<pager::ListThings>({})) == texts{"a", "b", "a", "b", "repeated_token"});

    listing from_there({answer(200, first)}); // the token that the walk began with counts too
    codes.clear();
    for (auto& page : from_there.aws.pages<pager::ListThings>({.marker = "m1"})) codes.push_back(page ? "" : page.error().code);
    CHECK(codes == texts{"", "repeated_token"});
}

TEST_CASE("an error in the middle is the last page") {
    listing l({answer(200, first), answer(404, R"({"__type":"NotFoundException"})"), answer(200, last)});
    texts codes;
    for (auto& page : l.aws.pages<pager::ListThings>({})) {
        codes.push_back(page ? "" : page.error().code);
        if (!page) {
            CHECK(page.error().stage == cppsmith::stage::service);
            CHECK(cppsmith::as<pager::NotFoundException>(page.error()).has_value());
        }
    }
    CHECK(codes == texts{"", "NotFoundException"});
    CHECK(l.targets().size() == 2);

    listing again({answer(200, first), answer(404, R"({"__type":"NotFoundException"})"), answer(200, last)});
    CHECK(names_in(again.aws.items<pager::ListThings>({})) == texts{"a", "b", "NotFoundException"});
}

TEST_CASE("a page that fails for a while is asked for again by the client") {
    listing l({answer(200, first), answer(503), answer(200, last)});
    CHECK(names_in(l.aws.items<pager::ListThings>({})) == texts{"a", "b", "d"});
    CHECK(l.targets() == texts{"/things", "/things?marker=m1", "/things?marker=m1"});
}

TEST_CASE("limits: items end exactly, pages with the one that reaches the limit") {
    listing l({answer(200, first), answer(200, second), answer(200, last)});
    CHECK(names_in(l.aws.items<pager::ListThings>({}, {.max_items = 3})) == texts{"a", "b", "c"});
    CHECK(l.targets().size() == 2);

    auto const pages = [](std::size_t limit) {
        listing walk({answer(200, first), answer(200, second), answer(200, last)});
        int n = 0;
        for ([[maybe_unused]] auto& page : walk.aws.pages<pager::ListThings>({}, {.max_items = limit})) ++n;
        CHECK(walk.targets().size() == static_cast<std::size_t>(n));
        return n;
    };
    CHECK(pages(0) == 0);
    CHECK(pages(1) == 1);
    CHECK(pages(2) == 1);
    CHECK(pages(3) == 2);
    CHECK(pages(100) == 3);

    listing none({answer(200, first)});
    CHECK(names_in(none.aws.items<pager::ListThings>({}, {.max_items = 0})).empty());
    CHECK(none.targets().empty());
}

TEST_CASE("page size and starting token are set in every request that they belong to") {
    listing l({answer(200, first), answer(200, last)});
    CHECK(names_in(l.aws.items<pager::ListThings>({}, {.page_size = 7, .starting_token = "m0"})) == texts{"a", "b", "d"});
    CHECK(l.targets() == texts{"/things?marker=m0&pageSize=7", "/things?marker=m1&pageSize=7"});

    listing text({answer(200, "{}")}); // a size that is a text
    for (auto& page : text.aws.pages<pager::ListParts>({.bucket = "b"}, {.page_size = 5})) CHECK(page.has_value());
    CHECK(text.bodies() == texts{R"({"bucket":"b","most":"5"})"});
}

TEST_CASE("an option that an operation has no place for is an error before anything is sent") {
    listing l({answer(200, "{}")});
    texts codes;
    for (auto& page : l.aws.pages<pager::ScanItems>({}, {.page_size = 5})) codes.push_back(page.error().code);
    for (auto& page : l.aws.pages<pager::ScanItems>({}, {.starting_token = "x"})) codes.push_back(page.error().code);
    CHECK(codes == texts{"no_page_size", "no_starting_token"});
    CHECK(l.targets().empty());
}

TEST_CASE("a stop ends the walk with the error of the call") {
    listing l({answer(200, first), answer(200, second), answer(200, last)});
    std::stop_source stop;
    texts codes;
    for (auto& page : l.aws.pages<pager::ListThings>({}, {}, {.stop = stop.get_token()})) {
        codes.push_back(page ? "" : page.error().code);
        stop.request_stop();
    }
    CHECK(codes == texts{"", "cancelled"});
    CHECK(l.targets().size() == 1);
}

TEST_CASE("nested tokens, several of them, and a word for whether there is more") {
    listing l(
        {answer(200, R"({"listing":{"parts":["p1"],"prefixes":["x"],"isTruncated":true,"nextKey":"k1","nextVersion":"v1"}})"),
         answer(200, R"({"listing":{"parts":["p2"],"isTruncated":true,"nextKey":"k2"}})"),
         answer(200, R"({"listing":{"parts":["p3"],"prefixes":["y","z"],"isTruncated":false,"nextKey":"k3"}})"), answer(500)});
    for (auto& page : l.aws.pages<pager::ListParts>({.bucket = "b"})) CHECK(page.has_value());
    CHECK(l.bodies() == texts{R"({"bucket":"b"})", R"({"bucket":"b","keyMarker":"k1","versionMarker":"v1"})",
                              R"({"bucket":"b","keyMarker":"k2"})"}); // a token that is not given again is not sent again
}

TEST_CASE("one of several lists is named by its path") {
    auto const replies = {answer(200, R"({"listing":{"parts":["p1"],"prefixes":["x"],"isTruncated":true,"nextKey":"k1"}})"),
                          answer(200, R"({"listing":{"prefixes":["y","z"]}})")};
    auto const all = [](auto&& items) {
        texts out;
        for (auto const& item : items) out.push_back(item ? item->str() : item.error().code);
        return out;
    };
    listing parts(replies), prefixes(replies);
    CHECK(all(parts.aws.items<pager::ListParts, &pager::ListPartsResponse::listing, &pager::Listing::parts>({.bucket = "b"})) ==
          texts{"p1"});
    CHECK(all(prefixes.aws.items<pager::ListParts, &pager::ListPartsResponse::listing, &pager::Listing::prefixes>(
              {.bucket = "b"})) == texts{"x", "y", "z"});
    listing both(replies); // a limit counts the items of every list
    int pages = 0;
    for ([[maybe_unused]] auto& page : both.aws.pages<pager::ListParts>({.bucket = "b"}, {.max_items = 2})) ++pages;
    CHECK(pages == 1);
}

TEST_CASE("a map as the token, and results that are no list") {
    listing l({answer(200, R"({"items":[{"k":"1"},{"k":"2"}],"count":2,"lastKey":{"k":"2"}})"),
               answer(200, R"({"items":[{"k":"3"}],"count":1,"lastKey":{}})"), answer(500)});
    texts seen;
    for (auto const& item : l.aws.items<pager::ScanItems>({})) seen.push_back(item->find("k")->value.str());
    CHECK(seen == texts{"1", "2", "3"});
    CHECK(l.bodies() == texts{"{}", R"({"startKey":{"k":"2"}})"});
}

TEST_CASE("the last item as the token") {
    listing l({answer(200, R"({"names":["a","b"],"hasMore":true})"), answer(200, R"({"names":["c"],"hasMore":false})")});
    texts seen;
    for (auto const& name : l.aws.items<pager::ListNames>({})) seen.push_back(name->str());
    CHECK(seen == texts{"a", "b", "c"});
    CHECK(l.bodies() == texts{"{}", R"({"after":"b"})"});

    listing empty({answer(200, R"({"names":[],"hasMore":true})")}); // more, but nothing to go on with
    for (auto& page : empty.aws.pages<pager::ListNames>({})) CHECK(page.has_value());
    CHECK(empty.bodies().size() == 1);
}

TEST_CASE("a number as the token: 0 is none") {
    listing l({answer(200, R"({"next":10})"), answer(200, R"({"next":0})"), answer(500)});
    for (auto& page : l.aws.pages<pager::CountThings>({.offset = 5})) CHECK(page.has_value());
    CHECK(l.bodies() == texts{R"({"offset":5})", R"({"offset":10})"});
}

TEST_CASE("a choice of tokens, the entries of a map, and items out of lists in lists") {
    auto const replies = {
        answer(
            200,
            R"({"owners":{"o1":{"name":"x"}},"groups":[{"members":[{"name":"a"},{"name":"b"}]},{},{"members":[{"name":"c"}]}]})"),
        answer(200, R"({"owners":{"o2":{"name":"y"},"o3":{}},"token":"t"})"), answer(200, "{}")};
    listing owners(replies);
    texts seen;
    for (auto const& owner : owners.aws.items<pager::ListOwners, &pager::ListOwnersResponse::owners>({}))
        seen.push_back(owner->key.str() + "=" + (owner->value.name ? owner->value.name->str() : ""));
    CHECK(seen == texts{"o1=x", "o2=y", "o3="});
    CHECK(owners.bodies() == texts{"{}", R"({"token":"c"})", R"({"token":"t"})"});

    namespace jmespath = cppsmith::jmespath;
    listing members(replies);
    auto items = members.aws.items<pager::ListOwners, &pager::ListOwnersResponse::groups,
                                   jmespath::flatten<&pager::Group::members>, jmespath::flatten<>>({});
    CHECK(names_in(items) == texts{"a", "b", "c"});
}

TEST_CASE("what comes of a copy outlives the walk") {
    std::vector<pager::Thing> kept;
    {
        listing l({answer(200, R"({"things":[{"name":"a name that is too long to be kept inside a string"}]})")});
        for (auto const& thing : l.aws.items<pager::ListThings>({})) kept.push_back(*thing);
    }
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].name == "a name that is too long to be kept inside a string");
}

TEST_CASE("the next request, for those who do their own I/O") {
    pager::ListThingsRequest request{.pageSize = 2};
    auto const more = cppsmith::next_page<pager::ListThings>(request, {.nextMarker = "m1"});
    REQUIRE(more.has_value());
    CHECK(*more);
    CHECK(request == pager::ListThingsRequest{.marker = "m1", .pageSize = 2});
    CHECK(cppsmith::next_page<pager::ListThings>(request, {.nextMarker = "m1"}).error().code == "repeated_token");
    auto const none = cppsmith::next_page<pager::ListThings>(request, {});
    REQUIRE(none.has_value());
    CHECK(!*none);
    CHECK(request.marker == "m1");
}

TEST_CASE("the shipped operation has pages") {
    listing l(
        {answer(200, R"({"certificates":[{"certificateId":"a"}],"nextMarker":"x"})"), answer(200, R"({"certificates":[]})")});
    int items = 0;
    for (auto const& item : l.aws.items<cppsmith::iot::ListCACertificates>({})) items += item->certificateId == "a";
    CHECK(items == 1);
    CHECK(l.targets() == texts{"/cacertificates", "/cacertificates?marker=x"});
}
