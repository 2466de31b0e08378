// A transport that answers from a script and keeps what it was asked to send, and a signer that keeps what it was told.

#ifndef CPPSMITH_TESTS_SUPPORT_SCRIPTED_TRANSPORT_HPP
#define CPPSMITH_TESTS_SUPPORT_SCRIPTED_TRANSPORT_HPP

#include <cppsmith/signer.hpp>
#include <cppsmith/transport.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace cppsmith_tests {

using scripted_reply = cppsmith::result<cppsmith::http_response>;

inline scripted_reply answer(int status, std::string body = "{}", std::vector<cppsmith::header> headers = {}) {
    return cppsmith::http_response{.status = status, .headers = std::move(headers), .body = std::move(body)};
}

inline scripted_reply failure(std::string code, cppsmith::retryability retry = cppsmith::retryability::transient) {
    return cppsmith::error{.stage = cppsmith::stage::send, .retry = retry, .code = std::move(code)};
}

/// Takes no options; the last reply is given again and again.
struct plain_transport {
    std::vector<scripted_reply> replies{answer(200)};
    std::vector<cppsmith::http_request> sent{};
    std::function<void()> before_answer{};

    scripted_reply send(cppsmith::http_request const& request) {
        sent.push_back(request);
        if (before_answer) before_answer();
        return replies.at(std::min(sent.size(), replies.size()) - 1);
    }
};

/// Takes options, and keeps them.
struct scripted_transport {
    plain_transport script{};
    std::vector<cppsmith::send_options> options{};

    scripted_reply send(cppsmith::http_request const&) {
        return cppsmith::error{.code = "the function without options was called"};
    }
    scripted_reply send(cppsmith::http_request const& request, cppsmith::send_options const& o) {
        options.push_back(o);
        return script.send(request);
    }
};

/// Adds a header of its own, as a signer does.
struct recording_signer {
    std::vector<cppsmith::signing_context> contexts{};
    std::vector<cppsmith::http_request> seen{};
    cppsmith::result<void> outcome{};

    cppsmith::result<void> sign(cppsmith::http_request& request, cppsmith::signing_context const& context) {
        contexts.push_back(context);
        seen.push_back(request);
        request.headers.push_back({"authorization", "signature " + std::to_string(contexts.size())});
        return outcome;
    }
};

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_SCRIPTED_TRANSPORT_HPP
