// Text that is made in a constant expression, first counted and then written. (Clang with libstdc++ 12 cannot make a std::string there.)

#ifndef CPPSMITH_DETAIL_CONSTANT_TEXT_HPP
#define CPPSMITH_DETAIL_CONSTANT_TEXT_HPP

#include <cstddef>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// Counts what a writer appends, and knows the last character.
class counted_text {
  public:
    constexpr void push_back(char c) { ++size_, last_ = c; }
    constexpr counted_text& append(std::string_view s) {
        if (!s.empty()) size_ += s.size(), last_ = s.back();
        return *this;
    }
    constexpr char& back() { return last_; }
    constexpr std::size_t size() const { return size_; }
    constexpr void resize(std::size_t n) { size_ = n; }

  private:
    std::size_t size_ = 0;
    char last_ = 0;
};

/// Holds N characters, and a NUL behind them.
template <std::size_t N> struct fixed_text {
    char characters[N + 1]{};
    std::size_t used = 0;

    constexpr void push_back(char c) { characters[used++] = c; }
    constexpr fixed_text& append(std::string_view s) {
        for (char c : s) characters[used++] = c;
        return *this;
    }
    constexpr char& back() { return characters[used - 1]; }
    constexpr std::size_t size() const { return used; }
    constexpr void resize(std::size_t n) { used = n; }
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

/// What `Write(output)` appends to an output, as static characters. `Write` returns a trace.
template <auto Write> struct constant_of {
    static constexpr constant_measure measured = [] {
        counted_text out;
        auto const trace = Write(out);
        return constant_measure{out.size(), trace.problem};
    }();
    static_assert(measured.problem != constant_problem::utf8, "the constant holds text that is not valid UTF-8");
    static_assert(measured.problem != constant_problem::timestamp, "the constant holds a timestamp that cannot be written");

    static constexpr auto text = [] {
        fixed_text<measured.size> out;
        if (measured.problem == constant_problem::none) Write(out);
        return out;
    }();
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_CONSTANT_TEXT_HPP
