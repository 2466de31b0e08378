// Shows each request and reply on the terminal, in a form that a person likes to read.

#ifndef CPPSMITH_DEMO_SHOW_HPP
#define CPPSMITH_DEMO_SHOW_HPP

#include <cppsmith/transport.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace demo {

/// A headline for a step of the flow.
void headline(std::string_view text);

/// A remark below a headline.
void remark(std::string_view text);

void show(cppsmith::http_request const& request);
void show(cppsmith::http_response const& response);

/// A transport that shows what goes through the one inside it.
template <cppsmith::cancellable_transport Inner> class showing_transport {
  public:
    explicit showing_transport(Inner inner) : inner_(std::move(inner)) {}

    cppsmith::result<cppsmith::http_response> send(cppsmith::http_request const& request) { return send(request, {}); }

    cppsmith::result<cppsmith::http_response> send(cppsmith::http_request const& request, cppsmith::send_options const& options) {
        show(request);
        auto response = inner_.send(request, options);
        if (response) show(*response);
        return response;
    }

  private:
    Inner inner_;
};

} // namespace demo

#endif // CPPSMITH_DEMO_SHOW_HPP
