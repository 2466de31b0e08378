// What can go wrong, as one flat value: where, what, and whether another attempt may help.

#ifndef CPPSMITH_ERROR_HPP
#define CPPSMITH_ERROR_HPP

#include <cppsmith/http.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0 {

/// The step of a call that failed, in the order in which a call runs through them.
enum class stage : std::uint8_t {
    none,      ///< no error: a default-constructed `error`
    configure, ///< an option or an endpoint that cannot be used
    validate,  ///< the request breaks constraints of its model; nothing was sent
    prepare,   ///< the request has no form on the wire (invalid UTF-8, an empty path label)
    sign,      ///< no credentials, or a request that cannot be signed
    send,      ///< the transport: connection, TLS, timeout, cancellation
    parse,     ///< the response, or a JSON text, is not what the model says
    service,   ///< the service answered with an error
    follow, ///< several calls do not come to what was asked for: a page's token that repeats, a wait that failed or took too long
};

/// Whether the same call may succeed when it is made again, in the terms of AWS's standard retry mode.
enum class retryability : std::uint8_t {
    none,       ///< the same request fails again
    transient,  ///< a fault that passes: connection lost, timeout, HTTP 500, 502, 503, 504
    throttling, ///< the service asks for fewer calls
};

/// An error. Default-constructible; a copy costs its short strings, and shares the response.
///
/// `code` is for programs and stable: for errors of the service its name for the error
/// ("ResourceAlreadyExistsException", without namespace and suffix), or the HTTP status in digits where the
/// response has none; for the rest a word of ours in snake_case ("timeout", "invalid_utf8").
/// `message` is for people. Neither ever holds a secret or the content of a sensitive member.
struct error {
    cppsmith::stage stage = cppsmith::stage::none;
    retryability retry = retryability::none;
    int status = 0; ///< HTTP status; 0 where no response came
    std::string code{};
    std::string message{};
    std::string
        name{}; ///< the modelled name of a service error, where `code` is a query-compatible one; else equal to `code` or empty
    std::string pointer{};    ///< JSON pointer (RFC 6901) to the member at fault, where there is one
    std::string request_id{}; ///< the service's id of the request, to be told to its support

    /// The response that carried a service error: the source of `as<Shape>(error)`. Shared between copies, may be null.
    std::shared_ptr<http_response const> response{};

    /// Whether another attempt may succeed.
    bool retryable() const noexcept { return retry != retryability::none; }

    /// Equal in all that is said about the error; the shared response is not compared.
    friend bool operator==(error const& a, error const& b) noexcept {
        return a.stage == b.stage && a.retry == b.retry && a.status == b.status && a.code == b.code && a.message == b.message &&
               a.name == b.name && a.pointer == b.pointer && a.request_id == b.request_id;
    }
};

/// The stage in one word: "send".
constexpr std::string_view to_string(stage s) noexcept {
    constexpr std::string_view words[] = {"none", "configure", "validate", "prepare", "sign",
                                          "send", "parse",     "service",  "follow"};
    return words[static_cast<std::size_t>(s)];
}

/// The error in one line: `service: ThrottlingException (HTTP 429): Rate exceeded [request 4e5f...]`. Control characters are blanks
/// there, so that no service forges lines of a log or speaks to a terminal.
inline std::string to_string(error const& e) {
    std::string line(to_string(e.stage));
    line += ": ";
    line += e.code;
    if (e.status != 0) line += " (HTTP " + std::to_string(e.status) + ')';
    if (!e.pointer.empty()) line += " at " + e.pointer;
    if (!e.message.empty()) line += ": " + e.message;
    if (!e.request_id.empty()) line += " [request " + e.request_id + ']';
    for (char& c : line)
        if (detail::is_control(c) || c == '\t') c = ' ';
    return line;
}

template <class Char, class Traits> auto& operator<<(std::basic_ostream<Char, Traits>& out, error const& e) {
    auto const line = to_string(e);
    return out.write(line.data(), static_cast<std::ptrdiff_t>(line.size()));
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_ERROR_HPP
