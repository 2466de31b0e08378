// Reading by prediction: it accepts what services send, and nothing that the general reader would not read alike.

#include "support/both_readers.hpp"
#include "support/catch.hpp"
#include "support/codec_records.hpp"
#include "support/guard_page.hpp"
#include "support/kitchen_sink.hpp"
#include "support/open_shapes.hpp"
#include "support/predicted.hpp"
#include "support/random_values.hpp"
#include "support/wild_writer.hpp"

#include <cppsmith/iot/describe_ca_certificate.hpp>
#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace {

namespace iot = cppsmith::iot;
namespace json = cppsmith::json;
using cppsmith_tests::oddities;
using cppsmith_tests::predicted;
using cppsmith_tests::random_values;
using cppsmith_tests::read_by_all;
using cppsmith_tests::tally;
using cppsmith_tests::wild_writer;
using cppsmith_tests::wildness;
using kitchen::Sink;
using records::Flat;
using records::Names;
using records::Page;
using records::Thing;

/// The text with each byte replaced, left out or doubled, with bytes put in before it, and cut off there.
template <class F> void for_each_mutation(std::string const& text, F&& f) {
    static constexpr std::string_view bytes("\"\\{}[]:,0-.eEn \n\t\x01\x1f\x80\xc3\xff\0x9+", 26);
    for (std::size_t i = 0; i <= text.size(); ++i) {
        f(text.substr(0, i));
        if (i < text.size()) {
            f(text.substr(0, i) + text.substr(i + 1));
            f(text.substr(0, i) + text[i] + text.substr(i));
        }
        for (char const byte : bytes) {
            auto changed = text.substr(0, i) + byte;
            f(changed + text.substr(i));
            if (i < text.size()) f(changed + text.substr(i + 1));
        }
        if (i + 1 < text.size()) {
            auto swapped = text;
            std::swap(swapped[i], swapped[i + 1]);
            f(std::move(swapped));
        }
    }
}

std::string const sink_text =
    R"({"note":"n","flag":true,"small":-5,"ratio":0.5,"epoch":1.5,"date":"2018-01-09T20:51:21Z","data":"AP8=","color":"blue-green",)"
    R"("leaf":{"n":"u","name":"a","count":1},"notes":["a","b"],"flags":[true,false],"grid":[[],["a"]],"labels":{"k":"v","l":"w"},)"
    R"("branches":{"b":{"name":"z"}},"weights":{"RED":[1.5,"NaN"]}})";
std::string const plain_sink_text =
    R"({"note":"n","flag":true,"large":9223372036854775807,"precise":1e-07,"data":"AP8=","color":"RED",)"
    R"("leaf":{"name":"a","count":1},"operator":"","notes":["ab","c"],"leaves":[{"name":"x"},{"name":"y"}],"labels":{"k":"v"}})";
std::string const page_text =
    R"({"things":[{"name":"a","state":"ACTIVE","attributes":{"k":"v"},"choice":{"N":5}},{"name":"bc","attributes":{},)"
    R"("choice":{"L":["x"]},"weight":1}],"rows":[[1,2],[]],"indexes":[{"i":["j"]}],"nextToken":"t"})";

std::string const flat_text =
    R"({"note":"a\"b","flag":true,"state":"ACTIVE","large":-12,"ratio":2.5,"created":1.5,"data":"AP8=","name":")" +
    std::string(70, 'x') + R"("})";

} // namespace

TEMPLATE_TEST_CASE("what json::write gives is predicted, always", "[json][predict]", Sink, Page, Thing, Flat,
                   iot::RegisterCACertificateRequest, iot::RegisterCACertificateResponse, iot::ListCACertificatesResponse,
                   iot::DescribeCACertificateResponse) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        random_values random(seed, {.escapes = seed % 2 == 0, .named_numbers = true, .present = seed < 20 ? 100u : 60u});
        auto const value = random.value<TestType>();
        auto const text = json::write(value);
        auto const found = read_by_all<TestType>(text);
        INFO(text);
        REQUIRE(found.problem == "");
        REQUIRE(found.predicted);
        REQUIRE(cppsmith_tests::same(json::read<TestType>(text).value(), value));
    }
    CHECK(predicted<TestType>("{}"));
}

