// The fake service on a port of this machine: HTTP/1.1, many connections, and faults on demand.

#ifndef CPPSMITH_FAKE_IOT_SERVER_HPP
#define CPPSMITH_FAKE_IOT_SERVER_HPP

#include <fake_iot/faults.hpp>
#include <fake_iot/service.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace fake_iot {

struct server_options {
    std::uint16_t port = 0;                             ///< on 127.0.0.1; 0 is any that is free
    unsigned threads = 2;                               ///< that handle requests
    std::uint32_t header_limit = 32 * 1024;             ///< bytes; more is answered with 431
    std::uint64_t body_limit = std::uint64_t{2} << 20;  ///< bytes; more is answered with 413
    std::chrono::milliseconds idle_timeout{60'000};     ///< until the header of a request is there; then the connection is closed
    std::chrono::milliseconds transfer_timeout{30'000}; ///< until the body of a request is there, and for sending an answer
};

/// Serves a `service` from its construction to its destruction, on threads of its own. The destructor drops the connections that
/// are open, those in a delay too, and returns when the threads have ended.
class server {
  public:
    /// Throws `std::runtime_error` where the port is taken.
    explicit server(service_options service = {}, server_options options = {});
    ~server();

    /// The port it listens on.
    std::uint16_t port() const noexcept;

    /// "http://127.0.0.1:" and the port.
    std::string endpoint() const;

    /// What is to go wrong with the next requests.
    fault_queue& faults() noexcept;

    /// The service behind it, to be looked into.
    fake_iot::service& service() noexcept;

    /// How many requests came in so far, those that met a fault too.
    std::size_t requests() const noexcept;

  private:
    class implementation;
    std::unique_ptr<implementation> implementation_;
};

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_SERVER_HPP
