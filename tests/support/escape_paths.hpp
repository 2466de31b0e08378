// The ways to escape a text that a program does not take by itself where its processor has better ones.

#ifndef CPPSMITH_TESTS_SUPPORT_ESCAPE_PATHS_HPP
#define CPPSMITH_TESTS_SUPPORT_ESCAPE_PATHS_HPP

#include <cstddef>

namespace cppsmith_tests {

/// `json::detail::escape` as it is compiled with CPPSMITH_SIMD=1: in blocks of 16 bytes, however long the text is.
char* escape_without_avx2(char* out, char const* in, std::size_t n, bool refuse);

/// The same for a text of at most 64 characters, none of them special; null for another one.
char* copy_clean_without_avx2(char* out, char const* in, std::size_t n);

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_ESCAPE_PATHS_HPP
