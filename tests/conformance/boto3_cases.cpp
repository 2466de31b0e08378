// Recorded boto3 calls: from the same arguments the same request, from the same reply the same response, the same refusals.

#include "support/boto3_case.hpp"
#include "support/ca_operations.hpp"
#include "support/catch.hpp"

#include <cppsmith/json.hpp>
#include <cppsmith/protocol.hpp>
#include <cppsmith/sigv4.hpp>
#include <cppsmith/validate.hpp>

using namespace cppsmith_tests;

namespace {

/// Cases that have no counterpart in typed C++, by what they do.
std::string why_not_applicable(json const& c, json const& result) {
    if (!c.at("kwargs").is_object()) return "a positional argument: a request is one argument here";
    auto const transform = member_or(c, "pytransform", "");
    if (transform.ends_with("=bytes")) return "Python's bytes for a text: both are std::string here";
    auto const failed = result.find("exception");
    if (failed != result.end() && failed->at("class").get<std::string>().starts_with("builtins."))
        return "the reference client crashed: " + failed->at("class").get<std::string>();
    for (auto const& [name, value] : c.at("kwargs").items())
        if (value.is_null()) return "None for a member: null is absent here, as in replies";
    return "";
}

std::set<std::string> query_of(std::string const& target) {
    std::set<std::string> parameters;
    auto const question = target.find('?');
    if (question == target.npos) return parameters;
    std::istringstream in(target.substr(question + 1));
    for (std::string p; std::getline(in, p, '&');) parameters.insert(p);
    return parameters;
}

std::string path_of(std::string const& target) { return target.substr(0, target.find('?')); }

/// The kwargs without what a typed request cannot hold: unknown members, and values of the wrong type.
json without(json kwargs, std::multiset<std::string> const& pointers) {
    for (auto const& p : pointers) {
        json::json_pointer const at(p);
        if (!kwargs.contains(at)) continue;
        auto& parent = kwargs[at.parent_pointer()];
        if (parent.is_array())
            parent[std::stoul(at.back())] = json::object({{"Key", "a valid element keeps the indexes of the others"}});
        else parent.erase(at.back());
    }
    return kwargs;
}

template <class Op> void check_refusal(json const& c, json const& exception) {
    using request = typename Op::request;
    auto problems = botocore_problems(exception.at("message").template get<std::string>());
    auto untypeable = problems["unknown"];
    untypeable.insert(problems["type"].begin(), problems["type"].end());

    auto const strict = cppsmith::json::read<request>(c.at("kwargs").dump(), {.refuse_unknown_members = true});
    CHECK(strict.has_value() == untypeable.empty());
    if (!strict) CHECK(untypeable.count(strict.error().pointer) == 1);

    auto const rest = cppsmith::json::read<request>(without(c.at("kwargs"), untypeable).dump(), {.refuse_unknown_members = true});
    REQUIRE(rest.has_value());
    std::map<std::string, std::multiset<std::string>> found;
    for (auto const& v : cppsmith::validate(*rest, cppsmith::policy::parity))
        if (untypeable.count(v.pointer) == 0)
            found[std::string(to_string(v.kind))].insert(v.pointer); // taken out above, so absent
    for (auto const* kind : {"required", "length", "range"}) CHECK(found[kind] == problems[kind]);
}

template <class Op> void check_request(json const& c, json const& recorded) {
    auto const request = cppsmith::json::read<typename Op::request>(c.at("kwargs").dump(), {.refuse_unknown_members = true});
    if (auto const body = member_or(recorded, "body", "");
        !body.empty() && recorded.at("body_len") == body.size() && !json::accept(body)) {
        CHECK(cppsmith::json::read<typename Op::request>(body).error().code ==
              "not_json"); // half a character: Python sends what nobody can read
        return;
    }
    REQUIRE(request.has_value());
    CHECK(cppsmith::validate(*request, cppsmith::policy::parity).empty());

    auto const client = c.value("client", json::object());
    auto const where = cppsmith::endpoint::parse("http://" + raw_header(recorded, "host").value() +
                                                 member_or(client.is_null() ? json::object() : client, "endpoint_suffix", ""));
    REQUIRE(where.has_value());
    auto http = cppsmith::prepare<Op>(*request, *where);
    REQUIRE(http.has_value());
    CHECK(http->method == recorded.at("method").get<std::string>());
    CHECK(path_of(http->target) == recorded.at("path").get<std::string>());
    CHECK(query_of(http->target) == query_of(recorded.at("target").get<std::string>()));
    auto const* type = cppsmith::find_header(http->headers, "content-type");
    CHECK((type ? std::optional(*type) : std::nullopt) == raw_header(recorded, "content-type"));

    auto const sent_length = recorded.at("body_len").get<std::size_t>();
    std::string python_body = http->body.empty() ? "" : python_dumps(json::parse(http->body));
    CHECK(python_body.size() == sent_length);
    if (auto const body = recorded.find("body"); body != recorded.end() && body->get<std::string>().size() == sent_length) {
        auto const text = body->get<std::string>();
        if (sent_length != 0) CHECK(json::parse(http->body) == json::parse(text));
        python_body = text; // its members may stand in another order
    }
    CHECK(cppsmith::sigv4::sha256_hex(python_body).value() == recorded.at("body_sha256").get<std::string>());

    // Signed over the very bytes that boto3 sent, the signature is the recorded one: host, path, query and headers are all in it.
    http->body = python_body;
    cppsmith::sigv4_signer const signer(cppsmith::credentials{"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                                                              client.is_object() ? member_or(client, "token", "") : ""});
    auto const done = signer.sign(
        *http, {.region = "us-east-1", .service = "iot", .time = amz_time(raw_header(recorded, "x-amz-date").value())});
    REQUIRE(done.has_value());
    CHECK(*cppsmith::find_header(http->headers, "authorization") == raw_header(recorded, "authorization").value());
}

template <class Op> void check_response(json const& c, json const& result) {
    auto response = as_response(c.at("replies").at(0)).value();
    auto const status = response.status;
    auto const reply = cppsmith::parse<Op>(std::move(response));
    if (result.contains("exception")) {
        auto const& expected = result.at("exception").at("response").at("Error");
        REQUIRE(!reply);
        CHECK(reply.error().code == expected.at("Code").template get<std::string>());
        CHECK(reply.error().status == status);
        return;
    }
    auto const& metadata = result.at("response").at("ResponseMetadata");
    auto const expected = modelled_part(result.at("response"));
    bool const untyped = c.at("note").get<std::string>().find("number kept as a number") != std::string::npos;
    if (untyped) { // a typed client cannot keep it, and does not drop it in silence
        REQUIRE(!reply);
        CHECK(reply.error().code == "wrong_type");
        return;
    }
    REQUIRE(reply.has_value());
    CHECK(json::parse(cppsmith::json::write(reply.value().value())) == expected);
    CHECK((*reply).http().status == metadata.at("HTTPStatusCode").template get<int>());
    CHECK(std::string((*reply).request_id()) == member_or(metadata, "RequestId", ""));
    CHECK((*reply).malformed() ==
          (!(*reply).http().body.empty() && !json::accept(c.at("replies").at(0).at("body").template get<std::string>())));
}

void check_endpoint(json const& c, json const& result) {
    auto const& client = c.at("client");
    auto const where = cppsmith::regional_endpoint(
        "iot", client.at("region").get<std::string>(),
        {.fips = client.at("use_fips_endpoint").get<bool>(), .dual_stack = client.at("use_dualstack_endpoint").get<bool>()});
    if (!result.contains("url")) {
        CHECK(!where);
        return;
    }
    REQUIRE(where.has_value());
    auto const request = cppsmith::json::read<cppsmith::iot::RegisterCACertificateRequest>(c.at("kwargs").dump());
    CHECK(cppsmith::prepare<cppsmith::iot::RegisterCACertificate>(*request, *where)->url() ==
          result.at("url").get<std::string>());
}

} // namespace

TEST_CASE("recorded boto3 calls are made and answered alike", "[conformance]") {
    auto const data = load_shared("wire/boto3_cases.json");
    if (!data) return;
    std::size_t checked = 0, refused = 0;
    for (auto const& c : data->at("cases")) {
        auto const& results = c.at("results");
        if (!results.contains(reference_client)) continue;
        auto const& result = results.at(reference_client);
        auto const id = c.at("id").get<std::string>();
        INFO(id << ": " << member_or(c, "note", ""));
        if (auto const reason = why_not_applicable(c, result); !reason.empty()) {
            std::cout << "not applicable: " << id << ": " << reason << '\n';
            continue;
        }
        ++checked;
        if (c.at("group") == "endpoint") {
            check_endpoint(c, result);
            continue;
        }
        with_operation(member_or(c, "op", "register_ca_certificate"), [&]<class Op>() {
            auto const failed = result.find("exception");
            if (failed != result.end() && failed->at("class") == "botocore.exceptions.ParamValidationError") {
                ++refused;
                return check_refusal<Op>(c, *failed);
            }
            for (auto const& recorded : result.at("requests")) check_request<Op>(c, recorded);
            if (c.contains("replies")) check_response<Op>(c, result);
        });
    }
    std::cout << "boto3 cases: " << checked << " checked, " << refused << " of them refusals" << std::endl;
    CHECK(checked > 0);
}
