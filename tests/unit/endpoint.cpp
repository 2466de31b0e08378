// Endpoints: what an override keeps, what is refused, and where the services of a region are.

#include <cppsmith/endpoint.hpp>

#include "support/catch.hpp"

#include <string>
#include <tuple>
#include <utility>

using cppsmith::endpoint;

namespace {

std::string authority(std::string_view region, cppsmith::endpoint_variant variant = {}) {
    auto const e = cppsmith::regional_endpoint("iot", region, variant);
    if (!e) return e.error().code;
    CHECK(e->scheme == "https");
    CHECK(e->base_path.empty());
    CHECK(e->query.empty());
    return e->authority;
}

} // namespace

TEST_CASE("scheme, port, path and query of a URL are kept", "[endpoint]") {
    for (auto const& [url, scheme, host, path, query] : {
             std::tuple{"https://iot.us-west-2.amazonaws.com", "https", "iot.us-west-2.amazonaws.com", "", ""},
             {"https://iot.us-west-2.amazonaws.com/", "https", "iot.us-west-2.amazonaws.com", "", ""},
             {"HTTPS://Host", "https", "Host", "", ""},
             {"http://localhost:4566", "http", "localhost:4566", "", ""},
             {"http://127.0.0.1:8080/base/path/", "http", "127.0.0.1:8080", "/base/path", ""},
             {"https://h/a//", "https", "h", "/a", ""},
             {"https://h/a%20b", "https", "h", "/a%20b", ""},
             {"https://h/a?b=c&d=e", "https", "h", "/a", "b=c&d=e"},
             {"https://h?b", "https", "h", "", "b"},
             {"https://h/?", "https", "h", "", ""},
             {"https://h/a?b=/c?d", "https", "h", "/a", "b=/c?d"},
             {"https://h/@:8/", "https", "h", "/@:8", ""},
             {"https://my_service.local.", "https", "my_service.local.", "", ""},
             {"https://[::1]", "https", "[::1]", "", ""},
             {"http://[2001:db8::7]:8080/x", "http", "[2001:db8::7]:8080", "/x", ""},
             {"http://[::ffff:127.0.0.1]:1", "http", "[::ffff:127.0.0.1]:1", "", ""},
         }) {
        INFO(url);
        auto const e = endpoint::parse(url);
        REQUIRE(e.has_value());
        CHECK(e->scheme == scheme);
        CHECK(e->authority == host);
        CHECK(e->base_path == path);
        CHECK(e->query == query);
    }
}

TEST_CASE("the scheme's own port is left out, another one kept", "[endpoint]") {
    for (auto const& [url, host] : {std::pair{"https://h:443", "h"},
                                    {"http://h:80", "h"},
                                    {"https://h:80", "h:80"},
                                    {"http://h:443", "h:443"},
                                    {"http://[::1]:80/", "[::1]"},
                                    {"https://h:00443", "h"},
                                    {"https://h:08443", "h:8443"},
                                    {"https://h:65535", "h:65535"},
                                    {"https://h:1", "h:1"}}) {
        INFO(url);
        auto const e = endpoint::parse(url);
        REQUIRE(e.has_value());
        CHECK(e->authority == host);
    }
}

