// Numbers as text: JSON's grammar, and what becomes of numbers that no double holds.

#include <cppsmith/detail/number_read.hpp>

#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <string>

namespace detail = cppsmith::detail;

TEST_CASE("a number is one by JSON's grammar", "[number]") {
    for (auto const* text : {"0", "-0", "7", "-10", "1.5", "0.0", "1e5", "1E+5", "1.0e-10", "0e0"})
        CHECK(detail::is_number(text));
    for (auto const* text : {"", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "1.e1", "1 ", " 1", "0x1", "1f", "inf", "nan",
                             "1,5", "--1", "1e1.5"})
        CHECK_FALSE(detail::is_number(text));
}

TEST_CASE("the size of a number is told from its digits alone", "[number]") {
    for (auto const* text :
         {"0", "0.0", "0e9", "0.9", "-0.1", "0.99e0", "9e-1", "10e-2", "0.01e1", "123e-3", "1e-99999999999999999999"}) {
        CAPTURE(text);
        CHECK(detail::is_below_one(text));
    }
    for (auto const* text :
         {"1", "-1", "10", "0.1e1", "0.01e2", "0.01e+2", "1e0", "10e-1", "123e-2", "1.5", "9e99999999999999999999"}) {
        CAPTURE(text);
        CHECK_FALSE(detail::is_below_one(text));
    }
}

TEST_CASE("a number that is too small is zero of its sign, one that is too large is none", "[number]") {
    CHECK(detail::parse_floating<double>("1e-400") == 0.0);
    CHECK_FALSE(std::signbit(detail::parse_floating<double>("1e-400").value()));
    CHECK(std::signbit(detail::parse_floating<double>("-1e-400").value()));
    CHECK(detail::parse_floating<float>("1e-46") == 0.0f);
    CHECK(detail::parse_floating<double>("0." + std::string(500, '0') + "1e100") == 0.0);
    CHECK_FALSE(detail::parse_floating<double>("1e400"));
    CHECK_FALSE(detail::parse_floating<double>("-1e400"));
    CHECK_FALSE(detail::parse_floating<float>("1e39"));
    CHECK_FALSE(detail::parse_floating<double>("1" + std::string(500, '0') + "e-100"));
    CHECK(detail::parse_floating<double>("1" + std::string(500, '0') + "e-500") == 1.0);
    CHECK(detail::parse_floating<double>("1.7976931348623157e308") == std::numeric_limits<double>::max());
    for (auto const* text : {"inf", "nan", "1.", "", "1 "}) CHECK_FALSE(detail::parse_floating<double>(text));
}
