// The HTTP bindings of a request: path labels, query parameters and headers (Smithy's `httpLabel`, `httpQuery`, `httpHeader`, ...).

#ifndef CPPSMITH_PROTOCOL_BIND_REQUEST_HPP
#define CPPSMITH_PROTOCOL_BIND_REQUEST_HPP

#include <cppsmith/detail/percent.hpp>
#include <cppsmith/endpoint.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/json/pointer.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/protocol/http_text.hpp>
#include <cppsmith/protocol/prepare_options.hpp>
#include <cppsmith/result.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0::detail {

/// Fills target and headers of `http` from the members that are bound there. What it refuses is in `failure`.
template <operation Op> class request_binder {
    using request = typename Op::request;

  public:
    request_binder(request const& value, prepare_options const& options, http_request& http)
        : value_(value), options_(options), http_(http) {}

    bool bind(endpoint const& where) {
        http_.headers.reserve(usual_headers());
        return path(where) && query(where) && headers();
    }

    error failure{.stage = stage::prepare};

  private:
    /// The two sides of the question mark in the operation's URI; of the second there may be nothing.
    static constexpr auto question_mark = std::min(Op::http.uri.find('?'), Op::http.uri.size());
    static constexpr std::string_view path_template = Op::http.uri.substr(0, question_mark);
    static constexpr std::string_view fixed_query = Op::http.uri.substr(std::min(question_mark + 1, Op::http.uri.size()));

    /// The headers that members can make, the content type, and room for what a signer adds.
    static constexpr std::size_t usual_headers() noexcept {
        std::size_t n = 4;
        for_each_member<request>([&]<class Member>() { return n += Member::binding.place == place::header, true; });
        return n;
    }

    /// About what the target takes, so that it grows at most once more.
    static constexpr std::size_t usual_target() noexcept {
        std::size_t n = Op::http.uri.size();
        for_each_member<request>([&]<class Member>() {
            if (Member::binding.place == place::path) n += 48;
            if (Member::binding.place == place::query) n += Member::binding.name.size() + 24;
            return true;
        });
        return n;
    }

    bool path(endpoint const& where) {
        http_.target.reserve(where.base_path.size() + where.query.size() + usual_target());
        http_.target = where.base_path;
        if constexpr (path_template.find('{') != path_template.npos) return labelled_path();
        http_.target.append(path_template);
        return true;
    }

    bool labelled_path() {
        constexpr auto uri = path_template;
        for (std::size_t i = 0; i < uri.size();) {
            auto const open = std::min(uri.find('{', i), uri.size());
            http_.target.append(uri.substr(i, open - i));
            if (open == uri.size()) break;
            auto const close = uri.find('}', open);
            auto label = uri.substr(open + 1, close - open - 1);
            bool const greedy = label.ends_with('+');
            if (greedy) label.remove_suffix(1);
            if (!path_label(label, greedy)) return false;
            i = close + 1;
        }
        return true;
    }

    bool path_label(std::string_view label, bool greedy) {
        bool ok = true;
        for_each_member<request>([&]<class Member>() {
            if constexpr (Member::binding.place == place::path) {
                if (Member::binding.name != label) return true;
                auto const* inner = present(value_.*Member::pointer);
                auto const text = inner ? http_text<typename Member::traits>(*inner, timestamp_format::date_time)
                                        : std::optional<std::string>(token_instead<Member>());
                if (!text) return ok = refuse_value<typename value_of<typename Member::type>::type>(Member::spelling);
                if (text->empty())
                    return ok = refuse(Member::spelling, "empty_path_label", "a path label must not be absent or empty");
                if (has_dot_segment(*text, greedy)) // would be another resource's path
                    return ok = refuse(Member::spelling, "invalid_path_label", "a path label must not be \".\" or \"..\"");
                append_percent_encoded(http_.target, *text, greedy);
                return false;
            }
            return true;
        });
        return ok;
    }

    /// Whether a label, or a segment of a greedy one, is "." or "..".
    static bool has_dot_segment(std::string_view label, bool greedy) {
        for (std::size_t begin = 0; begin <= label.size();) {
            auto const end = greedy ? std::min(label.find('/', begin), label.size()) : label.size();
            auto const segment = label.substr(begin, end - begin);
            if (segment == "." || segment == "..") return true;
            begin = end + 1;
        }
        return false;
    }

    bool query(endpoint const& where) {
        char separator = '?';
        auto const append = [&](std::string_view already_encoded) {
            http_.target.push_back(std::exchange(separator, '&'));
            http_.target.append(already_encoded);
        };
        auto const parameter = [&](std::string_view name, std::string_view text) { // the name is encoded already
            append(name);
            http_.target.push_back('=');
            append_percent_encoded(http_.target, text);
        };
        if (!where.query.empty()) append(where.query);
        if constexpr (!fixed_query.empty()) append(fixed_query);
        return for_each_member<request>([&]<class Member>() {
            if constexpr (Member::binding.place == place::query || Member::binding.place == place::query_map) {
                if (auto const* inner = present(value_.*Member::pointer)) {
                    if constexpr (Member::binding.place == place::query)
                        return query_value<Member, typename Member::traits>(encoded_name<Member>(), *inner, parameter);
                    else return query_entries<Member>(*inner, parameter);
                }
                if (auto const token = token_instead<Member>(); !token.empty()) parameter(encoded_name<Member>(), token);
            }
            return true;
        });
    }

    /// What a parameter is called; most names are their own encoding, as the compiler sees.
    template <class Member> static auto encoded_name() {
        constexpr auto name = Member::binding.name;
        if constexpr (unreserved_prefix(name) == name.size()) return name;
        else return percent_encode(name);
    }

    template <class Member, class Traits, class T>
    bool query_value(std::string_view name, T const& value, auto const& parameter) {
        if constexpr (is_vector<T>) {
            for (auto const& element : value)
                if (!query_value<Member, typename inner_traits<each, Traits>::type>(name, element, parameter)) return false;
            return true;
        } else {
            auto const text = http_text<Traits>(value, timestamp_format::date_time);
            if (!text) return refuse_value<T>(Member::spelling);
            parameter(name, *text);
            return true;
        }
    }

    /// Parameters that a member of their own names come first and win over an entry of the same name.
    template <class Member, class Map> bool query_entries(Map const& entries, auto const& parameter) {
        for (auto const& [key, element] : entries) {
            bool named = false;
            for_each_member<request>([&]<class Other>() {
                return named = named || (Other::binding.place == place::query && Other::binding.name == key.view()), true;
            });
            using traits = typename inner_traits<values, typename Member::traits>::type;
            if (!named && !query_value<Member, traits>(percent_encode(key.view()), element, parameter)) return false;
        }
        return true;
    }

    bool headers() {
        return for_each_member<request>([&]<class Member>() {
            if constexpr (Member::binding.place == place::header) {
                if (auto const* inner = present(value_.*Member::pointer))
                    return header_value<Member>(std::string(Member::binding.name), *inner);
                if (auto const token = token_instead<Member>(); !token.empty())
                    http_.headers.push_back({std::string(Member::binding.name), std::string(token)});
            } else if constexpr (Member::binding.place == place::headers) {
                if (auto const* inner = present(value_.*Member::pointer))
                    for (auto const& [key, element] : *inner) {
                        auto name = std::string(Member::binding.name).append(key.view());
                        if (!has_own_header(name) && !header_value<Member>(std::move(name), element)) return false;
                    }
            }
            return true;
        });
    }

    /// Whether a member that is present is bound to this very header: it wins over an entry of the same name.
    bool has_own_header(std::string_view name) const {
        return !for_each_member<request>([&]<class Member>() {
            if constexpr (Member::binding.place == place::header)
                return !present(value_.*Member::pointer) || !equal_ignoring_case(Member::binding.name, name);
            return true;
        });
    }

    template <class Member, class T> bool header_value(std::string name, T const& value) {
        std::string line;
        if constexpr (is_vector<T>) {
            bool first = true;
            for (auto const& element : value) {
                auto const text =
                    http_text<typename inner_traits<each, typename Member::traits>::type>(element, timestamp_format::http_date);
                if (!text) return refuse_value<T>(Member::spelling);
                line.append(std::exchange(first, false) ? "" : ", ")
                    .append(list_element<std::remove_cvref_t<decltype(element)>>(*text));
            }
        } else {
            auto text = http_text<typename Member::traits>(value, timestamp_format::http_date);
            if (!text) return refuse_value<T>(Member::spelling);
            if constexpr (is_text<T> && !media_type_among(typename Member::traits{}).empty()) append_base64(line, *text);
            else line = std::move(*text);
        }
        if (std::any_of(line.begin(), line.end(), is_control))
            return refuse(Member::spelling, "invalid_header", "a header value must not hold control characters");
        if (!is_token(name)) return refuse(Member::spelling, "invalid_header", "a header name must be a token");
        http_.headers.push_back({std::move(name), std::move(line)});
        return true;
    }

    /// A text inside a list of header values: quoted where a comma or a quote would break the list.
    template <class T> static std::string list_element(std::string const& text) {
        if (!(is_text<T> || is_open_enum<T>) || text.find_first_of(",\"") == text.npos) return text;
        std::string quoted = "\"";
        for (char c : text) {
            if (c == '"' || c == '\\') quoted += '\\';
            quoted += c;
        }
        return quoted += '"';
    }

    /// A value that has no text: a timestamp beyond its format, or ill-formed UTF-8.
    template <class T> bool refuse_value(std::string_view member) {
        if constexpr (std::same_as<T, timestamp> || std::same_as<T, std::vector<timestamp>>)
            return refuse(member, "invalid_timestamp", "the timestamp is outside of what its format can hold");
        else return refuse(member, "invalid_utf8", "the text is not valid UTF-8");
    }

    bool refuse(std::string_view member, std::string code, std::string message) {
        failure.code = std::move(code);
        failure.message = std::move(message);
        failure.pointer = json::detail::pointer_segment(member);
        return false;
    }

    /// The token that stands in for a member that is absent; empty where there is none, or the member is another's.
    template <class Member> std::string_view token_instead() const noexcept {
        return has<typename Member::traits, idempotency_token> ? options_.idempotency_token : std::string_view();
    }

    request const& value_;
    prepare_options const& options_;
    http_request& http_;
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_BIND_REQUEST_HPP
