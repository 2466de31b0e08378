// Registers a CA certificate with AWS IoT.
//
//   quickstart rootCA.pem verificationCert.pem [endpoint URL]
//
// Credentials come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN; without an endpoint URL the region's is called.

#include <cppsmith/client.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/sigv4.hpp>
#include <cppsmith/transport/curl.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace iot = cppsmith::iot;

std::string read_file(char const* name) {
    std::ifstream in(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: quickstart <CA certificate> <verification certificate> [endpoint URL]\n";
        return 2;
    }
    cppsmith::client aws{cppsmith::curl_transport{},
                         cppsmith::sigv4_signer{cppsmith::credentials::from_environment()},
                         {.region = "us-west-2", .endpoint_url = argc > 3 ? argv[3] : ""}};

    auto reply = aws.call<iot::RegisterCACertificate>({
        .caCertificate = read_file(argv[1]), // std::string: moved in, not copied
        .verificationCertificate = read_file(argv[2]),
        .setAsActive = true,
        .registrationConfig =
            iot::RegistrationConfig{.roleArn =
                                        "arn:aws:iam::123456789012:role/provisioning"}, // a literal: checked by the compiler
        .tags = {{{.Key = "fleet", .Value = "north"}}},
    });

    if (!reply) {
        std::cerr << reply.error() << '\n';
        return 1;
    }
    std::cout << reply->certificateArn.value() << '\n';
}
