// The stock signer: what it adds, replaces, refuses and remembers, and that the other side can check it.

#include <cppsmith/sigv4.hpp>
#include <cppsmith/sigv4/verify.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace sigv4 = cppsmith::sigv4;
using namespace std::chrono_literals;

namespace {

std::string const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
cppsmith::credentials const keys{"AKIDEXAMPLE", secret, ""};
std::chrono::system_clock::time_point const noon = std::chrono::sys_days{std::chrono::year{2015} / 8 / 30} + 12h + 36min;

cppsmith::signing_context context() { return {.region = "us-east-1", .service = "service", .time = noon, .credentials = {}}; }

cppsmith::http_request get(std::string target = "/") {
    return {.method = "GET",
            .scheme = "https",
            .authority = "example.amazonaws.com",
            .target = std::move(target),
            .headers = {},
            .body = {}};
}

/// The header's value, or a text that no test expects.
std::string value(cppsmith::http_request const& r, std::string_view name) {
    auto const* v = cppsmith::find_header(r.headers, name);
    return v ? *v : "(absent)";
}

std::string signed_names(cppsmith::http_request const& r) {
    auto const text = value(r, "authorization");
    auto const from = text.find("SignedHeaders=") + 14;
    return text.substr(from, text.find(',', from) - from);
}

std::string signature_of(cppsmith::http_request const& r) {
    auto const text = value(r, "authorization");
    return text.substr(text.find("Signature=") + 10);
}

cppsmith::http_request signed_request(cppsmith::http_request r, cppsmith::sigv4_options options = {},
                                      cppsmith::credentials c = keys) {
    auto const done = cppsmith::sigv4_signer(std::move(c), options).sign(r, context());
    REQUIRE(done.has_value());
    return r;
}

/// A request as the one who got the URL would send it.
cppsmith::http_request opened(std::string const& url, cppsmith::http_request r) {
    std::string const origin = r.scheme + "://" + r.authority;
    REQUIRE(url.starts_with(origin + '/'));
    r.target = url.substr(origin.size());
    return r;
}

std::optional<std::string> secret_of(std::string_view id) {
    if (id == keys.access_key_id) return secret;
    return std::nullopt;
}

sigv4::verify_options at(std::chrono::system_clock::time_point now, cppsmith::sigv4_options options = {}) {
    return {.now = now, .tolerance = 300s, .signing = options};
}

std::string verify_code(cppsmith::http_request const& r, sigv4::verify_options const& options) {
    auto const v = sigv4::verify(r, secret_of, options);
    if (v) return "ok";
    CHECK(v.error().stage == cppsmith::stage::sign);
    return v.error().code;
}

std::string refusal_of(cppsmith::http_request r, cppsmith::signing_context const& c, cppsmith::credentials k = keys) {
    auto const before = r;
    auto const done = cppsmith::sigv4_signer(std::move(k)).sign(r, c);
    CHECK(r == before); // a refused request stays as it was
    if (done) return "ok";
    CHECK(done.error().stage == cppsmith::stage::sign);
    CHECK_FALSE(done.error().retryable());
    return done.error().code;
}

std::string lines_of(sigv4::canonical_fields const& fields) {
    cppsmith::detail::text_builder out;
    fields.append_lines(out);
    return out.text();
}

/// What a cached key signs one text as: equal for equal keys.
std::string mark_of(sigv4::hmac_key const& key) {
    sigv4::sha256_engine engine;
    return sigv4::hex(sigv4::sha256_user(engine).hmac(key, "text").value());
}

/// The same with a key that was derived anew, by libcrypto's own HMAC.
std::string mark_of(std::string const& secret_key, char const* date, std::string const& region, char const* service) {
    return sigv4::signature(sigv4::derive_key(secret_key, date, region, service).value(), "text").value();
}

/// A cache as one thread uses it.
struct cache_in_use {
    sigv4::sha256_engine engine{};
    sigv4::signing_key_cache keys{};
    std::string mark(cppsmith::credentials const& c, char const* date, std::string const& region, char const* service) {
        return mark_of(*get(c, date, region, service));
    }
    std::shared_ptr<sigv4::hmac_key const> get(cppsmith::credentials const& c, char const* date, std::string const& region,
                                               char const* service) {
        return keys.get(engine.algorithm(), c, sigv4::sha256(c.secret_access_key).value(), date, region, service).value();
    }
};

struct counting_provider {
    mutable std::atomic<int> calls = 0;
    cppsmith::result<cppsmith::credentials> operator()() const {
        ++calls;
        return keys;
    }
};

static_assert(cppsmith::signer<cppsmith::sigv4_signer>);
static_assert(cppsmith::signer<cppsmith::sigv4_signer const>);
static_assert(std::copyable<cppsmith::sigv4_signer>);

} // namespace

