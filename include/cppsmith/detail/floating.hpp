// What the compiler promises of floating-point arithmetic.

#ifndef CPPSMITH_DETAIL_FLOATING_HPP
#define CPPSMITH_DETAIL_FLOATING_HPP

#include <cfloat>

namespace cppsmith::inline v0::detail {

/// Whether a quotient is the number nearest to the exact one: not where it is held with more bits than it has room for (x87), nor where
/// `-ffast-math` makes a product of it.
#ifdef __FAST_MATH__
inline constexpr bool divides_exactly = false;
#else
inline constexpr bool divides_exactly = FLT_EVAL_METHOD == 0;
#endif

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_FLOATING_HPP
