// resolve_endpoint: where the parameters of rules come from, which counts more, and what becomes of the outcome.

#include <cppsmith/client.hpp>

#include "support/catch.hpp"
#include "support/scripted_transport.hpp"

#include <cppsmith/endpoint/parameters.hpp>
#include <cppsmith/iot/list_ca_certificates.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cppsmith_tests;
using cppsmith::endpoint_options;
using cppsmith::stage;

namespace tried {

using namespace cppsmith;

/// Rules that say in the URL's path what their parameters are.
struct endpoint_rules {
    struct parameters {
        std::optional<std::string_view> Region{}, Endpoint{}, AccountId{}, Mode{}, Name{}, Operation{};
        bool UseFIPS = false, UseDualStack = false;
        std::optional<bool> Flag{}, Accelerate{};
        std::optional<std::vector<std::string_view>> Names{};
        std::string_view Default = "default";
    };
    template <class F> static constexpr void for_each(parameters& p, F&& f) {
        f("Region", "AWS::Region", p.Region);
        f("Endpoint", "SDK::Endpoint", p.Endpoint);
        f("AccountId", "AWS::Auth::AccountId", p.AccountId);
        f("Mode", "AWS::Auth::AccountIdEndpointMode", p.Mode);
        f("UseFIPS", "AWS::UseFIPS", p.UseFIPS);
        f("UseDualStack", "AWS::UseDualStack", p.UseDualStack);
        f("Accelerate", "AWS::S3::Accelerate", p.Accelerate);
        f("Name", "", p.Name);
        f("Operation", "", p.Operation);
        f("Flag", "", p.Flag);
        f("Names", "", p.Names);
        f("Default", "", p.Default);
    }
    template <class Rules> static constexpr typename Rules::outcome resolve(Rules& rules, parameters const& p) {
        if (p.Name == "nowhere") return rules.error({"there is no such place"});
        if (p.Name == "broken") return rules.endpoint({"not a URL"});
        auto where = rules.endpoint();
        std::string said;
        auto const say = [&](std::string_view name, auto const& value) {
            if (value) said.append("/").append(name).append(*value);
        };
        say("r.", p.Region), say("e.", p.Endpoint ? std::optional("set") : std::nullopt), say("a.", p.AccountId),
            say("m.", p.Mode);
        say("n.", p.Name), say("o.", p.Operation);
        if (p.UseFIPS) said += "/fips";
        if (p.UseDualStack) said += "/dual";
        if (p.Flag) said += *p.Flag ? "/flag" : "/no-flag";
        if (p.Accelerate) said += *p.Accelerate ? "/accelerate" : "/slow";
        if (p.Names) said += "/" + std::to_string(p.Names->size());
        for (auto const name : p.Names.value_or(std::vector<std::string_view>())) said.append(".").append(name);
        if (p.Default != "default") said.append("/d.").append(p.Default);
        where.set_url({"https://h", said});
        if (p.Name == "headers") where.add_header("x-endpoint", {"a", "b"});
        if (p.Name == "signed" || p.Name == "both")
            where.add_auth_scheme({.name = "sigv4a", .signing_name = "set", .signing_region_set = {"*"}});
        if (p.Name == "both" || p.Name == "own")
            where.add_auth_scheme(
                {.name = "sigv4", .signing_name = "own", .signing_region = "us-own-1", .disable_double_encoding = true});
        if (p.Name == "none") where.add_auth_scheme({.name = "none"});
        return where;
    }
};

struct inner {
    cppsmith::optional<text<"Text">> Name{};
    cppsmith::optional<bool> Flag{};
};
BOOST_DESCRIBE_STRUCT(inner, (), (Name, Flag))
auto shape_of(inner const&) -> structure<"inner">;

struct request {
    cppsmith::optional<text<"Text">> Name{};
    cppsmith::optional<inner> Inner{};
    cppsmith::optional<std::vector<inner>> List{};
    cppsmith::optional<map<text<"Text">, inner>> Map{};
    cppsmith::optional<std::vector<text<"Text">>> Texts{};
};
BOOST_DESCRIBE_STRUCT(request, (), (Name, Inner, List, Map, Texts))
auto shape_of(request const&) -> structure<"request">;

struct service {
    using protocol = rest_json1;
    using endpoint_rules = tried::endpoint_rules;
    static constexpr std::string_view id = "Tried", api_version = "1", endpoint_prefix = "tried", signing_name = "tried";
};

template <class... Traits> struct operation_with {
    using service = tried::service;
    using request = tried::request;
    using response = cppsmith::unit;
    using errors = error_list<>;
    using traits = operation_traits<Traits...>;
    static constexpr std::string_view name = "Try";
    static constexpr http_binding http{.method = "POST", .uri = "/", .status = 200};
};

} // namespace tried

