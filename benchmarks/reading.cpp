// W2 and W3: reading a small reply and a page of things; owning against owning, and views against views.

#include "measure.hpp"
#include "ours.hpp"
#include "peers/boost_json.hpp"
#include "peers/nlohmann.hpp"
#include "peers/rapidjson.hpp"
#include "peers/simdjson.hpp"
#include "suite.hpp"
#include "works.hpp"

namespace bench {
namespace {

/// Reads into a new value each time, which is destroyed within the measured time.
template <class Value, class Read>
void measure_read(benchmark::State& state, std::string const& name, std::string const& text, Read read) {
    Value first;
    require(name, read(first));
    require_same_json(name, with_nlohmann::write(first), text);
    time(state, name, text.size(), [&] {
        Value value;
        keep(read(value));
        keep(value);
    });
}

template <class Value> void nlohmann_read(benchmark::State& state, std::string const& name, std::string const& text) {
    measure_read<Value>(state, name, text, [&](Value& value) { return with_nlohmann::read(text, value), true; });
}
template <class Value> void rapidjson_read(benchmark::State& state, std::string const& name, std::string const& text) {
    measure_read<Value>(state, name, text, [&](Value& value) { return with_rapidjson::read(text, value), true; });
}
template <class Value> void boost_json_read(benchmark::State& state, std::string const& name, std::string const& text) {
    with_boost_json::workspace w;
    measure_read<Value>(state, name, text, [&](Value& value) { return with_boost_json::read(text, w, value), true; });
}

/// The parser is kept, and the text has its padding already.
template <class Value, class Order>
void simdjson_read(benchmark::State& state, std::string const& name, std::string const& text) {
    simdjson::ondemand::parser parser;
    simdjson::padded_string const padded(text);
    measure_read<Value>(state, name, text, [&](Value& value) {
        if constexpr (requires { value.things; }) return with_simdjson::read<Order>(parser, padded, value);
        else return with_simdjson::read(parser, padded, value);
    });
}

/// One who reads `text()`; who reads into a borrowing reply takes the text over.
template <class Text> void add_reader(std::string const& name, Text text, auto measure) {
    add(name, [=](auto& state) { measure(state, name, text()); });
}
template <class Shape, class Text> void add_borrower(std::string const& name, Text text) {
    add_taking(name, [=](auto& state) { cppsmith_borrowing<Shape>(state, name, text()); });
}

template <class Shape, class Plain, class View, class Text> void add_readers(std::string const& work, Text text) {
    using with_simdjson::in_order;
    add_reader(work + " read owning/copy and destroy", text, copy_and_destroy<Shape>);
    add_reader(work + " read owning/cppsmith", text, cppsmith_owning<Shape>);
    add_reader(work + " read owning/simdjson", text, simdjson_read<Plain, in_order>);
    add_reader(work + " read owning/boost_json", text, boost_json_read<Plain>);
    add_reader(work + " read owning/rapidjson", text, rapidjson_read<Plain>);
    add_reader(work + " read owning/nlohmann", text, nlohmann_read<Plain>);
    add_reader(work + " read borrowing/first stage", text, first_stage);
    add_borrower<Shape>(work + " read borrowing/cppsmith", text);
    add_reader(work + " read borrowing/simdjson", text, simdjson_read<View, in_order>);
}

/// One form of W3 that cannot be predicted, beside what is written by hand for it.
template <class Order> void add_surprise(std::string const& work, form f) {
    auto const text = [f]() -> std::string const& { return w3_text(1000, f); };
    add_reader(work + " read owning/cppsmith", text, cppsmith_owning<wire::ListThingsResponse>);
    add_reader(work + " read owning/simdjson", text, simdjson_read<plain_things, Order>);
    add_borrower<wire::ListThingsResponse>(work + " read borrowing/cppsmith", text);
    add_reader(work + " read borrowing/simdjson", text, simdjson_read<view_things, Order>);
}

} // namespace

void add_reading() {
    add_readers<iot::RegisterCACertificateResponse, plain_reply, view_reply>("W2", []() -> auto const& { return w2_text(); });
    add_readers<wire::ListThingsResponse, plain_things, view_things>("W3", []() -> auto const& { return w3_text(1000); });
}

void add_surprise() {
    add_surprise<with_simdjson::in_any_order>("W3 shuffled", form::shuffled);
    add_surprise<with_simdjson::in_order>("W3 pretty", form::pretty);
    add_surprise<with_simdjson::in_order>("W3 escapes", form::escapes);
    add_surprise<with_simdjson::in_order>("W3 non-ASCII", form::non_ascii);
}

} // namespace bench