TEST_CASE("what is no absolute URL of a service is refused, and never repeated in the error", "[endpoint]") {
    for (std::string const url : {"",
                                  "iot.us-west-2.amazonaws.com",
                                  "localhost:8080",
                                  "//h",
                                  "https:/h",
                                  "https:h",
                                  "://h",
                                  "ftp://h",
                                  "file:///etc/passwd",
                                  "httpss://h",
                                  "https ://h",
                                  "https://",
                                  "https:///path",
                                  "https://?a=b",
                                  "https://:443",
                                  "https://user@h",
                                  "https://user:secret@h",
                                  "https://h@evil",
                                  "https://h:secret@evil:443",
                                  "https://h/#f",
                                  "https://h#@evil",
                                  "https://h\\@evil",
                                  "https://h\\evil",
                                  "https://h:0",
                                  "https://h:65536",
                                  "https://h:99999999999999999999",
                                  "https://h:",
                                  "https://h:-1",
                                  "https://h:+1",
                                  "https://h:8a",
                                  "https://h: 80",
                                  "https://h::80",
                                  "https://h:80:80",
                                  "https://a b",
                                  "https://h/a b",
                                  "https://h\r\nX: y",
                                  "https://h/\n",
                                  "https://h/\t",
                                  "https://h/\x7f",
                                  "https://h\xc3\xa9",
                                  "https://h/\xc3\xa9",
                                  "https://%68",
                                  "https://h%2fevil",
                                  "https://h%00",
                                  "https://.",
                                  "https://..",
                                  "https://.h",
                                  "https://a..b",
                                  "https://h;x",
                                  "https://h,evil",
                                  "https://h<",
                                  "https://h\"",
                                  "https://h^",
                                  "https://h|",
                                  "https://h*",
                                  "https://$(x)",
                                  "https://{region}.h",
                                  "https://::1",
                                  "https://[::1",
                                  "https://::1]",
                                  "https://[]",
                                  "https://[::1]x",
                                  "https://[::1]x80",
                                  "https://[::1]evil.example",
                                  "https://[::1]:443evil",
                                  "https://[::1%25eth0]",
                                  "https://[g::1]",
                                  "https://[h]",
                                  "https://[[::1]]",
                                  "https://[::1]]",
                                  "https://x[::1]",
                                  "https://[",
                                  "https://]",
                                  "https://[127.0.0.1]"}) {
        INFO(url);
        auto const e = endpoint::parse(url);
        REQUIRE_FALSE(e.has_value());
        CHECK(e.error().stage == cppsmith::stage::configure);
        CHECK(e.error().code == "invalid_endpoint");
        CHECK(to_string(e.error()).find("secret") == std::string::npos);
    }
    CHECK_FALSE(endpoint::parse(std::string_view("https://h\0.evil", 15)).has_value());
}

TEST_CASE("a region is in its partition, by its prefix", "[endpoint]") {
    for (auto const& [region, host] : {
             std::pair{"us-west-2", "iot.us-west-2.amazonaws.com"},
             {"eu-central-1", "iot.eu-central-1.amazonaws.com"},
             {"moon-base-1", "iot.moon-base-1.amazonaws.com"},
             {"cn-north-1", "iot.cn-north-1.amazonaws.com.cn"},
             {"us-gov-west-1", "iot.us-gov-west-1.amazonaws.com"},
             {"eusc-de-east-1", "iot.eusc-de-east-1.amazonaws.eu"},
             {"us-iso-east-1", "iot.us-iso-east-1.c2s.ic.gov"},
             {"us-isob-east-1", "iot.us-isob-east-1.sc2s.sgov.gov"},
             {"eu-isoe-west-1", "iot.eu-isoe-west-1.cloud.adc-e.uk"},
             {"us-isof-south-1", "iot.us-isof-south-1.csp.hci.ic.gov"},
             {"aws-cn-global", "iot.aws-cn-global.amazonaws.com.cn"},
         })
        CHECK(authority(region) == host);
}

TEST_CASE("FIPS and dual stack are spelled as the partition has them", "[endpoint]") {
    for (auto const& [region, fips, dual, both] : {
             std::tuple{"us-west-2", "iot-fips.us-west-2.amazonaws.com", "iot.us-west-2.api.aws", "iot-fips.us-west-2.api.aws"},
             {"cn-north-1", "iot-fips.cn-north-1.amazonaws.com.cn", "iot.cn-north-1.api.amazonwebservices.com.cn",
              "iot-fips.cn-north-1.api.amazonwebservices.com.cn"},
             {"us-gov-west-1", "iot-fips.us-gov-west-1.amazonaws.com", "iot.us-gov-west-1.api.aws",
              "iot-fips.us-gov-west-1.api.aws"},
         }) {
        CHECK(authority(region, {.fips = true}) == fips);
        CHECK(authority(region, {.dual_stack = true}) == dual);
        CHECK(authority(region, {.fips = true, .dual_stack = true}) == both);
    }
}

TEST_CASE("a region that is no host label cannot lead elsewhere", "[endpoint]") {
    CHECK(authority("") == "no_region");
    for (std::string const region : {"us west", "us-west-2.evil.example", "evil.example/", "evil.example#", "@evil.example",
                                     "us-west-2:8080", "-us", "us-", "\xc3\xa9", "a_b", "us-west-2\r\n", "%2f"}) {
        CAPTURE(region);
        CHECK(authority(region) == "invalid_region");
    }
    CHECK(authority(std::string(64, 'a')) == "invalid_region");
    CHECK(authority(std::string(63, 'a')) == "iot." + std::string(63, 'a') + ".amazonaws.com");
    CHECK(authority(std::string_view("us\0", 3)) == "invalid_region");
}
