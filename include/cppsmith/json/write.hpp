// json::write: a described structure as JSON text. It cannot fail, so that a build does without `result`.

#ifndef CPPSMITH_JSON_WRITE_HPP
#define CPPSMITH_JSON_WRITE_HPP

#include <cppsmith/json/write_trace.hpp>
#include <cppsmith/json/writer.hpp>

#include <concepts>
#include <string>

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
/// <cppsmith/json/write_into.hpp> has the one that reuses a buffer, and refuses what is not valid.
template <detail::writable T> std::string write(T const& value) {
    std::string out;
    detail::writer<detail::spelling::model, detail::no_trace> writer{detail::string_sink(out), detail::on_invalid_utf8::replace};
    writer.sink.finish(writer.template value<cppsmith::detail::trait_list<>>(writer.sink.begin(), value));
    if (out.capacity() > 2 * out.size()) out.shrink_to_fit(); // nobody reuses this capacity
    return out;
}

} // namespace cppsmith::inline v0::json

#endif // CPPSMITH_JSON_WRITE_HPP
