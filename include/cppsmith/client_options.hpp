// What a client can be told, once for all its calls or for one of them.

#ifndef CPPSMITH_CLIENT_OPTIONS_HPP
#define CPPSMITH_CLIENT_OPTIONS_HPP

#include <cppsmith/body_stream.hpp>
#include <cppsmith/credentials.hpp>
#include <cppsmith/endpoint/options.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/retry/standard.hpp>
#include <cppsmith/validate.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace cppsmith::inline v0 {

/// How long a call may take; 0 means no bound. `connect` and `attempt` are kept by transports that take `send_options`; `total` by the
/// client too, which begins no attempt and no delay that would pass it.
struct timeouts {
    std::chrono::milliseconds connect{10'000}; ///< to connect, TLS included
    std::chrono::milliseconds attempt{60'000}; ///< for one request and its response
    std::chrono::milliseconds total{0};        ///< for the call: all attempts and the delays between them
};

/// One thing that happened in a call. It holds nothing that a model could mark as sensitive: neither path, headers, bodies nor credentials.
struct log_event {
    enum class kind : std::uint8_t {
        sending,  ///< an attempt is about to be sent
        received, ///< a response came, whatever its status
        retrying, ///< the attempt failed, and another one follows after `delay`
        failed,   ///< the call ends with `error`
    };
    log_event::kind what{};
    std::string_view operation{};           ///< "RegisterCACertificate"
    std::string_view method{};              ///< "POST"
    std::string_view authority{};           ///< "iot.us-west-2.amazonaws.com"
    int attempt = 0;                        ///< from 1 on
    int status = 0;                         ///< of the response; 0 where there is none
    std::string_view request_id{};          ///< the service's, where it sent one
    std::chrono::milliseconds delay{};      ///< before the next attempt
    cppsmith::error const* error = nullptr; ///< what went wrong, while the hook runs
};

/// The options of a client. Everything has a default but the region, which calls to AWS need; nothing is read from the environment.
struct client_options {
    std::string region{}; ///< "us-west-2"
    /// Used instead of the region's endpoint, as the service's rules allow it; scheme, port, path and query are kept.
    std::string endpoint_url{};
    bool use_fips = false;                  ///< the region's endpoint with cryptography validated under FIPS 140
    bool use_dual_stack = false;            ///< the region's endpoint over IPv6 too
    std::string account_id{};               ///< of the credentials, for services that have an endpoint for each account
    std::string account_id_endpoint_mode{}; ///< "preferred", "disabled" or "required"; empty leaves it to the service's rules
    std::vector<endpoint_parameter> endpoint_parameters{}; ///< what else services make their endpoints depend on
    policy validation = policy::parity;
    retry_options retries{};
    cppsmith::timeouts timeouts{};
    std::string user_agent{"cppsmith/0.1"};

    /// The time that requests are signed for; by default `std::chrono::system_clock::now`.
    std::function<std::chrono::system_clock::time_point()> clock{};
    /// Waits between attempts; by default a wait that the call's stop token ends.
    std::function<void(std::chrono::milliseconds)> sleep{};
    /// Whether operations may put a prefix in front of the endpoint's host, as some do ("data-", "{AccountId}."). Not so behind a proxy or a local
    /// server that goes by one name.
    bool host_prefix = true;

    /// Compresses bodies of at least so many bytes where the model allows it: `gzip` of <cppsmith/compression.hpp>; null: none are.
    std::string (*compress)(std::string_view) = nullptr;
    std::size_t compress_from = 10'240; ///< bytes

    /// A number from [0, 1) for the jitter of delays, and for the UUIDs that stand in for absent idempotency tokens; by default from a generator of
    /// this thread, seeded by the operating system.
    std::function<double()> random{};
    /// Told of each step. Called in the caller's thread; must not throw.
    std::function<void(log_event const&)> log{};
};

/// What one call does otherwise than its client.
struct call_options {
    std::string region{}; ///< empty: the client's
    /// Empty: the client's. For an endpoint that the service itself has told, as by its `DescribeEndpoints`.
    std::string endpoint_url{};
    std::optional<cppsmith::credentials> credentials{};
    std::optional<cppsmith::timeouts> timeouts{};
    std::optional<policy> validation{};
    std::vector<header> headers{}; ///< sent, and signed, with this call; one that the protocol sets too is replaced
    std::stop_token stop{};        ///< ends the call with the error "cancelled"

    /// The body of an operation whose input has a streaming payload, which is left absent (or empty) in the request. There is a further attempt only
    /// where it can be rewound. It is held in memory where the transport does not stream, where the model asks for a checksum of it, and where it
    /// asks for a length that the source does not know.
    body_source source{};

    /// Gets the body of a successful response, where the operation's output has a streaming payload, which is then absent in the reply. Once it
    /// has got something there is no further attempt.
    body_sink sink{};
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_CLIENT_OPTIONS_HPP
