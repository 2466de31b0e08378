// How our codec, and the limits that it is held against, are measured; the same for every structure.

#ifndef CPPSMITH_BENCH_MEASURE_HPP
#define CPPSMITH_BENCH_MEASURE_HPP

#include "bench.hpp"
#include "peers/simdjson.hpp"

#include <cppsmith/json.hpp>

#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace bench {

/// Writes into a buffer that is kept, which `view` shows.
template <class T, class Write, class View>
void measure_write(benchmark::State& state, std::string const& name, T const& from, std::string const& expected, Write write,
                   View view) {
    write(from);
    require_same_json(name, view(), expected);
    time(state, name, expected.size(), [&] {
        write(from);
        keep(view());
    });
}

template <class T> void cppsmith_write(benchmark::State& state, std::string const& name, T const& from, std::string const& text) {
    std::string out;
    auto const write = [&](T const& value) { require(name, cppsmith::json::write(value, out).has_value()); };
    measure_write(state, name, from, text, write, [&]() -> std::string_view { return out; });
}

inline void copy(benchmark::State& state, std::string const& name, std::string const& text) {
    std::string to(text.size(), ' ');
    time(state, name, text.size(), [&] {
        std::memcpy(to.data(), text.data(), text.size());
        keep(to);
    });
}

template <class Shape> void cppsmith_owning(benchmark::State& state, std::string const& name, std::string const& text) {
    auto const first = cppsmith::json::read<Shape>(text);
    require(name, first.has_value());
    require_same_json(name, cppsmith::json::write(*first), text);
    std::string_view const view = text;
    time(state, name, text.size(), [&] { keep(cppsmith::json::read<Shape>(view)); });
}

template <class Shape> void cppsmith_borrowing(benchmark::State& state, std::string const& name, std::string const& text) {
    using reply = cppsmith::reply<Shape>;
    auto const first = cppsmith::json::read<reply>(std::string(text));
    require(name, first.has_value());
    require_same_json(name, cppsmith::json::write((*first).value()), text);
    time_taking(state, name, text, [](std::string&& body) { keep(cppsmith::json::read<reply>(std::move(body))); });
}

/// What owning the result costs by itself.
template <class Shape> void copy_and_destroy(benchmark::State& state, std::string const& name, std::string const& text) {
    auto const value = cppsmith::json::read<Shape>(text);
    require(name, value.has_value());
    time(state, name, text.size(), [&] {
        Shape const copied = *value;
        keep(copied);
    });
}

/// No reader on top of simdjson can be faster than its first stage.
inline void first_stage(benchmark::State& state, std::string const& name, std::string const& text) {
    simdjson::padded_string const padded(text);
    with_simdjson::first_stage stage(text.size());
    require(name, stage.run(padded));
    time(state, name, text.size(), [&] { keep(stage.run(padded)); });
}

} // namespace bench

#endif // CPPSMITH_BENCH_MEASURE_HPP