TEST_CASE("escapes are undone by prediction too, wherever they stand", "[json][predict]") {
    for (std::size_t length = 0; length < 70; ++length) {
        for (std::size_t at = 0; at <= length; ++at) {
            for (auto const& [escape, plain] : {std::pair{R"(\n)", "\n"},
                                                {R"(\"\\\/)", "\"\\/"},
                                                {R"(\u00e9)", "\xc3\xa9"},
                                                {R"(\ud83d\ude00x\b)", "\xf0\x9f\x98\x80x\b"}}) {
                std::string const before(at, 'a'), behind(length - at, 'b');
                auto const text = R"({"note":")" + before + escape + behind + R"(","labels":{")" + before + escape + R"(":")" +
                                  escape + behind + R"("}})";
                if (!predicted<Sink>(text)) FAIL(text);
                auto const expected = before + plain + behind;
                auto const sink = json::read<Sink>(text).value();
                if (sink.note != expected || !sink.labels->contains(before + plain)) FAIL(text);
            }
        }
    }
}

TEST_CASE("bad escapes are for the general reader to report, and what stands before a surprise is not lost", "[json][predict]") {
    for (auto const* const text : {R"({"note":"a\q"})", R"({"note":"\ud800"})", R"({"note":"\ude00\ud83d"})",
                                   R"({"note":"\u12"})", R"({"note":"a\)", R"({"note":"a\"})", R"({"labels":{"a\n\x":"b"}})"}) {
        CAPTURE(text);
        CHECK_FALSE(predicted<Sink>(text));
        CHECK(json::read<Sink>(text).error().code == "not_json");
    }
    constexpr auto* const surprising = R"({"note":"a\nb","labels":{"\u0061\"":"c\\"},"unknown":["\n"]})";
    CHECK_FALSE(predicted<Sink>(surprising));
    auto const reply = json::read<cppsmith::reply<Sink>>(std::string(surprising)).value();
    CHECK(reply->note == "a\nb");
    CHECK(reply->labels->find("a\"")->value == "c\\");
}

TEST_CASE("a body of nothing but escapes is read, whoever reads it", "[json][predict]") {
    std::string text = R"({"notes":[)";
    for (int i = 0; i < 5000; ++i) text += R"("\n",)";
    text.back() = ']';
    text += '}';
    CHECK(read_by_all<Sink>(text).problem == "");
    auto const reply = json::read<cppsmith::reply<Sink>>(std::string(text)).value();
    CHECK(reply->notes->size() == 5000);
    CHECK(std::all_of(reply->notes->begin(), reply->notes->end(), [](auto const& note) { return note == "\n"; }));
}

TEST_CASE("the names of members are escaped, and their beginnings are no names", "[json][predict]") {
    Names const all{.a = 1, .ab = 2, .quoted = 3, .wide = 4};
    CHECK(predicted<Names>(json::write(all)));
    for (auto const& [text, value] : {std::pair{R"({"ab":2})", Names{.ab = 2}},
                                      {R"({"ab":2,"a":1})", Names{.a = 1, .ab = 2}},
                                      {R"({"\u00e9":4,"\u0061":1})", Names{.a = 1, .wide = 4}},
                                      {R"({"a\"\u005cb\n":3})", Names{.quoted = 3}},
                                      {R"({"abc":1,"":2,"A":3})", Names{}}}) {
        predicted<Names>(text);
        CHECK(json::read<Names>(text).value() == value);
    }
}

