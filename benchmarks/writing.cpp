// W1, W1big and W4: writing requests and a page of things, and judging W1.

#include "measure.hpp"
#include "ours.hpp"
#include "peers/boost_json.hpp"
#include "peers/nlohmann.hpp"
#include "peers/rapidjson.hpp"
#include "suite.hpp"
#include "works.hpp"

#include <cppsmith/validate.hpp>

#include <cstring>

namespace bench {
namespace {

template <class T> void nlohmann_write(benchmark::State& state, std::string const& name, T const& from, std::string const& text) {
    std::string out;
    auto const write = [&](T const& value) { out = with_nlohmann::write(value); };
    measure_write(state, name, from, text, write, [&]() -> std::string_view { return out; });
}

template <class T>
void rapidjson_write(benchmark::State& state, std::string const& name, T const& from, std::string const& text) {
    with_rapidjson::buffer out;
    auto const write = [&](T const& value) { with_rapidjson::write(value, out); };
    measure_write(state, name, from, text, write, [&] { return with_rapidjson::view(out); });
}

template <class T>
void boost_json_write(benchmark::State& state, std::string const& name, T const& from, std::string const& text) {
    with_boost_json::workspace w;
    auto const write = [&](T const& value) { with_boost_json::write(value, w); };
    measure_write(state, name, from, text, write, [&]() -> std::string_view { return w.out; });
}

/// All who write one plain value; `plain` makes it, when it is asked for.
template <class Plain> void add_writers(std::string const& work, Plain plain) {
    auto const text = [plain] { return with_nlohmann::write(plain()); };
    auto const name = [work](char const* who) { return work + '/' + who; };
    add(name("memcpy"), [=](auto& state) { copy(state, name("memcpy"), text()); });
    add(name("cppsmith"), [=](auto& state) { cppsmith_write(state, name("cppsmith"), ours(plain()), text()); });
    add(name("rapidjson"), [=](auto& state) { rapidjson_write(state, name("rapidjson"), plain(), text()); });
    add(name("boost_json"), [=](auto& state) { boost_json_write(state, name("boost_json"), plain(), text()); });
    add(name("nlohmann"), [=](auto& state) { nlohmann_write(state, name("nlohmann"), plain(), text()); });
}

/// Calls `write(i)` for each of the distinct requests in turn: neither caches nor branch predictors know the next one.
template <class Write> void time_in_turn(benchmark::State& state, std::string const& name, std::size_t bytes, Write write) {
    std::size_t next = 0;
    time(state, name, bytes, [&] {
        write(next);
        next = (next + 1) % w1_distinct().size();
    });
}

void add_distinct() {
    static std::string const work = "W1 write distinct/";
    add(work + "memcpy", [](auto& state) {
        std::vector<std::string> texts;
        for (auto const& request : w1_distinct()) texts.push_back(with_nlohmann::write(request));
        std::string to(2 * texts[0].size(), ' ');
        time_in_turn(state, work + "memcpy", texts[0].size(), [&](std::size_t i) {
            std::memcpy(to.data(), texts[i].data(), texts[i].size());
            keep(to);
        });
    });
    add(work + "cppsmith", [](auto& state) {
        std::vector<iot::RegisterCACertificateRequest> requests;
        for (auto const& request : w1_distinct()) requests.push_back(ours(request));
        std::string out;
        for (std::size_t i = 0; i < requests.size(); ++i) { // the largest one, too, has been written once
            require(work + "cppsmith", cppsmith::json::write(requests[i], out).has_value());
            require_same_json(work + "cppsmith " + std::to_string(i), out, with_nlohmann::write(w1_distinct()[i]));
        }
        time_in_turn(state, work + "cppsmith", out.size(), [&](std::size_t i) {
            keep(cppsmith::json::write(requests[i], out).has_value());
            keep(out);
        });
    });
    add(work + "rapidjson", [](auto& state) {
        with_rapidjson::buffer out;
        with_rapidjson::write(w1_distinct()[0], out);
        require_same_json(work + "rapidjson", with_rapidjson::view(out), with_nlohmann::write(w1_distinct()[0]));
        time_in_turn(state, work + "rapidjson", out.GetSize(), [&](std::size_t i) {
            with_rapidjson::write(w1_distinct()[i], out);
            keep(out);
        });
    });
}

void add_more_of_ours() {
    add("W1 write fresh/cppsmith", [](auto& state) {
        auto const request = ours(w1());
        auto const text = with_nlohmann::write(w1());
        require_same_json("W1 write fresh/cppsmith", cppsmith::json::write(request), text);
        time(state, "W1 write fresh/cppsmith", text.size(), [&] { keep(cppsmith::json::write(request)); });
    });
    add("W1 validate strict/cppsmith", [](auto& state) {
        auto const request = ours(w1());
        require("W1 validate strict/cppsmith", cppsmith::validate(request, cppsmith::policy::strict).empty());
        time(state, "W1 validate strict/cppsmith", with_nlohmann::write(w1()).size(),
             [&] { keep(cppsmith::validate(request, cppsmith::policy::strict)); });
    });
    add("W4 write borrowed/cppsmith", [](auto& state) {
        auto const page = cppsmith::json::read<cppsmith::reply<wire::ListThingsResponse>>(std::string(w3_text(1000)));
        require("W4 write borrowed/cppsmith", page.has_value());
        cppsmith_write(state, "W4 write borrowed/cppsmith", (*page).value(), w3_text(1000));
    });
}

} // namespace

void add_writing() {
    add_writers("W1 write", [] { return w1(); });
    add_distinct();
    add_writers("W1big write", [] { return w1_big(); });
    add_writers("W4 write", [] { return w3(1000); });
    add_more_of_ours();
}

} // namespace bench
