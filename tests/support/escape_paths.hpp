// The ways to escape a text that a program does not take by itself where its processor has better ones.

#ifndef CPPSMITH_TESTS_SUPPORT_ESCAPE_PATHS_HPP
#define CPPSMITH_TESTS_SUPPORT_ESCAPE_PATHS_HPP

#include <cstddef>

namespace cppsmith_tests {

/// `json::detail::escape` as it is compiled with CPPSMITH_SIMD=1: in blocks of 16 bytes, however long the text is.
char* escape_without_avx2(char* out, char const* in, std::size_t n, bool refuse);

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_ESCAPE_PATHS_HPP