TEST_CASE("a signed request has a date and an authorization, and is otherwise what it was", "[sigv4]") {
    auto const r = signed_request(get());
    CHECK(value(r, "x-amz-date") == "20150830T123600Z");
    CHECK(value(r, "authorization") ==
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, "
          "Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    CHECK(r.headers.size() == 2);
    auto rest = r;
    rest.headers.clear();
    CHECK(rest == get());
}

TEST_CASE("signing again replaces what an earlier signature left", "[sigv4]") {
    auto r = signed_request(get(), {.content_sha256_header = true}, {"OTHER", "other-secret", "other-token"});
    CHECK(value(r, "x-amz-security-token") == "other-token");
    REQUIRE(cppsmith::sigv4_signer(keys, {.content_sha256_header = true}).sign(r, context()).has_value());
    CHECK(r == signed_request(get(), {.content_sha256_header = true}));
    CHECK(value(r, "x-amz-security-token") == "(absent)");
}

TEST_CASE("doubled headers of ours in any case are replaced by one", "[sigv4]") {
    auto r = get();
    r.headers = {{"X-AMZ-DATE", "old"},
                 {"Authorization", "Basic x"},
                 {"x-amz-date", "older"},
                 {"AUTHORIZATION", "y"},
                 {"x-amz-security-token", "stale"}};
    auto const s = signed_request(r, {}, {"AKIDEXAMPLE", secret, "fresh"});
    CHECK(s.headers.size() == 3);
    CHECK(s == signed_request(get(), {}, {"AKIDEXAMPLE", secret, "fresh"}));
}

TEST_CASE("a session token is sent and signed, or only sent", "[sigv4]") {
    cppsmith::credentials const session{"AKIDEXAMPLE", secret, "TOKEN/+=="};
    auto const r = signed_request(get(), {}, session);
    CHECK(value(r, "x-amz-security-token") == "TOKEN/+==");
    CHECK(signed_names(r) == "host;x-amz-date;x-amz-security-token");

    auto const omitted = signed_request(get(), {.omit_session_token = true}, session);
    CHECK(value(omitted, "x-amz-security-token") == "TOKEN/+==");
    CHECK(signature_of(omitted) == signature_of(signed_request(get())));
}

TEST_CASE("a token header of the caller's own is signed as it stands", "[sigv4]") {
    auto own = get();
    own.headers = {{"x-amz-security-token", "TOKEN"}};
    CHECK(signature_of(signed_request(own)) == signature_of(signed_request(get(), {}, {"AKIDEXAMPLE", secret, "TOKEN"})));
}

TEST_CASE("headers that intermediaries change are not signed, all others are", "[sigv4]") {
    auto r = get();
    for (char const* name : {"User-Agent", "Expect", "Transfer-Encoding", "X-Amzn-Trace-Id", "Connection", "Keep-Alive", "TE",
                             "Trailer", "Upgrade", "Proxy-Authorization", "amz-sdk-invocation-id", "amz-sdk-request"})
        r.headers.push_back({name, "v"});
    CHECK(signature_of(signed_request(r)) == signature_of(signed_request(get())));
    CHECK(signed_request(r).headers.size() == r.headers.size() + 2);

    r.headers = {{"Zeta", "1"}, {"Content-Type", "text/plain"}, {"X-Amz-Target", "T"},
                 {"a", "b"},    {"Content-Length", "0"},        {"Range", "bytes=0-1"}};
    CHECK(signed_names(signed_request(r)) == "a;content-length;content-type;host;range;x-amz-date;x-amz-target;zeta");
}

TEST_CASE("canonical headers: names fold, values trim and join in order", "[sigv4]") {
    auto r = get();
    r.headers = {{"B", " \t x  \t y "}, {"a", "2"}, {"A", " 1 "}, {"c", ""}, {"d", " \t"}};
    auto const fields = sigv4::canonical_headers(r, [](std::string_view) { return true; });
    CHECK(lines_of(fields) == "a:2,1\nb:x y\nc:\nd:\nhost:example.amazonaws.com\n");
    CHECK(sigv4::signed_headers(fields) == "a;b;c;d;host");
}

TEST_CASE("the host is folded, and loses the port that the scheme implies", "[sigv4]") {
    auto const host = [](std::string scheme, std::string authority) {
        auto r = get();
        r.scheme = std::move(scheme);
        r.authority = std::move(authority);
        return sigv4::canonical_host(r);
    };
    CHECK(host("https", "Example.COM:443") == "example.com");
    CHECK(host("http", "example.com:80") == "example.com");
    CHECK(host("https", "example.com:80") == "example.com:80");
    CHECK(host("http", "example.com:443") == "example.com:443");
    CHECK(host("https", "example.com:8443") == "example.com:8443");
    CHECK(host("http", "127.0.0.1:18080") == "127.0.0.1:18080");
    CHECK(host("wss", "[::1]:443") == "[::1]");

    auto own = get();
    own.headers = {{"Host", "other.example"}};
    CHECK(lines_of(sigv4::canonical_headers(own, [](std::string_view) { return true; })) == "host:other.example\n");
}

TEST_CASE("canonical headers of many names, in any case and order", "[sigv4]") {
    auto r = get();
    std::string expected;
    for (int i = 0; i < 50; ++i) { // more than a list holds without the heap
        auto const name = std::string("x-") + static_cast<char>('a' + i / 10) + static_cast<char>('0' + i % 10);
        expected += name + ":" + std::to_string(i) + ",again\n";
        r.headers.insert(r.headers.begin() + i / 2, {name, std::to_string(i)});
    }
    for (int i = 0; i < 50; ++i) {
        auto again = r.headers[static_cast<std::size_t>(i)].name;
        again[0] = 'X';
        again[2] = static_cast<char>(again[2] - 'a' + 'A');
        r.headers.push_back({again, " again"});
    }
    auto const fields = sigv4::canonical_headers(r, [](std::string_view name) { return name != "host"; });
    CHECK(lines_of(fields) == expected);
    CHECK(sigv4::signed_headers(fields).starts_with("x-a0;x-a1;x-a2;"));

    r.headers = {{"ab", "1"}, {"a", "2"}, {"a-b", "3"}, {"a_b", "4"}, {"A0", "5"}, {"a\xff", "6"}};
    CHECK(lines_of(sigv4::canonical_headers(r, [](std::string_view name) { return name != "host"; })) ==
          "a:2\na-b:3\na0:5\na_b:4\nab:1\na\xff:6\n");
}

TEST_CASE("canonical paths", "[sigv4]") {
    struct {
        char const *path, *normalized, *as_is, *s3;
    } const cases[] = {
        {"/", "/", "/", "/"},
        {"", "/", "/", "/"},
        {"//", "/", "//", "//"},
        {"/a/./b/../c//d/", "/a/c/d/", "/a/./b/../c//d/", "/a/./b/../c//d/"},
        {"/../..", "/", "/../..", "/../.."},
        {"/a/..", "/", "/a/..", "/a/.."},
        {"/a/b/..", "/a", "/a/b/..", "/a/b/.."},
        {"/...", "/...", "/...", "/..."},
        {"/a%20b/%E1%88%B4", "/a%2520b/%25E1%2588%25B4", "/a%2520b/%25E1%2588%25B4", "/a%20b/%E1%88%B4"},
        {"/a%2Fb", "/a%252Fb", "/a%252Fb", "/a%2Fb"},
        {"/\xe1\x88\xb4 !", "/%E1%88%B4%20%21", "/%E1%88%B4%20%21", "/%E1%88%B4%20%21"},
        {"/100%", "/100%25", "/100%25", "/100%25"},
        {"/a/b-c._~", "/a/b-c._~", "/a/b-c._~", "/a/b-c._~"},
        {"/a/.hidden/..b/c.", "/a/.hidden/..b/c.", "/a/.hidden/..b/c.", "/a/.hidden/..b/c."},
        {"/a/.", "/a", "/a/.", "/a/."},
        {"/%7e%2f%", "/%257e%252f%25", "/%257e%252f%25", "/~%2F%25"},
        {"a", "/a", "/a", "/a"},
        {"/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/../../../x", "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/x",
         "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/../../../x", "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/../../../x"},
    };
    for (auto const& c : cases) {
        CAPTURE(c.path);
        CHECK(sigv4::canonical_path(c.path, {}) == c.normalized);
        CHECK(sigv4::canonical_path(c.path, {.normalize_path = false}) == c.as_is);
        CHECK(sigv4::canonical_path(c.path, {.double_encode_path = false, .normalize_path = false}) == c.s3);
    }
}

TEST_CASE("canonical queries", "[sigv4]") {
    CHECK(sigv4::canonical_query("").empty());
    CHECK(sigv4::canonical_query("b=2&a=1&a=0&c") == "a=0&a=1&b=2&c=");
    CHECK(sigv4::canonical_query("Param-3=x&Param=y") == "Param=y&Param-3=x"); // by name, not by "name=value"
    CHECK(sigv4::canonical_query("a=%2f%7e&b=x y+z&%C3%a9==") == "%C3%A9=%3D&a=%2F~&b=x%20y%2Bz");
    CHECK(sigv4::canonical_query("&&a=1&&") == "a=1");
    CHECK(sigv4::canonical_query("a=1?b=2") == "a=1%3Fb%3D2");
    CHECK(sigv4::canonical_query("=x") == "=x");
    CHECK(sigv4::canonical_query("&") == "");
    CHECK(sigv4::canonical_query("b&a&a=&b=%5&a=%zz%") == "a=&a=&a=%25zz%25&b=&b=%255");
    CHECK(sigv4::canonical_query("a-=1&a=2&a%2d=0") == "a=2&a-=0&a-=1");
    std::string many, sorted;
    for (int i = 0; i < 40; ++i) {
        many += "k" + std::to_string(89 - i) + "=%c3%A9&";
        sorted += (i ? "&k" : "k") + std::to_string(50 + i) + "=%C3%A9";
    }
    CHECK(sigv4::canonical_query(many) == sorted);
}

TEST_CASE("the body is hashed, told or left out as the options say", "[sigv4]") {
    auto r = get();
    r.method = "POST";
    r.body = "Param1=value1";
    std::string const hash = "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e";
    CHECK(sigv4::sha256_hex(r.body).value() == hash);
    CHECK(sigv4::sha256_hex("").value() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(signed_names(signed_request(r)) == "host;x-amz-date");

    auto const told = signed_request(r, {.content_sha256_header = true});
    CHECK(value(told, "x-amz-content-sha256") == hash);
    CHECK(signed_names(told) == "host;x-amz-content-sha256;x-amz-date");

    auto const left_out = signed_request(r, {.unsigned_payload = true});
    CHECK(value(left_out, "x-amz-content-sha256") == "UNSIGNED-PAYLOAD");
    auto other_body = r;
    other_body.body = "something else";
    CHECK(signature_of(signed_request(other_body, {.unsigned_payload = true})) == signature_of(left_out));
    CHECK(signature_of(signed_request(other_body)) != signature_of(signed_request(r)));
}

TEST_CASE("a payload hash of the caller's own is taken for the body's", "[sigv4]") {
    auto r = get();
    r.body = "Param1=value1";
    auto hashed = r;
    hashed.headers = {{"X-Amz-Content-Sha256", "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"}};
    CHECK(signature_of(signed_request(hashed)) == signature_of(signed_request(r, {.content_sha256_header = true})));
    hashed.body = "not looked at";
    CHECK(signature_of(signed_request(hashed)) == signature_of(signed_request(r, {.content_sha256_header = true})));
    CHECK(value(signed_request(hashed, {.content_sha256_header = true}), "x-amz-content-sha256") ==
          sigv4::sha256_hex("not looked at").value());
}

TEST_CASE("what would break the message is refused, and no value is told", "[sigv4]") {
    for (std::string const& bad :
         {std::string("\r"), std::string("\n"), std::string("\0", 1), std::string("\x7f"), std::string("\x1b")}) {
        CAPTURE(static_cast<int>(bad[0]));
        auto method = get(), authority = get(), target = get(), name = get(), content = get(), scheme = get();
        method.method += bad;
        authority.authority += bad;
        target.target += bad;
        scheme.scheme += bad;
        name.headers = {{"x-a" + bad + "y: 1", "v"}};
        content.headers = {{"ok", "v"}, {"x-password", "hidden" + bad}};
        for (auto const& r : {method, authority, target, name, content, scheme})
            CHECK(refusal_of(r, context()) == "invalid_request");

        auto const message = cppsmith::sigv4_signer(keys).sign(content, context()).error().message;
        CHECK(message.find("x-password") != std::string::npos);
        CHECK(message.find("hidden") == std::string::npos);
    }
    auto r = get();
    r.headers = {{"", "v"}};
    CHECK(refusal_of(r, context()) == "invalid_request");
    r.headers = {{"a b", "v"}};
    CHECK(refusal_of(r, context()) == "invalid_request");
    r.headers = {{"tab", "a\tb"}, {"utf-8", "\xc3\xa9"}};
    CHECK(signed_names(signed_request(r)) == "host;tab;utf-8;x-amz-date");

    for (char const* target : {"", "x", "*", "?a", "/a#b", "/a\tb", "http://host/"}) {
        CAPTURE(target);
        CHECK(refusal_of(get(target), context()) == "invalid_request");
    }
    for (char const* authority : {"", "a/b", "user@host", "a b", "a?b", "a#b", "a\\b"}) {
        CAPTURE(authority);
        r = get();
        r.authority = authority;
        CHECK(refusal_of(r, context()) == "invalid_request");
    }
    r = get();
    r.method.clear();
    CHECK(refusal_of(r, context()) == "invalid_request");
}

TEST_CASE("a character that no message may hold is found wherever it stands", "[sigv4]") {
    for (std::size_t size = 1; size < 40; ++size)
        for (std::size_t at = 0; at < size; ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(size, 'x');
                text[at] = static_cast<char>(byte);
                bool const control = (byte < 0x20 && byte != '\t') || byte == 0x7f;
                bool const blank = byte == ' ' || byte == '\t';
                if (sigv4::has_blank(text) != blank || sigv4::is_solid(text) != !(blank || control) ||
                    sigv4::is_target(text) != !(control || byte == '\t' || byte == '#'))
                    FAIL("blank " << byte << " at " << at << " of " << size);
                if (sigv4::has_control(text) != control) FAIL("control " << byte << " at " << at << " of " << size);
                if (sigv4::is_solid<'/', ','>(text) != !(control || blank || byte == '/' || byte == ','))
                    FAIL("solid " << byte << " at " << at << " of " << size);
            }
    CHECK(sigv4::is_solid(""));
}

TEST_CASE("a context without a scope or a time that can be written is refused", "[sigv4]") {
    auto c = context();
    c.region = "us/east";
    CHECK(refusal_of(get(), c) == "invalid_request");
    c = context();
    c.service.clear();
    CHECK(refusal_of(get(), c) == "no_service");
    c.service = "iot\n";
    CHECK(refusal_of(get(), c) == "invalid_request");
    c = context();
    c.time = std::chrono::system_clock::time_point{} - 1ns;
    CHECK(refusal_of(get(), c) == "invalid_time");
    c.time = std::chrono::system_clock::time_point::min();
    CHECK(refusal_of(get(), c) == "invalid_time");
}

TEST_CASE("an empty region is signed as it stands", "[sigv4]") {
    auto c = context();
    c.region.clear();
    auto r = get();
    REQUIRE(cppsmith::sigv4_signer(keys).sign(r, c).has_value());
    CHECK(value(r, "authorization").find("Credential=AKIDEXAMPLE/20150830//service/aws4_request,") != std::string::npos);
    CHECK(verify_code(r, at(noon)) == "ok");
}

TEST_CASE("spoiled credentials are refused without being told", "[sigv4]") {
    CHECK(refusal_of(get(), context(), {"", secret}) == "no_credentials");
    CHECK(refusal_of(get(), context(), {"AKID", ""}) == "no_credentials");
    for (cppsmith::credentials const& c : std::vector<cppsmith::credentials>{
             {"AKID\n", "hidden"}, {"AK/ID", "hidden"}, {"AKID", "hidden\n"}, {"AKID", "hidden", "hidden\r\nx: y"}}) {
        CHECK(refusal_of(get(), context(), c) == "invalid_credentials");
        auto r = get();
        CHECK(to_string(cppsmith::sigv4_signer(c).sign(r, context()).error()).find("hidden") == std::string::npos);
    }
    auto override_empty = context();
    override_empty.credentials.emplace();
    CHECK(refusal_of(get(), override_empty) == "no_credentials");
}

TEST_CASE("credentials of the context go before the signer's, whose provider is not asked", "[sigv4]") {
    counting_provider provider;
    cppsmith::sigv4_signer const signer{std::ref(provider)};
    auto c = context();
    c.credentials = cppsmith::credentials{"OTHER", "other-secret", "other-token"};
    auto r = get();
    REQUIRE(signer.sign(r, c).has_value());
    CHECK(provider.calls == 0);
    CHECK(r == signed_request(get(), {}, {"OTHER", "other-secret", "other-token"}));

    auto own = get();
    REQUIRE(signer.sign(own, context()).has_value());
    CHECK(provider.calls == 1);
    CHECK(own == signed_request(get()));
}

TEST_CASE("a signer takes any provider, and passes its error on", "[sigv4]") {
    cppsmith::sigv4_signer const failing{[]() -> cppsmith::result<cppsmith::credentials> {
        return cppsmith::error{
            .stage = cppsmith::stage::sign, .retry = cppsmith::retryability::transient, .code = "imds", .message = "not now"};
    }};
    auto r = get();
    auto const done = failing.sign(r, context());
    REQUIRE(done.has_error());
    CHECK(done.error().code == "imds");
    CHECK(done.error().retryable());
    CHECK(r == get());

    struct move_only {
        std::unique_ptr<std::string> key = std::make_unique<std::string>(secret);
        cppsmith::credentials operator()() const { return {"AKIDEXAMPLE", *key, ""}; }
    };
    cppsmith::sigv4_signer const kept{move_only{}};
    auto const copy = kept;
    REQUIRE(copy.sign(r, context()).has_value());
    CHECK(r == signed_request(get()));
}

TEST_CASE("times: every form that can be written, and no other", "[sigv4]") {
    using std::chrono::sys_seconds;
    CHECK(sigv4::format_time(sys_seconds{}).value() == "19700101T000000Z");
    CHECK(sigv4::format_time(sys_seconds{951782399s}).value() == "20000228T235959Z");
    CHECK(sigv4::format_time(sys_seconds{951782400s}).value() == "20000229T000000Z");
    CHECK(sigv4::format_time(sys_seconds{253402300799s}).value() == "99991231T235959Z");
    CHECK(sigv4::format_time(sys_seconds{253402300800s}).error().code == "invalid_time");
    CHECK(sigv4::format_time(sys_seconds{-1s}).error().code == "invalid_time");
    CHECK(sigv4::format_time(sys_seconds::max()).error().code == "invalid_time");
    CHECK(sigv4::format_time(sys_seconds::min()).error().code == "invalid_time");
    for (long long t = 0; t < 253402300800; t += 86'400'000 + 12'345) {
        auto const text = sigv4::format_time(sys_seconds{std::chrono::seconds(t)}).value();
        CAPTURE(t, text);
        CHECK(sigv4::parse_time(text) == sys_seconds{std::chrono::seconds(t)});
    }
    for (char const* bad : {"", "20150830T123600", "20150830T123600z", "20150830 123600Z", "20150230T000000Z", "20151301T000000Z",
                            "20150830T240000Z", "20150830T006000Z", "20150830T000060Z", "19691231T235959Z", "2015083aT000000Z",
                            "20150830T123600Z "}) {
        CAPTURE(bad);
        CHECK_FALSE(sigv4::parse_time(bad).has_value());
    }
}

TEST_CASE("a signing key is derived once for a day, region, service and secret", "[sigv4][cache]") {
    cache_in_use cache;
    auto const first = cache.mark(keys, "20150830", "us-east-1", "iot");
    CHECK(cache.keys.derivations() == 1);
    for (int i = 0; i < 10; ++i) CHECK(cache.mark(keys, "20150830", "us-east-1", "iot") == first);
    CHECK(cache.keys.derivations() == 1);
    CHECK(first == mark_of(secret, "20150830", "us-east-1", "iot"));

    struct {
        cppsmith::credentials c;
        char const *date, *region, *service;
    } const others[] = {
        {{"AKIDEXAMPLE", "rotated", ""}, "20150830", "us-east-1", "iot"}, // the same access key id with another secret
        {{"OTHER", secret, ""}, "20150830", "us-east-1", "iot"},
        {keys, "20150831", "us-east-1", "iot"},
        {keys, "20150830", "us-east-2", "iot"},
        {keys, "20150830", "us-east-1", "s3"},
        {keys, "20150830", "us-east-1i", "ot"},
    };
    std::uint64_t expected = 1;
    for (auto const& o : others) {
        CHECK(cache.mark(o.c, o.date, o.region, o.service) == mark_of(o.c.secret_access_key, o.date, o.region, o.service));
        CHECK(cache.keys.derivations() == ++expected);
    }
    CHECK(cache.mark({"AKIDEXAMPLE", secret, "another token"}, "20150830", "us-east-1", "iot") == first); // no part of the key
    CHECK(cache.keys.derivations() == expected);
}

TEST_CASE("a full cache replaces its oldest key and stays right", "[sigv4][cache]") {
    cache_in_use cache;
    auto const region = [](std::size_t i) { return "region-" + std::to_string(i); };
    auto const capacity = sigv4::signing_key_cache::capacity;
    auto const held = cache.get(keys, "20150830", region(0), "iot");
    for (std::size_t i = 0; i < capacity + 1; ++i) cache.mark(keys, "20150830", region(i), "iot");
    CHECK(cache.keys.derivations() == capacity + 1);
    cache.mark(keys, "20150830", region(1), "iot"); // still here
    CHECK(cache.keys.derivations() == capacity + 1);
    CHECK(mark_of(*held) == mark_of(secret, "20150830", region(0), "iot")); // replaced there, alive here
    CHECK(cache.mark(keys, "20150830", region(0), "iot") == mark_of(*held));
    CHECK(cache.keys.derivations() == capacity + 2);
}

TEST_CASE("HMAC-SHA256 from kept pads is libcrypto's, for every length", "[sigv4][hash]") {
    sigv4::sha256_engine engine;
    sigv4::sha256_user hasher(engine);
    std::string text;
    for (std::size_t size = 0; size <= 260; ++size, text += static_cast<char>(size * 7)) {
        CAPTURE(size);
        auto const bytes = std::as_bytes(std::span(text)).first(std::min<std::size_t>(size, 64));
        std::span const key{reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size()};
        auto const kept = sigv4::hmac_key::make(engine.algorithm(), key).value();
        for (int again = 0; again < 2; ++again) CHECK(hasher.hmac(kept, text).value() == sigv4::hmac_sha256(key, text).value());
        CHECK(hasher.sha256(text).value() == sigv4::sha256(text).value());
    }
    std::vector<unsigned char> const beyond_a_block(65);
    CHECK(sigv4::hmac_key::make(engine.algorithm(), beyond_a_block).error().code == "crypto");
}

TEST_CASE("an engine serves several threads, with one key", "[sigv4][hash][threads]") {
    sigv4::sha256_engine engine;
    std::vector<unsigned char> const bytes(32, 'k');
    auto const key = sigv4::hmac_key::make(engine.algorithm(), bytes).value();
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 500; ++i) {
                auto const text = std::string(static_cast<std::size_t>(i % 130), static_cast<char>('a' + t));
                sigv4::sha256_user outer(engine), inner(engine); // two at once in one thread, too
                if (outer.hmac(key, text).value() != sigv4::hmac_sha256(bytes, text).value()) ++wrong;
                if (inner.sha256(text).value() != sigv4::sha256(text).value()) ++wrong;
            }
        });
    threads.clear();
    CHECK(wrong == 0);
}

