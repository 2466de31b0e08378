// The seven operations of the fake service, without a socket: what they answer, what they refuse and in which order.

#include "support/catch.hpp"
#include "support/shared_data.hpp"

#include <cppsmith/sigv4.hpp>
#include <cppsmith/sigv4/claim.hpp>

#include <fake_iot/ca_material.hpp>
#include <fake_iot/faults.hpp>
#include <fake_iot/service.hpp>
#include <fake_iot/strict_json.hpp>
#include <fake_iot/text_rules.hpp>

#include <atomic>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace fake_iot;
using namespace std::chrono_literals;
using cppsmith::http_request;
using cppsmith::http_response;
using json = nlohmann::json;

namespace {

owner const me{.account = "123456789012", .region = "us-east-1"};

http_request make(std::string method, std::string target, std::string body = "") {
    return {.method = std::move(method),
            .scheme = "http",
            .authority = "127.0.0.1:8080",
            .target = std::move(target),
            .headers = {},
            .body = std::move(body)};
}

/// The name of the error, or "200" and the like.
std::string outcome(http_response const& response) {
    auto const* name = cppsmith::find_header(response.headers, "x-amzn-errortype");
    return std::to_string(response.status) + (name ? ' ' + *name : std::string());
}

json body_of(http_response const& response) { return json::parse(response.body); }

/// A service that verifies no signatures, and a few CAs. Making keys is slow, so they are made once.
struct world {
    time_point now = std::chrono::system_clock::now();
    service_options options{.authentication = {.required = false}, .surroundings = {}, .clock = [this] { return now; }};
    fake_iot::service service{options};

    http_response call(std::string method, std::string target, json const& body = nullptr) {
        return service.handle(make(std::move(method), std::move(target), body.is_null() ? "" : body.dump()));
    }
    std::string code() { return body_of(call("GET", "/registrationcode")).at("registrationCode"); }
    std::string add(std::string const& pem, std::string const& query = "", json more = json::object()) {
        more["caCertificate"] = pem;
        more["certificateMode"] = "SNI_ONLY";
        auto const response = call("POST", "/cacertificate" + query, more);
        REQUIRE(outcome(response) == "200");
        return body_of(response).at("certificateId");
    }
    void reset() { std::destroy_at(&service), std::construct_at(&service, options); }
};

key_and_certificate const& root() {
    static auto const material = make_ca();
    return material;
}

json sni(std::string const& pem) { return {{"caCertificate", pem}, {"certificateMode", "SNI_ONLY"}}; }

/// SNI_ONLY with something more in the body.
json sni_with(json const& more) {
    auto body = sni(root().certificate_pem);
    body.update(more);
    return body;
}

} // namespace

TEST_CASE("service: a CA is registered with the proof that its key is at hand", "[fake_iot]") {
    for (auto const kind : {key_kind::ec_p256, key_kind::rsa_2048}) {
        world w;
        auto const ca = make_ca({.key = kind});
        auto const proof = make_verification_certificate(ca, w.code(), kind);
        auto const response =
            w.call("POST", "/cacertificate?setAsActive=true&allowAutoRegistration=true",
                   {{"caCertificate", ca.certificate_pem},
                    {"verificationCertificate", proof.certificate_pem},
                    {"registrationConfig", {{"roleArn", "arn:aws:iam::123456789012:role/x"}, {"templateName", "Name-1_"}}},
                    {"tags", {{{"Key", "fleet"}, {"Value", "north"}}, {{"Key", "empty"}}}}});
        REQUIRE(outcome(response) == "200");
        auto const body = body_of(response);
        std::string const id = certificate::parse(ca.certificate_pem)->id();
        CHECK(body == json{{"certificateId", id}, {"certificateArn", "arn:aws:iot:us-east-1:123456789012:cacert/" + id}});
        CHECK(cppsmith::find_header(response.headers, "x-amzn-requestid")->size() == 36);
        CHECK(*cppsmith::find_header(response.headers, "content-type") == "application/json");

        auto const record = w.service.find(me, id);
        REQUIRE(record);
        CHECK(record->tags == std::vector<tag>{{"fleet", "north"}, {"empty", ""}});

        auto const description = body_of(w.call("GET", "/cacertificate/" + id));
        auto const& d = description.at("certificateDescription");
        CHECK(description.at("registrationConfig") ==
              json{{"roleArn", "arn:aws:iam::123456789012:role/x"}, {"templateName", "Name-1_"}});
        CHECK(d.at("certificatePem") == ca.certificate_pem);
        CHECK(d.at("status") == "ACTIVE");
        CHECK(d.at("autoRegistrationStatus") == "ENABLE");
        CHECK(d.at("certificateMode") == "DEFAULT");
        CHECK(d.at("ownedBy") == "123456789012");
        CHECK(d.at("customerVersion") == 1);
        CHECK(d.at("generationId").is_string());
        CHECK(d.at("creationDate").get<double>() ==
              Approx(std::chrono::duration<double>(w.now.time_since_epoch()).count()).epsilon(1e-12));
        CHECK(d.at("creationDate") == d.at("lastModifiedDate"));
        CHECK(d.at("validity").at("notAfter").get<long>() - d.at("validity").at("notBefore").get<long>() == 365 * 86400 + 3600);
    }
}

TEST_CASE("service: without options a CA is inactive and registers no devices", "[fake_iot]") {
    world w;
    auto const id = w.add(root().certificate_pem);
    auto const description = body_of(w.call("GET", "/cacertificate/" + id));
    CHECK(description.at("certificateDescription").at("status") == "INACTIVE");
    CHECK(description.at("certificateDescription").at("autoRegistrationStatus") == "DISABLE");
    CHECK(description.at("certificateDescription").at("certificateMode") == "SNI_ONLY");
    CHECK_FALSE(description.contains("registrationConfig"));
}

