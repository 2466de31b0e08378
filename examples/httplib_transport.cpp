// A transport of your own: Cppsmith over cpp-httplib instead of libcurl.
//
// Needs cpp-httplib 0.11. Where it is a compiled library, as Debian's, its flags say what it was built with (OpenSSL for https):
//   c++ -std=c++20 httplib_transport.cpp $(pkg-config --cflags --libs cpp-httplib) -lssl -lcrypto

#include <cppsmith/transport.hpp>

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
    std::string const url = argv[1]; // "http://127.0.0.1:8080"
    auto const colon = url.find("://");
    if (colon == std::string::npos) {
        std::cerr << "not a URL: " << url << '\n';
        return 2;
    }
    auto const response = httplib_transport{}.send(
        {.method = "GET", .scheme = url.substr(0, colon), .authority = url.substr(colon + 3), .target = "/registrationcode"});
    if (!response) {
        std::cerr << response.error() << '\n';
        return 1;
    }
    std::cout << response->status << '\n' << response->body << '\n';
}
