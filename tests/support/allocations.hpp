// Counts what the program allocates, where no sanitizer does so already.

#ifndef CPPSMITH_TESTS_SUPPORT_ALLOCATIONS_HPP
#define CPPSMITH_TESTS_SUPPORT_ALLOCATIONS_HPP

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__)
#define CPPSMITH_TESTS_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CPPSMITH_TESTS_SANITIZED
#endif
#endif

namespace cppsmith_tests {

/// How often this thread has called `operator new`; always 0 under a sanitizer, whose own one stays in place.
std::size_t allocations() noexcept;

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_ALLOCATIONS_HPP
