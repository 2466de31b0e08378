// json::constant: a described structure as JSON text, made by the compiler.

#ifndef CPPSMITH_JSON_CONSTANT_HPP
#define CPPSMITH_JSON_CONSTANT_HPP

#include <cppsmith/detail/constant_text.hpp>
#include <cppsmith/json/writer.hpp>

#include <string_view>

namespace cppsmith::inline v0::json {

/// What `json::write` gives for the value that `Make` returns, as constant data with a NUL behind it; lists and maps may be in it:
/// `constexpr auto text = json::constant<[] { return iot::Tag{.Key = "fleet"}; }>();`
///
/// Text that is not valid UTF-8 (let through by `unchecked`), and a timestamp that cannot be written, do not compile. Texts of 20 KiB are within what
/// Clang evaluates by default; for more, raise `-fconstexpr-steps`.
template <auto Make>
requires cppsmith::detail::described_structure<decltype(Make())>
constexpr std::string_view constant() noexcept;

template <auto Make>
requires cppsmith::detail::described_structure<decltype(Make())>
constexpr std::string_view constant() noexcept {
    return cppsmith::detail::constant_of<detail::constant_sink, [](detail::constant_sink& sink) {
               using cppsmith::detail::constant_trace;
               using detail::spelling;
               detail::writer<spelling::model, constant_trace, detail::constant_sink&> writer{sink,
                                                                                              detail::on_invalid_utf8::refuse};
               sink.finish(writer.structure(sink.begin(), Make()));
               return writer.trace;
           }>::text.view();
}

} // namespace cppsmith::inline v0::json

#endif // CPPSMITH_JSON_CONSTANT_HPP
