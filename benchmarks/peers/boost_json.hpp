// Boost.JSON as its documentation advises for speed: values in a monotonic resource, serialized into a buffer that is kept.

#ifndef CPPSMITH_BENCH_PEERS_BOOST_JSON_HPP
#define CPPSMITH_BENCH_PEERS_BOOST_JSON_HPP

#include "plain.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bench::with_boost_json {

namespace json = boost::json;

/// What a program keeps between its calls: room for the values, and the output.
struct workspace {
    std::vector<unsigned char> memory = std::vector<unsigned char>(std::size_t{1} << 20);
    json::serializer serializer{};
    std::string out{};
};

inline json::object dom(plain_request const& r, json::storage_ptr const& memory) {
    json::array tags(memory);
    tags.reserve(r.tags.size());
    for (auto const& tag : r.tags) tags.push_back(json::object({{"Key", tag.key}, {"Value", tag.value}}, memory));
    json::object all(memory);
    all.reserve(7);
    all.emplace("caCertificate", r.ca_certificate);
    all.emplace("verificationCertificate", r.verification_certificate);
    all.emplace("setAsActive", r.set_as_active);
    all.emplace("allowAutoRegistration", r.allow_auto_registration);
    all.emplace("registrationConfig", json::object({{"templateBody", r.template_body}, {"roleArn", r.role_arn}}, memory));
    all.emplace("tags", std::move(tags));
    all.emplace("certificateMode", r.certificate_mode);
    return all;
}

inline json::object dom(plain_things const& page, json::storage_ptr const& memory) {
    json::array things(memory);
    things.reserve(page.things.size());
    for (auto const& thing : page.things) {
        json::object attributes(memory);
        attributes.reserve(thing.attributes.size());
        for (auto const& [key, value] : thing.attributes) attributes.emplace(key, value);
        auto& element = things.emplace_back(json::object(memory)).get_object();
        element.reserve(5);
        element.emplace("thingName", thing.name);
        element.emplace("thingTypeName", thing.type);
        element.emplace("thingArn", thing.arn);
        element.emplace("attributes", std::move(attributes));
        element.emplace("version", thing.version);
    }
    json::object all(memory);
    all.emplace("things", std::move(things));
    all.emplace("nextToken", page.next_token);
    return all;
}

/// The text of a value, into the workspace.
inline void serialize(json::value const& value, workspace& w) {
    w.serializer.reset(&value);
    w.out.resize(std::max(w.out.capacity(), std::size_t{4096}));
    std::size_t used = 0;
    for (;;) {
        used += w.serializer.read(w.out.data() + used, w.out.size() - used).size();
        if (w.serializer.done()) break;
        w.out.resize(w.out.size() * 2);
    }
    w.out.resize(used);
}

template <class T> void write(T const& from, workspace& w) {
    json::monotonic_resource memory(w.memory.data(), w.memory.size());
    json::value const value = dom(from, &memory);
    serialize(value, w);
}

inline void take(json::value const& v, std::string& out) { out = std::string_view(v.get_string()); }

inline void read(std::string const& text, workspace& w, plain_reply& reply) {
    json::monotonic_resource memory(w.memory.data(), w.memory.size());
    auto const parsed = json::parse(text, &memory);
    auto const& all = parsed.get_object();
    take(all.at("certificateArn"), reply.certificate_arn);
    take(all.at("certificateId"), reply.certificate_id);
}

inline void read(std::string const& text, workspace& w, plain_things& page) {
    json::monotonic_resource memory(w.memory.data(), w.memory.size());
    auto const parsed = json::parse(text, &memory);
    auto const& all = parsed.get_object();
    auto const& things = all.at("things").get_array();
    page.things.reserve(things.size());
    for (auto const& value : things) {
        auto const& element = value.get_object();
        auto& thing = page.things.emplace_back();
        take(element.at("thingName"), thing.name);
        take(element.at("thingTypeName"), thing.type);
        take(element.at("thingArn"), thing.arn);
        for (auto const& [name, content] : element.at("attributes").get_object())
            thing.attributes.emplace_hint(thing.attributes.end(), std::string_view(name), std::string_view(content.get_string()));
        thing.version = element.at("version").get_int64();
    }
    take(all.at("nextToken"), page.next_token);
}

} // namespace bench::with_boost_json

#endif // CPPSMITH_BENCH_PEERS_BOOST_JSON_HPP
