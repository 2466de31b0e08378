// Every sensitive text, number, blob and enumeration of a generated service is filled with a marker, which nothing that people read may show:
// printed values, violations, errors, the client's log.

#include <cppsmith/client.hpp>
#include <cppsmith/json.hpp>
#include <cppsmith/validate.hpp>

#include "support/catch.hpp"
#include "support/scripted_transport.hpp"

#include <cppsmith/kitchen_sink/put_thing.hpp>

#include <concepts>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations" // the golden sink has every trait, `deprecated` too

namespace {

namespace sink = cppsmith::kitchen_sink;
using namespace cppsmith::detail;
using cppsmith::policy;

constexpr std::string_view marker = "TOP-SECRET-MARKER";
constexpr std::int32_t marker_number = 48151623;

/// Fills every member, with the marker where the model says that it is sensitive. `tail` is put behind every text.
struct filler {
    std::string tail;
    int hidden = 0;

    template <class Traits, class T> void fill(T& value, bool sensitive_here) {
        if constexpr (described_structure<T>) {
            bool const inside = sensitive_here || has<structure_traits<T>, cppsmith::sensitive>;
            for_each_member<T>([&]<class Member>() {
                using inner = typename value_of<typename Member::type>::type;
                inner made = make_empty<inner>();
                fill<typename Member::traits>(made, inside || has<typename Member::traits, cppsmith::sensitive>);
                value.*Member::pointer = std::move(made);
                return true;
            });
        } else if constexpr (is_vector<T>) {
            using element = typename T::value_type;
            element made = make_empty<element>();
            using traits = typename inner_traits<cppsmith::each, Traits>::type;
            fill<traits>(made, sensitive_here || has<traits, cppsmith::sensitive>);
            value.push_back(made);
        } else if constexpr (is_map<T>) {
            using key_traits = typename inner_traits<cppsmith::keys, Traits>::type;
            using value_traits = typename inner_traits<cppsmith::values, Traits>::type;
            auto key = make_empty<typename T::key_type>();
            auto made = make_empty<typename T::mapped_type>();
            fill<key_traits>(key, sensitive_here || has<key_traits, cppsmith::sensitive>);
            fill<value_traits>(made, sensitive_here || has<value_traits, cppsmith::sensitive>);
            value.insert_or_assign(std::move(key), std::move(made));
        } else if constexpr (is_text<T> || is_open_enum<T> || std::same_as<T, cppsmith::blob>) {
            bool const hide = sensitive_here || is_sensitive_text<T>;
            hidden += hide;
            value = T(std::string(hide ? marker : "open") + tail);
        } else if constexpr (std::is_arithmetic_v<T> && sizeof(T) >= 4) {
            hidden += sensitive_here;
            value = sensitive_here ? static_cast<T>(marker_number) : T{1};
        }
    }
};

sink::PutThingRequest filled(std::string tail) {
    auto request = make_absent<sink::PutThingRequest>();
    filler f{std::move(tail)};
    f.fill<trait_list<>>(request, false);
    CHECK(f.hidden >= 6);
    return request;
}

void check_silence(std::string const& shown, char const* what) {
    INFO(what << ": " << shown);
    CHECK(shown.find(marker) == shown.npos);
    CHECK(shown.find(std::to_string(marker_number)) == shown.npos);
}

template <class T> std::string printed(T const& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

} // namespace

TEST_CASE("printed values hold nothing sensitive", "[redaction]") {
    auto const request = filled("");
    CHECK(cppsmith::json::write(request).find(marker) != std::string::npos); // it is there to be sent
    check_silence(printed(request), "a printed request");
}

TEST_CASE("violations hold nothing sensitive", "[redaction]") {
    for (auto const tail : {"", "!", "\xff", "\n"}) {
        auto const request = filled(tail);
        for (auto const p : {policy::parity, policy::strict})
            for (auto const& v : cppsmith::validate(request, p)) check_silence(printed(v), "a violation");
        CHECK_FALSE(cppsmith::validate(request, policy::strict).empty());
    }
}

TEST_CASE("errors and logs hold nothing sensitive", "[redaction]") {
    for (auto const tail : {"", "!", "\xff", "\r\n"}) {
        auto const request = filled(tail);
        for (auto const p : {policy::parity, policy::strict, policy::off}) {
            std::vector<std::string> logged;
            cppsmith::client_options options{.region = "us-west-2", .endpoint_url = "https://localhost"};
            options.log = [&](cppsmith::log_event const& event) {
                std::ostringstream out;
                out << event.operation << ' ' << event.method << ' ' << event.authority << ' ' << event.request_id;
                if (event.error) out << ' ' << *event.error << ' ' << event.error->pointer;
                logged.push_back(out.str());
            };
            cppsmith::client client{cppsmith_tests::scripted_transport{{{cppsmith_tests::answer(500, "{}")}}},
                                    cppsmith::anonymous_signer{}, options};
            auto const reply = client.call<sink::PutThing>(request, {.validation = p});
            CHECK_FALSE(reply.has_value());
            if (!reply) check_silence(printed(reply.error()) + reply.error().pointer, "an error");
            for (auto const& line : logged) check_silence(line, "a line of the log");
        }
    }
}

TEST_CASE("errors of reading hold nothing sensitive", "[redaction]") {
    auto const text = cppsmith::json::write(filled(""));
    for (std::size_t cut = 0; cut < text.size(); cut += 7) {
        auto const read = cppsmith::json::read<sink::PutThingRequest>(std::string_view(text).substr(0, cut));
        if (!read) check_silence(printed(read.error()) + read.error().pointer, "an error of reading");
    }
    for_each_member<sink::PutThingRequest>([&]<class Member>() { // the marker where another type belongs
        auto const wrong = "{\"" + std::string(Member::spelling) + "\":[[\"" + std::string(marker) + "\"]]}";
        auto const read = cppsmith::json::read<sink::PutThingRequest>(wrong);
        if (!read) check_silence(printed(read.error()) + read.error().pointer, "an error of reading");
        return true;
    });
}
