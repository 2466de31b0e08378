#include <demo/show.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <string>
#include <unistd.h>

namespace demo {

namespace {

std::string_view style(std::string_view code) {
    static bool const terminal = isatty(STDOUT_FILENO) != 0;
    return terminal ? code : std::string_view{};
}
constexpr std::string_view bold = "\033[1m", dim = "\033[2m", green = "\033[32m", red = "\033[31m", plain = "\033[0m";

/// Long texts, such as certificates, by their beginning and their length.
void shorten(nlohmann::ordered_json& value) {
    if (value.is_structured())
        for (auto& element : value) shorten(element);
    constexpr std::size_t most = 72;
    if (!value.is_string() || value.get_ref<std::string const&>().size() <= most) return;
    auto const& text = value.get_ref<std::string const&>();
    value =
        text.substr(0, text.find('\n') < most ? text.find('\n') : most) + " ... (" + std::to_string(text.size()) + " characters)";
}

void show_body(std::string const& body) {
    if (body.empty()) return;
    auto value = nlohmann::ordered_json::parse(body, nullptr, false);
    std::string text = body;
    if (!value.is_discarded()) {
        shorten(value);
        text = value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    }
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        std::cout << "       " << text.substr(begin, end - begin) << '\n';
        begin = end + 1;
    }
}

} // namespace

void headline(std::string_view text) { std::cout << '\n' << style(bold) << "== " << text << style(plain) << '\n'; }

void remark(std::string_view text) { std::cout << "   " << text << '\n'; }

void show(cppsmith::http_request const& request) {
    std::cout << "   " << style(bold) << "-> " << request.method << ' ' << request.url() << style(plain) << '\n';
    for (auto const& [name, value] : request.headers) {
        if (name == "user-agent") continue;
        bool const secret = name == "authorization" || name == "x-amz-security-token";
        auto const shown = name == "authorization" ? value.substr(0, value.find(' ')) + " (redacted)"
                           : secret                ? "(redacted)"
                                                   : value;
        std::cout << style(dim) << "      " << name << ": " << shown << style(plain) << '\n';
    }
    show_body(request.body);
}

void show(cppsmith::http_response const& response) {
    bool const fine = response.status < 300;
    std::cout << "   " << style(fine ? green : red) << "<- HTTP " << response.status << style(plain);
    if (auto const* type = cppsmith::find_header(response.headers, "x-amzn-errortype")) std::cout << ' ' << *type;
    std::cout << '\n';
    show_body(response.body);
}

} // namespace demo