TEST_CASE("a rotated secret and a new day sign anew", "[sigv4][cache]") {
    auto current = std::make_shared<std::string>(secret);
    cppsmith::sigv4_signer const signer{[current] { return cppsmith::credentials{"AKIDEXAMPLE", *current, ""}; }};
    auto first = get(), second = get(), third = get();
    REQUIRE(signer.sign(first, context()).has_value());
    *current = "rotated";
    REQUIRE(signer.sign(second, context()).has_value());
    CHECK(second == signed_request(get(), {}, {"AKIDEXAMPLE", "rotated", ""}));
    *current = secret;
    auto tomorrow = context();
    tomorrow.time += 24h;
    REQUIRE(signer.sign(third, tomorrow).has_value());
    CHECK(verify_code(third, at(tomorrow.time)) == "ok");
    CHECK(first == signed_request(get()));
}

TEST_CASE("a signer goes over midnight and back", "[sigv4][cache]") {
    cppsmith::sigv4_signer const signer{keys};
    auto const signed_at = [](cppsmith::sigv4_signer const& by, std::chrono::system_clock::time_point time) {
        auto r = get();
        auto c = context();
        c.time = time;
        REQUIRE(by.sign(r, c).has_value());
        return r;
    };
    std::chrono::system_clock::time_point const midnight = std::chrono::floor<std::chrono::days>(noon) + 24h;
    std::chrono::nanoseconds const offsets[] = {-1ms, 0ms, -1ms, 24h, 48h - 1ms};
    for (auto const offset : offsets) {
        auto const time = midnight + offset;
        auto const r = signed_at(signer, time);
        CHECK(verify_code(r, at(time)) == "ok");
        CHECK(r == signed_at(cppsmith::sigv4_signer(keys), time));
    }
    CHECK(value(signed_at(signer, midnight - 1ms), "authorization").find("/20150830/") != std::string::npos);
    CHECK(value(signed_at(signer, midnight), "authorization").find("/20150831/") != std::string::npos);
}

