// A signer of your own: a bearer token instead of AWS's signatures, for a gateway in front of the service.
//
//   own_signer <endpoint URL>

#include <cppsmith/client.hpp>
#include <cppsmith/iot/get_registration_code.hpp>
#include <cppsmith/transport/curl.hpp>

#include <cstdlib>
#include <iostream>
#include <string>

namespace iot = cppsmith::iot;

struct bearer_signer {
    cppsmith::result<void> sign(cppsmith::http_request& request, cppsmith::signing_context const&) const {
        char const* token = std::getenv("GATEWAY_TOKEN");
        if (!token)
            return cppsmith::error{.stage = cppsmith::stage::sign, .code = "no_token", .message = "GATEWAY_TOKEN is not set"};
        cppsmith::set_header(request.headers, "authorization", std::string("Bearer ") + token);
        return {};
    }
};

static_assert(cppsmith::signer<bearer_signer>);

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: own_signer <endpoint URL>\n";
        return 2;
    }
    cppsmith::client gateway{cppsmith::curl_transport{}, bearer_signer{}, {.endpoint_url = argv[1]}};
    auto reply = gateway.call<iot::GetRegistrationCode>({});
    if (!reply) {
        std::cerr << reply.error() << '\n';
        return 1;
    }
    std::cout << reply->registrationCode.value() << '\n';
}
