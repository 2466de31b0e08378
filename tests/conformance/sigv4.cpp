// The stock signer against the public suites of Signature Version 4 and against requests that the AWS CLI and boto3 sent.

#include <cppsmith/detail/percent.hpp>
#include <cppsmith/sigv4.hpp>
#include <cppsmith/sigv4/verify.hpp>

#include "support/catch.hpp"
#include "support/shared_data.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sigv4 = cppsmith::sigv4;
using cppsmith_tests::json;

namespace {

/// Headers as a comparison wants them: names folded, order forgotten.
using header_set = std::multiset<std::pair<std::string, std::string>>;

header_set headers_of(cppsmith::http_request const& r) {
    header_set out{{"host", r.authority}};
    for (auto const& h : r.headers) out.emplace(sigv4::lower_case(h.name), cppsmith::detail::trim(h.value));
    return out;
}

/// Moves a `Host` header to where a request keeps it.
void take_host(cppsmith::http_request& r) {
    std::erase_if(r.headers, [&](cppsmith::header const& h) {
        if (!cppsmith::detail::equal_ignoring_case(h.name, "host")) return false;
        r.authority = cppsmith::detail::trim(h.value);
        return true;
    });
}

/// A request as the suites write them: lines end in LF, a target may hold blanks, a line that begins with a blank goes on with
/// the one before.
cppsmith::http_request parse_raw(std::string const& text) {
    cppsmith::http_request r;
    r.scheme = "https";
    std::size_t at = 0;
    auto const line = [&] {
        auto const end = std::min(text.find('\n', at), text.size());
        auto out = text.substr(at, end - at);
        at = std::min(end + 1, text.size());
        return out;
    };
    auto const first = line();
    auto const a = first.find(' '), b = first.rfind(" HTTP/1.1");
    REQUIRE(b != std::string::npos);
    r.method = first.substr(0, a);
    r.target = first.substr(a + 1, b - a - 1);
    while (at < text.size()) {
        auto const l = line();
        if (l.empty()) break;
        if (cppsmith::detail::is_blank(l.front()) && !r.headers.empty()) {
            r.headers.back().value += l;
            continue;
        }
        auto const colon = l.find(':');
        r.headers.push_back({l.substr(0, colon), l.substr(colon + 1)});
    }
    r.body = text.substr(at);
    take_host(r);
    return r;
}

std::string text_of(json const& object, char const* key) {
    auto const found = object.find(key);
    return found == object.end() || found->is_null() ? std::string() : found->get<std::string>();
}

std::string authorization_of(cppsmith::http_request const& r) {
    auto const* v = cppsmith::find_header(r.headers, "authorization");
    return v ? *v : std::string();
}

/// The two texts behind the signature of a signed request, and the signature.
struct trace {
    std::string canonical_request, string_to_sign, signature;
};

trace trace_of(cppsmith::http_request const& r, cppsmith::sigv4_options const& options) {
    auto const claim = sigv4::read_claim(r).value();
    auto const fields = sigv4::canonical_headers(r, [&](std::string_view name) { return claim.signed_headers.contains(name); });
    auto const target = claim.presigned() ? sigv4::signed_target(r.target, options) : r.target;
    trace t;
    t.canonical_request = sigv4::canonical_request(r.method, target, fields, sigv4::sha256_hex(r.body).value(), options);
    t.string_to_sign =
        sigv4::string_to_sign(claim.time, sigv4::scope(claim.date, claim.region, claim.service), t.canonical_request).value();
    t.signature = claim.signature;
    return t;
}

/// The compact form from "2015-08-30T12:36:00Z".
std::string compact(std::string text) {
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

cppsmith::signing_context context_of(std::string const& region, std::string const& service, std::string const& time) {
    auto const parsed = sigv4::parse_time(time);
    REQUIRE(parsed.has_value());
    return {.region = region, .service = service, .time = *parsed, .credentials = {}};
}

} // namespace

TEST_CASE("aws-c-auth's suite", "[conformance][sigv4]") {
    auto const suite = cppsmith_tests::load_shared("conformance/sigv4/aws-c-auth-v4.json");
    if (!suite) return;
    std::size_t count = 0;
    for (auto const& c : *suite) {
        CAPTURE(text_of(c, "name"));
        auto const& given = c.at("context");
        auto const& keys = given.at("credentials");
        cppsmith::sigv4_options const options{.normalize_path = given.at("normalize").get<bool>(),
                                              .content_sha256_header = given.at("sign_body").get<bool>(),
                                              .omit_session_token = given.value("omit_session_token", false)};
        cppsmith::sigv4_signer const signer{
            cppsmith::credentials{text_of(keys, "access_key_id"), text_of(keys, "secret_access_key"), text_of(keys, "token")},
            options};
        auto const context =
            context_of(text_of(given, "region"), text_of(given, "service"), compact(text_of(given, "timestamp")));
        auto const request = parse_raw(text_of(c, "request"));

        auto signed_ = request;
        REQUIRE(signer.sign(signed_, context).has_value());
        auto const header_trace = trace_of(signed_, options);
        CHECK(header_trace.canonical_request == text_of(c, "header_canonical_request"));
        CHECK(header_trace.string_to_sign == text_of(c, "header_string_to_sign"));
        CHECK(header_trace.signature == text_of(c, "header_signature"));
        auto const expected = parse_raw(text_of(c, "header_signed_request"));
        CHECK(headers_of(signed_) == headers_of(expected));
        CHECK(signed_.target == expected.target);

        auto const url = signer.presign(request, context, std::chrono::seconds(given.at("expiration_in_seconds").get<int>()));
        REQUIRE(url.has_value());
        auto opened = request;
        opened.target = url->substr(std::string("https://" + request.authority).size());
        auto const query_trace = trace_of(opened, options);
        CHECK(query_trace.canonical_request == text_of(c, "query_canonical_request"));
        CHECK(query_trace.string_to_sign == text_of(c, "query_string_to_sign"));
        CHECK(query_trace.signature == text_of(c, "query_signature"));
        auto const expected_query = parse_raw(text_of(c, "query_signed_request"));
        CHECK(opened.target == expected_query.target);
        CHECK(headers_of(opened) == headers_of(expected_query));
        ++count;
    }
    CHECK(count > 0);
    std::cout << "aws-c-auth-v4: " << count << " cases, each in headers and in a presigned URL\n";
}

TEST_CASE("botocore's suite", "[conformance][sigv4]") {
    auto const suite = cppsmith_tests::load_shared("conformance/sigv4/botocore-aws4-testsuite.json");
    if (!suite) return;
    std::size_t count = 0;
    for (auto const& c : *suite) {
        CAPTURE(text_of(c, "name"));
        auto request = parse_raw(text_of(c, "req"));
        auto const expected = parse_raw(text_of(c, "sreq"));

        // The suite has no field for the token: it is what the expected request carries, signed or only sent.
        std::string token;
        if (auto const* sent = cppsmith::find_header(expected.headers, "x-amz-security-token")) token = *sent;
        bool const signed_token = text_of(c, "creq").find("\nx-amz-security-token:") != std::string::npos;
        cppsmith::sigv4_options const options{.omit_session_token = !signed_token};
        cppsmith::sigv4_signer const signer{
            cppsmith::credentials{"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token}, options};

        REQUIRE(signer.sign(request, context_of("us-east-1", "service", "20150830T123600Z")).has_value());
        auto const t = trace_of(request, options);
        CHECK(t.canonical_request == text_of(c, "creq"));
        CHECK(t.string_to_sign == text_of(c, "sts"));
        CHECK(authorization_of(request) == text_of(c, "authz"));
        // One `sreq` shows the signature of another case: `authz` above is the judge of that header.
        auto ours = request, theirs = expected;
        for (auto* r : {&ours, &theirs})
            std::erase_if(r->headers, [](auto const& h) { return sigv4::lower_case(h.name) == "authorization"; });
        CHECK(headers_of(ours) == headers_of(theirs));
        ++count;
    }
    CHECK(count > 0);
    std::cout << "botocore-aws4-testsuite: " << count << " cases, none left out\n";
}

TEST_CASE("requests that botocore signed at a frozen time", "[conformance][sigv4]") {
    auto const file = cppsmith_tests::load_shared("wire/sigv4_golden.json");
    if (!file) return;
    std::map<std::string, std::size_t> counts;
    for (auto const& c : file->at("cases")) {
        CAPTURE(text_of(c, "id"), text_of(c, "note"));
        cppsmith::http_request request{.method = text_of(c, "method"),
                                       .scheme = "http",
                                       .authority = {},
                                       .target = text_of(c, "target"),
                                       .headers = {},
                                       .body = {}};
        if (c.contains("body")) request.body = text_of(c, "body");
        if (c.contains("url")) {
            auto const url = text_of(c, "url");
            auto const host = url.find("://") + 3, path = url.find('/', host);
            request.scheme = url.substr(0, host - 3);
            request.authority = url.substr(host, path - host);
            request.target = url.substr(path);
        }
        if (auto const params = c.find("params"); params != c.end() && params->is_object())
            for (auto const& [name, value] : params->items())
                request.target += (request.target.find('?') == std::string::npos ? "?" : "&") +
                                  cppsmith::detail::percent_encode(name) + "=" +
                                  cppsmith::detail::percent_encode(value.get<std::string>());

        header_set expected;
        for (auto const& h : c.at("headers")) {
            auto const name = sigv4::lower_case(h.at(0).get<std::string>());
            expected.emplace(name, cppsmith::detail::trim(h.at(1).get_ref<std::string const&>()));
            // Left to the signer, and to the HTTP stack, which comes after it.
            static std::set<std::string> const made_later{"x-amz-date", "x-amz-security-token", "authorization",
                                                          "accept-encoding", "content-length"};
            if (!made_later.contains(name)) request.headers.push_back({h.at(0).get<std::string>(), h.at(1).get<std::string>()});
        }
        take_host(request);

        cppsmith::sigv4_signer const signer{
            cppsmith::credentials{text_of(c, "access_key"), text_of(c, "secret_key"), text_of(c, "session_token")}};
        REQUIRE(
            signer.sign(request, context_of(text_of(c, "region"), text_of(c, "service"), text_of(c, "amz_date"))).has_value());
        auto const t = trace_of(request, {});
        CHECK(t.canonical_request == text_of(c, "canonical_request"));
        CHECK(t.string_to_sign == text_of(c, "string_to_sign"));
        CHECK(t.signature == text_of(c, "signature"));
        for (auto const& h : request.headers) {
            CAPTURE(h.name);
            CHECK(expected.contains({sigv4::lower_case(h.name), std::string(cppsmith::detail::trim(h.value))}));
        }
        for (char const* name : {"authorization", "x-amz-date"}) CHECK(cppsmith::find_header(request.headers, name));
        ++counts[text_of(c, "group")];
    }
    CHECK(counts["wire"] + counts["https-host"] + counts["signer"] > 0);
    std::cout << "sigv4_golden:";
    for (auto const& [group, n] : counts) std::cout << ' ' << n << ' ' << group << ';';
    std::cout << '\n';
}

namespace {

/// The secrets a recorded case can have signed with: that of the environment, and those of the files it was given.
std::map<std::string, std::string> secrets_of(json const& c) {
    std::map<std::string, std::string> out;
    json const env = c.value("env", json::object());
    auto const variable = [&](char const* name, std::string usual) {
        return env.contains(name) ? text_of(env, name) : std::move(usual);
    };
    out[variable("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")] =
        variable("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    static std::regex const pair(R"(aws_access_key_id\s*=\s*(\S+)\s+aws_secret_access_key\s*=\s*(\S+))");
    for (char const* where : {"files", "home_files"}) {
        json const files = c.value(where, json::object());
        for (auto const& [name, file] : files.items()) {
            auto const text = file.is_string() ? file.get<std::string>() : text_of(file, "text");
            for (std::sregex_iterator m(text.begin(), text.end(), pair), end; m != end; ++m) out[(*m)[1]] = (*m)[2];
        }
    }
    return out;
}

void check_recordings(char const* path) {
    auto const file = cppsmith_tests::load_shared(path);
    if (!file) return;
    std::size_t count = 0, unsigned_requests = 0, partial = 0;
    for (auto const& c : file->at("cases")) {
        auto const secrets = secrets_of(c);
        for (auto const& [client, result] : c.at("results").items()) {
            for (auto const& recorded : result.value("requests", json::array())) {
                if (!recorded.contains("headers_raw")) continue;
                CAPTURE(text_of(c, "id"), text_of(c, "note"), client);
                cppsmith::http_request sent{.method = text_of(recorded, "method"),
                                            .scheme = "http",
                                            .authority = {},
                                            .target = text_of(recorded, "target"),
                                            .headers = {},
                                            .body = {}};
                for (auto const& h : recorded.at("headers_raw"))
                    sent.headers.push_back({h.at(0).get<std::string>(), h.at(1).get<std::string>()});
                take_host(sent);
                if (authorization_of(sent).empty()) {
                    ++unsigned_requests;
                    continue;
                }
                sent.body = text_of(recorded, "body");
                if (sigv4::sha256_hex(sent.body).value() != text_of(recorded, "body_sha256")) {
                    ++partial;
                    continue;
                }

                auto const claim = sigv4::read_claim(sent);
                REQUIRE(claim.has_value());
                REQUIRE(secrets.contains(claim->access_key_id));
                auto const secret = secrets.at(claim->access_key_id);
                auto const context = context_of(claim->region, claim->service, claim->time);

                auto again = sent;
                std::erase_if(again.headers, [](cppsmith::header const& h) { // what the signer and the HTTP stack add
                    auto const name = sigv4::lower_case(h.name);
                    return name == "x-amz-date" || name == "x-amz-security-token" || name == "authorization" ||
                           name == "accept-encoding" || name == "content-length";
                });
                REQUIRE(cppsmith::sigv4_signer(cppsmith::credentials{claim->access_key_id, secret, claim->session_token})
                            .sign(again, context)
                            .has_value());
                CHECK(authorization_of(again) == authorization_of(sent));

                auto const lookup = [&](std::string_view id) {
                    auto const found = secrets.find(std::string(id));
                    return found == secrets.end() ? std::optional<std::string>() : found->second;
                };
                CHECK(sigv4::verify(sent, lookup, {.now = context.time}).has_value());
                ++count;
            }
        }
    }
    CHECK(count > 0);
    std::cout << path << ": " << count << " requests signed alike; " << unsigned_requests << " carry no signature, " << partial
              << " not their whole body\n";
}

} // namespace

TEST_CASE("requests that boto3 sent", "[conformance][sigv4]") { check_recordings("wire/boto3_cases.json"); }
TEST_CASE("requests that the AWS CLI sent", "[conformance][sigv4]") { check_recordings("wire/cli_cases.json"); }
