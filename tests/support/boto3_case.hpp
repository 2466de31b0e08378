// One recorded boto3 call: what was asked, what went over the wire, what came back, what was refused.

#ifndef CPPSMITH_TESTS_SUPPORT_BOTO3_CASE_HPP
#define CPPSMITH_TESTS_SUPPORT_BOTO3_CASE_HPP

#include "shared_data.hpp"
#include "wire_replies.hpp"

#include <cppsmith/detail/timestamp_read.hpp>
#include <cppsmith/http.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace cppsmith_tests {

inline constexpr auto reference_client = "boto3-1.43.11";

/// JSON as Python's `json.dumps` writes it, which is what boto3 sends.
inline std::string python_dumps(json const& value) {
    std::string out;
    if (value.is_object() || value.is_array()) {
        out = value.is_object() ? "{" : "[";
        for (auto const& [key, element] : value.items()) {
            if (out.size() > 1) out += ", ";
            if (value.is_object()) out += json(key).dump(-1, ' ', true) + ": ";
            out += python_dumps(element);
        }
        return out + (value.is_object() ? '}' : ']');
    }
    return value.dump(-1, ' ', true);
}

/// `tags[0].Key` as a JSON pointer.
inline std::string to_pointer(std::string path) {
    path = std::regex_replace(path, std::regex(R"(\[(\d+)\])"), "/$1");
    std::replace(path.begin(), path.end(), '.', '/');
    return "/" + path;
}

/// What botocore's validator found, by the kinds of its sentences: kind to the pointers it names.
inline std::map<std::string, std::multiset<std::string>> botocore_problems(std::string const& message) {
    static std::regex const missing(R"re(Missing required parameter in (\S+): "([^"]+)")re"),
        unknown(R"re(Unknown parameter in (\S+): "([^"]+)".*)re"), length(R"(Invalid length for parameter (\S+), .*)"),
        range(R"(Invalid value for parameter (\S+), .*)"), type(R"(Invalid type for parameter (\S+), .*)");
    std::map<std::string, std::multiset<std::string>> found;
    std::istringstream lines(message);
    std::string line;
    auto const inside = [](std::string const& parent, std::string const& name) {
        return parent == "input" ? "/" + name : to_pointer(parent) + "/" + name;
    };
    while (std::getline(lines, line)) {
        std::smatch m;
        if (line == "Parameter validation failed:") continue;
        if (std::regex_match(line, m, missing)) found["required"].insert(inside(m[1], m[2]));
        else if (std::regex_match(line, m, unknown)) found["unknown"].insert(inside(m[1], m[2]));
        else if (std::regex_match(line, m, length)) found["length"].insert(to_pointer(m[1]));
        else if (std::regex_match(line, m, range)) found["range"].insert(to_pointer(m[1]));
        else if (std::regex_match(line, m, type)) found["type"].insert(to_pointer(m[1]));
        else throw std::runtime_error("a sentence of botocore's that this test does not know: " + line);
    }
    return found;
}

inline std::string member_or(json const& object, char const* name, std::string fallback) {
    auto const at = object.find(name);
    return at == object.end() || at->is_null() ? fallback : at->get<std::string>();
}

/// The value of a header of a recorded request, by its exact bytes.
inline std::optional<std::string> raw_header(json const& request, std::string const& name) {
    for (auto const& h : request.at("headers_raw"))
        if (cppsmith::detail::equal_ignoring_case(h.at(0).get<std::string>(), name)) return h.at(1).get<std::string>();
    return std::nullopt;
}

/// "20261120T194007Z"
inline std::chrono::system_clock::time_point amz_time(std::string const& s) {
    auto const text = s.substr(0, 4) + "-" + s.substr(4, 2) + "-" + s.substr(6, 5) + ":" + s.substr(11, 2) + ":" + s.substr(13);
    return std::chrono::system_clock::time_point(std::chrono::seconds(cppsmith::detail::parse_date_time(text).value().seconds));
}

/// The response that a scripted reply amounts to; nothing where it is not one whole response.
inline std::optional<cppsmith::http_response> as_response(json const& reply) {
    for (auto const* broken : {"raw", "action", "then", "hang", "claim_length"})
        if (reply.contains(broken)) return std::nullopt;
    auto const canned = wire_reply(reply);
    cppsmith::http_response out{.status = canned.status, .headers = {}, .body = canned.body};
    for (auto const& [name, value] : canned.headers) out.headers.push_back({name, value});
    return out;
}

/// A recorded response in the form of `json::write`: without metadata, times as epoch seconds.
inline json modelled_part(json response) {
    if (response.is_object() && response.contains("$datetime")) {
        auto const t = cppsmith::detail::parse_date_time(response["$datetime"].get<std::string>()).value();
        return static_cast<double>(t.seconds) + t.nanoseconds / 1e9;
    }
    if (response.is_object()) response.erase("ResponseMetadata");
    if (response.is_structured())
        for (auto& element : response) element = modelled_part(element);
    return response;
}

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_BOTO3_CASE_HPP
