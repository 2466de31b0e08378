// Where in a document a walk is: kept on the stack, turned into a JSON pointer (RFC 6901) only when somebody asks.

#ifndef CPPSMITH_JSON_POINTER_HPP
#define CPPSMITH_JSON_POINTER_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::json::detail {

/// "/" and the segment, with '~' and '/' escaped.
[[gnu::cold, gnu::noinline]] inline std::string pointer_segment(std::string_view segment) {
    std::string escaped = "/";
    for (char c : segment) {
        if (c == '~') escaped += "~0";
        else if (c == '/') escaped += "~1";
        else escaped += c;
    }
    return escaped;
}

/// One step of the way: a member or a key, or the index of an element. The root has no parent.
struct path {
    path const* parent = nullptr;
    std::string_view key{};
    std::size_t index = static_cast<std::size_t>(-1);

    [[gnu::cold, gnu::noinline]] std::string text() const {
        if (!parent) return {};
        auto pointer = parent->text();
        pointer += index == static_cast<std::size_t>(-1) ? pointer_segment(key) : pointer_segment(std::to_string(index));
        return pointer;
    }
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_POINTER_HPP
