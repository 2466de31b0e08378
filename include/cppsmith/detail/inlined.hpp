// How the codec is laid out for speed: what is inlined, and which loops begin a cache line.

#ifndef CPPSMITH_DETAIL_INLINED_HPP
#define CPPSMITH_DETAIL_INLINED_HPP

// Only where the compiler lets variables share their place: else the frame of a structure holds those of all its members, and a stack does not hold
// as many frames as a document has levels.
#ifdef __has_feature
#define CPPSMITH_HAS_FEATURE(x) __has_feature(x)
#else
#define CPPSMITH_HAS_FEATURE(x) 0
#endif
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !CPPSMITH_HAS_FEATURE(address_sanitizer)
#define CPPSMITH_INLINED __attribute__((always_inline))
#else
#define CPPSMITH_INLINED
#endif

// A function in whose loop the time of a long value goes. It begins a cache line: else a sixth of that time would depend on where the linker puts it.
#define CPPSMITH_LOOP [[gnu::noinline, gnu::aligned(64)]]

// The loop itself, for compilers that can be told: aligned to 16 bytes, as by default, one and the same loop has taken a quarter longer.
#if __has_cpp_attribute(clang::code_align)
#define CPPSMITH_ALIGNED_LOOP [[clang::code_align(32)]]
#else
#define CPPSMITH_ALIGNED_LOOP
#endif

#endif // CPPSMITH_DETAIL_INLINED_HPP
