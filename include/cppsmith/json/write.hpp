// json::write: a described structure as JSON text.

#ifndef CPPSMITH_JSON_WRITE_HPP
#define CPPSMITH_JSON_WRITE_HPP

#include <cppsmith/json/writer.hpp>
#include <cppsmith/result.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::json {

namespace detail {
template <class T>
concept writable = described_structure<T> || std::same_as<T, document>;
}

/// The value, a described structure or a document, as JSON: every member that is present, in the model's order and spelling, the form that
/// `--cli-input-json` has.
///
/// Always valid JSON: ill-formed UTF-8 becomes U+FFFD, and a timestamp that cannot be written becomes null. Floating-point numbers are the shortest
/// that read back as the same; NaN and the infinities are the strings "NaN", "Infinity" and "-Infinity". Blobs are base64. Linear in the output.
template <detail::writable T> std::string write(T const& value);

/// The same into `buffer`, whose content is replaced and whose capacity is reused. Ill-formed UTF-8 is an error (`invalid_utf8`, stage `prepare`)
/// with the member's pointer; the buffer's content is then unspecified.
template <detail::writable T> result<void> write(T const& value, std::string& buffer);

namespace detail {

[[gnu::cold, gnu::noinline]] inline error unwritable(failure_trace&& trace) {
    return {.stage = stage::prepare,
            .code = trace.problem.ends_with("UTF-8") ? "invalid_utf8" : "invalid_timestamp",
            .message = std::string(trace.problem),
            .pointer = std::move(trace.pointer)};
}

} // namespace detail

template <detail::writable T> std::string write(T const& value) {
    std::string out;
    detail::string_sink sink(out);
    detail::writer<detail::spelling::model> writer{sink, detail::on_invalid_utf8::replace};
    sink.finish(writer.template value<cppsmith::detail::trait_list<>>(sink.begin(), value));
    if (out.capacity() > 2 * out.size()) out.shrink_to_fit(); // nobody reuses this capacity
    return out;
}

template <detail::writable T> result<void> write(T const& value, std::string& buffer) {
    detail::string_sink sink(buffer);
    detail::writer<detail::spelling::model> writer{sink, detail::on_invalid_utf8::refuse};
    auto const* const end = writer.template value<cppsmith::detail::trait_list<>>(sink.begin(), value);
    sink.finish(end);
    if (!end) return detail::unwritable(std::move(writer.trace));
    return {};
}

} // namespace cppsmith::inline v0::json

#endif // CPPSMITH_JSON_WRITE_HPP