TEST_CASE("documents as no service writes them have the same value", "[json][predict]") {
    tally of_sinks, of_pages, of_flat;
    for (std::uint32_t seed = 0; seed < 250; ++seed) {
        oddities const how{.shuffled = (seed & 1) != 0,
                           .blanks = (seed & 2) != 0,
                           .unknown = (seed & 4) != 0,
                           .nulls = (seed & 8) != 0,
                           .duplicates = (seed & 16) != 0,
                           .escapes = (seed & 32) != 0};
        random_values random(seed, {.escapes = seed % 3 == 0}); // no NaN, which differs from itself
        wild_writer writer(seed, how);
        auto const sink = random.value<Sink>();
        auto const page = random.value<Page>();
        auto const flat = random.value<Flat>();
        auto const sink_document = writer.document(sink), page_document = writer.document(page);
        auto const flat_document = writer.document(flat);
        of_sinks.add<Sink>(sink_document);
        of_pages.add<Page>(page_document);
        of_flat.add<Flat>(flat_document);
        if (json::read<Flat>(flat_document).value() != flat) FAIL(flat_document);
        if (json::read<Sink>(sink_document).value() != sink) FAIL(sink_document);
        if (json::read<Page>(page_document).value() != page) FAIL(page_document);
    }
    CHECK(of_sinks.good == of_sinks.all);
    CHECK(of_pages.good == of_pages.all);
    CHECK(of_flat.good == of_flat.all);
    CHECK(of_flat.predicted > 0);
    CHECK(of_sinks.predicted > 0);
    CHECK(of_pages.predicted > 0);
}

TEST_CASE("each byte of a document changed, left out, put in, or the last", "[json][predict]") {
    tally of_sinks, of_plain, of_pages, of_flat;
    CHECK_FALSE(predicted<Sink>(sink_text)); // it has an unknown member
    CHECK(predicted<Sink>(plain_sink_text));
    CHECK(predicted<Page>(page_text));
    CHECK(predicted<Flat>(flat_text));
    for_each_mutation(flat_text, [&](std::string const& text) { of_flat.add<Flat>(text); });
    for_each_mutation(sink_text, [&](std::string const& text) { of_sinks.add<Sink>(text); });
    for_each_mutation(plain_sink_text, [&](std::string const& text) { of_plain.add<Sink>(text); });
    for_each_mutation(page_text, [&](std::string const& text) { of_pages.add<Page>(text); });
    CHECK(of_plain.predicted > 300);
    CHECK(of_pages.predicted > 300);
    CHECK(of_flat.predicted > 300);
    CHECK(of_plain.good > of_plain.predicted);
    CHECK(of_plain.all > 2 * of_plain.good);
}

TEST_CASE("members that are null, unknown, doubled or out of order, with what they leave behind", "[json][predict]") {
    for (auto const& [text, is_predicted, expected] :
         {std::tuple{R"({"note":null})", true, "{}"},
          {R"({"note":null,"flag":null,"small":null,"precise":null,"data":null,"color":null,"notes":null,"labels":null})", true,
           "{}"},
          {R"({"leaf":null,"leaves":null,"grid":null,"weights":null})", true, "{}"},
          {R"({"leaf":{"name":null,"count":null}})", true, R"({"leaf":{}})"},
          {R"({"note":"a","note":"b"})", false, R"({"note":"b"})"},
          {R"({"note":"a","note":null})", false, "{}"},
          {R"({"note":null,"note":"b"})", false, R"({"note":"b"})"},
          {R"({"notes":["a","b"],"notes":["c"]})", false, R"({"notes":["c"]})"},
          {R"({"notes":["a","b"],"notes":[]})", false, R"({"notes":[]})"},
          {R"({"labels":{"a":"1"},"x":0,"labels":{"b":"2"}})", false, R"({"labels":{"b":"2"}})"},
          {R"({"leaf":{"name":"a","count":1},"leaf":{"count":2}})", false, R"({"leaf":{"count":2}})"},
          {R"({"leaf":{"name":"a"},"flag":true,"note":"b"})", false, R"({"note":"b","flag":true,"leaf":{"name":"a"}})"},
          {R"({"leaves":[{"name":"a"},null,{"name":"b"}]})", false, R"({"leaves":[{"name":"a"},{"name":"b"}]})"},
          {R"({"notes":[null],"flags":[null,true],"numbers":[null,1],"grid":[null,["a",null]]})", false,
           R"({"notes":[],"flags":[true],"numbers":[1],"grid":[["a"]]})"},
          {R"({"labels":{"a":"1","b":null}})", false, R"({"labels":{"a":"1"}})"},
          {R"({"labels":{"a":"1","b":"2","a":"3"}})", true, R"({"labels":{"a":"3","b":"2"}})"},
          {R"({"branches":{"a":{"name":"x","count":1},"a":{"name":"y"}}})", true, R"({"branches":{"a":{"name":"y"}}})"},
          {R"({"weights":{"RED":[1,2],"blue-green":[],"RED":[3]}})", true, R"({"weights":{"RED":[3],"blue-green":[]}})"},
          {R"({"unknown":1})", false, "{}"},
          {R"({"note":"a","unknown":[{}]})", false, R"({"note":"a"})"}}) {
        CAPTURE(text);
        CHECK(predicted<Sink>(text) == is_predicted);
        auto const sink = json::read<Sink>(text);
        REQUIRE(sink.has_value());
        CHECK(json::write(*sink) == expected);
    }
}

