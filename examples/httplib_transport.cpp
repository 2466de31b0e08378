// A transport of your own: Cppsmith over cpp-httplib instead of libcurl.
//
// Needs cpp-httplib 0.11. Where it is a compiled library, as Debian's, its flags say what it was built with (OpenSSL for https):
//   c++ -std=c++20 httplib_transport.cpp $(pkg-config --cflags --libs cpp-httplib cppsmith-json cppsmith-sigv4) -lssl

#include <cppsmith/client.hpp>
#include <cppsmith/iot/get_registration_code.hpp>
#include <cppsmith/sigv4.hpp>

#include <httplib.h>

#include <iostream>
#include <string>

/// One connection a request, cpp-httplib's own deadlines. It adds `Accept` and `User-Agent` where the request has none.
struct httplib_transport {
    cppsmith::result<cppsmith::http_response> send(cppsmith::http_request const& request) const {
        httplib::Client http(request.scheme + "://" + request.authority);
        http.set_url_encode(false); // the target is encoded already, and signed as it is

        httplib::Request out;
        out.method = request.method;
        out.path = request.target;
        out.body = request.body;
        for (auto const& [name, value] : request.headers) {
            if ((name + value).find_first_of(std::string("\r\n\0", 3)) != std::string::npos)
                return failed("invalid_request", name);
            out.headers.emplace(name, value);
        }
        auto const in = http.send(out);
        if (in.error() == httplib::Error::SSLServerVerification) return failed("tls", "the server's certificate is not trusted");
        if (!in) return failed("connection", to_string(in.error()), cppsmith::retryability::transient);

        cppsmith::http_response response{.status = in->status, .headers = {}, .body = in->body};
        for (auto const& [name, value] : in->headers) response.headers.push_back({name, value});
        return response;
    }

    static cppsmith::error failed(char const* code, std::string message,
                                  cppsmith::retryability retry = cppsmith::retryability::none) {
        return {.stage = cppsmith::stage::send, .retry = retry, .code = code, .message = std::move(message)};
    }
};

static_assert(cppsmith::transport<httplib_transport>);

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: httplib_transport <endpoint URL>\n";
        return 2;
    }
    cppsmith::client aws{httplib_transport{},
                         cppsmith::sigv4_signer{cppsmith::credentials::from_environment()},
                         {.region = "us-west-2", .endpoint_url = argv[1]}};
    auto reply = aws.call<cppsmith::iot::GetRegistrationCode>({});
    if (!reply) {
        std::cerr << reply.error() << '\n';
        return 1;
    }
    std::cout << reply->registrationCode.value() << '\n';
}
