// How fast the matcher reads: bytes a second for each class of patterns, over 64 KiB of text that matches.

#include <cppsmith/patterns_bench/match.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace {

namespace shapes = cppsmith::patterns_bench;

constexpr std::size_t size = 65536;

template <class Constraint> bool holds(std::string_view s) {
    if constexpr (requires { Constraint::matches(s); }) return Constraint::matches(s);
    else return true;
}
template <cppsmith::detail::fixed_string Shape, class... Constraints>
bool holds_all(std::type_identity<cppsmith::text<Shape, Constraints...>>, [[maybe_unused]] std::string_view s) {
    static_assert(sizeof...(Constraints) > 0, "the pattern is not checked");
    return (holds<Constraints>(s) && ...);
}

std::string repeated(std::string_view part, std::string_view end = "") {
    std::string text;
    while (text.size() + part.size() + end.size() <= size) text += part;
    return text.append(end);
}

template <class Shape> void match(benchmark::State& state, std::string const& text) {
    if (!holds_all(std::type_identity<Shape>{}, text)) return state.SkipWithError("the text does not match");
    for (auto _ : state) {
        benchmark::DoNotOptimize(text.data());
        benchmark::DoNotOptimize(holds_all(std::type_identity<Shape>{}, text));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void copy(benchmark::State& state) {
    std::string const from = repeated("abc123-");
    std::string to(from.size(), ' ');
    for (auto _ : state) {
        std::memcpy(to.data(), from.data(), from.size());
        benchmark::DoNotOptimize(to.data());
        benchmark::ClobberMemory();
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(from.size()));
}

template <class Shape> void measure(char const* name, std::string text) {
    benchmark::RegisterBenchmark(name, [text = std::move(text)](benchmark::State& state) { match<Shape>(state, text); });
}

} // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    benchmark::RegisterBenchmark("memcpy", copy);
    measure<shapes::OneClass>("one class of characters", repeated("aZ09:_-"));
    measure<shapes::States>("a few states", repeated("abc123-"));
    measure<shapes::Counted>("counted repeats", repeated("abcdefghijkl0123.", "com"));
    measure<shapes::Lookahead>("looks ahead and behind", repeated("abc:de_f-", "g"));
    measure<shapes::Unicode>("Unicode properties, ASCII text", repeated("fleet.north "));
    measure<shapes::Unicode>("Unicode properties, other scripts", repeated("\xc3\xa9\xe6\x97\xa5\xe6\x9c\xac"));
    measure<shapes::Pem>("PEM",
                         "-----BEGIN CERTIFICATE-----\n" + repeated(std::string(64, 'A') + '\n') + "-----END CERTIFICATE-----\n");
    benchmark::RunSpecifiedBenchmarks();
}