TEST_CASE("unions of one member, none, several, and one that nobody knows", "[json][predict]") {
    for (auto const& [choice, is_predicted, expected] : {std::tuple{R"({"S":"a"})", true, R"({"S":"a"})"},
                                                         {R"({"N":-7})", true, R"({"N":-7})"},
                                                         {R"({"L":[]})", true, R"({"L":[]})"},
                                                         {R"({"L":["a","b"]})", true, R"({"L":["a","b"]})"},
                                                         {R"({"L":["a",null]})", false, R"({"L":["a"]})"},
                                                         {R"({"S":"a\n"})", true, R"({"S":"a\n"})"},
                                                         {R"({"S":null,"N":1,"L":null})", false, R"({"N":1})"},
                                                         {R"({"__type":"x","N":1})", false, R"({"N":1})"},
                                                         {R"({"N":1,"__type":{"y":[]}})", false, R"({"N":1})"},
                                                         {R"({"X":{"y": [1 ]} })", false, R"({"X":{"y": [1 ]}})"},
                                                         {R"({ "N" : 1 })", false, R"({"N":1})"},
                                                         {R"({"\u004e":1})", false, R"({"N":1})"},
                                                         {"{}", false, "{}"},
                                                         {R"({"S":"a","N":1})", false, "wrong_type"},
                                                         {R"({"N":1,"N":2})", false, "wrong_type"},
                                                         {R"({"N":"a"})", false, "wrong_type"},
                                                         {R"({"N":1.5})", false, "wrong_type"},
                                                         {"[]", false, "wrong_type"},
                                                         {R"({"N":1,})", false, "not_json"},
                                                         {R"({"N":01})", false, "not_json"},
                                                         {R"({"N"})", false, "not_json"},
                                                         {R"({"N":})", false, "not_json"},
                                                         {R"({"X":tru})", false, "not_json"},
                                                         {R"({"N":1)", false, "not_json"}}) {
        auto const text = R"({"things":[{"name":"n","choice":)" + std::string(choice) + "}]}";
        INFO(text);
        CHECK(predicted<Page>(text) == is_predicted);
        auto const page = json::read<Page>(text);
        if (page) CHECK(json::write(*page) == R"({"things":[{"name":"n","choice":)" + std::string(expected) + "}]}");
        else CHECK(page.error().code == expected);
    }
}

TEST_CASE("a union's document that is null is no member, as any other that is null", "[json][predict]") {
    for (auto const& [choice, expected] : {std::pair{R"({"any":null})", "{}"},
                                           {R"({"L":[{"any":null}]})", R"({"L":[{}]})"},
                                           {R"({"M":{"a":{"any":null}}})", R"({"M":{"a":{}}})"},
                                           {R"({"any":{"a":null}})", R"({"any":{"a":null}})"}}) {
        auto const text = R"({"value":)" + std::string(choice) + "}";
        predicted<open::Node>(text);
        CHECK(json::write(json::read<open::Node>(text).value()) == R"({"value":)" + std::string(expected) + "}");
    }
}

