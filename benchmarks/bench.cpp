// The frame of the benchmark programs: registration, checks, clock, and the flag --calls=N, for callgrind.

#include "bench.hpp"

#include "suite.hpp"

#include <nlohmann/json.hpp>

#include <malloc.h>
#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_TOGGLE_COLLECT (void)0
#define CALLGRIND_DUMP_STATS_AT(name) (void)(name)
#endif

namespace {

using json = nlohmann::json;

std::size_t calls = 0;

[[noreturn]] void give_up(std::string const& name, char const* why) {
    std::fprintf(stderr, "%s: %s\n", name.c_str(), why);
    std::exit(1);
}

bool similar(json const& a, json const& b) {
    if (a.is_number_float() && b.is_number()) {
        auto const x = a.get<double>(), y = b.get<double>();
        return std::abs(x - y) <= 1e-15 * std::max(std::abs(x), std::abs(y));
    }
    if (!a.is_structured()) return a == b;
    return a.type() == b.type() && a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), similar);
}

/// What a name was found right with once is not compared again: repetitions would spend their time here.
void compare_json(std::string const& name, std::string_view made, std::string_view expected, auto equal) {
    static std::set<std::string> found_right;
    if (!found_right.insert(name).second) return;
    auto const a = json::parse(made, nullptr, false), b = json::parse(expected, nullptr, false);
    if (a.is_discarded()) give_up(name, "the output is not JSON");
    if (!equal(a, b)) give_up(name, "the output is not the expected JSON");
}

} // namespace

namespace bench {

void require_same_json(std::string const& name, std::string_view made, std::string_view expected) {
    compare_json(name, made, expected, [](json const& a, json const& b) { return a == b; });
}
void require_similar_json(std::string const& name, std::string_view made, std::string_view expected) {
    compare_json(name, made, expected, similar);
}

void require(std::string const& name, bool holds) {
    if (!holds) give_up(name, "the work failed");
}

void add(std::string const& name, std::function<void(benchmark::State&)> const& measure) {
    benchmark::RegisterBenchmark(name.c_str(), measure);
}
void add_taking(std::string const& name, std::function<void(benchmark::State&)> const& measure) {
    benchmark::RegisterBenchmark(name.c_str(), measure)->UseManualTime();
}

stopwatch::stopwatch(bool for_short_work) noexcept : clock_(for_short_work ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID) {
    double cost = 1e9;
    for (int i = 0; i < 1000; ++i) start(), cost = std::min(cost, now() - begin_);
    cost_ = cost;
}

double stopwatch::stop() noexcept {
    auto const elapsed = std::max(now() - begin_ - cost_, 1.0);
    if (clock_ != CLOCK_MONOTONIC) return elapsed;
    least_ = std::min(least_, elapsed);
    return std::min(elapsed, 4 * least_);
}

double stopwatch::now() const noexcept {
    timespec t{};
    clock_gettime(clock_, &t);
    return static_cast<double>(t.tv_sec) * 1e9 + static_cast<double>(t.tv_nsec);
}

std::size_t counted_calls() noexcept { return calls; }
void count() noexcept { CALLGRIND_TOGGLE_COLLECT; }
void report_count(std::string const& name) {
    CALLGRIND_TOGGLE_COLLECT;
    if (calls == 0) return;
    std::string const title = name + '|' + std::to_string(calls);
    CALLGRIND_DUMP_STATS_AT(title.c_str());
}

} // namespace bench

int main(int argc, char** argv) {
    // Memory that was freed is kept, so that no work pays for pages that the system clears anew for each of its calls.
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    std::vector<char*> rest;
    for (int i = 0; i < argc; ++i) {
        std::string_view const flag = argv[i];
        if (flag.starts_with("--calls=")) calls = std::strtoul(argv[i] + 8, nullptr, 10);
        else rest.push_back(argv[i]);
    }
    int count = static_cast<int>(rest.size());
    benchmark::Initialize(&count, rest.data());
    if (benchmark::ReportUnrecognizedArguments(count, rest.data())) return 2;
    bench::add_writing();
    bench::add_reading();
    bench::add_surprise();
    bench::add_series();
    bench::add_own();
    benchmark::RunSpecifiedBenchmarks();
}
