#include <fake_iot/query.hpp>

#include <fake_iot/service_error.hpp>
#include <fake_iot/text_rules.hpp>

#include <cppsmith/detail/ascii.hpp>

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace fake_iot {

namespace {

std::string decoded(std::string_view text) {
    auto plain = percent_decoded(text);
    if (!plain || !count_characters(*plain) || std::any_of(plain->begin(), plain->end(), cppsmith::detail::is_control))
        throw invalid_request("The request target is not properly encoded.");
    return std::move(*plain);
}

/// Calls `take` with each piece of `text` between two separators.
template <class Take> void split(std::string_view text, char separator, Take take) {
    for (;;) {
        auto const end = text.find(separator);
        take(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i];
            continue;
        }
        if (text.size() - i < 3) return std::nullopt;
        int const high = cppsmith::detail::hex_value(text[i + 1]), low = cppsmith::detail::hex_value(text[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        plain += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return plain;
}

request_target::request_target(std::string_view target) {
    if (target.empty() || target.front() != '/' || target.find('#') != std::string_view::npos)
        throw invalid_request("The request target is not a path.");
    auto const mark = target.find('?');
    split(target.substr(1, mark == std::string_view::npos ? mark : mark - 1), '/',
          [&](auto segment) { path_.push_back(decoded(segment)); });
    if (mark == std::string_view::npos) return;

    std::unordered_set<std::string> seen;
    split(target.substr(mark + 1), '&', [&](std::string_view parameter) {
        if (parameter.empty()) return;
        auto const equals = parameter.find('=');
        auto name = decoded(parameter.substr(0, equals));
        auto value = equals == std::string_view::npos ? std::string() : decoded(parameter.substr(equals + 1));
        if (!seen.insert(name).second) throw invalid_request("A query parameter is given twice.");
        parameters_.emplace_back(std::move(name), std::move(value));
    });
}

std::string const* request_target::find(std::string_view name) const noexcept {
    auto const found = std::find_if(parameters_.begin(), parameters_.end(), [&](auto const& p) { return p.first == name; });
    return found == parameters_.end() ? nullptr : &found->second;
}

std::optional<bool> request_target::either(std::string_view name, std::string_view yes, std::string_view no) const {
    auto const* value = find(name);
    if (!value) return std::nullopt;
    if (*value != yes && *value != no)
        throw invalid_request(std::string(name) + " must be " + std::string(yes) + " or " + std::string(no) + '.');
    return *value == yes;
}

bool request_target::boolean(std::string_view name, bool otherwise) const {
    return either(name, "true", "false").value_or(otherwise);
}

std::int32_t request_target::integer(std::string_view name, std::int32_t least, std::int32_t most, std::int32_t otherwise) const {
    auto const* text = find(name);
    if (!text) return otherwise;
    std::int32_t value = 0;
    auto const [end, fault] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (fault != std::errc{} || end != text->data() + text->size() || value < least || value > most)
        throw invalid_request(std::string(name) + " must be a number from " + std::to_string(least) + " to " +
                              std::to_string(most) + '.');
    return value;
}

} // namespace fake_iot
