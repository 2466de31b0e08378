// Escaping as it is compiled with CPPSMITH_SIMD=1, for json_escape.cpp: processors of today would never take this way.
//
// The inline namespace gets another name here: these functions and those of the other files are not two definitions of the same.

#if defined(__x86_64__) && (!defined(CPPSMITH_SIMD) || CPPSMITH_SIMD > 1)
#undef CPPSMITH_SIMD
#define CPPSMITH_SIMD 1
#endif
#define v0 v0_without_avx2
#include <cppsmith/json/escape.hpp>
#undef v0

#include "support/escape_paths.hpp"

namespace codec = cppsmith::json::detail;

char* cppsmith_tests::escape_without_avx2(char* out, char const* in, std::size_t n, bool refuse) {
    return codec::escape(out, in, n, refuse ? codec::on_invalid_utf8::refuse : codec::on_invalid_utf8::replace);
}
