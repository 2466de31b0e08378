// Retries: the classic cases of the standard mode, and what boto3 did in that mode.

#include "support/boto3_case.hpp"
#include "support/ca_operations.hpp"
#include "support/catch.hpp"

#include <cppsmith/client.hpp>

using namespace cppsmith_tests;
using cppsmith::iot::RegisterCACertificate;
using milliseconds = std::chrono::milliseconds;

namespace {

/// Answers from a script, the last reply again and again; a broken one is a lost connection.
struct scripted_transport {
    std::vector<json> replies;
    std::size_t sent = 0;

    cppsmith::result<cppsmith::http_response> send(cppsmith::http_request const&) {
        auto const& reply = replies.at(std::min(sent++, replies.size() - 1));
        if (auto response = as_response(reply)) return *response;
        return cppsmith::error{.stage = cppsmith::stage::send, .retry = cppsmith::retryability::transient, .code = "connection"};
    }
};

cppsmith::iot::RegisterCACertificateRequest const request{.caCertificate = "PEM"};

} // namespace

TEST_CASE("the classic cases of the standard retry mode", "[conformance]") {
    auto const data = load_shared("conformance/retry/standard.json");
    if (!data) return;
    for (auto const& c : *data) {
        INFO(c.at("name"));
        auto const& given = c.at("given");
        REQUIRE(given.at("exponential_power") == 2); // each delay doubles the one before
        scripted_transport transport;
        for (auto const& r : c.at("responses"))
            transport.replies.push_back({{"status", r.at("response").at("status_code")}, {"body", "{}"}});
        std::vector<milliseconds> slept;
        std::vector<int> quota;
        cppsmith::client_options options{.region = "us-east-1"};
        options.retries = {.max_attempts = given.at("max_attempts").get<int>(),
                           .base_delay = milliseconds(1000),
                           .max_delay = milliseconds(static_cast<long>(given.at("max_backoff_time").get<double>() * 1000)),
                           .quota = given.at("initial_retry_tokens").get<int>()};
        options.random = [&] { return given.at("exponential_base").get<double>(); };
        options.sleep = [&](milliseconds d) { slept.push_back(d); };
        cppsmith::client<std::reference_wrapper<scripted_transport>, cppsmith::anonymous_signer> const* self = nullptr;
        options.log = [&](cppsmith::log_event const& e) {
            if (e.what == cppsmith::log_event::kind::retrying || e.what == cppsmith::log_event::kind::failed)
                quota.push_back(self->retry_tokens());
        };
        cppsmith::client aws(std::ref(transport), cppsmith::anonymous_signer{}, options);
        self = &aws;
        std::size_t next = 0, delay = 0;
        while (transport.sent < c.at("responses").size()) {
            quota.clear();
            auto const first = transport.sent;
            auto const reply = aws.call<RegisterCACertificate>(request);
            if (reply) quota.push_back(aws.retry_tokens());
            REQUIRE(transport.sent > first);
            for (std::size_t i = 0; i < transport.sent - first; ++i, ++next) {
                auto const& expected = c.at("responses").at(next).at("expected");
                auto const outcome = expected.at("outcome").get<std::string>();
                bool const last = i + 1 == transport.sent - first;
                CHECK((outcome == "retry_request") == !last);
                if (last) CHECK((outcome == "success") == reply.has_value());
                CHECK(quota.at(i) == expected.at("retry_quota").get<int>());
                if (!last) CHECK(slept.at(delay++).count() == static_cast<long>(expected.at("delay").get<double>() * 1000));
            }
        }
        CHECK(next == c.at("responses").size());
    }
    std::cout << "standard retry cases: " << data->size() << std::endl;
}

TEST_CASE("recorded retries of the standard mode", "[conformance]") {
    auto const data = load_shared("wire/retry_cases.json");
    if (!data) return;
    std::size_t checked = 0;
    for (auto const& c : data->at("cases")) {
        auto const result = c.at("results").find(reference_client);
        if (result == c.at("results").end() || !c.contains("env")) continue;
        auto const mode = member_or(c.at("env"), "AWS_RETRY_MODE", "");
        if (mode != "standard" && mode != "adaptive") continue; // adaptive is standard, and a rate that throttling lowers
        INFO(c.at("id").get<std::string>() << ": " << member_or(c, "note", ""));
        scripted_transport transport{c.at("replies").get<std::vector<json>>()};
        std::vector<double> slept;
        cppsmith::client_options options{.region = "us-east-1"};
        options.retries.max_attempts = std::stoi(member_or(c.at("env"), "AWS_MAX_ATTEMPTS", "3"));
        options.random = [] { return 0.5; };
        options.sleep = [&](milliseconds d) { slept.push_back(static_cast<double>(d.count()) / 1000); };
        cppsmith::client const aws(std::ref(transport), cppsmith::anonymous_signer{}, options);
        auto const reply = aws.call<RegisterCACertificate>(request);
        ++checked;
        CHECK(transport.sent == result->at("attempts").get<std::size_t>());
        if (mode == "standard") CHECK(slept == result->at("sleeps_with_random_0.5").get<std::vector<double>>());
        CHECK(reply.has_value() == result->contains("response"));
        if (!reply && result->at("exception").at("response").is_object())
            CHECK(reply.error().code == result->at("exception").at("response").at("Error").at("Code").get<std::string>());
    }
    std::cout << "recorded retry cases: " << checked << " checked" << std::endl;
    CHECK(checked > 0);
}
