// The functions of endpoint rules, each on its own: what they give, and what hostile texts do to them.

#include <cppsmith/endpoint/rules.hpp>

#include "support/catch.hpp"
#include "support/shared_data.hpp"

#include <cppsmith/iot/endpoint_rules.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

using namespace cppsmith::endpoints;
using namespace std::string_view_literals;

namespace {

std::string url_text(std::string_view text) {
    rules r;
    auto const u = r.parse_url(text);
    if (!u) return "no";
    return r.string({u->scheme, " ", u->authority, " ", u->path, " ", u->normalized_path, u->is_ip ? " ip" : ""});
}

std::string arn_text(std::string_view text) {
    auto const a = parse_arn(text);
    if (!a) return "no";
    std::string made = joined({a->partition, "|", a->service, "|", a->region, "|", a->account_id});
    for (int i = 0; a->resource_id.at(i); ++i) made.append("|").append(*a->resource_id.at(i));
    return made;
}

std::string_view name_of(std::string_view region) { return partition_of(region).name; }

} // namespace

TEST_CASE("a region belongs to the partition that names it, or whose pattern it fits, or else to the first one", "[endpoint]") {
    for (auto const& [region, name] : {std::pair{"us-east-1", "aws"},
                                       {"mx-central-1", "aws"},
                                       {"aws-global", "aws"},
                                       {"cn-north-1", "aws-cn"},
                                       {"cn-north-99", "aws-cn"},
                                       {"aws-cn-global", "aws-cn"},
                                       {"us-gov-west-1", "aws-us-gov"},
                                       {"us-iso-east-1", "aws-iso"},
                                       {"us-isob-east-1", "aws-iso-b"},
                                       {"us-isof-x_1-7", "aws-iso-f"},
                                       {"eu-isoe-west-1", "aws-iso-e"},
                                       {"eusc-de-east-1", "aws-eusc"},
                                       {"eusc-fr-east-1", "aws"},
                                       {"", "aws"},
                                       {"local", "aws"},
                                       {"cn-", "aws"},
                                       {"cn--1", "aws"},
                                       {"cn-north-", "aws"},
                                       {"cn-north-1a", "aws"},
                                       {"cn-north-1\n", "aws"},
                                       {"xcn-north-1", "aws"},
                                       {"cn-no.rth-1", "aws"},
                                       {"-global", "aws"}}) {
        CAPTURE(region);
        CHECK(name_of(region) == name);
    }
    CHECK(name_of(std::string(1 << 20, '-')) == "aws");
    static_assert(partition_of("us-gov-west-1").dual_stack_dns_suffix == "api.aws");
}

TEST_CASE("the table of partitions is the one that AWS publishes", "[endpoint][conformance]") {
    auto const data = cppsmith_tests::load_shared("conformance/endpoints/partitions.json");
    if (!data) return;
    std::size_t regions = 0;
    REQUIRE((*data)["partitions"].size() == partitions.size());
    for (auto const& published : (*data)["partitions"]) {
        auto const name = published["id"].get<std::string>();
        CAPTURE(name);
        auto const& outputs = published["outputs"];
        auto const check = [&](partition const& ours) {
            CHECK(ours.name == outputs["name"].get<std::string>());
            CHECK(ours.dns_suffix == outputs["dnsSuffix"].get<std::string>());
            CHECK(ours.dual_stack_dns_suffix == outputs["dualStackDnsSuffix"].get<std::string>());
            CHECK(ours.implicit_global_region == outputs["implicitGlobalRegion"].get<std::string>());
            CHECK(ours.supports_fips == outputs["supportsFIPS"].get<bool>());
            CHECK(ours.supports_dual_stack == outputs["supportsDualStack"].get<bool>());
        };
        for (auto const& region : published["regions"].items()) check(partition_of(region.key())), ++regions;
        // "^us\-iso\-\w+\-\d+$" is "us-iso", "^(us|eu)\-\w+\-\d+$" is "us eu"
        auto pattern = published["regionRegex"].get<std::string>();
        REQUIRE(pattern.starts_with('^'));
        REQUIRE(pattern.ends_with(R"(\-\w+\-\d+$)"));
        pattern = pattern.substr(1, pattern.size() - 12);
        std::string prefixes;
        for (char const c : pattern)
            if (std::string_view("()\\").find(c) == std::string_view::npos) prefixes += c == '|' ? ' ' : c;
        CHECK(partition_of(published["regions"].begin().key()).region_prefixes == prefixes);
    }
    CHECK(regions > 40);
}

