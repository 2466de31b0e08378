// Random values of generated structures: what is written means the same to another library, and reads back; neither takes more memory than
// it has to.

#include <cppsmith/json.hpp>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/codec_records.hpp"
#include "support/kitchen_sink.hpp"
#include "support/narrow_sink.hpp"
#include "support/random_values.hpp"
#include "support/value_dom.hpp"
#include "support/wild_writer.hpp"

#include <cppsmith/iot/describe_ca_certificate.hpp>
#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/iot/update_ca_certificate.hpp>
#include <cppsmith/json/escape_scalar.hpp>
#include <cppsmith/print.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace iot = cppsmith::iot;
namespace json = cppsmith::json;
using cppsmith::reply;
using cppsmith_tests::allocations;
using cppsmith_tests::random_values;
using cppsmith_tests::to_dom;
using cppsmith_tests::wild_writer;
using cppsmith_tests::written_narrowly;
using kitchen::Sink;
using records::Page;

using dom = nlohmann::ordered_json;

std::string hex(std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += "0123456789abcdef"[(i * 7 + i / 16) % 16];
    return text;
}

/// A thousand records, each with a map.
Page thousand_things() {
    Page page;
    auto& things = page.things.emplace();
    for (std::size_t i = 0; i < 1000; ++i)
        things.push_back(
            {.name = "thing-" + std::to_string(1000 + i) + "-" + hex(20),
             .type = "a type of things",
             .attributes = {{{"site", "north-" + std::to_string(i % 10)}, {"rack", std::to_string(i)}, {"owner", hex(24)}}},
             .version = static_cast<std::int64_t>(i)});
    return page;
}

std::string escaped(std::string_view text) {
    std::string out(6 * text.size() + 32, '\0');
    auto const* const end =
        json::detail::escape_scalar(out.data(), text.data(), text.data() + text.size(), json::detail::on_invalid_utf8::replace);
    out.resize(static_cast<std::size_t>(end - out.data()));
    return out;
}

} // namespace

TEMPLATE_TEST_CASE("random values mean the same to another library, and read back as they were", "[json][values]", Sink, Page,
                   iot::RegisterCACertificateRequest, iot::RegisterCACertificateResponse, iot::ListCACertificatesResponse,
                   iot::ListCACertificatesRequest, iot::DescribeCACertificateResponse, iot::UpdateCACertificateRequest) {
    for (std::uint32_t seed = 100; seed < 190; ++seed) {
        bool const fine = seed % 2 == 0;
        random_values random(seed, {.nanoseconds = fine, .present = 40 + seed % 60, .longest = 1 + seed % 9});
        auto const value = random.value<TestType>();
        auto const text = json::write(value);
        INFO(text);
        auto const parsed = dom::parse(text, nullptr, false);
        REQUIRE_FALSE(parsed.is_discarded());
        REQUIRE(parsed == to_dom(value));
        REQUIRE(written_narrowly(value) == text);

        std::string buffer;
        REQUIRE(json::write(value, buffer));
        REQUIRE(buffer == text);
        auto const owned = json::read<TestType>(text);
        REQUIRE(owned.has_value());
        REQUIRE(*owned == value);
        auto borrowed = json::read<reply<TestType>>(std::string(text));
        REQUIRE(borrowed.has_value());
        REQUIRE((*borrowed).value() == value);
        REQUIRE(json::write((*borrowed).value()) == text);
        REQUIRE(std::move(*borrowed).own() == value);
        if (fine) continue; // the other library keeps numbers as doubles
        REQUIRE(json::read<TestType>(parsed.dump()).value() == value);
        REQUIRE(json::read<reply<TestType>>(parsed.dump(3)).value().value() == value);
        REQUIRE(json::read<reply<TestType>>(parsed.dump(-1, ' ', true)).value().value() == value);
    }
}

TEST_CASE("numbers that are none, read back", "[json][values]") {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        auto const sink = random_values(seed, {.named_numbers = true, .present = 90}).value<Sink>();
        auto const text = json::write(sink);
        REQUIRE(dom::parse(text) == to_dom(sink));
        REQUIRE(json::write(json::read<Sink>(text).value()) == text);
        REQUIRE(json::write(json::read<reply<Sink>>(std::string(text)).value().value()) == text);
    }
}

TEST_CASE("texts that are not UTF-8 are written as JSON, or not at all", "[json][values]") {
    std::size_t refused = 0;
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        auto const sink = random_values(seed, {.ill_formed = true, .present = seed % 2 == 0 ? 8u : 60u}).value<Sink>();
        auto const text = json::write(sink);
        INFO(text);
        REQUIRE(nlohmann::json::accept(text));
        bool const replaced = text.find("\xef\xbf\xbd") != text.npos;
        std::string buffer;
        auto const done = json::write(sink, buffer);
        REQUIRE(done.has_value() != replaced);
        if (done) REQUIRE(buffer == text);
        else REQUIRE(done.error().code == "invalid_utf8");
        refused += replaced;
        REQUIRE(json::write(json::read<Sink>(text).value()) == text);
    }
    CHECK(refused > 20);
    CHECK(refused < 90);
}

