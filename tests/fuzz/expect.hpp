// expect: what every fuzzer says of what does not hold.

#ifndef CPPSMITH_TESTS_FUZZ_EXPECT_HPP
#define CPPSMITH_TESTS_FUZZ_EXPECT_HPP

#include <cstdio>
#include <cstdlib>

/// Ends the fuzzer, which keeps its input, where something does not hold; `what` names what should.
inline void expect(bool holds, char const* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

#endif // CPPSMITH_TESTS_FUZZ_EXPECT_HPP
