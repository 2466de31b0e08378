// How a work is measured: registered by name, checked, called warm, timed, and under callgrind counted.

#ifndef CPPSMITH_BENCH_BENCH_HPP
#define CPPSMITH_BENCH_BENCH_HPP

#include <benchmark/benchmark.h>

#include <time.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

/// How often the program has called `operator new`.
std::size_t allocations() noexcept;

/// Ends the program, naming the work, unless both texts hold the same JSON. Of each name the first texts alone are compared.
void require_same_json(std::string const& name, std::string_view made, std::string_view expected);
/// The same, where numbers may differ in their last two digits of seventeen.
void require_similar_json(std::string const& name, std::string_view made, std::string_view expected);
/// Ends the program, naming the work, unless `holds`.
void require(std::string const& name, bool holds);

/// Registers a work: `work/who`. Its function runs only where the program's filter asks for it, and may be called several times.
void add(std::string const& name, std::function<void(benchmark::State&)> const& measure);

/// Nanoseconds of this thread's CPU time; for what is too short for a system call, of the clock on the wall.
class stopwatch {
  public:
    explicit stopwatch(bool for_short_work) noexcept;
    void start() noexcept { begin_ = now(); }
    /// Since `start`, without what asking costs. Short work that was interrupted counts as four times the least so far at most.
    double stop() noexcept;

  private:
    double now() const noexcept;

    clockid_t clock_;
    double cost_ = 0, begin_ = 0, least_ = 1e9;
};

/// How often each work is called to count its instructions under callgrind: what --calls=N says; else 0, and nothing is counted.
std::size_t counted_calls() noexcept;
/// Instructions count from `count` to `report_count`, which leaves them to callgrind under the work's name.
void count() noexcept;
void report_count(std::string const& name);

/// Keeps what a call made, and all memory, from being optimized away.
template <class T> void keep(T const& made) {
    benchmark::DoNotOptimize(&made);
    benchmark::ClobberMemory();
}

/// Measures `call()`, which writes or reads so many bytes. Its first call, which may fill buffers, is not timed; the allocations
/// of the second one are reported.
template <class Call> void time(benchmark::State& state, std::string const& name, std::size_t bytes, Call call) {
    call();
    auto const before = allocations();
    call();
    auto const made = allocations() - before;
    count();
    for (std::size_t i = 0; i < counted_calls(); ++i) call();
    report_count(name);
    for (auto _ : state) call();
    state.counters["allocations"] = static_cast<double>(made);
    state.counters["bytes"] = static_cast<double>(bytes);
}

/// Measures `call(std::string&&)`, which takes its text over. The copies that it is given are made outside of the measured time,
/// no more at once than the allocator serves as quickly as a single one, with the room behind their end that our transports
/// leave. All else counts: what a call returns is destroyed, the text with it, before the clock is stopped.
template <class Call> void time_taking(benchmark::State& state, std::string const& name, std::string const& text, Call call) {
    constexpr std::size_t room = 64;
    auto const fresh = [&] {
        std::string body;
        body.reserve(text.size() + room);
        body += text;
        return body;
    };
    call(fresh());
    auto body = fresh();
    auto const before = allocations();
    call(std::move(body));
    auto const made = allocations() - before;

    std::vector<std::string> bodies(counted_calls());
    for (auto& next : bodies) next = fresh();
    count();
    for (auto& next : bodies) call(std::move(next));
    report_count(name);

    bool const is_short = text.size() <= 4096;
    stopwatch watch(is_short);
    bodies.resize(is_short ? 6 : 1);
    while (state.KeepRunningBatch(static_cast<benchmark::IterationCount>(bodies.size()))) {
        for (auto& next : bodies) next = fresh();
        watch.start();
        for (auto& next : bodies) call(std::move(next));
        state.SetIterationTime(watch.stop() * 1e-9);
    }
    state.counters["allocations"] = static_cast<double>(made);
    state.counters["bytes"] = static_cast<double>(text.size());
}

/// A work whose function uses `time_taking`.
void add_taking(std::string const& name, std::function<void(benchmark::State&)> const& measure);

} // namespace bench

#endif // CPPSMITH_BENCH_BENCH_HPP
