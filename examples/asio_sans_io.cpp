// No client and no transport: prepare, sign and parse around the I/O that a program already has, here coroutines over Boost.Asio.
//
//   asio_sans_io <endpoint URL, http>
//
// With g++ 12 a request is named before it is used in a `co_await` expression: written inside one it would be destroyed twice.

#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/protocol.hpp>
#include <cppsmith/sigv4.hpp>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <chrono>
#include <exception>
#include <iostream>
#include <string>

namespace asio = boost::asio;
namespace http = boost::beast::http;
namespace iot = cppsmith::iot;

/// Sends a request over a new connection. (For https: the same over boost::asio::ssl::stream.)
asio::awaitable<cppsmith::http_response> exchange(cppsmith::http_request request) {
    auto const colon = request.authority.rfind(':');
    auto const host = request.authority.substr(0, colon);
    auto const port = colon == std::string::npos ? "80" : request.authority.substr(colon + 1);

    asio::ip::tcp::resolver resolver(co_await asio::this_coro::executor);
    auto const addresses = co_await resolver.async_resolve(host, port, asio::use_awaitable);
    boost::beast::tcp_stream stream(co_await asio::this_coro::executor);
    stream.expires_after(std::chrono::seconds(30));
    co_await stream.async_connect(addresses, asio::use_awaitable);

    http::request<http::string_body> out(http::string_to_verb(request.method), request.target, 11);
    out.set(http::field::host, request.authority);
    for (auto const& [name, value] : request.headers) out.set(name, value);
    out.body() = std::move(request.body);
    if (!out.body().empty()) out.prepare_payload();
    co_await http::async_write(stream, out, asio::use_awaitable);

    boost::beast::flat_buffer buffer;
    http::response<http::string_body> in;
    co_await http::async_read(stream, buffer, in, asio::use_awaitable);

    cppsmith::http_response response{
        .status = in.result_int() > 0 ? static_cast<int>(in.result_int()) : 0, .headers = {}, .body = std::move(in.body())};
    for (auto const& field : in) response.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    co_return response;
}

asio::awaitable<int> list(cppsmith::endpoint where, cppsmith::sigv4_signer signer) {
    iot::ListCACertificatesRequest const request{.pageSize = 25};
    auto prepared = cppsmith::prepare<iot::ListCACertificates>(request, where);
    if (!prepared) co_return (std::cerr << prepared.error() << '\n', 1);

    cppsmith::signing_context const context{.region = "us-west-2", .service = "iot", .time = std::chrono::system_clock::now()};
    if (auto done = signer.sign(*prepared, context); !done) co_return (std::cerr << done.error() << '\n', 1);

    auto response = co_await exchange(std::move(*prepared));
    auto const reply = cppsmith::parse<iot::ListCACertificates>(std::move(response));
    if (!reply) co_return (std::cerr << reply.error() << '\n', 1);
    auto const& certificates = reply->certificates;
    std::cout << (certificates ? certificates->size() : 0) << " CA certificates\n";
    if (certificates)
        for (auto const& certificate : *certificates)
            std::cout << certificate.certificateArn << ' ' << certificate.status << '\n';
    co_return 0;
}

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: asio_sans_io <endpoint URL>\n";
        return 2;
    }
    auto const where = cppsmith::endpoint::parse(argv[1]);
    if (!where || where->scheme != "http") {
        std::cerr << (where ? "this example speaks http alone" : to_string(where.error())) << '\n';
        return 2;
    }
    asio::io_context io;
    int status = 1;
    asio::co_spawn(io, list(*where, cppsmith::sigv4_signer{cppsmith::credentials::from_environment()}),
                   [&](std::exception_ptr failed, int result) {
                       status = result;
                       if (!failed) return;
                       try {
                           std::rethrow_exception(failed);
                       } catch (std::exception const& e) {
                           std::cerr << e.what() << '\n';
                           status = 1;
                       }
                   });
    io.run();
    return status;
}
