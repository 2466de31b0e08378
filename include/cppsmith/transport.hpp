// The transport concept: what carries a request to the service and brings the response back.

#ifndef CPPSMITH_TRANSPORT_HPP
#define CPPSMITH_TRANSPORT_HPP

#include <cppsmith/body_stream.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/result.hpp>

#include <chrono>
#include <concepts>
#include <functional>
#include <stop_token>
#include <type_traits>

namespace cppsmith::inline v0 {

/// What one attempt may take. A transport that cannot keep a bound says so in its documentation.
struct send_options {
    std::chrono::milliseconds connect_timeout{0}; ///< to connect, TLS included; 0 means no bound
    std::chrono::milliseconds timeout{0};         ///< for the whole exchange; 0 means no bound
    std::stop_token stop{};                       ///< ends the exchange soon after a stop is asked for

    // For transports that stream alone; these outlive the exchange.
    body_source const* source = nullptr; ///< the body instead of the request's own, from where the source is
    body_sink const* sink = nullptr;     ///< gets the body of a response with status 200 to 299, whose own stays empty
};

/// Carries one request and brings back one response: `result<http_response> send(http_request const&)`.
///
/// Any status is a success of the transport, redirects too: it follows none and retries nothing. It sends the headers it is given,
/// `Host` from `authority` and `Content-Length` from the body, and refuses what would break the message (CR, LF or NUL in any part).
/// It does not throw; failures are errors of stage `send` with code "connect", "tls", "timeout", "cancelled", "connection" (lost or
/// broken in the middle) or "response_too_large", `transient` where another attempt may help. TLS is verified unless the user says otherwise.
/// A client may be used from several threads if its transport may.
///
/// Exemplar: `struct t { cppsmith::result<cppsmith::http_response> send(cppsmith::http_request const&); };`
///
/// Models: `curl_transport`, `std::reference_wrapper` of any transport.
template <class T>
concept transport = requires(std::unwrap_reference_t<T>& t, http_request const& request) {
    { t.send(request) } -> std::same_as<result<http_response>>;
};

/// A transport that keeps deadlines and can be stopped: the client prefers its second function.
template <class T>
concept cancellable_transport =
    transport<T> && requires(std::unwrap_reference_t<T>& t, http_request const& request, send_options const& options) {
        { t.send(request, options) } -> std::same_as<result<http_response>>;
    };

/// A cancellable transport that sends what `send_options::source` has, and passes what comes to `send_options::sink`. It says so by a constant
/// `streams` that is true: for others the client holds both bodies in memory.
template <class T>
concept streaming_transport =
    cancellable_transport<T> && requires { requires std::remove_reference_t<std::unwrap_reference_t<T>>::streams; };

/// Only just a transport: code that compiles with it asks nothing of a transport that the concept does not promise.
struct transport_archetype {
    transport_archetype() = delete;
    transport_archetype(transport_archetype const&) = delete;
    transport_archetype(transport_archetype&&) = default;
    result<http_response> send(http_request const&);
};

static_assert(transport<transport_archetype> && transport<std::reference_wrapper<transport_archetype>>);
static_assert(!cancellable_transport<transport_archetype>);

} // namespace cppsmith::inline v0

#endif // CPPSMITH_TRANSPORT_HPP
