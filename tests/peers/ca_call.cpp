// One call with our client, for tests in Python: the request from stdin as JSON, what came of it to stdout.
//
//   ca_call <endpoint URL> <operation, as boto3 names it>          credentials and AWS_REGION from the environment

#include "support/ca_operations.hpp"

#include <cppsmith/client.hpp>
#include <cppsmith/json.hpp>
#include <cppsmith/sigv4.hpp>
#include <cppsmith/transport/curl.hpp>

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <iterator>
#include <string>

namespace {

nlohmann::json told(cppsmith::error const& e) {
    return {
        {"stage", to_string(e.stage)}, {"code", e.code}, {"message", e.message}, {"status", e.status}, {"pointer", e.pointer}};
}

} // namespace

int main(int argc, char** argv) try {
    if (argc != 3) {
        std::cerr << "usage: ca_call <endpoint URL> <operation>\n";
        return 2;
    }
    std::string const text{std::istreambuf_iterator<char>(std::cin), {}};
    char const* region = std::getenv("AWS_REGION");
    cppsmith::client const aws{cppsmith::curl_transport{},
                               cppsmith::sigv4_signer{cppsmith::credentials::from_environment()},
                               {.region = region ? region : "us-west-2", .endpoint_url = argv[1]}};
    nlohmann::json answer;
    cppsmith_tests::with_operation(argv[2], [&]<class Op>() {
        auto const request = cppsmith::json::read<typename Op::request>(text, {.refuse_unknown_members = true});
        if (!request) return void(answer = told(request.error()));
        auto const reply = aws.call<Op>(*request);
        if (!reply) return void(answer = told(reply.error()));
        answer = {{"result", nlohmann::json::parse(cppsmith::json::write(reply.value().value()))},
                  {"status", (*reply).http().status}};
    });
    std::cout << answer.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) << '\n';
    return 0;
} catch (std::exception const& failed) {
    std::cerr << failed.what() << '\n';
    return 1;
}