namespace {

using tried::inner;
using tried::request;

/// The path that the rules made.
template <class... Traits> std::string said(request const& r = {}, endpoint_options const& o = {.region = "x"}) {
    auto const found = cppsmith::resolve_endpoint<tried::operation_with<Traits...>>(r, o);
    return found ? found->where.base_path : found.error().code + ": " + found.error().message;
}

using by_name = cppsmith::endpoint_input<"Name", &request::Name>;
using plain = tried::operation_with<by_name>;

template <class Signer> std::string refused(request const& r, cppsmith::client_options const& options, Signer signer) {
    plain_transport transport;
    cppsmith::client<std::reference_wrapper<plain_transport>, std::reference_wrapper<Signer>> const client(transport, signer,
                                                                                                           options);
    auto const reply = client.template call<plain>(r);
    return reply ? "fine" : std::string(to_string(reply.error().stage)) + ' ' + reply.error().code;
}

struct regional_signer : recording_signer {
    static constexpr bool signs_for_region = true;
};
struct regions_signer : regional_signer {
    static constexpr bool signs_for_region_set = true;
};

} // namespace

TEST_CASE("a client gives rules what it knows", "[endpoint]") {
    CHECK(said<>() == "/r.x");
    CHECK(said<>({}, {.region = "x", .endpoint_url = "https://own"}) == "/r.x/e.set");
    CHECK(said<>({}, {.region = "x", .use_fips = true, .use_dual_stack = true}) == "/r.x/fips/dual");
    CHECK(said<>({}, {.region = "x", .account_id = "1", .account_id_endpoint_mode = "required"}) == "/r.x/a.1/m.required");
    CHECK(said<>({},
                 {.region = "x", .parameters = {{"Flag", false}, {"AWS::S3::Accelerate", true}, {"Default", "d"}, {"", "z"}}}) ==
          "/r.x/no-flag/accelerate/d.d");
    CHECK(said<>({}, {.region = "x", .parameters = {{"Flag", "text"}, {"Name", true}, {"Unknown", true}}}) == "/r.x");
}

TEST_CASE("a request gives rules what its operation names", "[endpoint]") {
    using namespace cppsmith;
    request r{.Name = "n", .Inner = inner{.Name = "i", .Flag = true}};
    r.List = std::vector<inner>{{.Name = "a"}, {}, {.Name = "b", .Flag = true}};
    r.Map = map<text<"Text">, inner>{{"k1", {.Name = "v1"}}, {"k2", {}}};
    r.Texts = std::vector<text<"Text">>{"t1", "t2"};
    CHECK(said<by_name>(r) == "/r.x/n.n");
    CHECK(said<by_name>({}) == "/r.x");
    CHECK(said<endpoint_input<"Name", &request::Inner, &inner::Name>>(r) == "/r.x/n.i");
    CHECK(said<endpoint_input<"Flag", &request::Inner, &inner::Flag>>(r) == "/r.x/flag");
    CHECK(said<endpoint_input<"Name", &request::Inner, &inner::Name>>({}) == "/r.x");
    CHECK(said<endpoint_input<"Names", &request::List, every_element, &inner::Name>>(r) == "/r.x/2.a.b");
    CHECK(said<endpoint_input<"Names", &request::List, every_element, &inner::Name>>({}) == "/r.x");
    CHECK(said<endpoint_input<"Names", &request::Map, every_key>>(r) == "/r.x/2.k1.k2");
    CHECK(said<endpoint_input<"Names", &request::Map, every_element, &inner::Name>>(r) == "/r.x/1.v1");
    CHECK(said<endpoint_input<"Names", &request::Texts>>(r) == "/r.x/2.t1.t2");
    using both = endpoint_input<"Names", every_path<request_path<&request::Name>, request_path<&request::Inner, &inner::Name>>>;
    CHECK(said<both>(r) == "/r.x/2.n.i");
    CHECK(said<both>({}) == "/r.x/0");
    CHECK(said<endpoint_input<"Unknown", &request::Name>>(r) == "/r.x");
}

TEST_CASE("what an operation says counts more than what a client knows", "[endpoint]") {
    using namespace cppsmith;
    endpoint_options const o{.region = "x", .parameters = {{"Name", "client"}, {"Flag", true}}};
    CHECK(said<by_name>({}, o) == "/r.x/n.client/flag");
    CHECK(said<by_name, endpoint_flag<"Flag", false>>({.Name = "request"}, o) == "/r.x/n.request/no-flag");
    CHECK(said<by_name, endpoint_text<"Name", "always">>({.Name = "request"}, o) == "/r.x/n.always/flag");
    CHECK(said<endpoint_text<"Operation", "control">, endpoint_texts<"Names", "a", "b">, unsigned_request>() ==
          "/r.x/o.control/2.a.b");
}

