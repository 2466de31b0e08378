#include <fake_iot/server.hpp>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/socket_base.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>
#include <vector>

namespace fake_iot {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

/// Operations give their error as a value: nothing is thrown through a coroutine.
constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);

cppsmith::http_request to_request(http::request<http::string_body>&& message) {
    cppsmith::http_request request{.method = std::string(message.method_string()),
                                   .scheme = "http",
                                   .authority = std::string(message[http::field::host]),
                                   .target = std::string(message.target()),
                                   .headers = {},
                                   .body = std::move(message.body())};
    for (auto const& field : message) request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    return request;
}

/// How much of a body is sent.
enum class portion { whole, half, none };

/// The answer to what cannot be read as a request; the connection ends behind it.
cppsmith::http_response refusal(error_code failed) {
    if (failed == http::error::body_limit)
        return to_response({413, "RequestEntityTooLargeException", "The request body is too large."});
    if (failed == http::error::header_limit)
        return to_response({431, "RequestHeaderFieldsTooLargeException", "The request header is too large."});
    return to_response({400, "MalformedHttpRequestException", "The request is not HTTP."});
}

} // namespace

class server::implementation {
  public:
    implementation(service_options service, server_options options)
        : service_(std::move(service)), options_(options), acceptor_(context_, {asio::ip::address_v4::loopback(), options.port}),
          port_(acceptor_.local_endpoint().port()) {
        asio::co_spawn(context_, accept(), asio::detached);
        for (unsigned i = 0; i < std::max(options.threads, 1u); ++i) threads_.emplace_back([this] { context_.run(); });
    }

    ~implementation() {
        context_.stop();
        for (auto& thread : threads_) thread.join();
    }

    implementation(implementation const&) = delete;
    implementation& operator=(implementation const&) = delete;

    std::uint16_t port() const noexcept { return port_; }

    fault_queue faults_;
    fake_iot::service service_;
    std::atomic<std::size_t> requests_{0};

  private:
    asio::awaitable<void> accept() {
        for (;;) {
            auto [failed, socket] = co_await acceptor_.async_accept(asio::make_strand(context_), use_tuple);
            if (failed) { // out of descriptors, or a client that is gone already: wait a little instead of spinning
                asio::steady_timer pause(context_, std::chrono::milliseconds(10));
                co_await pause.async_wait(use_tuple);
                continue;
            }
            auto const strand = socket.get_executor();
            asio::co_spawn(strand, serve(beast::tcp_stream(std::move(socket))), asio::detached);
        }
    }

    /// One connection, request by request.
    asio::awaitable<void> serve(beast::tcp_stream stream) {
        error_code ignored;
        stream.socket().set_option(tcp::no_delay(true), ignored);
        beast::flat_buffer buffer;
        for (bool open = true; open;) {
            http::request_parser<http::string_body> parser;
            parser.header_limit(options_.header_limit);
            parser.body_limit(options_.body_limit);
            auto const failed = co_await read(stream, buffer, parser);
            if (failed) {
                // Of the errors of reading, these alone leave a client who waits for an answer.
                if (failed.category() != http::make_error_code(http::error::bad_method).category() ||
                    failed == http::error::end_of_stream || failed == http::error::partial_message)
                    co_return;
                auto const message = refusal(failed);
                co_await send(stream, message, false, portion::whole);
                break;
            }
            ++requests_;
            bool const keep_alive = parser.get().keep_alive(), head = parser.get().method() == http::verb::head;
            auto const request = to_request(parser.release());
            open = co_await answer(stream, request, keep_alive, head);
        }
        co_await finish(stream);
    }

