// Numbers, read by prediction and in general: the same value, or the same refusal.

#include "support/catch.hpp"
#include "support/kitchen_sink.hpp"
#include "support/predicted.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace {
namespace json = cppsmith::json;
using cppsmith_tests::tally;
using kitchen::Sink;
} // namespace

TEST_CASE("numbers at their limits, and what is no number", "[json][predict]") {
    std::vector<std::string> numbers{"0",
                                     "-0",
                                     "00",
                                     "-00",
                                     "01",
                                     "-01",
                                     "-",
                                     "--1",
                                     "+1",
                                     "1.",
                                     ".1",
                                     "1.0",
                                     "-0.0",
                                     "1e0",
                                     "1e5",
                                     "1E+05",
                                     "1e-5",
                                     "1e",
                                     "1e+",
                                     "0x1",
                                     "1_0",
                                     "1 ",
                                     " 1",
                                     "1a",
                                     "12a",
                                     "12.",
                                     "1]",
                                     "12]",
                                     "a",
                                     "n",
                                     "nul",
                                     "nulll",
                                     "true",
                                     "false",
                                     "tru",
                                     "truee",
                                     "True",
                                     "\"\"",
                                     "\"1\"",
                                     "[]",
                                     "{}",
                                     "NaN",
                                     "inf",
                                     "1e400",
                                     "-1e400",
                                     "1e-400",
                                     "3.4028235e38",
                                     "3.4028236e38",
                                     "1.7976931348623157e308",
                                     "1.7976931348623159e308",
                                     "4.9e-324",
                                     "",
                                     "999999999999999999999999999999",
                                     "0.1",
                                     "1.5",
                                     "-1.5",
                                     "\"NaN\"",
                                     "\"Infinity\"",
                                     "\"-Infinity\"",
                                     "\"nan\""};
    for (std::string const& limit :
         {std::string("2147483647"), std::string("9223372036854775807"), std::string("4294967295"),
          std::string("18446744073709551615"), std::string("999999999"), std::string("999999999999999999")})
        for (int last = -2; last <= 2; ++last) {
            auto number = limit;
            number.back() = static_cast<char>(number.back() + (number.back() + last <= '9' ? last : 0));
            for (auto const* sign : {"", "-"})
                numbers.insert(numbers.end(), {sign + number, sign + number + "0", sign + number + ".0"});
        }
    for (std::size_t digits = 1; digits <= 40; ++digits)
        for (auto const* sign : {"", "-"}) {
            numbers.push_back(sign + std::string(digits, '9'));
            numbers.push_back(sign + ("1" + std::string(digits - 1, '0')));
        }
    for (int number = 0; number <= 120; ++number) numbers.push_back(std::to_string(number));
    tally found;
    for (auto const& number : numbers)
        for (auto const& [before, after] : {std::pair{"{\"small\":", "}"},
                                            {"{\"large\":", "}"},
                                            {"{\"small\":", ",\"large\":1}"},
                                            {"{\"ratio\":", "}"},
                                            {"{\"precise\":", "}"},
                                            {"{\"flag\":", "}"},
                                            {"{\"epoch\":", "}"},
                                            {"{\"numbers\":[", "]}"},
                                            {"{\"numbers\":[1,", ",2]}"},
                                            {"{\"flags\":[", "]}"},
                                            {"{\"weights\":{\"a\":[", "]}}"},
                                            {"{\"large\":", ""}})
            found.add<Sink>(before + number + after);
    CHECK(found.predicted > 500);
    auto const largest = json::read<Sink>(R"({"small":-2147483648,"large":-9223372036854775808})");
    CHECK(largest->small == std::numeric_limits<std::int32_t>::min());
    CHECK(largest->large == std::numeric_limits<std::int64_t>::min());
}
