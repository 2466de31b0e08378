// A request as a curl command line: to be read, pasted into a shell, or sent to somebody.

#ifndef CPPSMITH_TO_CURL_HPP
#define CPPSMITH_TO_CURL_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/detail/check_request.hpp>
#include <cppsmith/detail/redact.hpp>
#include <cppsmith/detail/utf8.hpp>
#include <cppsmith/http.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace cppsmith::inline v0 {

/// One command for a POSIX shell that makes curl send this request: method, URL, headers and body, byte for byte.
///
/// Secrets are replaced by `REDACTED`: what signs or authenticates in headers (the scheme of `authorization` stays), in the parameters of
/// a presigned URL, and a user in the authority. So the line of an unsigned request runs as it is, and that of a signed one does not. The
/// body is printed as it is: it holds what the caller put into it, sensitive members too.
///
/// A body with bytes that a terminal or a shell word cannot hold, or too long for one word, is piped: `printf '\001...' | curl ...`.
/// Text in the body may have line ends, and then so does the command. What no transport sends (controls in a header or URL) is
/// printed as '?' or '_': such a request has no command. Never fails but for memory.
std::string to_curl(http_request const& request);

namespace detail {

/// A word of the shell: as it is where nothing in it is special, else in single quotes, where only the quote itself is.
inline std::string shell_word(std::string_view text) {
    auto const plain = [](char c) { return is_alnum(c) || std::string_view("-_./:,@%+").find(c) != std::string_view::npos; };
    if (!text.empty() && std::all_of(text.begin(), text.end(), plain)) return std::string(text);
    std::string out = "'";
    for (char const c : text) {
        if (c == '\'') out += "'\\''";
        else out += c;
    }
    return out += '\'';
}

/// Every byte for which `allowed` does not hold becomes `instead`.
template <class Predicate> std::string replaced(std::string_view text, char instead, Predicate allowed) {
    std::string out(text);
    for (char& c : out)
        if (!allowed(c)) c = instead;
    return out;
}

/// Whether text can stand in a shell word and be read there: UTF-8 without controls but line feed and tab, and not so long that a system
/// refuses it (Linux takes 128 KiB a word).
inline bool is_readable(std::string_view body) noexcept {
    return body.size() < 100'000 && is_valid_utf8(body) &&
           std::none_of(body.begin(), body.end(), [](char c) { return is_control(c) && c != '\n'; });
}

/// A format of POSIX printf, which every shell of use has built in, that prints these bytes.
inline std::string printf_format(std::string_view bytes) {
    std::string out;
    for (char const c : bytes) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '%') out += "%%";
        else if (byte < 0x20 || byte > 0x7e || c == '\\' || (c == '-' && out.empty()))
            out.append({'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + (byte >> 3 & 7)),
                        static_cast<char>('0' + (byte & 7))});
        else out += c;
    }
    return out;
}

} // namespace detail

inline std::string to_curl(http_request const& request) {
    auto const token_byte = [](char c) { return detail::is_token({&c, 1}); };
    auto const no_control = [](char c) { return !detail::is_control(c); };
    auto const user_end = request.authority.rfind('@');
    auto const host =
        user_end == std::string::npos ? request.authority : std::string(detail::redacted).append(request.authority, user_end);
    auto const url = detail::replaced(request.scheme + "://" + host + detail::redact_target(request.target), '?', no_control);

    std::string line = "curl";
    auto const add = [&line](std::string_view option, std::string_view value) {
        line.append(" --").append(option).append(" ").append(detail::shell_word(value));
    };
    if (url.find_first_of("[]{}") != std::string::npos) line += " --globoff"; // they are patterns to the command
    if (url.find("/.") != std::string::npos) line += " --path-as-is";         // it would resolve dot segments
    if (request.method == "HEAD" && request.body.empty()) line += " --head";
    else if (request.method != "GET" || !request.body.empty()) add("request", detail::replaced(request.method, '_', token_byte));

    for (auto const& [name, value] : request.headers) {
        if (name.empty() || detail::equal_ignoring_case(name, "content-length")) continue; // curl counts
        auto const shown =
            detail::is_secret_name(name) ? detail::redact_header_value(value) : detail::replaced(value, '?', no_control);
        auto const field = detail::replaced(name, '_', token_byte);
        add("header", detail::trim(shown).empty() ? field + ';' : field + ": " + shown);
    }
    // What the command would add by itself.
    bool const has_body =
        !request.body.empty() || request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    for (std::string_view const own : {"accept", "user-agent", "content-type", "expect"}) {
        bool const applies = own == "content-type" ? has_body : own == "expect" ? request.body.size() >= 1 << 20 : true;
        if (applies && !find_header(request.headers, own)) add("header", std::string(own) + ':');
    }
    if (has_body && detail::is_readable(request.body)) add("data-raw", request.body); // unlike --data, takes '@' for itself
    else if (has_body)
        line = "printf " + detail::shell_word(detail::printf_format(request.body)) + " | " + line + " --data-binary @-";
    add("url", url);
    return line;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_TO_CURL_HPP
