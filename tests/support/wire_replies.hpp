// The scripted replies of the recorded wire cases, as a raw_server understands them.

#ifndef CPPSMITH_TESTS_SUPPORT_WIRE_REPLIES_HPP
#define CPPSMITH_TESTS_SUPPORT_WIRE_REPLIES_HPP

#include "raw_server.hpp"
#include "shared_data.hpp"

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cppsmith_tests {

inline std::string from_base64(std::string_view text) {
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned bits = 0, count = 0;
    for (char const c : text) {
        auto const value = digits.find(c);
        if (value == std::string_view::npos) continue; // padding, line ends
        bits = (bits << 6 | static_cast<unsigned>(value)) & 0xffffff;
        if ((count += 6) >= 8) out += static_cast<char>(bits >> (count -= 8) & 0xff);
    }
    return out;
}

/// One reply of a case. A member that is not known throws, so that no case passes by being misread.
inline canned_reply wire_reply(json const& r) {
    canned_reply out;
    auto const seconds = [](json const& s) { return std::chrono::milliseconds(static_cast<long>(s.get<double>() * 1000)); };
    for (auto const& [key, value] : r.items()) {
        if (key == "status") out.status = value.get<int>();
        else if (key == "reason") out.reason = value.get<std::string>();
        else if (key == "headers") {
            for (auto const& [name, text] : value.items())
                for (auto const& one : text.is_array() ? text : json::array({text}))
                    out.headers.emplace_back(name, one.get<std::string>());
        } else if (key == "body") out.body = value.get<std::string>();
        else if (key == "body_b64") out.body = from_base64(value.get<std::string>());
        else if (key == "delay") out.delay = seconds(value);
        else if (key == "hang") out.hang = seconds(value);
        else if (key == "chunked") out.chunked = value.get<bool>();
        else if (key == "no_length") out.no_length = value.get<bool>();
        else if (key == "claim_length") out.claim_length = value.get<std::size_t>();
        else if (key == "raw") out.raw = value.get<std::string>();
        else if (key == "then")
            out.then = value == "hang" ? afterwards::hang : value == "reset" ? afterwards::reset : afterwards::close;
        else if (key == "action") {
            out.raw = "";
            out.then = value == "hang" ? afterwards::hang : value == "reset" ? afterwards::reset : afterwards::close;
        } else throw std::runtime_error("a reply with an unknown member: " + key);
    }
    return out;
}

/// The replies of a case, in their order; what the recorder answered by default where it names none.
inline std::vector<canned_reply> wire_replies(json const& wire_case) {
    std::vector<canned_reply> out;
    if (auto const at = wire_case.find("replies"); at != wire_case.end() && at->is_array())
        for (auto const& r : *at) out.push_back(wire_reply(r));
    std::string const id = "f4efed62c0142f16af278166f61962501165c4f0536295207426460058cd1467";
    if (out.empty())
        out.push_back({.headers = {{"Content-Type", "application/json"}},
                       .body = R"({"certificateArn":"arn:aws:iot:us-west-2:123456789012:cacert/)" + id +
                               R"(","certificateId":")" + id + R"("})"});
    return out;
}

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_WIRE_REPLIES_HPP