TEST_CASE("credentials that change under a signer's threads never mix", "[sigv4][cache][threads]") {
    std::atomic<int> turn = 0;
    std::vector<cppsmith::credentials> const all{
        {"AKIDEXAMPLE", secret, ""}, {"AKIDEXAMPLE", "rotated", "token"}, {"OTHER", secret, ""}};
    cppsmith::sigv4_signer const signer{[&] { return all[static_cast<std::size_t>(turn++) % all.size()]; }};
    std::vector<cppsmith::http_request> expected;
    for (auto const& c : all) expected.push_back(signed_request(get(), {}, c));
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 300; ++i) {
                auto r = get();
                auto c = context();
                if ((i + t) % 3 == 0) c.credentials = all[0]; // of this call alone
                bool const done = signer.sign(r, c).has_value();
                if (!done || std::find(expected.begin(), expected.end(), r) == expected.end()) ++wrong;
                if (done && c.credentials && r != expected[0]) ++wrong;
            }
        });
    threads.clear();
    CHECK(wrong == 0);
}

TEST_CASE("one signer serves several threads", "[sigv4][threads]") {
    cppsmith::sigv4_signer const signer{keys};
    std::vector<cppsmith::http_request> expected;
    std::vector<cppsmith::signing_context> contexts;
    for (int i = 0; i < 12; ++i) { // more scopes than the cache holds
        contexts.push_back(context());
        contexts.back().region = "region-" + std::to_string(i);
        expected.push_back(get());
        REQUIRE(cppsmith::sigv4_signer(keys).sign(expected.back(), contexts.back()).has_value());
    }
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, copy = signer] {
            for (std::size_t i = 0; i < 300; ++i) {
                auto r = get();
                if (!copy.sign(r, contexts[i % contexts.size()]) || r != expected[i % expected.size()]) ++wrong;
            }
        });
    threads.clear();
    CHECK(wrong == 0);
}

