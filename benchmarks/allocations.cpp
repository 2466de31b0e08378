// Counts calls of operator new. A file of its own, so that compilers do not see through it; the programs have one thread.

#include "bench.hpp"

#include <cstdlib>
#include <new>

namespace {
std::size_t calls = 0;
}

std::size_t bench::allocations() noexcept { return calls; }

void* operator new(std::size_t size) {
    ++calls;
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
