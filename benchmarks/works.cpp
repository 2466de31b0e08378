// The data of all works, made by a small generator of its own, so that it is the same with every standard library.

#include "works.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {
namespace {

using json = nlohmann::ordered_json;

/// SplitMix64.
struct random {
    std::uint64_t state;
    std::uint64_t next() {
        std::uint64_t z = state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    std::string of(std::string_view alphabet, std::size_t n) {
        std::string text(n, ' ');
        for (auto& c : text) c = alphabet[below(alphabet.size())];
        return text;
    }
    std::string hex(std::size_t n) { return of("0123456789abcdef", n); }
    template <std::size_t N> std::string among(std::array<std::string_view, N> const& words) {
        return std::string(words[below(N)]);
    }
};

constexpr std::string_view base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::array<std::string_view, 6> kinds{"temperature", "humidity", "gateway", "door-lock", "camera", "power-meter"};
constexpr std::array<std::string_view, 6> sites{"north", "south", "harbour", "tower-1", "warehouse", "old-mill"};
constexpr std::array<std::string_view, 4> far_sites{"Z\xc3\xbcrich", "\xe6\x9d\xb1\xe4\xba\xac",
                                                    "K\xc3\xb8"
                                                    "benhavn",
                                                    "\xce\x91\xce\xb8\xce\xae\xce\xbd\xce\xb1"};

/// Not a certificate, but letter by letter like one: lines of 64.
std::string pem(random& r, std::size_t characters) {
    std::string text = "-----BEGIN CERTIFICATE-----\n";
    for (auto body = r.of(base64, characters); !body.empty(); body.erase(0, 64)) text.append(body, 0, 64).append("\n");
    return text.append("-----END CERTIFICATE-----\n");
}

/// A provisioning template of 2 KB, as the service's guide has them: compact JSON, and in it a policy that is JSON once more.
std::string template_body(random& r) {
    json parameters, resources, statements;
    for (std::string const name : {"CommonName", "SerialNumber", "Country", "Id"})
        parameters["AWS::IoT::Certificate::" + name] = {{"Type", "String"}};
    for (std::string const action : {"Connect", "Publish", "Subscribe", "Receive"})
        statements.push_back({{"Sid", "May" + action},
                              {"Effect", "Allow"},
                              {"Action", "iot:" + action},
                              {"Resource", "arn:aws:iot:us-west-2:123456789012:topic/" + r.among(sites) + "/" + r.hex(8)},
                              {"Condition",
                               {{"Bool", {{"iot:Connection.Thing.IsAttached", {"true"}}}},
                                {"StringEquals", {{"aws:RequestedRegion", "us-west-2"}}}}}});
    resources["thing"] = {{"Type", "AWS::IoT::Thing"},
                          {"Properties",
                           {{"ThingName", {{"Ref", "AWS::IoT::Certificate::CommonName"}}},
                            {"AttributePayload", {{"version", "v" + r.hex(6)}, {"serial", r.hex(20)}, {"site", r.among(sites)}}},
                            {"ThingTypeName", r.among(kinds)},
                            {"ThingGroups", {"fleet-" + r.hex(6), "owners-" + r.hex(6)}}}},
                          {"OverrideSettings", {{"AttributePayload", "MERGE"}, {"ThingTypeName", "REPLACE"}}}};
    resources["certificate"] = {
        {"Type", "AWS::IoT::Certificate"},
        {"Properties", {{"CertificateId", {{"Ref", "AWS::IoT::Certificate::Id"}}}, {"Status", "ACTIVE"}}}};
    auto const document = json{{"Version", "2012-10-17"}, {"Statement", statements}}.dump();
    resources["policy"] = {{"Type", "AWS::IoT::Policy"}, {"Properties", {{"PolicyDocument", document}}}};
    return json{{"Parameters", parameters}, {"Resources", resources}}.dump();
}

plain_request request(random& r, std::size_t ca_characters) {
    plain_request made{.ca_certificate = pem(r, ca_characters),
                       .verification_certificate = pem(r, 1310),
                       .template_body = template_body(r),
                       .role_arn = "arn:aws:iam::123456789012:role/provisioning-" + r.hex(8),
                       .certificate_mode = "DEFAULT"};
    for (std::string const key : {"fleet", "owner", "cost-centre", "environment", "created-by"})
        made.tags.push_back({key, r.among(sites) + "-" + r.hex(8)});
    return made;
}

plain_thing thing(random& r, std::size_t index, form f) {
    auto const number = std::to_string(100000 + index % 900000);
    plain_thing made{.name = r.among(kinds) + "-" + number, .version = static_cast<std::int64_t>(1 + r.below(40))};
    made.type = made.name.substr(0, made.name.rfind('-'));
    made.arn = "arn:aws:iot:us-west-2:123456789012:thing/" + made.name;
    made.attributes = {{"firmware", "2026.11." + std::to_string(10 + r.below(80))},
                       {"serial", "S" + r.hex(24)},
                       {"site", r.among(sites) + "/bay-" + r.hex(4)}};
    if (f == form::escapes) made.attributes["site"] += " \"" + r.hex(4) + "\"", made.attributes["firmware"] += "\n";
    if (f == form::non_ascii) made.attributes["site"] = r.among(far_sites), made.attributes["firmware"] += " \xce\xb2";
    return made;
}

/// The members of one object, in the model's order or in any.
json object(std::vector<std::pair<std::string, json>> members, random& r, form f) {
    if (f == form::shuffled)
        for (auto i = members.size(); i > 1; --i) std::swap(members[i - 1], members[r.below(i)]);
    json made = json::object();
    for (auto& [name, value] : members) made[name] = std::move(value);
    return made;
}

std::string text_of(plain_things const& page, form f) {
    random r{77};
    json things = json::array();
    for (auto const& t : page.things)
        things.push_back(object({{"thingName", t.name},
                                 {"thingTypeName", t.type},
                                 {"thingArn", t.arn},
                                 {"attributes", json(t.attributes)},
                                 {"version", t.version}},
                                r, f));
    auto const all = object({{"things", std::move(things)}, {"nextToken", page.next_token}}, r, f);
    return all.dump(f == form::pretty ? 4 : -1);
}

json level(random& r, std::size_t number) {
    json made{{"label", "level " + std::to_string(number) + " " + r.hex(6)}, {"weight", r.below(1000)}};
    made["marks"] = json::array({r.among(kinds), r.among(sites)});
    if (number < 12) made["next"] = level(r, number + 1);
    return made;
}

/// The member names and kinds of `Wide` in wire_bench.json: every eight members are alike.
json wide(random& r) {
    constexpr std::array<std::string_view, 40> names{
        "accountId",     "applicationName", "bandwidth",        "buildLabel",   "compressed",         "contactName",
        "createdBytes",  "deploymentGroup", "description",      "displayName",  "diskSize",           "endpointAddress",
        "encrypted",     "engineVersion",   "freeBytes",        "hostName",     "imageName",          "instanceType",
        "memorySize",    "kernelName",      "multiZone",        "locationName", "maximumBytes",       "networkName",
        "ownerName",     "platformName",    "portNumber",       "profileName",  "publiclyAccessible", "regionName",
        "reservedBytes", "roleName",        "routeName",        "schemaName",   "shardCount",         "stageName",
        "suspended",     "subnetName",      "transferredBytes", "vendorName"};
    json made;
    for (std::size_t i = 0; i < names.size(); ++i) {
        json value = r.among(sites) + "/" + r.hex(4 + r.below(16));
        if (i % 8 == 2) value = r.below(100000);
        if (i % 8 == 4) value = r.below(2) == 0;
        if (i % 8 == 6) value = r.next() >> 24;
        made[std::string(names[i])] = std::move(value);
    }
    return made;
}

} // namespace

plain_request const& w1() {
    static auto const made = [] {
        random r{1};
        return request(r, 1310);
    }();
    return made;
}

std::vector<plain_request> const& w1_distinct() {
    static auto const made = [] {
        random r{2};
        std::vector<plain_request> all;
        for (int i = 0; i < 1024; ++i) all.push_back(request(r, 1310));
        return all;
    }();
    return made;
}

plain_request const& w1_big() {
    static auto const made = [] {
        random r{3};
        auto big = request(r, 1310);
        for (std::string next = pem(r, 1400); big.ca_certificate.size() + next.size() <= 65536; next = pem(r, 1400))
            big.ca_certificate += next;
        return big;
    }();
    return made;
}

std::string const& w2_text() {
    static std::string const made = [] {
        std::string const id = random{4}.hex(64);
        return R"({"certificateArn":"arn:aws:iot:eu-central-1:123456789012:cacert/)" + id + R"(","certificateId":")" + id +
               R"("})";
    }();
    return made;
}

