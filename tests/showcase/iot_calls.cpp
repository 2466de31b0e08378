// The whole of AWS IoT through one header that is generated when this is built: the calls of record.py, and what would be sent for each.

#include <cppsmith/iot.hpp>

#include <cppsmith/client.hpp>
#include <cppsmith/json.hpp>
#include <cppsmith/sigv4.hpp>

#include <nlohmann/json.hpp>

#include <chrono>
#include <iostream>
#include <string>

namespace iot = cppsmith::iot;

namespace {

constexpr char role[] = "arn:aws:iam::123456789012:role/fleet";
constexpr char certificate[] =
    "arn:aws:iot:us-west-2:123456789012:cert/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

nlohmann::json sent = nlohmann::json::array();

/// Sends nothing, and keeps what it was to send.
struct recorder {
    cppsmith::result<cppsmith::http_response> send(cppsmith::http_request const& request) const {
        auto headers = nlohmann::json::object();
        for (auto const& [name, value] : request.headers) headers[name] = value;
        sent.push_back({{"method", request.method}, {"url", request.url()}, {"headers", headers}, {"body", request.body}});
        return cppsmith::http_response{200, {{"content-type", "application/json"}}, "{}"};
    }
};

/// 2026-03-14, 15:09:26 UTC.
std::chrono::system_clock::time_point now() { return std::chrono::system_clock::time_point{std::chrono::seconds{1773500966}}; }

/// The calls of one client; ends the program where one fails.
struct caller {
    template <class Op> void call(typename Op::request const& request) const {
        auto const reply = aws.template call<Op>(request);
        if (!reply) {
            std::cerr << Op::name << ": " << reply.error() << '\n';
            std::exit(1);
        }
        sent.back()["operation"] = Op::name;
        sent.back()["parameters"] = nlohmann::json::parse(cppsmith::json::write(request));
    }

    cppsmith::client<recorder, cppsmith::sigv4_signer> aws{
        recorder{},
        cppsmith::sigv4_signer{cppsmith::credentials{"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}},
        {.region = "us-west-2", .clock = now}};
};

void things(caller const& c) {
    c.call<iot::CreateThing>({
        .thingName = "truck:7",
        .thingTypeName = "truck",
        .attributePayload = iot::AttributePayload{.attributes = {{{"axles", "3"}, {"colour", "green"}}}, .merge = true},
    });
    c.call<iot::UpdateThing>({.thingName = "truck-7", .expectedVersion = 12345678901, .removeThingType = true});
    c.call<iot::DeleteThing>({.thingName = "truck-7", .expectedVersion = 3});
    c.call<iot::ListThings>({
        .nextToken = "a+b/c=",
        .maxResults = 250,
        .attributeName = "axles",
        .attributeValue = "3/4,@:#",
        .usePrefixAttributeValue = false,
    });
    c.call<iot::AttachThingPrincipal>({.thingName = "truck-7", .principal = certificate});
    c.call<iot::AttachPolicy>({.policyName = "fleet", .target = certificate});
}

void jobs_and_rules(caller const& c) {
    c.call<iot::CreateJob>({
        .jobId = "update-7",
        .targets = {{"arn:aws:iot:us-west-2:123456789012:thing/truck-7"}},
        .document = R"({"do": "update"})",
        .targetSelection = iot::TargetSelection::SNAPSHOT,
        .jobExecutionsRolloutConfig =
            iot::JobExecutionsRolloutConfig{
                .maximumPerMinute = 50,
                .exponentialRate =
                    iot::ExponentialRolloutRate{
                        .baseRatePerMinute = 5,
                        .incrementFactor = 1.5,
                        .rateIncreaseCriteria = iot::RateIncreaseCriteria{.numberOfNotifiedThings = 100},
                    },
            },
        .timeoutConfig = iot::TimeoutConfig{.inProgressTimeoutInMinutes = 90},
        .tags = {{{.Key = "fleet", .Value = "north"}}},
    });
    c.call<iot::CreateTopicRule>({
        .ruleName = "warm",
        .topicRulePayload =
            iot::TopicRulePayload{
                .sql = "SELECT * FROM 'trucks/#' WHERE t > 30",
                .actions = {{{.dynamoDBv2 =
                                  iot::DynamoDBv2Action{.roleArn = role, .putItem = iot::PutItemInput{.tableName = "warm"}}},
                             {.republish = iot::RepublishAction{.roleArn = role, .topic = "warm", .qos = 1}}}},
                .ruleDisabled = false,
            },
        .tags = "fleet=north&warm=yes",
    });
    c.call<iot::ListAuditMitigationActionsTasks>({
        .taskStatus = iot::AuditMitigationActionsTaskStatus::IN_PROGRESS,
        .startTime = cppsmith::timestamp{.seconds = 1772323200},
        .endTime = cppsmith::timestamp{.seconds = 1773500966},
    });
}

void searches(caller const& c) {
    c.call<iot::UpdateIndexingConfiguration>({
        .thingIndexingConfiguration =
            iot::ThingIndexingConfiguration{
                .thingIndexingMode = iot::ThingIndexingMode::REGISTRY_AND_SHADOW,
                .thingConnectivityIndexingMode = iot::ThingConnectivityIndexingMode::STATUS_,
                .customFields = {{{.name = "attributes.axles", .type = iot::FieldType::Number}}},
            },
    });
    c.call<iot::SearchIndex>({.queryString = "thingName:truck* AND attributes.axles>2", .maxResults = 10});
    c.call<iot::CreateDimension>({
        .name = "topics",
        .type = iot::DimensionType::TOPIC_FILTER,
        .stringValues = {{"trucks/#"}},
        .clientRequestToken = "0f0e0d0c-0b0a-4908-8706-050403020100",
    });
    c.call<iot::ListPrincipalThings>({.maxResults = 5, .principal = certificate});
    c.call<iot::DescribeEndpoint>({.endpointType = "iot:Data-ATS"});
    c.call<iot::GetPercentiles>({.queryString = "*", .aggregationField = "attributes.axles", .percents = {{1.0, 50.0, 99.9}}});
}

} // namespace

int main() {
    caller const c;
    things(c);
    jobs_and_rules(c);
    searches(c);
    std::cout << sent.dump(1) << '\n';
}
