// Replays cases of the protocol suites: a command per line of JSON comes in, an outcome per line goes out. Bodies are in base64.

#include "exchange.hpp"

#include <cppsmith/detail/base64.hpp>

#include <nlohmann/json.hpp>

#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace protocols {

// The parts that are written beside the generated headers, and the list of them.
std::vector<std::vector<entry>> every_part();

namespace {

using json = nlohmann::json;

std::string encoded(std::string const& bytes) {
    std::string out;
    cppsmith::detail::append_base64(out, bytes);
    return out;
}

command read_command(json const& said) {
    command c{.value = said.value("value", ""), .endpoint = said.value("endpoint", "")};
    c.response.status = said.value("status", 0);
    if (said.contains("headers"))
        for (auto const& header : said["headers"]) c.response.headers.push_back({header[0], header[1]});
    if (auto body = cppsmith::detail::decode_base64(said.value("body", ""))) c.response.body = std::move(*body);
    return c;
}

json as_json(outcome const& o) {
    json out = json::object();
    if (o.request) {
        auto headers = json::array();
        for (auto const& h : o.request->headers) headers.push_back({h.name, h.value});
        out["request"] = {{"method", o.request->method},
                          {"authority", o.request->authority},
                          {"target", o.request->target},
                          {"headers", std::move(headers)},
                          {"body", encoded(o.request->body)}};
    }
    if (o.value) out["value"] = *o.value;
    if (!o.shape.empty()) out["shape"] = o.shape;
    if (o.malformed) out["malformed"] = true;
    if (o.error)
        out["error"] = {{"said", cppsmith::to_string(*o.error)},
                        {"stage", cppsmith::to_string(o.error->stage)},
                        {"code", o.error->code},
                        {"name", o.error->name},
                        {"message", o.error->message}};
    return out;
}

} // namespace

} // namespace protocols

int main() {
    using namespace protocols;
    std::map<std::string, entry, std::less<>> table;
    for (auto const& part : every_part())
        for (auto const& e : part) table.emplace(e.operation, e);
    for (std::string line; std::getline(std::cin, line);) {
        auto const said = json::parse(line);
        auto const& e = table.at(said.at("operation").get<std::string>());
        std::cout << as_json(e.run(read_command(said))).dump(-1, ' ', true, json::error_handler_t::replace) << std::endl;
    }
}