TEST_CASE("a presigned URL carries its signature, for a time within bounds", "[sigv4][presign]") {
    cppsmith::sigv4_signer const signer{keys};
    auto const url = signer.presign(get("/a?x=1"), context(), 3600s);
    REQUIRE(url.has_value());
    CHECK(url->starts_with(
        "https://example.amazonaws.com/a?x=1&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2F"
        "us-east-1%2Fservice%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Expires=3600&X-Amz-Signature="));
    CHECK(signer.presign(get(), context(), 1s).has_value());
    CHECK(signer.presign(get(), context(), 604800s).has_value());
    for (auto const bad : {0s, -1s, 604801s, std::chrono::seconds::min(), std::chrono::seconds::max()})
        CHECK(signer.presign(get(), context(), bad).error().code == "invalid_expiry");
    CHECK(signer.presign(get("x"), context(), 1s).error().code == "invalid_request");
    CHECK(cppsmith::sigv4_signer(cppsmith::credentials{}).presign(get(), context(), 1s).error().code == "no_credentials");
}

TEST_CASE("presigning again replaces the parameters, and credentials in headers are left out", "[sigv4][presign]") {
    cppsmith::sigv4_signer const signer{keys};
    auto const once = signer.presign(get("/a?x=1"), context(), 60s).value();
    CHECK(signer.presign(opened(once, get()), context(), 60s).value() == once);
    CHECK(signer.presign(signed_request(get("/a?x=1"), {}, {"OTHER", "s", "token"}), context(), 60s).value() == once);
    CHECK(cppsmith::sigv4_signer(keys).presign(get("/a?x=1&X-Amz-Signatur%65=0"), context(), 60s).value() == once);
}

