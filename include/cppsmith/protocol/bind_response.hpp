// The HTTP bindings of a response or an error: members that come in headers and in the status.

#ifndef CPPSMITH_PROTOCOL_BIND_RESPONSE_HPP
#define CPPSMITH_PROTOCOL_BIND_RESPONSE_HPP

#include <cppsmith/detail/map_builder.hpp>
#include <cppsmith/detail/shape_traits.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/protocol/http_text.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0::detail {

/// Splits a header's value at its commas; quoted elements lose their quotes, and dates keep the comma behind the day.
template <class T> std::vector<std::string> header_elements(std::string_view line) {
    std::vector<std::string> out;
    if (trim(line).empty()) return out;
    std::string element;
    bool quoted = false;
    std::size_t commas = 0;
    auto const flush = [&] {
        auto const t = trim(element);
        out.emplace_back(t);
        element.clear();
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        char const c = line[i];
        if (quoted && c == '\\' && i + 1 < line.size()) element += line[++i];
        else if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted &&
                 !(std::same_as<T, timestamp> && commas++ % 2 == 0 &&
                   is_alpha(trim(element).empty() ? '0' : trim(element).front())))
            flush();
        else element += c;
    }
    flush();
    return out;
}

/// Fills the members that are bound to headers and to the status. The pointer to the first one that does not fit, or nothing.
template <class T> std::optional<std::string_view> bind_response(http_response const& response, T& out) {
    std::optional<std::string_view> misfit;
    auto const note = [&](std::string_view member) { misfit = misfit.value_or(member); };
    for_each_member<T>([&]<class Member>() {
        using inner = typename value_of<typename Member::type>::type;
        auto& target = out.*Member::pointer;
        if constexpr (Member::binding.place == place::status) {
            target = static_cast<inner>(response.status);
        } else if constexpr (Member::binding.place == place::header) {
            auto const* line = find_header(response.headers, Member::binding.name);
            if (!line) return true;
            if constexpr (is_vector<inner>) {
                inner elements;
                for (auto const& h : response.headers) { // several lines of one name are one list (RFC 9110, 5.3)
                    if (!equal_ignoring_case(h.name, Member::binding.name)) continue;
                    for (auto const& element : header_elements<typename inner::value_type>(h.value)) {
                        if (auto value = from_http_text<typename inner::value_type>(element))
                            elements.push_back(std::move(*value));
                        else note(Member::spelling);
                    }
                }
                target = std::move(elements);
            } else if constexpr (is_text<inner> && !media_type_among(typename Member::traits{}).empty()) {
                auto bytes = decode_base64(trim(*line));
                if (bytes && is_valid_utf8(*bytes)) target = inner(std::move(*bytes));
                else note(Member::spelling);
            } else if (auto value = from_http_text<inner>(trim(*line))) {
                target = std::move(*value);
            } else {
                note(Member::spelling);
            }
        } else if constexpr (Member::binding.place == place::headers) {
            map_builder<typename inner::key_type, typename inner::mapped_type> entries(nullptr, 0);
            for (auto const& [name, line] : response.headers)
                if (name.size() >= Member::binding.name.size() &&
                    equal_ignoring_case(std::string_view(name).substr(0, Member::binding.name.size()), Member::binding.name))
                    entries.add(std::string_view(name).substr(Member::binding.name.size()), std::string_view(line));
            if (entries.size() == 0) return true;
            target = inner();
            entries.finish(*target);
        }
        return true;
    });
    return misfit;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_BIND_RESPONSE_HPP
