// Structures of any model in the comparison, one line each. Add yours here.

#include "own_data.hpp"
#include "suite.hpp"
#include "works.hpp"

#include <cppsmith/wire_bench/describe_fleet.hpp>
#include <cppsmith/wire_bench/get_readings.hpp>

void bench::add_own() {
    // The header of your operation above, and here one line: compare<my_service::SomeRequest>("mine", file_text("mine.json"));
    // CMakeLists.txt generates the header, if it is not among the committed ones: a line beside that of wire_bench.json.
    compare<cppsmith::wire_bench::DescribeFleetResponse>("deep", deep_text());
    compare<cppsmith::wire_bench::GetReadingsResponse>("numbers", numbers_text());
}