TEST_CASE("whether there are brackets in a text is known by its type", "[json][predict]") {
    namespace codec = json::detail;
    STATIC_REQUIRE(codec::nesting_of<Flat> == codec::nesting::none);
    STATIC_REQUIRE(codec::nesting_of<iot::RegisterCACertificateResponse> == codec::nesting::none);
    STATIC_REQUIRE(codec::nesting_of<iot::RegisterCACertificateRequest> == codec::nesting::any); // it has tags
    STATIC_REQUIRE(codec::nesting_of<Thing> == codec::nesting::any);
    STATIC_REQUIRE(codec::nesting_of<open::Node> == codec::nesting::any);
    STATIC_REQUIRE(codec::nesting_of<cppsmith::document> == codec::nesting::any);
}

TEST_CASE("a long structure without brackets inside needs no index, with escapes and without", "[json][predict]") {
    for (std::size_t const size : {std::size_t{900}, std::size_t{5000}, std::size_t{100000}}) {
        Flat flat{.note = std::string(size, 'n'), .flag = false, .large = 7, .name = std::string(size / 2, 'm')};
        CHECK(predicted<Flat>(json::write(flat)));
        CHECK(json::read<cppsmith::reply<Flat>>(json::write(flat)).value().value() == flat);
        flat.note = std::string(size, 'n') + "\"\n" + std::string(size, '\\');
        CHECK(read_by_all<Flat>(json::write(flat)).problem == "");
        CHECK(json::read<Flat>(json::write(flat)).value() == flat);
        CHECK(json::read<cppsmith::reply<Flat>>(json::write(flat)).value().value() == flat);
    }
}

TEST_CASE("reading stops at the last byte, and begins at the first", "[json][predict]") {
    std::vector<std::string> texts{
        sink_text, plain_sink_text, page_text, "{}", "{", "", "{\"note\":", "{\"note\":\"" + std::string(70, 'x')};
    for (std::uint32_t seed = 0; seed < 4; ++seed) {
        random_values random(seed, {.escapes = seed % 2 == 0, .longest = 3});
        texts.push_back(json::write(random.value<Sink>()));
        texts.push_back(wild_writer(seed, {.blanks = true, .escapes = true}).document(random.value<Sink>()));
    }
    texts.push_back("{\"small\":1,\"unknown\":[1,\"a\",true]}");
    for (auto const& text : texts) {
        cppsmith_tests::guarded_memory const memory(text.size());
        for (std::size_t n = 0; n <= text.size(); ++n) {
            auto const part = std::string_view(text).substr(0, n);
            predicted<Sink>(memory.at_back(part));
            if (n % 8 == 0 || n == text.size()) predicted<Sink>(memory.at_front(part));
            if (n % 4 == 0) predicted<Page>(memory.at_back(std::string_view(text).substr(text.size() - n)));
        }
    }
    for (std::size_t n = 0; n < 100; ++n)
        for (auto const* const before :
             {"{\"note\":\"", "{\"notes\":[\"", "{\"labels\":{\"a\":\"b\",\"", "{\"large\":1", "{\"precise\":"})
            for (char const c : {'x', '0', '\\', '\xc3'}) {
                auto const text = before + std::string(n, c);
                cppsmith_tests::guarded_memory const memory(text.size() + 1);
                predicted<Sink>(memory.at_back(text));
                predicted<Sink>(memory.at_back(text + '}'));
                predicted<Flat>(memory.at_back(text + '}'));
            }
}

TEST_CASE("the slices of a reply stay what they are when it moves", "[json][predict]") {
    random_values random(3, {.escapes = false});
    for (int round = 0; round < 20; ++round) {
        auto const page = random.value<Page>();
        std::vector<cppsmith::reply<Page>> replies;
        for (int i = 0; i < 5; ++i) replies.push_back(json::read<cppsmith::reply<Page>>(json::write(page)).value());
        auto const copy = replies[2].value();
        auto const independent = std::move(replies[4]).own();
        for (int i = 0; i < 4; ++i) REQUIRE(replies[static_cast<std::size_t>(i)].value() == page);
        replies.clear();
        REQUIRE(copy == page);
        REQUIRE(independent == page);
    }
}