TEST_CASE("rules refuse in their own words, and what they give has to be a URL", "[endpoint]") {
    CHECK(said<by_name>({.Name = "nowhere"}) == "endpoint: there is no such place");
    CHECK(said<by_name>({.Name = "nowhere"}, {}) == "no_region: there is no such place");
    CHECK(said<by_name>({.Name = "broken"}).starts_with("invalid_endpoint: "));
    CHECK(said<>({}, {.region = "evil.com/"}).starts_with("invalid_region: "));
    CHECK(said<>({}, {.region = "us west"}).starts_with("invalid_region: "));
    CHECK(said<>({}, {.region = "x", .endpoint_url = "ftp://h"}).starts_with("invalid_endpoint: "));
}

TEST_CASE("the endpoints of IoT are those of its rules", "[endpoint]") {
    namespace iot = cppsmith::iot;
    auto const at = [](endpoint_options const& o) {
        auto const found = cppsmith::resolve_endpoint<iot::ListCACertificates>({}, o);
        return found ? found->where.authority : found.error().code + ": " + found.error().message;
    };
    CHECK(at({.region = "us-west-2"}) == "iot.us-west-2.amazonaws.com");
    CHECK(at({.region = "us-west-2", .use_fips = true}) == "iot-fips.us-west-2.amazonaws.com");
    CHECK(at({.region = "us-gov-west-1", .use_fips = true, .use_dual_stack = true}) == "iot-fips.us-gov-west-1.api.aws");
    CHECK(at({.region = "cn-north-1", .use_dual_stack = true}) == "iot.cn-north-1.api.amazonwebservices.com.cn");
    CHECK(at({.region = "us-isob-east-1"}) == "iot.us-isob-east-1.sc2s.sgov.gov");
    CHECK(at({.endpoint_url = "https://own:8443"}) == "own:8443");
    CHECK(at({}) == "no_region: Invalid Configuration: Missing Region");
    CHECK(at({.region = "us-west-2", .endpoint_url = "https://own", .use_fips = true}) ==
          "endpoint: Invalid Configuration: FIPS and custom endpoint are not supported");
}

TEST_CASE("a client sends the endpoint's headers and signs for its scheme", "[endpoint][client]") {
    auto const call = [](request const& r) {
        scripted_transport transport;
        transport.script.replies = {answer(200)};
        recording_signer signer;
        cppsmith::client const client(std::ref(transport), std::ref(signer), {.region = "us-west-2"});
        CHECK(client.call<plain>(r).has_value());
        REQUIRE(transport.script.sent.size() == 1);
        REQUIRE(signer.contexts.size() == 1);
        return std::pair(transport.script.sent[0], signer.contexts[0]);
    };
    auto const [sent, _] = call({.Name = "headers"});
    REQUIRE(cppsmith::find_header(sent.headers, "x-endpoint"));
    CHECK(*cppsmith::find_header(sent.headers, "x-endpoint") == "ab");
    auto const [none, plain_scope] = call({});
    CHECK(plain_scope.service == "tried");
    CHECK(plain_scope.region == "us-west-2");
    CHECK(plain_scope.double_encode_path);
    auto const [own, own_scope] = call({.Name = "both"});
    CHECK(own_scope.service == "own");
    CHECK(own_scope.region == "us-own-1");
    CHECK(own_scope.region_set.empty());
    CHECK_FALSE(own_scope.double_encode_path);
}

TEST_CASE("a scheme that the signer cannot do is an error, unless the signer is of another kind", "[endpoint][client]") {
    cppsmith::client_options const options{.region = "us-west-2"};
    CHECK(refused({.Name = "signed"}, options, regional_signer{}) == "configure auth_scheme");
    CHECK(refused({.Name = "none"}, options, regional_signer{}) == "configure auth_scheme");
    CHECK(refused({.Name = "own"}, options, regional_signer{}) == "fine");
    CHECK(refused({.Name = "signed"}, options, regions_signer{}) == "fine");
    CHECK(refused({.Name = "signed"}, options, cppsmith::anonymous_signer{}) == "fine");
    CHECK(refused({.Name = "nowhere"}, options, regional_signer{}) == "configure endpoint");
    auto const found = cppsmith::resolve_endpoint<plain>({.Name = "signed"}, {.region = "x"});
    REQUIRE(found.has_value());
    auto const scope = cppsmith::detail::signing_scope<regions_signer>(*found, "x", "tried");
    REQUIRE(scope.has_value());
    CHECK(scope->region_set == "*");
    CHECK(scope->service == "set");
}
