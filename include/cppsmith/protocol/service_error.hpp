// An error response of a service over JSON as an `error`: code, message, request id, and whether to try again.

#ifndef CPPSMITH_PROTOCOL_SERVICE_ERROR_HPP
#define CPPSMITH_PROTOCOL_SERVICE_ERROR_HPP

#include <cppsmith/detail/request_id.hpp>
#include <cppsmith/detail/utf8.hpp>
#include <cppsmith/error.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/protocol/error_body.hpp>
#include <cppsmith/protocol/status_text.hpp>
#include <cppsmith/retry/classify.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::detail {

/// "com.amazonaws.iot#ThrottlingException:http://internal/" is ThrottlingException.
constexpr std::string_view bare_error_code(std::string_view code) noexcept {
    code = code.substr(0, code.find(':'));
    return code.substr(code.rfind('#') + 1);
}

/// Well-formed UTF-8 of at most 64 KiB, whatever the service sent.
inline std::string presentable(std::string_view text) {
    constexpr std::size_t most = 65'536;
    std::string out;
    for (std::size_t i = 0; i < text.size() && out.size() < most;) {
        auto const n = utf8_sequence_length(text.substr(i));
        if (n == 0) out += "\xef\xbf\xbd", ++i;
        else out += text.substr(i, n), i += n;
    }
    return out;
}

/// "Code;Sender" or "Code;Receiver": how services that once spoke the query protocol tell their former code.
constexpr bool is_query_error(std::string_view header) noexcept {
    auto const semicolon = header.find(';');
    return semicolon != header.npos && semicolon != 0 && header.find(';', semicolon + 1) == header.npos;
}

/// What a response without success says, in the precedence that the AWS clients have: the code from the header `x-amzn-ErrorType`, from the
/// body's `code` or `Code`, from `x-amzn-query-error`, from `__type`, or the status; the message from `message` or `Message`. The name is the
/// same, but for a service that is query-compatible: there `x-amzn-query-error` always gives the code, and the rest the name. A body that is
/// not JSON is the message itself; for the HTML or the nothing with which front ends, which set no header, answer a fault of the server there
/// is only the status.
inline error service_error(http_response&& response, bool query_compatible = false) {
    error e{.stage = stage::service, .status = response.status, .request_id = std::string(request_id_of(response))};
    std::string_view body = response.body;
    auto const begin = std::min(body.find_first_not_of(" \t\r\n\v\f"), body.size());
    auto const* const header = find_header(response.headers, "x-amzn-errortype");
    bool const front_end =
        !header && response.status >= 500 && (begin == body.size() || body.substr(begin).starts_with("<html>"));
    if (front_end) {
        e.code = std::to_string(response.status);
        e.message = status_text(response.status);
    } else {
        auto const said = error_body::read(body);
        auto const* const query = find_header(response.headers, "x-amzn-query-error");
        if (header) e.code = bare_error_code(*header);
        else if (said.code) e.code = bare_error_code(*said.code);
        else if (said.Code) e.code = bare_error_code(*said.Code);
        else if (said.type) e.code = bare_error_code(*said.type);
        else e.code = std::to_string(response.status);
        if (query_compatible) e.name = presentable(e.code);
        if ((query_compatible || (!header && !said.code && !said.Code)) && query && is_query_error(*query))
            e.code = query->substr(0, query->find(';'));
        if (said.message) e.message = presentable(*said.message);
        else if (said.Message) e.message = presentable(*said.Message);
        else if (!said.is_json) e.message = presentable(body);
    }
    e.code = presentable(e.code);
    if (e.name.empty()) e.name = e.code;
    e.retry = classify(e.code, e.status);
    if (e.retry == retryability::none) e.retry = classify(e.name, e.status);
    e.response = std::make_shared<http_response const>(std::move(response));
    return e;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_SERVICE_ERROR_HPP
