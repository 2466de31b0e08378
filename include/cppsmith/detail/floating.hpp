// What the compiler promises of floating-point arithmetic.

#ifndef CPPSMITH_DETAIL_FLOATING_HPP
#define CPPSMITH_DETAIL_FLOATING_HPP

#include <cfloat>

/// At the beginning of a function: its divisions and sums stay what they are, whatever `-ffast-math` and its parts allow.
#if defined(__clang__) && __clang_major__ >= 18
#define CPPSMITH_EXACT_ARITHMETIC _Pragma("clang fp reassociate(off) reciprocal(off)")
#else
#define CPPSMITH_EXACT_ARITHMETIC
#endif

namespace cppsmith::inline v0::detail {

/// Whether a quotient is the number nearest to the exact one in such a function: not where it is held with more bits than it has room for
/// (x87), nor where the compiler may multiply instead.
#if defined(__FAST_MATH__) || defined(__RECIPROCAL_MATH__) || defined(__ASSOCIATIVE_MATH__) ||                                   \
    (defined(__clang__) && __clang_major__ < 18)
inline constexpr bool divides_exactly = false;
#else
inline constexpr bool divides_exactly = FLT_EVAL_METHOD == 0;
#endif

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_FLOATING_HPP
