#include <fake_iot/faults.hpp>

#include <fake_iot/service.hpp>
#include <fake_iot/service_error.hpp>

#include <cppsmith/detail/ascii.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace fake_iot {

namespace {

/// The number that is the whole text; -1 where it is not one.
int to_number(std::string_view text) noexcept {
    int value = 0;
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size() && value >= 0 ? value : -1;
}

std::chrono::milliseconds read_delay(std::string_view text) {
    auto const unit = std::find_if_not(text.begin(), text.end(), cppsmith::detail::is_digit) - text.begin();
    auto const name = text.substr(static_cast<std::size_t>(unit));
    int const value = to_number(text.substr(0, static_cast<std::size_t>(unit)));
    if (value >= 0 && name == "ms") return std::chrono::milliseconds(value);
    if (value >= 0 && name == "s") return std::chrono::seconds(value);
    throw std::invalid_argument("a delay is a number with ms or s, such as delay=200ms");
}

/// The names that AWS has for the statuses that clients treat specially.
char const* code_of(int status) noexcept {
    switch (status) {
    case 400:
        return "InvalidRequestException";
    case 401:
        return "UnauthorizedException";
    case 403:
        return "AccessDeniedException";
    case 404:
        return "ResourceNotFoundException";
    case 429:
        return "ThrottlingException";
    case 500:
        return "InternalFailureException";
    case 503:
        return "ServiceUnavailableException";
    default:
        return "";
    }
}

fault read_status(std::string_view text) {
    auto const colon = text.find(':');
    int const status = to_number(text.substr(0, colon));
    if (status < 200 || status > 599) throw std::invalid_argument("a status is a number from 200 to 599, such as status=503");
    return respond_with(status, colon == std::string_view::npos ? code_of(status) : std::string(text.substr(colon + 1)));
}

error_spelling read_spelling(std::string_view text) {
    if (text == "colon") return error_spelling::colon;
    if (text == "hash") return error_spelling::hash;
    if (text == "type") return error_spelling::type;
    if (text == "code") return error_spelling::code;
    throw std::invalid_argument("error-type is colon, hash, type or code");
}

fault_kind read_kind(std::string_view text) {
    if (text == "reset") return fault_kind::reset;
    if (text == "close") return fault_kind::close;
    if (text == "garbage") return fault_kind::garbage;
    if (text == "truncate") return fault_kind::truncate;
    if (text == "malformed-json") return fault_kind::malformed_json;
    throw std::invalid_argument("no fault is called \"" + std::string(text) + '"');
}

} // namespace

fault respond_with(int status, std::string const& code, std::string const& message) {
    auto response = to_response({status, code, message});
    if (code.empty()) std::erase_if(response.headers, [](auto const& h) { return h.name == "x-amzn-ErrorType"; });
    return {.kind = fault_kind::respond, .response = std::move(response)};
}

void fault_queue::next(fault f, std::size_t times) {
    std::lock_guard const lock(mutex_);
    if (times > 0) entries_.emplace_back(std::move(f), times);
}

fault fault_queue::take() {
    std::lock_guard const lock(mutex_);
    if (entries_.empty()) return {};
    auto& [front, times] = entries_.front();
    if (--times > 0) return front;
    auto last = std::move(front);
    entries_.pop_front();
    return last;
}

void fault_queue::clear() {
    std::lock_guard const lock(mutex_);
    entries_.clear();
}

std::pair<fault, std::size_t> read_fault(std::string_view text) {
    fault result;
    std::size_t times = 1;
    std::chrono::milliseconds delay{0};
    bool processed = false;
    auto const become = [&](fault f) {
        if (result.kind != fault_kind::none)
            throw std::invalid_argument("a fault is one of reset, close, garbage, ..., not two of them");
        result = std::move(f);
    };
    for (;;) {
        auto const comma = text.find(',');
        auto const word = text.substr(0, comma);
        if (word.starts_with("delay=")) delay = read_delay(word.substr(6));
        else if (word.starts_with("status=")) become(read_status(word.substr(7)));
        else if (word.starts_with("error-type="))
            become({.kind = fault_kind::respell, .spelling = read_spelling(word.substr(11))});
        else if (word == "processed") processed = true;
        else if (word == "always") times = fault_queue::always;
        else if (word.starts_with('x') && to_number(word.substr(1)) > 0)
            times = static_cast<std::size_t>(to_number(word.substr(1)));
        else become({.kind = read_kind(word)});
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
    }
    result.delay = delay;
    result.processed = processed;
    return {std::move(result), times};
}

cppsmith::http_response respelled(cppsmith::http_response response, error_spelling spelling) {
    auto* const name = const_cast<std::string*>(cppsmith::find_header(response.headers, "x-amzn-ErrorType"));
    if (!name) return response;
    switch (spelling) {
    case error_spelling::header:
        return response;
    case error_spelling::colon:
        *name += ":http://internal.amazon.com/coral/com.amazon.iot/";
        return response;
    case error_spelling::hash:
        name->insert(0, "com.amazonaws.iot#");
        return response;
    case error_spelling::type:
    case error_spelling::code:
        break;
    }
    using json = nlohmann::ordered_json;
    json body{{spelling == error_spelling::type ? "__type" : "code", *name}};
    if (auto const old = json::parse(response.body, nullptr, false); old.is_object()) body.update(old);
    response.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
    std::erase_if(response.headers,
                  [](auto const& h) { return cppsmith::detail::equal_ignoring_case(h.name, "x-amzn-ErrorType"); });
    return response;
}

} // namespace fake_iot