TEST_CASE("service: the registration code is stable until it is deleted", "[fake_iot]") {
    world w;
    CHECK(outcome(w.call("DELETE", "/registrationcode")) == "404 ResourceNotFoundException");
    auto const code = w.code();
    CHECK(is_certificate_id(code)); // 64 hexadecimal digits as well
    CHECK(w.code() == code);
    auto const deleted = w.call("DELETE", "/registrationcode");
    CHECK(outcome(deleted) == "200");
    CHECK(deleted.body == "{}");
    CHECK(w.code() != code);
}

TEST_CASE("service: a wrong proof is refused with the error that says why", "[fake_iot]") {
    world w;
    auto const& ca = root();
    auto const attempt = [&](std::string const& verification) {
        return outcome(
            w.call("POST", "/cacertificate", {{"caCertificate", ca.certificate_pem}, {"verificationCertificate", verification}}));
    };
    auto const early = make_verification_certificate(ca, std::string(64, '0')).certificate_pem;
    CHECK(attempt(early) == "400 RegistrationCodeValidationException"); // no code was ever made
    auto const code = w.code();
    CHECK(attempt(early) == "400 RegistrationCodeValidationException");
    auto const with = [&](certificate_options const& options) { return make_issued(ca, options).certificate_pem; };
    CHECK(attempt(with({.common_name = std::nullopt, .organization = "no name"})) == "400 RegistrationCodeValidationException");
    CHECK(attempt(with({.common_name = code.substr(1)})) == "400 RegistrationCodeValidationException");
    CHECK(attempt(with({.common_name = code, .begin = -2h, .end = -1h})) == "400 CertificateValidationException");
    CHECK(attempt(make_verification_certificate(make_ca(), code).certificate_pem) == "400 CertificateValidationException");
    CHECK(attempt(make_ca({.common_name = code}).certificate_pem) == "400 CertificateValidationException");
    CHECK(attempt("nonsense") == "400 CertificateValidationException");
    CHECK(attempt("") == "400 InvalidRequestException");
    CHECK(attempt(make_verification_certificate(ca, code).certificate_pem) == "200");
}

TEST_CASE("service: a CA that is none is refused", "[fake_iot]") {
    world w;
    auto const attempt = [&](std::string const& pem) { return outcome(w.call("POST", "/cacertificate", sni(pem))); };
    CHECK(attempt("nonsense") == "400 CertificateValidationException");
    CHECK(attempt(std::string("\0", 1)) == "400 CertificateValidationException");
    CHECK(attempt(root().key_pem) == "400 CertificateValidationException");
    CHECK(attempt(make_ca({.ca = false}).certificate_pem) == "400 CertificateValidationException");
    CHECK(attempt(make_ca({.key = key_kind::rsa_1024}).certificate_pem) == "400 CertificateValidationException");
    w.now += std::chrono::days(400);
    CHECK(attempt(root().certificate_pem) == "400 CertificateValidationException");
}

TEST_CASE("service: the mode decides on the verification certificate", "[fake_iot]") {
    world w;
    auto const& pem = root().certificate_pem;
    auto const attempt = [&](json const& body) { return outcome(w.call("POST", "/cacertificate", body)); };
    CHECK(attempt({{"caCertificate", pem}}) == "400 InvalidRequestException");
    CHECK(attempt({{"caCertificate", pem}, {"certificateMode", "DEFAULT"}}) == "400 InvalidRequestException");
    CHECK(attempt({{"caCertificate", pem}, {"certificateMode", nullptr}}) == "400 InvalidRequestException");
    CHECK(attempt({{"caCertificate", pem}, {"certificateMode", "SNI_ONLY"}, {"verificationCertificate", pem}}) ==
          "400 InvalidRequestException");
    CHECK(attempt({{"caCertificate", pem}, {"certificateMode", "SNI_ONLY"}, {"verificationCertificate", ""}}) == "200");
}

TEST_CASE("service: the limits of the model, on both sides of each", "[fake_iot]") {
    struct row {
        json more;
        char const* expected;
    };
    auto const config = [](char const* name, std::string value) {
        return json{{"registrationConfig", {{name, std::move(value)}}}};
    };
    auto const tag_of = [](std::string key, std::string value) {
        return json{{"tags", {{{"Key", std::move(key)}, {"Value", std::move(value)}}}}};
    };
    auto const repeat = [](std::string const& s, std::size_t n) {
        std::string out;
        for (std::size_t i = 0; i < n; ++i) out += s;
        return out;
    };
    auto const many_tags = [](std::size_t n) {
        auto tags = json::array();
        for (std::size_t i = 0; i < n; ++i) tags.push_back({{"Key", std::to_string(i)}});
        return json{{"tags", tags}};
    };
    std::vector<row> const rows{
        {{{"caCertificate", ""}}, "400 InvalidRequestException"},
        {{{"caCertificate", nullptr}}, "400 InvalidRequestException"},
        {{{"caCertificate", 7}}, "400 SerializationException"},
        {{{"caCertificate", root().certificate_pem + std::string(65536 - root().certificate_pem.size(), '\n')}}, "200"},
        {{{"caCertificate", root().certificate_pem + std::string(65537 - root().certificate_pem.size(), '\n')}},
         "400 InvalidRequestException"},
        {{{"certificateMode", "sni_only"}}, "400 InvalidRequestException"},
        {{{"certificateMode", true}}, "400 SerializationException"},
        {{{"unknownMember", {1, 2, 3}}}, "200"},
        {{{"registrationConfig", json::object()}}, "200"},
        {{{"registrationConfig", json::array()}}, "400 SerializationException"},
        {config("templateBody", ""), "200"},
        {config("templateBody", repeat("日", 10240)), "200"},
        {config("templateBody", repeat("日", 10241)), "400 InvalidRequestException"},
        {config("roleArn", std::string(19, 'a')), "400 InvalidRequestException"},
        {config("roleArn", std::string(20, 'a')), "200"},
        {config("roleArn", std::string(2048, 'a')), "200"},
        {config("roleArn", std::string(2049, 'a')), "400 InvalidRequestException"},
        {config("templateName", ""), "400 InvalidRequestException"},
        {config("templateName", std::string(36, 'a')), "200"},
        {config("templateName", std::string(37, 'a')), "400 InvalidRequestException"},
        {config("templateName", "has blanks"), "400 InvalidRequestException"},
        {config("templateName", "ends\n"), "400 InvalidRequestException"},
        {{{"tags", json::object()}}, "400 SerializationException"},
        {{{"tags", {"text"}}}, "400 SerializationException"},
        {{{"tags", json::array({json::object()})}}, "400 InvalidRequestException"},
        {{{"tags", json::array({json{{"Key", 1}}})}}, "400 SerializationException"},
        {tag_of("", "v"), "400 InvalidRequestException"},
        {tag_of(repeat("é", 128), "v"), "200"},
        {tag_of(repeat("é", 129), "v"), "400 InvalidRequestException"},
        {tag_of("k", repeat("😀", 256)), "200"},
        {tag_of("k", repeat("😀", 257)), "400 InvalidRequestException"},
        {tag_of("a*b", "v"), "400 InvalidRequestException"},
        {many_tags(50), "200"},
        {many_tags(51), "400 InvalidRequestException"},
        {{{"tags", {{{"Key", "same"}}, {{"Key", "same"}}}}}, "400 InvalidRequestException"},
        {{{"tags", {{{"Key", "same"}}, {{"Key", "Same"}}}}}, "200"},
    };
    for (auto const& r : rows) {
        world w;
        INFO(r.more.dump().substr(0, 200));
        CHECK(outcome(w.call("POST", "/cacertificate", sni_with(r.more))) == r.expected);
    }
}

