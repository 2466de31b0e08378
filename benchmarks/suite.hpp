// The parts of the suite, each of which registers its works.

#ifndef CPPSMITH_BENCH_SUITE_HPP
#define CPPSMITH_BENCH_SUITE_HPP

namespace bench {

void add_writing();  ///< W1, W1big and W4, beside the peers and memcpy
void add_reading();  ///< W2 and W3, owning and borrowing
void add_surprise(); ///< W3 where the order, blanks or characters are not as expected
void add_series();   ///< pages of 1 to 100,000 things
void add_own();      ///< structures of any model, compared without code of their own: deep ones, numbers, yours

} // namespace bench

#endif // CPPSMITH_BENCH_SUITE_HPP
