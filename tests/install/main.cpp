// A user's program: builds against each form of the package, and runs without a network.

#include <cppsmith/client.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/json.hpp>
#include <cppsmith/sigv4.hpp>
#include <cppsmith/transport/curl.hpp>

#include <iostream>

namespace iot = cppsmith::iot;

int main() {
    cppsmith::client aws{cppsmith::curl_transport{},
                         cppsmith::sigv4_signer{cppsmith::credentials{"AKIDEXAMPLE", "secret"}},
                         {.region = "us-west-2", .endpoint_url = "http://127.0.0.1:1", .retries = {.max_attempts = 1}}};
    iot::RegisterCACertificateRequest const request{.caCertificate = "PEM", .tags = {{{.Key = "fleet", .Value = "north"}}}};
    std::cout << cppsmith::json::write(request) << '\n';
    auto const reply = aws.call<iot::RegisterCACertificate>(request);
    std::cout << reply.error() << '\n';
    return reply.error().code == "connect" ? 0 : 1;
}
