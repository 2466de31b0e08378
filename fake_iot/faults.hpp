// What can be made to go wrong between the fake service and its clients.

#ifndef CPPSMITH_FAKE_IOT_FAULTS_HPP
#define CPPSMITH_FAKE_IOT_FAULTS_HPP

#include <cppsmith/http.hpp>

#include <chrono>
#include <cstddef>
#include <deque>
#include <limits>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace fake_iot {

enum class fault_kind {
    none,           ///< nothing but the delay
    reset,          ///< the connection is reset (RST) instead of an answer
    close,          ///< the connection is closed instead of an answer
    garbage,        ///< bytes that are not HTTP instead of an answer, then the connection is closed
    respond,        ///< another response instead of the service's
    truncate,       ///< half of the body, with the Content-Length of more than all of it, then the connection is closed
    malformed_json, ///< half of the body, with its right Content-Length
    respell,        ///< the name of an error in another of the forms that AWS uses
};

/// Where the name of an error stands, and how it is written.
enum class error_spelling {
    header, ///< x-amzn-ErrorType: Name
    colon,  ///< x-amzn-ErrorType: Name:http://internal.amazon.com/...
    hash,   ///< x-amzn-ErrorType: com.amazonaws.iot#Name
    type,   ///< the member `__type` of the body
    code,   ///< the member `code` of the body
};

/// A fault. `reset`, `close`, `garbage` and `respond` keep the request from the service, unless `processed` is set: then the
/// service does what it is asked for, and only its answer is lost. With the other kinds the service always handles the request.
struct fault {
    std::chrono::milliseconds delay{0}; ///< before the answer, or what comes in its place
    fault_kind kind = fault_kind::none;
    bool processed = false;
    std::string bytes = "this is not HTTP\r\n\r\n";   ///< of `garbage`
    cppsmith::http_response response{};               ///< of `respond`
    error_spelling spelling = error_spelling::header; ///< of `respell`
};

/// A fault that answers with an error: status 200 to 599, its name (none where empty), a message.
fault respond_with(int status, std::string const& code, std::string const& message = "A fault that was asked for.");

/// The faults of the next requests, in their order. Safe for threads.
class fault_queue {
  public:
    /// As a number of times: until `clear` is called, for all practical purposes.
    static constexpr std::size_t always = std::numeric_limits<std::size_t>::max();

    /// Appends a fault for the next `times` requests that have none yet.
    void next(fault f, std::size_t times = 1);

    /// The fault of a request that came in: no fault if none is left.
    fault take();

    /// Forgets all that are left.
    void clear();

  private:
    std::mutex mutex_;
    std::deque<std::pair<fault, std::size_t>> entries_;
};

/// A fault as the command line has it, and how many requests it is for: words joined by commas, `delay=200ms`, one of `reset`,
/// `close`, `garbage`, `truncate`, `malformed-json`, `status=503`, `status=429:ThrottlingException`,
/// `error-type=colon|hash|type|code`, further `processed`, and `x3` or `always`. Throws `std::invalid_argument` with a sentence
/// for people.
std::pair<fault, std::size_t> read_fault(std::string_view text);

/// The response with the name of its error written in another way. A response without an error stays as it is.
cppsmith::http_response respelled(cppsmith::http_response response, error_spelling spelling);

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_FAULTS_HPP
