// Pages of 1 to 100,000 things: whether the time for a byte stays the same.

#include "measure.hpp"
#include "ours.hpp"
#include "peers/rapidjson.hpp"
#include "suite.hpp"
#include "works.hpp"

namespace bench {
namespace {

void rapidjson_write(benchmark::State& state, std::string const& name, std::size_t things) {
    with_rapidjson::buffer out;
    auto const write = [&](plain_things const& page) { with_rapidjson::write(page, out); };
    measure_write(state, name, w3(things), w3_text(things), write, [&] { return with_rapidjson::view(out); });
}

template <class Page> void simdjson_read(benchmark::State& state, std::string const& name, std::size_t things) {
    simdjson::ondemand::parser parser;
    simdjson::padded_string const padded(w3_text(things));
    time(state, name, padded.size(), [&] {
        Page page;
        require(name, with_simdjson::read<with_simdjson::in_order>(parser, padded, page));
        keep(page);
    });
}

void rapidjson_read(benchmark::State& state, std::string const& name, std::size_t things) {
    auto const& text = w3_text(things);
    time(state, name, text.size(), [&] {
        plain_things page;
        with_rapidjson::read(text, page);
        keep(page);
    });
}

/// One work `work/who/size`, for every size.
void add_sizes(std::string const& who, auto register_one) {
    for (std::size_t things = 1; things <= 100'000; things *= 10) register_one(who + '/' + std::to_string(things), things);
}

void add_one(std::string const& who, auto measure) {
    add_sizes(who, [=](std::string const& name, std::size_t things) {
        add(name, [=](benchmark::State& state) { measure(state, name, things); });
    });
}

} // namespace

void add_series() {
    using page = wire::ListThingsResponse;
    add_one("series write/memcpy", [](auto& state, auto& name, auto things) { copy(state, name, w3_text(things)); });
    add_one("series write/cppsmith",
            [](auto& state, auto& name, auto things) { cppsmith_write(state, name, ours(w3(things)), w3_text(things)); });
    add_one("series write/rapidjson", rapidjson_write);

    add_one("series read owning/cppsmith",
            [](auto& state, auto& name, auto things) { cppsmith_owning<page>(state, name, w3_text(things)); });
    add_one("series read owning/copy and destroy",
            [](auto& state, auto& name, auto things) { copy_and_destroy<page>(state, name, w3_text(things)); });
    add_one("series read owning/simdjson", simdjson_read<plain_things>);
    add_one("series read owning/rapidjson", rapidjson_read);
    add_sizes("series read borrowing/cppsmith", [](std::string const& name, std::size_t things) {
        add_taking(name, [=](auto& state) { cppsmith_borrowing<page>(state, name, w3_text(things)); });
    });
    add_one("series read borrowing/simdjson", simdjson_read<view_things>);
}

} // namespace bench
