// What a writer noted where it failed, as an error.

#ifndef CPPSMITH_JSON_WRITE_ERROR_HPP
#define CPPSMITH_JSON_WRITE_ERROR_HPP

#include <cppsmith/error.hpp>
#include <cppsmith/json/write_trace.hpp>

#include <string>
#include <utility>

namespace cppsmith::inline v0::json::detail {

[[gnu::cold, gnu::noinline]] inline error unwritable(failure_trace&& trace) {
    return {.stage = stage::prepare,
            .code = trace.problem.ends_with("UTF-8") ? "invalid_utf8" : "invalid_timestamp",
            .message = std::string(trace.problem),
            .pointer = std::move(trace.pointer)};
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_WRITE_ERROR_HPP
