// Headers that a caller brings: nothing in them may end a line.

#ifndef CPPSMITH_DETAIL_CHECK_HEADERS_HPP
#define CPPSMITH_DETAIL_CHECK_HEADERS_HPP

#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/result.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace cppsmith::inline v0::detail {

/// Success if each name is a token and no value holds a control character. The message names the header and never shows a value.
inline result<void> check_headers(std::vector<header> const& headers) {
    for (auto const& [name, value] : headers) {
        if (!is_token(name))
            return error{.stage = stage::prepare, .code = "invalid_header", .message = "a header's name is not a token"};
        if (std::any_of(value.begin(), value.end(), is_control))
            return error{.stage = stage::prepare,
                         .code = "invalid_header",
                         .message = "the value of header " + name + " holds a control character"};
    }
    return {};
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_CHECK_HEADERS_HPP