TEST_CASE("service: query booleans are true or false, and nothing else", "[fake_iot]") {
    for (auto const& [query, expected] :
         std::map<std::string, std::string>{{"?setAsActive=true", "200"},
                                            {"?setAsActive=false&allowAutoRegistration=false", "200"},
                                            {"?", "200"},
                                            {"?other=1&&", "200"},
                                            {"?setAsActive=%74rue", "200"},
                                            {"?setAsActive=True", "400 InvalidRequestException"},
                                            {"?setAsActive=", "400 InvalidRequestException"},
                                            {"?setAsActive", "400 InvalidRequestException"},
                                            {"?setAsActive=true+", "400 InvalidRequestException"},
                                            {"?setAsActive=true&setAsActive=true", "400 InvalidRequestException"},
                                            {"?allowAutoRegistration=1", "400 InvalidRequestException"},
                                            {"?x=%", "400 InvalidRequestException"},
                                            {"?x=%4", "400 InvalidRequestException"},
                                            {"?x=%zz", "400 InvalidRequestException"},
                                            {"?x=%ff", "400 InvalidRequestException"},
                                            {"?x=%00", "400 InvalidRequestException"},
                                            {"?x#fragment", "400 InvalidRequestException"}}) {
        world w;
        INFO(query);
        CHECK(outcome(w.call("POST", "/cacertificate" + query, sni(root().certificate_pem))) == expected);
    }
}

