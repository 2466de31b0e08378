// Text that is made in a constant expression, first measured and then kept.

#ifndef CPPSMITH_DETAIL_CONSTANT_TEXT_HPP
#define CPPSMITH_DETAIL_CONSTANT_TEXT_HPP

#include <cstddef>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// N characters, and a NUL behind them.
template <std::size_t N> struct fixed_text {
    char characters[N + 1]{};

    constexpr std::string_view view() const { return {characters, N}; }
};

enum class constant_problem : unsigned char { none, utf8, timestamp };

/// Notes what cannot be written.
struct constant_trace {
    constant_problem problem = constant_problem::none;

    constexpr void fail(std::string_view what) {
        problem = what.ends_with("UTF-8") ? constant_problem::utf8 : constant_problem::timestamp;
    }
    constexpr void at(auto) const {}
};

struct constant_measure {
    std::size_t size;
    constant_problem problem;
};

/// What `Write(sink)` writes to a sink, as static characters. `Write` returns a trace.
template <class Sink, auto Write> struct constant_of {
    static constexpr constant_measure measured = [] {
        Sink sink;
        auto const trace = Write(sink);
        return constant_measure{sink.view().size(), trace.problem};
    }();
    static_assert(measured.problem != constant_problem::utf8, "the constant holds text that is not valid UTF-8");
    static_assert(measured.problem != constant_problem::timestamp, "the constant holds a timestamp that cannot be written");

    static constexpr auto text = [] { // written again: a constant cannot know its own size
        Sink sink;
        Write(sink);
        fixed_text<measured.size> out;
        std::size_t n = 0;
        for (char c : sink.view()) out.characters[n++] = c;
        return out;
    }();
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_CONSTANT_TEXT_HPP
