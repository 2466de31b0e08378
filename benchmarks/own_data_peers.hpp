// What `compare` registers: us, the limits, and each peer's parse and dump of its own document.

#ifndef CPPSMITH_BENCH_OWN_DATA_PEERS_HPP
#define CPPSMITH_BENCH_OWN_DATA_PEERS_HPP

#include "measure.hpp"
#include "own_data.hpp"

#include <string>

namespace bench {

/// The peers' part, which knows no structure.
void add_document_writers(std::string const& work, std::string const& text);
void add_document_parsers(std::string const& work, std::string const& text);

template <class Shape> void compare(std::string const& name, std::string const& json_text) {
    std::string const write = name + " write/", own = name + " read owning/", borrow = name + " read borrowing/";
    auto const reader = [&](std::string const& work, auto measure) {
        add(work, [=](benchmark::State& state) { measure(state, work, json_text); });
    };
    reader(write + "memcpy", copy);
    add(write + "cppsmith", [=](benchmark::State& state) {
        auto const value = cppsmith::json::read<Shape>(json_text);
        require(write + "cppsmith", value.has_value());
        cppsmith_write(state, write + "cppsmith", *value, json_text);
    });
    add_document_writers(write, json_text);
    reader(own + "copy and destroy", copy_and_destroy<Shape>);
    reader(own + "cppsmith", cppsmith_owning<Shape>);
    add_document_parsers(own, json_text);
    reader(borrow + "first stage", first_stage);
    add_taking(borrow + "cppsmith",
               [=](benchmark::State& state) { cppsmith_borrowing<Shape>(state, borrow + "cppsmith", json_text); });
}

} // namespace bench

#endif // CPPSMITH_BENCH_OWN_DATA_PEERS_HPP