TEST_CASE("a presigned URL holds the token, signed or appended", "[sigv4][presign]") {
    cppsmith::credentials const session{"AKIDEXAMPLE", secret, "T/+="};
    auto const with = cppsmith::sigv4_signer(session).presign(get(), context(), 60s).value();
    CHECK(with.find("&X-Amz-Security-Token=T%2F%2B%3D&X-Amz-Signature=") != std::string::npos);
    auto const omitted = cppsmith::sigv4_signer(session, {.omit_session_token = true}).presign(get(), context(), 60s).value();
    auto const none = cppsmith::sigv4_signer(keys).presign(get(), context(), 60s).value();
    CHECK(omitted.find("&X-Amz-Security-Token=T%2F%2B%3D&X-Amz-Signature=") != std::string::npos);
    CHECK(omitted.substr(omitted.find("X-Amz-Signature=")) == none.substr(none.find("X-Amz-Signature=")));
    CHECK(with.substr(with.find("X-Amz-Signature=")) != none.substr(none.find("X-Amz-Signature=")));
}

TEST_CASE("what the signer signs, the other side verifies", "[sigv4][verify]") {
    auto r = get("/a%20b/./c?z=1&a=%C3%A9&y");
    r.method = "PUT";
    r.body = "body";
    r.headers = {
        {"Content-Type", "text/plain"}, {"X-Amz-Meta-A", " two  blanks "}, {"x-amz-meta-a", "again"}, {"User-Agent", "u"}};
    cppsmith::credentials const session{"AKIDEXAMPLE", secret, "TOKEN"};
    for (bool const unsigned_payload : {false, true})
        for (bool const s3 : {false, true})
            for (bool const omit : {false, true}) {
                cppsmith::sigv4_options const o{.double_encode_path = !s3,
                                                .normalize_path = !s3,
                                                .content_sha256_header = s3,
                                                .unsigned_payload = unsigned_payload,
                                                .omit_session_token = omit};
                CAPTURE(unsigned_payload, s3, omit);
                auto const v = sigv4::verify(signed_request(r, o, session), secret_of, at(noon + 60s, o));
                REQUIRE(v.has_value());
                CHECK(v->access_key_id == "AKIDEXAMPLE");
                CHECK(v->region == "us-east-1");
                CHECK(v->service == "service");
                CHECK(v->session_token == "TOKEN");
                CHECK_FALSE(v->presigned());

                auto const url = cppsmith::sigv4_signer(session, o).presign(r, context(), 600s);
                REQUIRE(url.has_value());
                auto const p = sigv4::verify(opened(*url, r), secret_of, at(noon + 60s, o));
                REQUIRE(p.has_value());
                CHECK(p->session_token == "TOKEN");
                CHECK(p->presigned());
            }
}