TEST_CASE("service: what is not JSON is refused, never followed", "[fake_iot]") {
    world w;
    std::string const deep(100'000, '['), deep_objects = [] {
        std::string s;
        for (int i = 0; i < 50'000; ++i) s += "{\"a\":";
        return s;
    }();
    for (std::string const& text : {std::string("x"),
                                    std::string("{"),
                                    std::string("{}}"),
                                    std::string("[]"),
                                    std::string("null"),
                                    std::string("\"text\""),
                                    std::string("{\"tags\":[],\"tags\":[]}"),
                                    std::string("{\"x\":{\"a\":1,\"b\":2,\"a\":3}}"),
                                    std::string("{\"a\":1,\"\\u0061\":2}"),
                                    std::string("{\"x\":\"\xff\"}"),
                                    std::string("{\"x\":\"\xed\xa0\x80\"}"),
                                    std::string("{\"x\":\"\\ud800\"}"),
                                    std::string("\xef\xbb\xbf{}"),
                                    std::string("{\"x\":1e999}"),
                                    std::string("{\"x\":01}"),
                                    std::string("{\"x\":NaN}"),
                                    std::string("{} // comment"),
                                    std::string("{\"x\":\"a\nb\"}"),
                                    std::string("\0", 1),
                                    deep,
                                    deep_objects,
                                    "{\"x\":" + deep}) {
        INFO(text.substr(0, 60));
        CHECK(outcome(w.service.handle(make("POST", "/cacertificate", text))) == "400 SerializationException");
    }
    CHECK(outcome(w.service.handle(make("POST", "/cacertificate", ""))) == "400 InvalidRequestException");
    CHECK(outcome(w.service.handle(make("POST", "/cacertificate", "{}"))) == "400 InvalidRequestException");
    // The same name in two objects is no repetition, and nesting is fine up to the limit.
    CHECK(read_json(R"([{"a":{"a":1}},{"a":2}])").size() == 2);
    CHECK_NOTHROW(read_json(std::string(max_json_depth, '[') + std::string(max_json_depth, ']')));
    CHECK_THROWS_AS(read_json(std::string(max_json_depth + 1, '[') + std::string(max_json_depth + 1, ']')), service_error);
}

TEST_CASE("service: duplicates, other accounts, ten of a subject", "[fake_iot]") {
    authentication_options authentication;
    authentication.keys = {{.id = "A", .secret = "a", .account = "111111111111"},
                           {.id = "B", .secret = "b", .account = "222222222222"}};
    fake_iot::service service({.authentication = authentication});
    auto const call = [&](char const* key, char const* secret, std::string region, std::string target, json const& body) {
        auto request = make("POST", std::move(target), body.dump());
        request.headers.push_back({"host", request.authority});
        auto const signer = cppsmith::sigv4_signer(cppsmith::credentials{key, secret, ""});
        REQUIRE(signer.sign(request, {.region = std::move(region), .service = "iot", .time = std::chrono::system_clock::now()}));
        return service.handle(request);
    };
    auto const ca = make_ca();
    auto const body = sni(ca.certificate_pem);
    REQUIRE(outcome(call("A", "a", "eu-west-1", "/cacertificate", body)) == "200");

    auto const again = call("A", "a", "eu-west-1", "/cacertificate", body);
    CHECK(outcome(again) == "409 ResourceAlreadyExistsException");
    auto const id = certificate::parse(ca.certificate_pem)->id();
    CHECK(body_of(again).at("resourceId") == id);
    CHECK(body_of(again).at("resourceArn") == "arn:aws:iot:eu-west-1:111111111111:cacert/" + id);

    // SNI_ONLY: many accounts of a region, and each region for itself.
    CHECK(outcome(call("B", "b", "eu-west-1", "/cacertificate", body)) == "200");
    auto const chinese = call("A", "a", "cn-north-1", "/cacertificate", body);
    CHECK(outcome(chinese) == "200");
    CHECK(body_of(chinese).at("certificateArn") == "arn:aws-cn:iot:cn-north-1:111111111111:cacert/" + id);

    SECTION("DEFAULT: one account of a region") {
        auto const code = [&](char const* key, char const* secret, std::string region) {
            auto request = make("GET", "/registrationcode");
            REQUIRE(
                cppsmith::sigv4_signer(cppsmith::credentials{key, secret, ""})
                    .sign(request, {.region = std::move(region), .service = "iot", .time = std::chrono::system_clock::now()}));
            return body_of(service.handle(request)).at("registrationCode").get<std::string>();
        };
        auto const other = make_ca();
        auto const proof = [&](std::string const& c) {
            return json{{"caCertificate", other.certificate_pem},
                        {"verificationCertificate", make_verification_certificate(other, c).certificate_pem}};
        };
        auto const a = code("A", "a", "us-west-2"), b = code("B", "b", "us-west-2");
        CHECK(a != b);
        CHECK(outcome(call("A", "a", "us-west-2", "/cacertificate", proof(b))) == "400 RegistrationCodeValidationException");
        CHECK(outcome(call("A", "a", "us-west-2", "/cacertificate", proof(a))) == "200");
        auto const refused = call("B", "b", "us-west-2", "/cacertificate", proof(b));
        CHECK(outcome(refused) == "400 InvalidRequestException");
        CHECK(body_of(refused).at("message") == "Cannot accept this CACertificate");
        CHECK(outcome(call("B", "b", "us-west-2", "/cacertificate", sni(other.certificate_pem))) ==
              "400 InvalidRequestException");
        CHECK(outcome(call("B", "b", "us-west-1", "/cacertificate", proof(code("B", "b", "us-west-1")))) == "200");
        // Where another has it with SNI_ONLY, it cannot become DEFAULT either.
        CHECK(outcome(call("B", "b", "eu-west-1", "/cacertificate", body)) == "409 ResourceAlreadyExistsException");
    }
    SECTION("ten of a subject") {
        for (int i = 1; i < 10; ++i)
            CHECK(outcome(call("A", "a", "eu-west-1", "/cacertificate", sni(make_ca().certificate_pem))) == "200");
        auto const eleventh = make_ca();
        auto const refused = call("A", "a", "eu-west-1", "/cacertificate", sni(eleventh.certificate_pem));
        CHECK(outcome(refused) == "410 LimitExceededException");
        CHECK(outcome(call("A", "a", "eu-west-1", "/cacertificate", sni(make_ca({.common_name = "Other"}).certificate_pem))) ==
              "200");
        CHECK(outcome(call("B", "b", "eu-west-1", "/cacertificate", sni(eleventh.certificate_pem))) == "200");
        // What is there already is named as such, limit or not.
        CHECK(outcome(call("A", "a", "eu-west-1", "/cacertificate", body)) == "409 ResourceAlreadyExistsException");
    }
}

TEST_CASE("service: templates that do not exist, roles that may not be passed on", "[fake_iot]") {
    world w;
    w.options.surroundings = {.templates = std::set<std::string>{"known"},
                              .denied_roles = {"arn:aws:iam::123456789012:role/secret"}};
    w.reset();
    auto const with = [](char const* name, char const* value) { return sni_with({{"registrationConfig", {{name, value}}}}); };
    CHECK(outcome(w.call("POST", "/cacertificate", with("templateName", "unknown"))) == "404 ResourceNotFoundException");
    auto const denied = w.call("POST", "/cacertificate", with("roleArn", "arn:aws:iam::123456789012:role/secret"));
    CHECK(outcome(denied) == "403 AccessDeniedException");
    CHECK(body_of(denied).at("message").get<std::string>().ends_with(
        " is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/secret"));
    CHECK(outcome(w.call("POST", "/cacertificate", with("templateName", "known"))) == "200");
    auto const id = certificate::parse(root().certificate_pem)->id();
    auto const before = w.call("GET", "/cacertificate/" + id).body;
    json const change{{"registrationConfig", {{"templateName", "unknown"}}}};
    CHECK(outcome(w.call("PUT", "/cacertificate/" + id + "?newStatus=ACTIVE", change)) == "404 ResourceNotFoundException");
    CHECK(w.call("GET", "/cacertificate/" + id).body == before); // nothing is changed by halves
}

TEST_CASE("service: update, and delete what is not active", "[fake_iot]") {
    world w;
    auto const id = w.add(root().certificate_pem, "?setAsActive=true");
    auto const path = "/cacertificate/" + id;
    auto const describe = [&] { return body_of(w.call("GET", path)); };
    auto const refused = w.call("DELETE", path);
    CHECK(outcome(refused) == "406 CertificateStateException");
    CHECK(body_of(refused).at("message") == "Certificate must be deactivated (not ACTIVE) before deletion. Id: " + id);

    auto const before = describe().at("certificateDescription");
    w.now += 1500ms;
    auto const updated = w.call("PUT", path + "?newStatus=INACTIVE&newAutoRegistrationStatus=ENABLE",
                                {{"registrationConfig", {{"templateName", "t"}}}, {"removeAutoRegistration", false}});
    CHECK(outcome(updated) == "200");
    CHECK(updated.body.empty());
    auto const after = describe();
    auto const& d = after.at("certificateDescription");
    CHECK(d.at("status") == "INACTIVE");
    CHECK(d.at("autoRegistrationStatus") == "ENABLE");
    CHECK(after.at("registrationConfig") == json{{"templateName", "t"}});
    CHECK(d.at("customerVersion") == 2);
    CHECK(d.at("lastModifiedDate").get<double>() - before.at("lastModifiedDate").get<double>() == Approx(1.5).margin(1e-3));
    CHECK(d.at("creationDate") == before.at("creationDate"));

    // The clients send {} where there is nothing to say; what is not said stays.
    CHECK(outcome(w.call("PUT", path, json::object())) == "200");
    CHECK(describe().at("certificateDescription").at("autoRegistrationStatus") == "ENABLE");
    CHECK(outcome(w.call("PUT", path, {{"removeAutoRegistration", true}})) == "200");
    CHECK(describe().at("certificateDescription").at("autoRegistrationStatus") == "DISABLE");
    CHECK_FALSE(describe().contains("registrationConfig"));

    CHECK(outcome(w.call("PUT", path + "?newStatus=active")) == "400 InvalidRequestException");
    CHECK(outcome(w.call("PUT", path + "?newStatus=PENDING")) == "400 InvalidRequestException");
    CHECK(outcome(w.call("PUT", path + "?newAutoRegistrationStatus=true")) == "400 InvalidRequestException");
    CHECK(outcome(w.call("PUT", path, {{"removeAutoRegistration", "true"}})) == "400 SerializationException");
    CHECK(outcome(w.call("PUT", "/cacertificate/" + std::string(64, '0'), json::object())) == "404 ResourceNotFoundException");

    auto const deleted = w.call("DELETE", path);
    CHECK(outcome(deleted) == "200");
    CHECK(deleted.body == "{}");
    CHECK(outcome(w.call("DELETE", path)) == "404 ResourceNotFoundException");
    CHECK(outcome(w.call("GET", path)) == "404 ResourceNotFoundException");
    w.add(root().certificate_pem); // it may come again
}

TEST_CASE("service: paths, methods and ids that are none", "[fake_iot]") {
    world w;
    for (auto const& [method, target, expected] : std::vector<std::array<std::string, 3>>{
             {"GET", "/", "404 UnknownOperationException"},
             {"GET", "/things", "404 UnknownOperationException"},
             {"GET", "/cacertificates/", "404 UnknownOperationException"},
             {"POST", "/cacertificate/", "404 UnknownOperationException"},
             {"GET", "//registrationcode", "404 UnknownOperationException"},
             {"GET", "/cacertificate/a/b", "404 UnknownOperationException"},
             {"GET", "/RegistrationCode", "404 UnknownOperationException"},
             {"GET", "", "400 InvalidRequestException"},
             {"GET", "*", "400 InvalidRequestException"},
             {"GET", "http://127.0.0.1/registrationcode", "400 InvalidRequestException"},
             {"GET", "/cacertificate", "405 MethodNotAllowedException"},
             {"POST", "/cacertificates", "405 MethodNotAllowedException"},
             {"PUT", "/registrationcode", "405 MethodNotAllowedException"},
             {"POST", "/cacertificate/" + std::string(64, '0'), "405 MethodNotAllowedException"},
             {"get", "/registrationcode", "405 MethodNotAllowedException"},
             {"GET", "/cacertificate/x", "400 InvalidRequestException"},
             {"GET", "/cacertificate/" + std::string(63, 'a'), "400 InvalidRequestException"},
             {"GET", "/cacertificate/" + std::string(64, 'g'), "400 InvalidRequestException"},
             {"GET", "/cacertificate/" + std::string(64, 'a'), "404 ResourceNotFoundException"},
             {"DELETE", "/cacertificate/%61" + std::string(63, 'a'), "404 ResourceNotFoundException"},
             {"GET", "/registration%63ode", "200"}}) {
        INFO(method << ' ' << target);
        CHECK(outcome(w.call(method, target)) == expected);
    }
    CHECK(w.call("GET", "/things").body == "{}");
    CHECK(*cppsmith::find_header(w.call("PATCH", "/registrationcode").headers, "allow") == "GET, DELETE");
}

TEST_CASE("service: lists come in pages, in both orders, filtered", "[fake_iot]") {
    world w;
    std::vector<std::string> ids;
    for (int i = 0; i < 7; ++i) {
        auto const config = i % 2 ? json{{"registrationConfig", {{"templateName", "odd"}}}} : json::object();
        ids.push_back(w.add(make_ca({.common_name = std::to_string(i)}).certificate_pem, "", config));
        if (i != 3) w.now += 1s; // the fourth and the fifth are registered at the same time
    }
    auto const walk = [&](std::string const& query) {
        std::vector<std::string> seen;
        std::string marker;
        do {
            auto const response = w.call("GET", "/cacertificates?" + query + (marker.empty() ? "" : "&marker=" + marker));
            REQUIRE(outcome(response) == "200");
            auto const page = body_of(response);
            for (auto const& entry : page.at("certificates")) seen.push_back(entry.at("certificateId"));
            marker = page.value("nextMarker", "");
            CHECK((marker.empty() || is_marker(marker)));
            std::string encoded;
            for (char const c : marker) encoded += c == '+' ? "%2B" : c == '/' ? "%2F" : c == '=' ? "%3D" : std::string(1, c);
            marker = encoded;
        } while (!marker.empty() && seen.size() < 100);
        return seen;
    };
    auto const newest_first = std::vector<std::string>(ids.rbegin(), ids.rend());
    for (std::string const size : {"1", "2", "3", "6", "7", "8", "250"}) {
        INFO(size);
        CHECK(walk("pageSize=" + size) == newest_first);
        CHECK(walk("isAscendingOrder=false&pageSize=" + size) == newest_first);
        CHECK(walk("isAscendingOrder=true&pageSize=" + size) == ids);
    }
    CHECK(walk("templateName=odd&pageSize=2") == std::vector{ids[5], ids[3], ids[1]});
    CHECK(walk("templateName=none").empty());

    auto const first = body_of(w.call("GET", "/cacertificates?pageSize=3"));
    CHECK(first.at("certificates").at(0).size() == 4);
    std::string const marker = first.at("nextMarker");
    CHECK(outcome(w.call("GET", "/cacertificates?isAscendingOrder=true&marker=" + marker)) == "400 InvalidRequestException");
    CHECK(outcome(w.call("GET", "/cacertificates?templateName=odd&marker=" + marker)) == "400 InvalidRequestException");
    // A marker outlives what it points to.
    CHECK(outcome(w.call("DELETE", "/cacertificate/" + ids[4])) == "200");
    auto const second = body_of(w.call("GET", "/cacertificates?marker=" + marker));
    CHECK(second.at("certificates").size() == 4);
    CHECK(second.at("certificates").at(0).at("certificateId") == ids[3]);

    for (std::string const query :
         {"pageSize=0", "pageSize=251", "pageSize=-1", "pageSize=", "pageSize=1x", "pageSize=99999999999", "pageSize=+1",
          "isAscendingOrder=yes", "marker=", "marker=%21", "marker=====", "marker=AAAA", "marker=A", "marker=MTox",
          "templateName=", "templateName=a%20b"}) {
        INFO(query);
        CHECK(outcome(w.call("GET", "/cacertificates?" + query)) == "400 InvalidRequestException");
    }
    CHECK(outcome(w.call("GET", "/cacertificates?marker=" + std::string(1025, 'A'))) == "400 InvalidRequestException");
}

TEST_CASE("service: 25 entries are a page", "[fake_iot]") {
    world w;
    for (int i = 0; i < 26; ++i) w.add(make_ca({.common_name = std::to_string(i)}).certificate_pem);
    auto const page = body_of(w.call("GET", "/cacertificates"));
    CHECK(page.at("certificates").size() == 25);
    CHECK(page.contains("nextMarker"));
}

TEST_CASE("tag keys: letters, separators, numbers and a few signs", "[fake_iot]") {
    for (std::string_view const good :
         {"", "azAZ09 _.:/=+-@", "Müller", "ключ", "日本語", "한국", "\u00a0", "\u2028", "\u3000", "½", "Ⅷ", "²", "ª"})
        CHECK(is_tag_key(good));
    for (std::string_view const bad :
         {"a*b",    "a,b",    "a\tb",   "a\nb",   "a\x7f", "#",    "~",        "é!",           "€",           "©",
          "×",      "·",      "—",      "…",      "→",     "√",    "■",        "\u0301",       "\u200b",      "\u200d",
          "\u202e", "\ufeff", "\ue000", "\ufffd", "😀",    "\xff", "\xc0\x80", "\xe0\x81\x81", "\xed\xa0\x80"})
        CHECK_FALSE(is_tag_key(bad));
}

TEST_CASE("authentication: what is missing, unknown, old or altered", "[fake_iot]") {
    time_point const noon = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + 12h;
    cppsmith::credentials const key{"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", ""};
    authentication_options options;
    options.keys.push_back({.id = "ASIATEMPORARY", .secret = "s", .session_token = "token", .account = "222222222222"});
    fake_iot::service service({.authentication = options, .surroundings = {}, .clock = [=] { return noon; }});

    auto const sign = [&](cppsmith::credentials const& c, time_point time, std::string name = "iot",
                          http_request r = make("GET", "/registrationcode")) {
        REQUIRE(cppsmith::sigv4_signer(c).sign(r, {.region = "us-east-1", .service = std::move(name), .time = time}));
        return r;
    };
    auto const good = sign(key, noon);
    CHECK(outcome(service.handle(good)) == "200");
    CHECK(outcome(service.handle(sign(key, noon, "execute-api"))) == "200");
    CHECK(outcome(service.handle(sign(key, noon - 300s))) == "200");
    CHECK(outcome(service.handle(sign(key, noon + 300s))) == "200");
    CHECK(outcome(service.handle(sign(key, noon - 301s))) == "403 InvalidSignatureException");
    CHECK(outcome(service.handle(sign(key, noon + 301s))) == "403 InvalidSignatureException");
    CHECK(outcome(service.handle(sign(key, noon, "s3"))) == "403 InvalidSignatureException");
    CHECK(outcome(service.handle(sign({"AKIDUNKNOWN", key.secret_access_key, ""}, noon))) == "403 UnrecognizedClientException");
    CHECK(outcome(service.handle(sign({key.access_key_id, "wrong", ""}, noon))) == "403 InvalidSignatureException");
    CHECK(outcome(service.handle(sign({"ASIATEMPORARY", "s", "token"}, noon))) == "200");
    CHECK(outcome(service.handle(sign({"ASIATEMPORARY", "s", "other"}, noon))) == "403 UnrecognizedClientException");
    CHECK(outcome(service.handle(sign({"ASIATEMPORARY", "s", ""}, noon))) == "403 UnrecognizedClientException");
    CHECK(outcome(service.handle(sign({key.access_key_id, key.secret_access_key, "token"}, noon))) ==
          "403 UnrecognizedClientException");
    CHECK(outcome(service.handle(make("GET", "/registrationcode"))) == "403 MissingAuthenticationTokenException");
    CHECK(outcome(service.handle(make("GET", "/nowhere"))) == "403 MissingAuthenticationTokenException");

    auto const altered = [&](auto change) {
        auto request = good;
        change(request);
        return outcome(service.handle(request));
    };
    CHECK(altered([](auto& r) { r.method = "DELETE"; }) == "403 InvalidSignatureException");
    CHECK(altered([](auto& r) { r.target += "?x=1"; }) == "403 InvalidSignatureException");
    CHECK(altered([](auto& r) { r.body = "{}"; }) == "403 InvalidSignatureException");
    CHECK(altered([](auto& r) { r.authority = "elsewhere"; }) == "403 InvalidSignatureException");
    CHECK(altered([](auto& r) { r.headers.push_back({"x-amz-extra", "1"}); }) == "403 InvalidSignatureException");
    CHECK(altered([](auto& r) { r.headers.push_back({"x-other", "1"}); }) == "200");
    CHECK(altered([](auto& r) { cppsmith::set_header(r.headers, "authorization", "Basic eDp5"); }) ==
          "403 IncompleteSignatureException");
    CHECK(altered([](auto& r) { cppsmith::set_header(r.headers, "authorization", ""); }) == "403 IncompleteSignatureException");
    CHECK(altered([](auto& r) { cppsmith::set_header(r.headers, "x-amz-date", "now"); }) == "403 IncompleteSignatureException");

    auto hashed = make("GET", "/registrationcode");
    hashed.headers.push_back({"x-amz-content-sha256", std::string(64, '0')});
    CHECK(outcome(service.handle(sign(key, noon, "iot", hashed))) == "403 InvalidSignatureException");

    // Whatever is in the header, there is an answer.
    auto const value = *cppsmith::find_header(good.headers, "authorization");
    for (std::size_t cut = 0; cut < value.size(); ++cut)
        CHECK(altered([&](auto& r) {
                  cppsmith::set_header(r.headers, "authorization", value.substr(0, cut));
              }).starts_with("403 "));
}

TEST_CASE("authentication: signatures of the real clients are accepted, and none of them for another request", "[fake_iot]") {
    std::size_t seen = 0;
    auto const check = [&](http_request const& request, access_key const& key, std::string const& region) {
        auto const* date = cppsmith::find_header(request.headers, "x-amz-date");
        auto const now = cppsmith::sigv4::parse_time(*date);
        REQUIRE(now);
        authentication_options options;
        options.keys = {key};
        auto const who = authenticate(request, options, *now);
        CHECK(who.region == region);
        CHECK(who.account == key.account);
        auto other = request;
        other.body += ' ';
        CHECK_THROWS_AS(authenticate(other, options, *now), service_error);
        other = request;
        other.target += other.target.find('?') == std::string::npos ? "?x" : "&x";
        CHECK_THROWS_AS(authenticate(other, options, *now), service_error);
        options.keys.front().secret += 'x';
        CHECK_THROWS_AS(authenticate(request, options, *now), service_error);
        ++seen;
    };
    auto const to_request = [](auto const& method, auto const& target, auto const& headers, auto const& body) {
        http_request request{.method = method, .scheme = "http", .authority = {}, .target = target, .headers = {}, .body = body};
        for (auto const& h : headers)
            request.headers.push_back({h[0].template get<std::string>(), h[1].template get<std::string>()});
        request.authority = *cppsmith::find_header(request.headers, "host");
        return request;
    };

    auto const golden = cppsmith_tests::load_shared("wire/sigv4_golden.json");
    if (golden)
        for (auto const& c : golden->at("cases")) {
            if (c.at("group") != "wire") continue;
            INFO(c.at("id"));
            access_key key{.id = c.at("access_key"), .secret = c.at("secret_key")};
            if (c.at("session_token").is_string()) key.session_token = c.at("session_token");
            check(to_request(c.at("method").get<std::string>(), c.at("target").get<std::string>(), c.at("headers"),
                             c.at("body").get<std::string>()),
                  key, c.at("region"));
        }
    bool recorded = golden.has_value();
    for (std::string const file : {"cli_cases", "boto3_cases", "retry_cases"}) {
        auto const data = cppsmith_tests::load_shared("wire/" + file + ".json");
        if (!data) continue;
        recorded = true;
        for (auto const& c : data->at("cases")) {
            // Cases with a secret of their own, from wherever, are not for the key of the base environment.
            auto setup = c;
            setup.erase("results");
            if (auto const text = setup.dump();
                text.find("SECRET_ACCESS_KEY") != text.npos || text.find("secret_access_key") != text.npos)
                continue;
            for (auto const& [client, result] : c.at("results").items())
                for (auto const& r : result.value("requests", cppsmith_tests::json::array())) {
                    if (!r.contains("headers_raw") || !r.contains("body") || !r.at("body").is_string()) continue;
                    // Long bodies are shortened in the data, and ports written in another way.
                    auto const hash = cppsmith::sigv4::sha256_hex(r.at("body").template get<std::string>()).value();
                    if (hash != r.at("body_sha256").template get<std::string>()) continue;
                    INFO(c.at("id") << ' ' << client);
                    auto const request =
                        to_request(r.at("method").template get<std::string>(), r.at("target").template get<std::string>(),
                                   r.at("headers_raw"), r.at("body").template get<std::string>());
                    auto const claim = cppsmith::sigv4::read_claim(request);
                    auto const base = authentication_options{}.keys.front();
                    if (!claim || claim->access_key_id != base.id || !claim->session_token.empty()) continue;
                    if (claim->region.empty()) // which a client can be brought to sign, and the service does not take
                        CHECK_THROWS_AS(authenticate(request, {}, *cppsmith::sigv4::parse_time(claim->time)), service_error);
                    else check(request, base, claim->region);
                }
        }
    }
    if (recorded) CHECK(seen > 0);
    std::cout << "signatures of real clients verified: " << seen << std::endl;
}

TEST_CASE("service: the recorded fixtures meet the outcomes of the description", "[fake_iot]") {
    auto const folder = cppsmith_tests::shared_path("wire/fixtures");
    if (!std::filesystem::exists(folder)) {
        std::cout << "skipped: wire/fixtures is not beside this project" << std::endl;
        return;
    }
    auto const read = [&](std::string const& name) { return cppsmith_tests::read_whole(folder / name); };
    struct row {
        std::string ca, verification, expected;
    };
    std::vector<row> const rows{
        {"rootCA", "verificationCert", "200"},
        {"ecCA", "ecVer", "200"},
        {"rootCA", "", "200"},
        {"unicodeCA", "", "200"},
        {"rootCA", "verWrongCN", "400 RegistrationCodeValidationException"},
        {"rootCA", "verNoCN", "400 RegistrationCodeValidationException"},
        {"rootCA", "verUpperCN", "400 RegistrationCodeValidationException"},
        {"rootCA", "verWrongSigner", "400 CertificateValidationException"},
        {"rootCA", "verSelfSigned", "400 CertificateValidationException"},
        {"rootCA", "verExpired", "400 CertificateValidationException"},
        {"rootCA", "ecVer", "400 CertificateValidationException"},
        {"otherCAsameSubject", "verificationCert", "400 CertificateValidationException"},
        {"otherCAsameSubject", "", "200"},
        {"notCA", "", "400 CertificateValidationException"},
        {"noBC", "", "400 CertificateValidationException"},
        {"expiredCA", "", "400 CertificateValidationException"},
        {"futureCA", "", "400 CertificateValidationException"},
        {"rsa1024CA", "", "400 CertificateValidationException"},
    };
    world w;
    w.options.surroundings.make_registration_code = [&] { return read("registration_code.txt"); };
    for (auto const& r : rows) {
        w.reset();
        REQUIRE(w.code().size() == 64);
        INFO(r.ca << " + " << r.verification);
        json body{{"caCertificate", read(r.ca + ".pem")}};
        if (r.verification.empty()) body["certificateMode"] = "SNI_ONLY";
        else body["verificationCertificate"] = read(r.verification + ".pem");
        CHECK(outcome(w.call("POST", "/cacertificate", body)) == r.expected);
    }

    w.reset();
    for (int i = 0; i <= 10; ++i) {
        auto const name = std::string("same") + (i < 10 ? "0" : "") + std::to_string(i) + ".pem";
        INFO(name);
        CHECK(outcome(w.call("POST", "/cacertificate", sni(read(name)))) == (i < 10 ? "200" : "410 LimitExceededException"));
    }
    // rootCA and otherCAsameSubject count together: with both, eight more of their subject have room, and no ninth.
    CHECK(certificate::parse(read("rootCA.pem"))->same_subject(*certificate::parse(read("otherCAsameSubject.pem"))));
}

TEST_CASE("service: many threads at once", "[fake_iot]") {
    world w;
    std::vector<std::string> pems;
    for (int i = 0; i < 12; ++i) pems.push_back(make_ca({.common_name = std::to_string(i)}).certificate_pem);
    std::atomic<int> registered{0}, duplicates{0}, others{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (auto const& pem : pems) {
                auto const result = outcome(w.call("POST", "/cacertificate", sni(pem)));
                ++(result == "200" ? registered : result == "409 ResourceAlreadyExistsException" ? duplicates : others);
                if (outcome(w.call("GET", "/cacertificates")) != "200") ++others;
            }
        });
    for (auto& t : threads) t.join();
    CHECK(registered == 12);
    CHECK(duplicates == 36);
    CHECK(others == 0);
}

TEST_CASE("faults: the words of the command line", "[fake_iot]") {
    auto [f, times] = read_fault("delay=200ms");
    CHECK(f.delay == 200ms);
    CHECK(f.kind == fault_kind::none);
    CHECK(times == 1);
    std::tie(f, times) = read_fault("reset,processed,delay=2s,x3");
    CHECK(f.kind == fault_kind::reset);
    CHECK(f.processed);
    CHECK(f.delay == 2s);
    CHECK(times == 3);
    std::tie(f, times) = read_fault("status=503,always");
    CHECK(outcome(f.response) == "503 ServiceUnavailableException");
    CHECK(times == fault_queue::always);
    CHECK(outcome(read_fault("status=400:ThrottlingException").first.response) == "400 ThrottlingException");
    CHECK(outcome(read_fault("status=502").first.response) == "502");
    CHECK(read_fault("error-type=hash").first.spelling == error_spelling::hash);
    CHECK(read_fault("malformed-json").first.kind == fault_kind::malformed_json);
    for (std::string_view const bad : {"",
                                       "x0",
                                       "x-1",
                                       "x",
                                       "delay=",
                                       "delay=5",
                                       "delay=ms",
                                       "delay=-1s",
                                       "delay=99999999999s",
                                       "status=",
                                       "status=99",
                                       "status=600",
                                       "status=abc",
                                       "error-type=",
                                       "error-type=header",
                                       "reset,close",
                                       "status=503,reset",
                                       "nothing",
                                       "reset,",
                                       "RESET"}) {
        INFO(bad);
        CHECK_THROWS_AS(read_fault(bad), std::invalid_argument);
    }
}

TEST_CASE("faults: a queue hands each out as often as it was asked to", "[fake_iot]") {
    fault_queue queue;
    CHECK(queue.take().kind == fault_kind::none);
    queue.next({.kind = fault_kind::reset}, 2);
    queue.next({.kind = fault_kind::close}, 0);
    queue.next({.kind = fault_kind::truncate});
    CHECK(queue.take().kind == fault_kind::reset);
    CHECK(queue.take().kind == fault_kind::reset);
    CHECK(queue.take().kind == fault_kind::truncate);
    CHECK(queue.take().kind == fault_kind::none);
    queue.next({.kind = fault_kind::garbage}, fault_queue::always);
    for (int i = 0; i < 5; ++i) CHECK(queue.take().kind == fault_kind::garbage);
    queue.clear();
    CHECK(queue.take().kind == fault_kind::none);
}

TEST_CASE("faults: the name of an error in the forms that AWS uses", "[fake_iot]") {
    auto const plain = to_response({409, "ResourceAlreadyExistsException", "m"});
    CHECK(respelled(plain, error_spelling::header) == plain);
    CHECK(outcome(respelled(plain, error_spelling::colon))
              .starts_with("409 ResourceAlreadyExistsException:http://internal.amazon.com/"));
    CHECK(outcome(respelled(plain, error_spelling::hash)) == "409 com.amazonaws.iot#ResourceAlreadyExistsException");
    CHECK(outcome(respelled(plain, error_spelling::type)) == "409");
    CHECK(body_of(respelled(plain, error_spelling::type)) ==
          json{{"__type", "ResourceAlreadyExistsException"}, {"message", "m"}});
    CHECK(body_of(respelled(plain, error_spelling::code)) == json{{"code", "ResourceAlreadyExistsException"}, {"message", "m"}});
    http_response const fine{.status = 200, .headers = {}, .body = "{}"};
    CHECK(respelled(fine, error_spelling::type) == fine);
}