plain_things const& w3(std::size_t things, form f) {
    static std::map<std::pair<std::size_t, form>, plain_things> made;
    auto const [place, is_new] = made.try_emplace({things, f});
    if (!is_new) return place->second;
    random r{5};
    for (std::size_t i = 0; i < things; ++i) place->second.things.push_back(thing(r, i, f));
    place->second.next_token = r.of(base64, 172) + "==";
    return place->second;
}

std::string const& w3_text(std::size_t things, form f) {
    static std::map<std::pair<std::size_t, form>, std::string> made;
    auto const [place, is_new] = made.try_emplace({things, f});
    if (is_new) place->second = text_of(w3(things, f), f);
    return place->second;
}

std::string deep_text() {
    random r{6};
    json made{{"chains", json::array()}, {"wides", json::array()}};
    for (int i = 0; i < 40; ++i) made["chains"].push_back(level(r, 1)), made["wides"].push_back(wide(r));
    return made.dump();
}

std::string numbers_text() {
    random r{7};
    json made{{"readings", json::array()}, {"total", 1000}};
    for (std::uint64_t i = 0; i < 1000; ++i) {
        // Doubles of every length: some of a few digits as people write them, some with all seventeen.
        double const value =
            i % 2 == 0 ? static_cast<double>(r.below(100000)) / 100 : static_cast<double>(r.next() >> 11) * 1e-13;
        made["readings"].push_back({{"sensor", r.below(5000)},
                                    {"sequence", r.next() >> 2},
                                    {"value", value},
                                    {"error", static_cast<double>(r.below(1000)) / 65536},
                                    {"healthy", r.below(8) != 0},
                                    {"takenAt", static_cast<double>(1'700'000'000'000 + i * 1'250 + r.below(1000)) / 1000}});
    }
    return made.dump();
}

} // namespace bench