TEST_CASE("whatever was changed after signing is noticed", "[sigv4][verify]") {
    auto original = get("/a?x=1");
    original.body = "body";
    original.headers = {{"x-amz-target", "T"}};
    auto const sent = signed_request(original);
    REQUIRE(verify_code(sent, at(noon)) == "ok");
    std::vector<std::function<void(cppsmith::http_request&)>> const changes{
        [](auto& r) { r.method = "POST"; },
        [](auto& r) { r.authority = "other.amazonaws.com"; },
        [](auto& r) { r.target = "/b?x=1"; },
        [](auto& r) { r.target = "/a?x=2"; },
        [](auto& r) { r.target = "/a"; },
        [](auto& r) { r.body = "Body"; },
        [](auto& r) { r.headers[0].value = "U"; },
        [](auto& r) { r.headers.erase(r.headers.begin()); },
        [](auto& r) { cppsmith::set_header(r.headers, "x-amz-date", "20150830T123601Z"); },
        [](auto& r) { r.headers.back().value.back() = r.headers.back().value.back() == '0' ? '1' : '0'; },
        [](auto& r) { r.headers.back().value.pop_back(); },
        [](auto& r) { r.headers.back().value += '0'; },
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        CAPTURE(i);
        auto r = sent;
        changes[i](r);
        CHECK(verify_code(r, at(noon)) == "signature_mismatch");
    }
    auto harmless = sent;
    harmless.headers.push_back({"x-forwarded-for", "10.0.0.1"}); // a header that was not signed
    CHECK(verify_code(harmless, at(noon)) == "ok");
    auto wrong_secret = signed_request(original, {}, {"AKIDEXAMPLE", "guess", ""});
    CHECK(verify_code(wrong_secret, at(noon)) == "signature_mismatch");
    CHECK(verify_code(signed_request(original, {}, {"NOBODY", secret, ""}), at(noon)) == "unknown_key");

    auto told = signed_request(original, {.content_sha256_header = true});
    told.body = "other";
    CHECK(verify_code(told, at(noon)) == "payload_mismatch");
}

