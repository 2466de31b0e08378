// The peers' best case for any text: parsing it into a document of theirs, and dumping that.

#include "own_data.hpp"

#include "peers/boost_json.hpp"
#include "peers/rapidjson.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <fstream>
#include <iterator>

namespace bench {
namespace {

/// Without this flag it reads many doubles as neighbours of what the text says.
constexpr unsigned exact = rapidjson::kParseFullPrecisionFlag;

void rapidjson_dump(benchmark::State& state, std::string const& name, std::string const& text) {
    rapidjson::Document document;
    document.Parse<exact>(text.data(), text.size());
    with_rapidjson::buffer out;
    auto const write = [&](rapidjson::Document const& d) {
        out.Clear();
        with_rapidjson::writer w(out);
        d.Accept(w);
    };
    measure_write(state, name, document, text, write, [&] { return with_rapidjson::view(out); });
}

/// Made from another parser's result, since Boost.JSON 1.81 reads doubles to the last digit or two only.
boost::json::value exact_document(nlohmann::json const& from) {
    if (from.is_object()) {
        boost::json::object made;
        for (auto const& [key, value] : from.items()) made.emplace(key, exact_document(value));
        return made;
    }
    if (from.is_array()) {
        boost::json::array made;
        for (auto const& value : from) made.push_back(exact_document(value));
        return made;
    }
    if (from.is_string()) return boost::json::string(from.get_ref<std::string const&>());
    if (from.is_boolean()) return from.get<bool>();
    if (from.is_number_unsigned()) return from.get<std::uint64_t>();
    if (from.is_number_integer()) return from.get<std::int64_t>();
    if (from.is_number()) return from.get<double>();
    return nullptr;
}

void boost_json_dump(benchmark::State& state, std::string const& name, std::string const& text) {
    with_boost_json::workspace w;
    auto const document = exact_document(nlohmann::json::parse(text));
    auto const write = [&](boost::json::value const& d) { with_boost_json::serialize(d, w); };
    measure_write(state, name, document, text, write, [&]() -> std::string_view { return w.out; });
}

void nlohmann_dump(benchmark::State& state, std::string const& name, std::string const& text) {
    std::string out;
    auto const document = nlohmann::json::parse(text);
    auto const write = [&](nlohmann::json const& d) { out = d.dump(); };
    measure_write(state, name, document, text, write, [&]() -> std::string_view { return out; });
}

void rapidjson_parse(benchmark::State& state, std::string const& name, std::string const& text) {
    rapidjson::Document first;
    first.Parse<exact>(text.data(), text.size());
    with_rapidjson::buffer out;
    with_rapidjson::writer w(out);
    first.Accept(w);
    require_same_json(name, with_rapidjson::view(out), text);
    time(state, name, text.size(), [&] {
        rapidjson::Document document;
        keep(document.Parse<exact>(text.data(), text.size()).HasParseError());
    });
}

void boost_json_parse(benchmark::State& state, std::string const& name, std::string const& text) {
    with_boost_json::workspace w;
    with_boost_json::serialize(boost::json::parse(text), w);
    require_similar_json(name, w.out, text);
    time(state, name, text.size(), [&] {
        boost::json::monotonic_resource memory(w.memory.data(), w.memory.size());
        keep(boost::json::parse(text, &memory));
    });
}

void nlohmann_parse(benchmark::State& state, std::string const& name, std::string const& text) {
    time(state, name, text.size(), [&] { keep(nlohmann::json::parse(text)); });
}

void simdjson_parse(benchmark::State& state, std::string const& name, std::string const& text) {
    simdjson::dom::parser parser;
    simdjson::padded_string const padded(text);
    simdjson::dom::element first;
    require(name, !parser.parse(padded).get(first));
    require_same_json(name, simdjson::minify(first), text);
    time(state, name, text.size(), [&] { keep(parser.parse(padded).error()); });
}

void add_one(std::string const& name, auto measure, std::string const& text) {
    add(name, [=](benchmark::State& state) { measure(state, name, text); });
}

} // namespace

void add_document_writers(std::string const& work, std::string const& text) {
    add_one(work + "rapidjson", rapidjson_dump, text);
    add_one(work + "boost_json", boost_json_dump, text);
    add_one(work + "nlohmann", nlohmann_dump, text);
}

void add_document_parsers(std::string const& work, std::string const& text) {
    add_one(work + "simdjson", simdjson_parse, text);
    add_one(work + "boost_json", boost_json_parse, text);
    add_one(work + "rapidjson", rapidjson_parse, text);
    add_one(work + "nlohmann", nlohmann_parse, text);
}

std::string file_text(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    require(path, file.is_open());
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace bench
