// Numerals: what they are made of, what they are equal to, and the numbers that they can become.

#include <cppsmith/numeral.hpp>

#include "support/catch.hpp"

#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <sstream>
#include <string>
#include <utility>

namespace {

using cppsmith::numeral;
constexpr auto least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();

} // namespace

TEST_CASE("numerals keep the text of a number", "[numeral]") {
    CHECK(numeral().view() == "0");
    CHECK(numeral(least).view() == "-9223372036854775808");
    CHECK(numeral(std::uint8_t{7}).view() == "7");
    CHECK(numeral(0.1).view() == "0.1");
    CHECK(numeral(0.1f).view() == "0.1");
    CHECK(numeral(-1e-7).to_double() == -1e-7);
    CHECK(numeral("1.500").view() == "1.500");
    CHECK(numeral::parse("-0.00e+12")->view() == "-0.00e+12");
    for (std::string const text :
         {"", "-", "+1", ".5", "1.", "01", "1e", "1e+", "0x1", "NaN", "Infinity", " 1", "1 ", "1,5", "--1"}) {
        INFO(text);
        CHECK_FALSE(numeral::parse(text));
    }
    CHECK_THROWS(numeral(std::numeric_limits<double>::quiet_NaN()));
    CHECK_THROWS(numeral(-std::numeric_limits<float>::infinity()));
    std::ostringstream out;
    out << numeral("1.50");
    CHECK(out.str() == "1.50");
    cppsmith::optional<numeral> const member = 12;
    CHECK(member == 12);
    cppsmith::required<numeral> const other = "12.0";
    CHECK(other == numeral(12));
}

TEST_CASE("numerals are equal if they are the same number", "[numeral]") {
    // each list in ascending order; what stands in one place is one number
    static constexpr std::array<std::array<char const*, 3>, 22> ascending{{
        {"-1e400", "-10e399", "-0.1e401"},
        {"-100", "-1e2", "-100.00"},
        {"-99.9", "-99.90", "-999e-1"},
        {"-1", "-1.0", "-10e-1"},
        {"-0.011", "-11e-3", "-0.0110"},
        {"-0.01", "-1e-2", "-0.010"},
        {"0", "-0", "0.000e99999999999999999999"},
        {"1e-400", "10e-401", "0.1e-399"},
        {"0.01", "1e-2", "0.010"},
        {"0.011", "11e-3", "0.0110"},
        {"0.1", "1E-1", "0.10e0"},
        {"0.5", "5e-1", "0.50"},
        {"0.51", "51e-2", "5.1e-1"},
        {"1", "1.0", "10e-1"},
        {"1.00000000000000000000001", "100000000000000000000001e-23", "1.000000000000000000000010"},
        {"2", "2e0", "0.2e+1"},
        {"10", "1e1", "10.0"},
        {"99.9", "999e-1", "9.99e1"},
        {"100", "1e2", "100.00"},
        {"101", "1.01e2", "101.0"},
        {"123456789012345678901234567890", "12345678901234567890123456789e1", "1.2345678901234567890123456789e29"},
        {"1e400", "0.1e401", "10e399"},
    }};
    for (std::size_t i = 0; i < ascending.size(); ++i)
        for (std::size_t j = 0; j < ascending.size(); ++j)
            for (auto const* a : ascending[i])
                for (auto const* b : ascending[j]) {
                    auto const x = *numeral::parse(a), y = *numeral::parse(b);
                    INFO(a << " and " << b);
                    CHECK((x == y) == (i == j));
                    CHECK((x < y) == (i < j));
                }
    CHECK(*numeral::parse("1e99999999999999999999") == *numeral::parse("1e99999999999999999999"));
    CHECK(*numeral::parse("1e99999999999999999999") > *numeral::parse("9e999999"));
    CHECK(*numeral::parse("1e-99999999999999999999") < *numeral::parse("9e-999999"));
}

TEST_CASE("numerals become the numbers that they are", "[numeral]") {
    for (auto const& [text, value] : {std::pair{"0", std::int64_t{0}},
                                      {"-0.0", 0},
                                      {"1e3", 1000},
                                      {"-150e-1", -15},
                                      {"9223372036854775807", most},
                                      {"-9223372036854775808", least},
                                      {"0.9223372036854775807e19", most},
                                      {"1000000000000000000", 1'000'000'000'000'000'000},
                                      {"0e99999999999999999999", 0}}) {
        INFO(text);
        CHECK(numeral::parse(text)->to_int64() == value);
    }
    for (auto const* text : {"1.5", "1e-1", "9223372036854775808", "-9223372036854775809", "1e19", "1e99999999999999999999",
                             "99999999999999999999", "1e-99999999999999999999"}) {
        INFO(text);
        CHECK_FALSE(numeral::parse(text)->to_int64());
    }
    CHECK(numeral("18446744073709551615").to_uint64() == std::numeric_limits<std::uint64_t>::max());
    CHECK_FALSE(numeral("18446744073709551616").to_uint64());
    CHECK_FALSE(numeral("-1").to_uint64());
    CHECK(numeral("-0").to_uint64() == 0);
    CHECK(numeral("0.1").to_double() == 0.1);
    CHECK(numeral("1e-400").to_double() == 0.0);
    CHECK_FALSE(numeral("1e400").to_double());
    CHECK(numeral("123456789012345678901234567890").to_double() == 123456789012345678901234567890.0);
    [] {
        static_assert(numeral("1e3").to_int64() == 1000 && numeral("-9223372036854775808").to_int64() == least);
        static_assert(numeral("1.0") == numeral("10e-1") && numeral("0.5") < numeral("0.51"));
    }();
}