TEST_CASE("a right signature of too little is not enough", "[sigv4][verify]") {
    auto const sent = [](std::string const& time, std::string const& date, bool with_host) {
        auto r = get();
        r.headers = {{"x-amz-date", time}};
        auto const fields = sigv4::canonical_headers(r, [&](std::string_view name) { return with_host || name != "host"; });
        auto const scope = sigv4::scope(date, "us-east-1", "iot");
        auto const canonical = sigv4::canonical_request("GET", "/", fields, sigv4::sha256_hex("").value());
        auto const text = sigv4::signature(sigv4::derive_key(secret, date, "us-east-1", "iot").value(),
                                           sigv4::string_to_sign(time, scope, canonical).value());
        r.headers.push_back({"authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/" + scope + ",SignedHeaders=" +
                                                  sigv4::signed_headers(fields) + ",Signature=" + text.value()});
        return r;
    };
    CHECK(verify_code(sent("20150830T123600Z", "20150830", true), at(noon)) == "ok");
    CHECK(verify_code(sent("20150830T123600Z", "20150830", false), at(noon)) == "malformed_authentication"); // good for any host
    CHECK(verify_code(sent("20150830T123600Z", "20150829", true), at(noon)) ==
          "malformed_authentication"); // a key of another day
}

TEST_CASE("signatures age", "[sigv4][verify]") {
    auto const sent = signed_request(get());
    CHECK(verify_code(sent, at(noon + 300s)) == "ok");
    CHECK(verify_code(sent, at(noon + 301s)) == "expired");
    CHECK(verify_code(sent, at(noon - 300s)) == "ok");
    CHECK(verify_code(sent, at(noon - 301s)) == "not_yet_valid");

    auto const url = opened(cppsmith::sigv4_signer(keys).presign(get(), context(), 10s).value(), get());
    CHECK(verify_code(url, at(noon + 10s)) == "ok");
    CHECK(verify_code(url, at(noon + 11s)) == "expired");
    auto longer = url;
    longer.target.replace(longer.target.find("Expires=10"), 10, "Expires=99");
    CHECK(verify_code(longer, at(noon)) == "signature_mismatch");
}

TEST_CASE("requests without a signature, or with the ruins of one, are told apart", "[sigv4][verify]") {
    CHECK(verify_code(get(), at(noon)) == "missing_authentication");
    CHECK(verify_code(get("/?X-Amz-Signature"), at(noon)) == "malformed_authentication");
    CHECK(verify_code(get("/?X-Amz-Signature=0&X-Amz-Algorithm=AWS4-HMAC-SHA256"), at(noon)) == "malformed_authentication");

    auto const whole = signed_request(get());
    auto const text = value(whole, "authorization");
    for (std::size_t n = 0; n < text.size(); ++n) { // every prefix
        auto r = whole;
        cppsmith::set_header(r.headers, "authorization", text.substr(0, n));
        auto const code = verify_code(r, at(noon));
        CAPTURE(n, code);
        CHECK((code == "malformed_authentication" || code == "signature_mismatch"));
    }
    for (std::size_t n = 0; n < text.size(); ++n) { // every character replaced
        auto r = whole;
        auto broken = text;
        broken[n] = broken[n] == '/' ? '=' : '/';
        cppsmith::set_header(r.headers, "authorization", broken);
        CHECK(verify_code(r, at(noon)) != "ok");
    }
    auto r = whole;
    std::erase_if(r.headers, [](auto const& h) { return h.name == "x-amz-date"; });
    CHECK(verify_code(r, at(noon)) == "malformed_authentication");

    auto const url = opened(cppsmith::sigv4_signer(keys).presign(get(), context(), 10s).value(), get());
    for (char const* expires : {"0", "", "-1", "604801", "99999999999999999999", "1e3"}) {
        auto broken = url;
        broken.target.replace(broken.target.find("Expires=10"), 10, std::string("Expires=") + expires);
        CAPTURE(expires);
        CHECK(verify_code(broken, at(noon)) == "malformed_authentication");
    }
}

TEST_CASE("noise is neither verified nor fatal", "[sigv4][verify]") {
    std::string const alphabet = "/?&=;,%%.. \t\x80\xff+AZaz09AWS4-HMAC-SHA256 Credential=X-Amz-Signature" + std::string(1, '\0');
    std::uint32_t state = 1;
    auto const next = [&] { return (state = state * 1664525u + 1013904223u) >> 8; };
    auto const noise = [&] {
        std::string out;
        for (auto n = next() % 60; n > 0; --n) out += alphabet[next() % alphabet.size()];
        return out;
    };
    auto const whole = signed_request(get("/a?b=c"), {}, {"AKIDEXAMPLE", secret, "TOKEN"});
    auto const url = opened(cppsmith::sigv4_signer(keys).presign(get("/a?b=c"), context(), 60s).value(), get());
    for (int i = 0; i < 20000; ++i) {
        auto header = whole, query = url, plain = get("/" + noise());
        auto& text = header.headers.back().value;
        text.replace(next() % text.size(), next() % 20 + 1, noise() + "!");
        query.target.replace(next() % query.target.size(), next() % 20 + 1, noise() + "!");
        plain.headers = {{noise(), noise()}, {"authorization", "AWS4-HMAC-SHA256 " + noise()}, {"x-amz-date", noise()}};
        for (auto const& r : {header, query, plain})
            if (sigv4::verify(r, secret_of, at(noon))) FAIL("verified: " << r.target << ' ' << value(r, "authorization"));
        (void)cppsmith::sigv4_signer(keys).sign(plain, context());
    }
}