    asio::awaitable<error_code> read(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                     http::request_parser<http::string_body>& parser) {
        stream.expires_after(options_.idle_timeout);
        auto const [no_header, header_size] = co_await http::async_read_header(stream, buffer, parser, use_tuple);
        if (no_header) co_return no_header;
        stream.expires_after(options_.transfer_timeout);
        if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
            http::response<http::empty_body> go_on{http::status::continue_, 11};
            auto const [not_sent, sent] = co_await http::async_write(stream, go_on, use_tuple);
            if (not_sent) co_return not_sent;
        }
        auto const [no_body, body_size] = co_await http::async_read(stream, buffer, parser, use_tuple);
        co_return no_body;
    }

    /// Whether the connection stays open.
    asio::awaitable<bool> answer(beast::tcp_stream& stream, cppsmith::http_request const& request, bool keep_alive, bool head) {
        auto fault = faults_.take();
        bool const instead = fault.kind == fault_kind::reset || fault.kind == fault_kind::close ||
                             fault.kind == fault_kind::garbage || fault.kind == fault_kind::respond;
        cppsmith::http_response response;
        if (!instead || fault.processed) response = service_.handle(request);
        if (fault.delay.count() > 0) {
            asio::steady_timer pause(stream.get_executor(), fault.delay);
            co_await pause.async_wait(use_tuple);
        }

        switch (fault.kind) {
        case fault_kind::none:
            break;
        case fault_kind::reset:
            reset(stream);
            co_return false;
        case fault_kind::close:
            co_return false;
        case fault_kind::garbage: {
            stream.expires_after(options_.transfer_timeout);
            co_await asio::async_write(stream, asio::buffer(fault.bytes), use_tuple);
            co_return false;
        }
        case fault_kind::truncate: {
            co_await send(stream, response, keep_alive, portion::half);
            co_return false;
        }
        case fault_kind::respond:
            response = std::move(fault.response);
            break;
        case fault_kind::malformed_json:
            response.body = response.body.empty() ? "{" : response.body.substr(0, response.body.size() / 2);
            break;
        case fault_kind::respell:
            response = respelled(std::move(response), fault.spelling);
            break;
        }
        bool const sent = co_await send(stream, response, keep_alive, head ? portion::none : portion::whole);
        co_return sent&& keep_alive;
    }

    /// Sends a response, or less of it than its Content-Length says. Whether that went well.
    asio::awaitable<bool> send(beast::tcp_stream& stream, cppsmith::http_response const& response, bool keep_alive,
                               portion part) {
        http::response<http::string_body> message;
        message.result(static_cast<unsigned>(response.status));
        for (auto const& h : response.headers) message.insert(h.name, h.value);
        message.keep_alive(keep_alive);
        message.content_length(part == portion::half ? response.body.size() + 1 : response.body.size());
        if (part == portion::whole) message.body() = response.body;
        if (part == portion::half) message.body() = response.body.substr(0, response.body.size() / 2);
        stream.expires_after(options_.transfer_timeout);
        auto const [failed, size] = co_await http::async_write(stream, message, use_tuple);
        co_return !failed;
    }

    /// Ends a connection so that the client gets all that was sent: what it still sends is read, for a moment, since closing a
    /// socket with unread bytes resets the connection.
    asio::awaitable<void> finish(beast::tcp_stream& stream) {
        if (!stream.socket().is_open()) co_return;
        error_code failed;
        stream.socket().shutdown(tcp::socket::shutdown_send, failed);
        stream.expires_after(std::chrono::seconds(1));
        std::array<char, 4096> rest;
        while (!failed) {
            auto const [ended, size] = co_await stream.async_read_some(asio::buffer(rest), use_tuple);
            failed = ended;
        }
    }

    static void reset(beast::tcp_stream& stream) {
        error_code ignored;
        stream.socket().set_option(asio::socket_base::linger(true, 0), ignored);
        stream.socket().close(ignored);
    }

    server_options options_;
    // The context holds the coroutines, which use what stands above: it goes before them.
    asio::io_context context_;
    tcp::acceptor acceptor_;
    std::uint16_t port_;
    std::vector<std::thread> threads_;
};

server::server(service_options service, server_options options)
    : implementation_(std::make_unique<implementation>(std::move(service), options)) {}

server::~server() = default;

std::uint16_t server::port() const noexcept { return implementation_->port(); }
std::string server::endpoint() const { return "http://127.0.0.1:" + std::to_string(port()); }
fault_queue& server::faults() noexcept { return implementation_->faults_; }
service& server::service() noexcept { return implementation_->service_; }
std::size_t server::requests() const noexcept { return implementation_->requests_; }

} // namespace fake_iot
