#include <fake_iot/strict_json.hpp>

#include <fake_iot/service_error.hpp>

#include <string>
#include <unordered_set>
#include <vector>

namespace fake_iot {

nlohmann::json read_json(std::string_view text) {
    using json = nlohmann::json;

    // The parser skips a byte order mark, which RFC 8259 forbids to send.
    if (text.substr(0, 3) == "\xEF\xBB\xBF") throw unreadable("The request body begins with a byte order mark.");

    std::vector<std::unordered_set<std::string>> members; // of the objects that are open
    auto check = [&](int depth, json::parse_event_t event, json& parsed) {
        switch (event) {
        case json::parse_event_t::object_start:
            members.emplace_back();
            [[fallthrough]];
        case json::parse_event_t::array_start:
            if (depth >= max_json_depth) throw unreadable("The request body is nested too deeply.");
            break;
        case json::parse_event_t::object_end:
            members.pop_back();
            break;
        case json::parse_event_t::key:
            if (!members.back().insert(parsed.get<std::string>()).second)
                throw unreadable("The request body has a member twice.");
            break;
        default:
            break;
        }
        return true;
    };
    try {
        return json::parse(text, check);
    } catch (json::exception const&) {
        // The parser's message quotes the input, which may hold anything; the name of the fault is enough.
        throw unreadable("The request body is not valid JSON.");
    }
}

} // namespace fake_iot
