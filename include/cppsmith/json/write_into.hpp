// json::write into a buffer of the caller's, to be used again and again; what is not valid is an error there.

#ifndef CPPSMITH_JSON_WRITE_INTO_HPP
#define CPPSMITH_JSON_WRITE_INTO_HPP

#include <cppsmith/json/write.hpp>
#include <cppsmith/json/write_error.hpp>
#include <cppsmith/json/write_trace.hpp>
#include <cppsmith/result.hpp>

#include <string>
#include <utility>

namespace cppsmith::inline v0::json {

/// What `write(value)` gives, into `buffer`, whose content is replaced and whose capacity is reused. Ill-formed UTF-8 is an error
/// (`invalid_utf8`, stage `prepare`) with the member's pointer, and so is a timestamp that cannot be written (`invalid_timestamp`); the
/// buffer's content is then unspecified.
template <detail::writable T> result<void> write(T const& value, std::string& buffer) {
    detail::writer<detail::spelling::model, detail::failure_trace> writer{detail::string_sink(buffer),
                                                                          detail::on_invalid_utf8::refuse};
    auto const* const end = writer.template value<cppsmith::detail::trait_list<>>(writer.sink.begin(), value);
    writer.sink.finish(end);
    if (!end) return detail::unwritable(std::move(writer.trace));
    return {};
}

} // namespace cppsmith::inline v0::json

#endif // CPPSMITH_JSON_WRITE_INTO_HPP
