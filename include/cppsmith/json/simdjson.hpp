// simdjson's header, without the kernels that no translation unit calls: they are a quarter to two fifths of what it costs to compile.

#ifndef CPPSMITH_JSON_SIMDJSON_HPP
#define CPPSMITH_JSON_SIMDJSON_HPP

// The compiled library has all kernels, and chooses one when it runs. Its header declares each of them anew (later versions: only the one that On-Demand
// is built on), of which we need none, and a program's own use of On-Demand only that for which the compiler's flags ask. So the others are left
// out, by simdjson's own switches; a program that sets one, or includes simdjson first, gets what it asks for. `simdjson.cpp`, which
// is to have all of them, belongs into a translation unit of its own.
#ifndef SIMDJSON_BUILTIN_IMPLEMENTATION
#if !defined(SIMDJSON_IMPLEMENTATION_ICELAKE) && !defined(__AVX512VBMI2__)
#define SIMDJSON_IMPLEMENTATION_ICELAKE 0
#endif
#if !defined(SIMDJSON_IMPLEMENTATION_HASWELL) && !defined(__AVX2__)
#define SIMDJSON_IMPLEMENTATION_HASWELL 0
#endif
#if !defined(SIMDJSON_IMPLEMENTATION_WESTMERE) && !defined(__SSE4_2__)
#define SIMDJSON_IMPLEMENTATION_WESTMERE 0
#endif
#endif

#include <simdjson.h>

#endif // CPPSMITH_JSON_SIMDJSON_HPP
