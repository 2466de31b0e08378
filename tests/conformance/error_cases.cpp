// Recorded error replies: code, message, status and typed shape as the reference client has them.

#include "support/boto3_case.hpp"
#include "support/ca_operations.hpp"
#include "support/catch.hpp"

#include <cppsmith/protocol.hpp>

using namespace cppsmith_tests;

namespace {

namespace iot = cppsmith::iot;

/// The message that the typed shape holds, by the shape's name; nothing where the error is not that shape.
template <class Shape> std::optional<cppsmith::optional<iot::errorMessage>> typed_message(cppsmith::error const& e) {
    auto const shape = cppsmith::as<Shape>(e);
    if (!shape) return std::nullopt;
    return shape->message;
}

struct typed {
    std::string name{};
    cppsmith::optional<iot::errorMessage> message{};
};

template <class... Errors> std::vector<typed> shapes_of(cppsmith::error const& e, cppsmith::error_list<Errors...>) {
    std::vector<typed> found;
    auto const look = [&]<class Shape>() {
        if (auto message = typed_message<Shape>(e))
            found.push_back({std::string(cppsmith::detail::shape_name<Shape>()), *message});
    };
    (look.template operator()<Errors>(), ...);
    return found;
}

} // namespace

TEST_CASE("recorded error replies are read as the reference client reads them", "[conformance]") {
    auto const data = load_shared("wire/error_cases.json");
    if (!data) return;
    std::size_t checked = 0;
    for (auto const& c : data->at("cases")) {
        auto const result = c.at("results").find(reference_client);
        if (result == c.at("results").end()) continue;
        auto const id = c.at("id").get<std::string>();
        INFO(id << ": " << member_or(c, "note", ""));
        auto response = as_response(c.at("replies").at(0));
        if (!response) continue; // broken on the way: the transport's tests have these
        auto const status = response->status;
        auto const reply = cppsmith::parse<iot::RegisterCACertificate>(std::move(*response));
        if (result->contains("response")) {
            CHECK(reply.has_value());
            ++checked;
            continue;
        }
        REQUIRE(!reply);
        auto const e = reply.error();
        CHECK(e.status == status);
        auto const& exception = result->at("exception");
        if (!exception.contains("response") ||
            !exception.at("response").is_object()) { // the reference client crashed on this one: ours has an error all the same
            std::cout << "reference crashed: " << id << ": " << exception.at("class").get<std::string>() << ", ours: " << e
                      << '\n';
            CHECK(e.stage == cppsmith::stage::service);
            continue;
        }
        if (status == 300) { // neither success nor error to the reference client, which prints "Unknown"
            CHECK(e.code == "300");
            continue;
        }
        ++checked;
        auto const& expected = exception.at("response");
        CHECK(e.code == expected.at("Error").at("Code").get<std::string>());
        auto const& message = expected.at("Error").at("Message");
        CHECK(e.message == (message.is_null() ? "" : message.is_string() ? message.get<std::string>() : message.dump()));
        CHECK(e.request_id == member_or(expected.at("ResponseMetadata"), "RequestId", ""));

        auto const shapes = shapes_of(e, iot::RegisterCACertificate::errors{});
        auto const name = exception.at("class").get<std::string>();
        if (name == "ClientError") {
            CHECK(shapes.empty());
            continue;
        }
        REQUIRE(shapes.size() == 1);
        CHECK(shapes[0].name == name);
        bool const has_text = expected.contains("message") && expected.at("message").is_string();
        CHECK(shapes[0].message.has_value() == has_text);
        if (has_text) CHECK(*shapes[0].message == expected.at("message").get<std::string>());
    }
    std::cout << "error cases: " << checked << " checked" << std::endl;
    CHECK(checked > 0);
}
