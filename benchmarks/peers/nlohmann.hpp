// nlohmann/json as its users write it: a DOM filled and dumped, or parsed and taken apart. It also is the judge of all outputs.

#ifndef CPPSMITH_BENCH_PEERS_NLOHMANN_HPP
#define CPPSMITH_BENCH_PEERS_NLOHMANN_HPP

#include "plain.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <utility>

namespace bench::with_nlohmann {

using json = nlohmann::json;

inline json dom(plain_request const& r) {
    json tags = json::array();
    for (auto const& tag : r.tags) tags.push_back({{"Key", tag.key}, {"Value", tag.value}});
    return {{"caCertificate", r.ca_certificate},
            {"verificationCertificate", r.verification_certificate},
            {"setAsActive", r.set_as_active},
            {"allowAutoRegistration", r.allow_auto_registration},
            {"registrationConfig", {{"templateBody", r.template_body}, {"roleArn", r.role_arn}}},
            {"tags", std::move(tags)},
            {"certificateMode", r.certificate_mode}};
}

template <class String> json dom(basic_reply<String> const& r) {
    return {{"certificateArn", r.certificate_arn}, {"certificateId", r.certificate_id}};
}

template <class Thing, class String> json dom(basic_things<Thing, String> const& page) {
    json things = json::array();
    for (auto const& thing : page.things) {
        json attributes = json::object();
        for (auto const& [key, value] : thing.attributes) attributes.emplace(std::string(key), value);
        json element = json::object();
        element.emplace("thingName", thing.name);
        element.emplace("thingTypeName", thing.type);
        element.emplace("thingArn", thing.arn);
        element.emplace("attributes", std::move(attributes));
        element.emplace("version", thing.version);
        things.push_back(std::move(element));
    }
    json all = json::object();
    all.emplace("things", std::move(things));
    all.emplace("nextToken", page.next_token);
    return all;
}

template <class T> std::string write(T const& value) { return dom(value).dump(); }

inline void read(std::string const& text, plain_reply& reply) {
    json parsed = json::parse(text);
    reply.certificate_arn = std::move(parsed.at("certificateArn").get_ref<std::string&>());
    reply.certificate_id = std::move(parsed.at("certificateId").get_ref<std::string&>());
}

inline void read(std::string const& text, plain_things& page) {
    json parsed = json::parse(text);
    auto& things = parsed.at("things");
    page.things.reserve(things.size());
    for (auto& element : things) {
        auto& thing = page.things.emplace_back();
        thing.name = std::move(element.at("thingName").get_ref<std::string&>());
        thing.type = std::move(element.at("thingTypeName").get_ref<std::string&>());
        thing.arn = std::move(element.at("thingArn").get_ref<std::string&>());
        for (auto& [key, value] : element.at("attributes").items())
            thing.attributes.emplace_hint(thing.attributes.end(), key, std::move(value.get_ref<std::string&>()));
        thing.version = element.at("version").get<std::int64_t>();
    }
    page.next_token = std::move(parsed.at("nextToken").get_ref<std::string&>());
}

} // namespace bench::with_nlohmann

#endif // CPPSMITH_BENCH_PEERS_NLOHMANN_HPP