TEST_CASE("URLs have scheme, authority and path, and neither query nor user", "[endpoint]") {
    for (auto const& [text, parts] : {
             std::pair{"https://example.com"sv, "https example.com  /"sv},
             {"HTTPS://Example.com/", "https Example.com / /"},
             {"http://example.com:80/foo/bar", "http example.com:80 /foo/bar /foo/bar/"},
             {"https://127.0.0.1", "https 127.0.0.1  / ip"},
             {"https://127.0.0.1:8443/a/", "https 127.0.0.1:8443 /a/ /a/ ip"},
             {"https://[fe80::1]", "https [fe80::1]  / ip"},
             {"https://[2001:db8::1:2]:443/x", "https [2001:db8::1:2]:443 /x /x/ ip"},
             {"https://999.999.abc.blah", "https 999.999.abc.blah  /"},
             {"https://256.1.1.1", "https 256.1.1.1  /"},
             {"https://99_ab-.com", "https 99_ab-.com  /"},
             {"https://h/@:x", "https h /@:x /@:x/"},
             {"", "no"},
             {"https", "no"},
             {"https://", "no"},
             {"https:///path", "no"},
             {"//example.com", "no"},
             {"ftp://example.com", "no"},
             {"httpss://example.com", "no"},
             {"https://example.com?", "no"},
             {"https://example.com/a?b=c", "no"},
             {"https://example.com#f", "no"},
             {"https://user@example.com", "no"},
             {"https://user:pw@example.com", "no"},
             {"https://example.com:", "no"},
             {"https://example.com:0", "no"},
             {"https://example.com:65536", "no"},
             {"https://example.com:99999999999999999999", "no"},
             {"https://example.com:80a", "no"},
             {"https://:443", "no"},
             {"https://ex ample.com", "no"},
             {"https://ex%41mple.com", "no"},
             {"https://ex\\ample.com", "no"},
             {"https://example.com/\r\nx", "no"},
             {"https://example.com/\0x"sv, "no"},
             {"https://ex\xc3\xa4mple.com", "no"},
             {"https://[", "no"},
             {"https://[]", "no"},
             {"https://[::1", "no"},
             {"https://[::1]x", "no"},
             {"https://[example.com]", "no"},
             {"https://[fe80::1%25eth0]", "no"},
         }) {
        CAPTURE(text);
        CHECK(url_text(text) == parts);
    }
    CHECK(url_text("https://" + std::string(1 << 20, 'a')).size() > (1 << 20));
}

