// What a writer notes where it fails: the problem and the member's pointer, or nothing at all.

#ifndef CPPSMITH_JSON_WRITE_TRACE_HPP
#define CPPSMITH_JSON_WRITE_TRACE_HPP

#include <cppsmith/json/pointer.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::json::detail {

/// What failed, and where: the pointer grows by one segment on each level of the way back.
struct failure_trace {
    std::string pointer{};
    std::string_view problem{};

    void fail(std::string_view what) { problem = what; }
    [[gnu::cold, gnu::noinline]] void at(std::string_view segment) { pointer = pointer_segment(segment).append(pointer); }
    [[gnu::cold, gnu::noinline]] void at(std::size_t index) { at(std::to_string(index)); }
};

/// Of a writer that replaces what is not valid, and so does not fail.
struct no_trace {
    static void fail(std::string_view) noexcept {}
    static void at(auto) noexcept {}
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_WRITE_TRACE_HPP