TEST_CASE("buffers of any size are written alike", "[json][values]") {
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        auto const value = random_values(seed, {.longest = 3}).value<Sink>();
        auto const text = json::write(value);
        std::string warm;
        for (std::size_t capacity = 0; capacity < text.size() + 300; capacity += capacity < 130 ? 1 : 29) {
            std::string buffer(capacity % 7, '?');
            buffer.reserve(capacity);
            REQUIRE(json::write(value, buffer));
            REQUIRE(buffer == text);
            warm.assign(capacity * 31 % 1000, '?');
            REQUIRE(json::write(value, warm));
            REQUIRE(warm == text);
        }
    }
    std::string buffer;
    for (std::uint32_t seed = 0; seed < 60; ++seed) { // larger and smaller ones in turn
        auto const value = random_values(seed, {.present = seed * 37 % 101}).value<Page>();
        REQUIRE(json::write(value, buffer));
        REQUIRE(buffer == json::write(value));
    }
}

TEST_CASE("long texts are written in pieces that do not show", "[json][values]") {
    constexpr std::size_t piece = 16384;
    for (std::string_view const character : {"x", "\n", "\x01", "\xc3\xa9", "\xe6\x97\xa5", "\xf0\x9f\x98\x80"})
        for (std::size_t shift = 0; shift < 5; ++shift)
            for (std::size_t size : {piece - 1, piece, piece + 1, 2 * piece + 2}) {
                std::string text(shift, 'a');
                while (text.size() < size) text += character;
                auto const written = json::write(Sink{.note = text, .flag = true});
                if (written != "{\"note\":\"" + escaped(text) + "\",\"flag\":true}")
                    FAIL(character << ' ' << shift << ' ' << size);
                std::string buffer;
                REQUIRE(json::write(Sink{.note = text, .flag = true}, buffer));
                if (buffer != written) FAIL(character << ' ' << shift << ' ' << size);
                if (json::read<Sink>(written).value().note != text) FAIL(character << ' ' << shift << ' ' << size);
            }
}

TEST_CASE("ill-formed bytes where a piece of a long text ends harm no others", "[json][values]") {
    constexpr std::size_t piece = 16384;
    for (std::string_view const middle :
         {"\xf0\x9f\x98\x80\x80\x80\x80\x80", "\xe6\x97\xa5\x80\x80\x80\x80", "\xc3\xa9\x80\x80\x80\x80", "\xf0\x9f\x98",
          "\x80\x80\x80\x80\x80\x80\x80\x80", "\xff\xff\xff\xff", "\xf0\x9f\x98\x80\xf0\x9f\x98\x80"})
        for (std::size_t before = piece - 12; before <= piece; ++before) {
            auto const text = std::string(before, 'a') + std::string(middle) + std::string(40, 'b');
            INFO(before << " characters before " << escaped(middle));
            CHECK((json::write(Sink{.note = text}) == "{\"note\":\"" + escaped(text) + "\"}"));
        }
}

TEST_CASE("writing into a warm buffer allocates nothing", "[json][values][allocations]") {
    auto const page = thousand_things();
    iot::RegisterCACertificateRequest const request{.caCertificate =
                                                        "-----BEGIN CERTIFICATE-----\n" + std::string(1500, 'A') + "\n",
                                                    .tags = {{{.Key = "fleet", .Value = "n\xc3\xb6rth \"1\""}}}};
    std::string buffer;
    auto const warm = [&](auto const& value) {
        REQUIRE(json::write(value, buffer));
        auto const before = allocations();
        bool const done = json::write(value, buffer).has_value();
        auto const after = allocations();
        REQUIRE(done);
        CHECK(after - before == 0);
    };
    warm(page);
    warm(request);
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        warm(random_values(seed).value<Sink>());
        buffer = std::string();
        warm(random_values(seed).value<Page>());
    }
}

TEST_CASE("reading the reply to a registration allocates nothing", "[json][values][allocations]") {
    auto const id = hex(64);
    std::string const wire =
        R"({"certificateArn":"arn:aws:iot:eu-west-1:123456789012:cacert/)" + id + R"(","certificateId":")" + id + "\"}";
    CHECK(wire.size() > 200);
    auto const count = [](std::string text, std::string_view expected) {
        auto const before = allocations();
        auto const read = json::read<reply<iot::RegisterCACertificateResponse>>(std::move(text));
        auto const after = allocations();
        REQUIRE(read.has_value());
        CHECK((*read)->certificateId == expected);
        CHECK((*read)->certificateId->is_borrowed());
        return after - before;
    };
    CHECK(count(wire, id) == 0);
    CHECK(count("{\"certificateId\":\"" + hex(40) + "\"}", hex(40)) == 0);
}

TEST_CASE("reading a thousand records borrows their texts, and allocates for containers alone", "[json][values][allocations]") {
    auto const page = thousand_things();
    auto const count = [&](std::string text) {
        auto const before = allocations();
        auto const read = json::read<reply<Page>>(std::move(text));
        auto const after = allocations();
        REQUIRE(read.has_value());
        CHECK((*read).value() == page);
        CHECK((*read)->things->back().attributes->begin()->value.is_borrowed());
        return after - before;
    };
    CHECK(count(json::write(page)) <= 10);
    // With simdjson's index, and its buffers.
    CHECK(count(wild_writer(1, {.blanks = true}).document(page)) <= 30);
    CHECK(count(wild_writer(1, {.shuffled = true, .unknown = true}).document(page)) <= 30);
}