TEST_CASE("IPv6 addresses have eight groups, or fewer with one gap", "[endpoint]") {
    for (std::string_view const good : {"::", "::1", "1::", "1:2:3:4:5:6:7:8", "1::8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8",
                                        "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "FE80::1"}) {
        CAPTURE(good);
        CHECK(detail::is_ipv6_address(good));
    }
    for (std::string_view const bad :
         {"", ":", ":::", "1", "1:2", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", "1:", ":1", "::1.2.3",
          "::1.2.3.256", "1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6:7:8::", "1.2.3.4::"}) {
        CAPTURE(bad);
        CHECK_FALSE(detail::is_ipv6_address(bad));
    }
}

TEST_CASE("an ARN has six parts, of which partition, service and resource must not be empty", "[endpoint]") {
    for (auto const& [text, parts] : {
             std::pair{"arn:aws:sns:us-west-2:012345678910:topic"sv, "aws|sns|us-west-2|012345678910|topic"sv},
             {"arn:aws:ec2:us-east-1:012345678910:vpc/vpc-0e98", "aws|ec2|us-east-1|012345678910|vpc|vpc-0e98"},
             {"arn:aws:s3:::bucket_name", "aws|s3|||bucket_name"},
             {"arn:aws:s3:::a:b/c:", "aws|s3|||a|b|c|"},
             {"arn:aws:s3::::", "aws|s3||||"},
             {"arn:aws:s3:::/", "aws|s3||||"},
             {"arn:aws:s3:::", "no"},
             {"arn::s3:::r", "no"},
             {"arn:aws::::r", "no"},
             {"ARN:aws:s3:::r", "no"},
             {"arn:aws:s3::r", "no"},
             {"11111111-2222-3333", "no"},
             {"", "no"},
             {":::::", "no"},
         }) {
        CAPTURE(text);
        CHECK(arn_text(text) == parts);
    }
    constexpr resource_parts parts{"a/b:c"};
    static_assert(parts.at(2) == "c" && parts.at(-1) == "c" && parts.at(-3) == "a");
    CHECK_FALSE(parts.at(3));
    CHECK_FALSE(parts.at(-4));
    CHECK_FALSE(parts.at(2147483647));
    CHECK_FALSE(parts.at(-2147483647 - 1));
}

TEST_CASE("host labels, and the buckets that can be one", "[endpoint]") {
    auto const longest = std::string(63, 'a');
    for (std::string_view const label : {"a"sv, "3aws4"sv, "a-b"sv, "A"sv, std::string_view(longest)})
        CHECK(is_valid_host_label(label, false));
    for (std::string_view const text : {"", "-a", "a-", "a.b", "a_b", "a b", "\xc3\xa4", "a\n"}) {
        CAPTURE(text);
        CHECK_FALSE(is_valid_host_label(text, false));
    }
    CHECK_FALSE(is_valid_host_label(longest + "a", false));
    CHECK(is_valid_host_label("a.b-c.d", true));
    for (std::string_view const text : {"", ".", "a.", ".a", "a..b", "a.-b", "a.b_"}) {
        CAPTURE(text);
        CHECK_FALSE(is_valid_host_label(text, true));
    }
    CHECK(is_virtual_hostable_s3_bucket("bucket-name", false));
    CHECK(is_virtual_hostable_s3_bucket("bucket.name", true));
    CHECK(is_virtual_hostable_s3_bucket("1.2.3.456", true));
    for (std::string_view const text : {"aa", "Bucket", "bucket.name", "192.168.5.4", "-ab", "ab-"}) {
        CAPTURE(text);
        CHECK_FALSE(is_virtual_hostable_s3_bucket(text, false));
    }
    for (std::string_view const text : {"192.168.5.4", "a..b", "a-.b", "a.-b"})
        CHECK_FALSE(is_virtual_hostable_s3_bucket(text, true));
    CHECK_FALSE(is_virtual_hostable_s3_bucket(longest + ".b", true));
}

TEST_CASE("substrings, parts and encodings of texts", "[endpoint]") {
    rules r;
    CHECK(r.substring("abcdefg", 0, 4, false) == "abcd");
    CHECK(r.substring("abcdefg", 0, 4, true) == "defg");
    CHECK(r.substring("abcdefg", 1, 3, true) == "ef");
    for (auto const& [begin, end] : {std::pair{0, 8}, {3, 3}, {4, 3}, {-1, 2}, {0, 2147483647}, {-2147483647, 1}}) {
        CHECK_FALSE(r.substring("abcdefg", begin, end, false));
        CHECK_FALSE(r.substring("abcdefg", begin, end, true));
    }
    CHECK_FALSE(r.substring("abcdef\xc2\x80", 0, 4, false));

    using list = rules::text_list;
    for (auto const& [text, delimiter, limit, parts] : {
             std::tuple{"a--b--c"sv, "--"sv, 0, list{"a", "b", "c"}},
             {"a--b--c", "--", 2, {"a", "b--c"}},
             {"a--b--c", "--", 1, {"a--b--c"}},
             {"", "--", 0, {""}},
             {"--", "--", 0, {"", ""}},
             {"----", "--", 0, {"", "", ""}},
             {"--x-s3--azid--suffix", "--", 2, {"", "x-s3--azid--suffix"}},
             {"abc", "x", 0, {"abc"}},
             {"abc", "", 0, {"abc"}},
             {"a-b", "-", -1, {"a", "b"}},
         })
        CHECK(r.split(text, delimiter, limit) == parts);
    auto const parts = r.split("a--b", "--", 0);
    CHECK(r.at(parts, 1) == "b");
    CHECK(r.at(parts, -2) == "a");
    CHECK_FALSE(r.at(parts, 2));
    CHECK_FALSE(r.at(parts, -3));
    CHECK_FALSE(r.at(std::optional<list>(), 0));

    CHECK(r.uri_encode("abc-._~09") == "abc-._~09");
    CHECK(r.uri_encode("/:,?#[]{}|@! $&'()*+;=%<>\"^`\\") ==
          "%2F%3A%2C%3F%23%5B%5D%7B%7D%7C%40%21%20%24%26%27%28%29%2A%2B%3B%3D%25%3C%3E%22%5E%60%5C");
    CHECK(r.uri_encode("\xf0\x9f\x98\xb9") == "%F0%9F%98%B9");
    CHECK(r.uri_encode("\0\xff"sv) == "%00%FF");
}

TEST_CASE("texts stay where they are while rules run", "[endpoint]") {
    rules r;
    std::vector<std::string_view> kept;
    for (int i = 0; i < 1000; ++i) kept.push_back(r.text({"text ", std::to_string(i)}));
    for (int i = 0; i < 1000; ++i) CHECK(kept[static_cast<std::size_t>(i)] == "text " + std::to_string(i));
}

TEST_CASE("values that may be unset", "[endpoint]") {
    rules r;
    std::optional<std::string_view> const unset, set("a");
    CHECK(r.coalesce(unset, "b") == "b");
    CHECK(r.coalesce(set, "b") == "a");
    CHECK(r.coalesce(unset, set) == set);
    CHECK(r.coalesce(unset, unset) == unset);
    CHECK(r.coalesce(std::optional<bool>(false), true) == false);
    CHECK(r.ite(true, r.text({"x"}), r.text({"y"})) == "x");
    CHECK(r.then(r.parse_url("https://h"), [](auto const& it) { return it.scheme; }) == "https");
    CHECK_FALSE(r.then(r.parse_url("h"), [](auto const& it) { return it.scheme; }));
    CHECK(r.partition(unset).name == "aws");
    CHECK(r.partition("cn-north-1").name == "aws-cn");
}

TEST_CASE("properties are put together as they are nested", "[endpoint]") {
    outcome where;
    where.open_object("meta");
    where.add_text("a", {"x", "y"});
    where.open_list("b");
    where.add_flag("", true);
    where.add_number("", "1");
    where.close();
    where.close();
    where.add_text("c", {"z"});
    using property = cppsmith::endpoint_property;
    using kind = property::kind;
    property const list{"b", kind::list, "", {{"", kind::flag, "true", {}}, {"", kind::number, "1", {}}}};
    property const meta{"meta", kind::object, "", {{"a", kind::text, "xy", {}}, list}};
    CHECK(where.properties == std::vector<property>{meta, {"c", kind::text, "z", {}}});
}

// libstdc++ 12 has no std::string that Clang can make at compile time.
#if !defined(__clang__) || !defined(_GLIBCXX_RELEASE) || _GLIBCXX_RELEASE > 12
TEST_CASE("the rules of a service run at compile time", "[endpoint]") {
    constexpr auto at = [](cppsmith::iot::endpoint_rules::parameters const& p, std::string_view url) {
        rules r;
        return cppsmith::iot::endpoint_rules::resolve(r, p).url == url;
    };
    static_assert(at({.Region = "us-gov-west-1", .UseFIPS = true}, "https://iot-fips.us-gov-west-1.amazonaws.com"));
    static_assert(at({.Region = "cn-north-1"}, "https://iot.cn-north-1.amazonaws.com.cn"));
    static_assert(at({.Region = "us-iso-east-1"}, "https://iot.us-iso-east-1.c2s.ic.gov"));
    static_assert(at({.Region = "us-east-1", .UseDualStack = true}, "https://iot.us-east-1.api.aws"));
}
#endif
