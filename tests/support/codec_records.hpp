// A list of records as services send it, with what makes prediction hard: lists of lists, maps, unions, unusual names.

#ifndef CPPSMITH_TESTS_SUPPORT_CODEC_RECORDS_HPP
#define CPPSMITH_TESTS_SUPPORT_CODEC_RECORDS_HPP

#include <cppsmith/blob.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/print.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/tagged_union.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/timestamp.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

namespace records {

using cppsmith::operator<<;

using cppsmith::map;
using cppsmith::open_enum;
using cppsmith::optional;
using cppsmith::required;
using cppsmith::structure;
using cppsmith::timestamp;
using String = cppsmith::text<"String">;

enum class State { ACTIVE, INACTIVE };
BOOST_DESCRIBE_ENUM(State, ACTIVE, INACTIVE)
auto shape_of(State) -> cppsmith::enumeration<"State">;

class Choice : public cppsmith::tagged_union<String, std::int64_t, std::vector<String>> {
  public:
    using tagged_union::tagged_union;
};
auto shape_of(Choice const&) -> cppsmith::union_of<"Choice", cppsmith::no_traits, cppsmith::alternative<"S">,
                                                   cppsmith::alternative<"N">, cppsmith::alternative<"L">>;

struct Thing {
    required<String> name;
    optional<String> type{};
    optional<open_enum<State>> state{};
    optional<map<String, String>> attributes{};
    optional<std::vector<String>> groups{};
    optional<Choice> choice{};
    optional<double> weight{};
    optional<bool> billable{};
    optional<timestamp> created{};
    optional<std::int64_t> version{};

    friend auto operator<=>(Thing const&, Thing const&) = default;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (name, type, state, attributes, groups, choice, weight, billable, created, version))
auto shape_of(Thing const&) -> structure<"Thing">;

struct Page {
    optional<std::vector<Thing>> things{};
    optional<std::vector<std::vector<std::int32_t>>> rows{};
    optional<std::vector<map<String, std::vector<String>>>> indexes{};
    optional<map<String, map<String, String>>> sections{};
    optional<String> nextToken{};

    friend auto operator<=>(Page const&, Page const&) = default;
};
BOOST_DESCRIBE_STRUCT(Page, (), (things, rows, indexes, sections, nextToken))
auto shape_of(Page const&) -> structure<"Page">;

/// Names with all that a key may need: escapes, one name that begins another, characters above ASCII.
struct Names {
    optional<std::int32_t> a{};
    optional<std::int32_t> ab{};
    optional<std::int32_t> quoted{};
    optional<std::int32_t> wide{};

    friend auto operator<=>(Names const&, Names const&) = default;
};
BOOST_DESCRIBE_STRUCT(Names, (), (a, ab, quoted, wide))
auto shape_of(Names const&) -> structure<"Names", cppsmith::member<&Names::quoted, cppsmith::spelled<"a\"\\b\n">>,
                                         cppsmith::member<&Names::wide, cppsmith::spelled<"\xc3\xa9">>>;

/// Every kind of member that has no brackets, and none that has.
struct Flat {
    optional<String> note{};
    required<bool> flag;
    optional<open_enum<State>> state{};
    optional<std::int64_t> large{};
    optional<double> ratio{};
    optional<timestamp> created{};
    optional<cppsmith::blob> data{};
    required<String> name;

    friend auto operator<=>(Flat const&, Flat const&) = default;
};
BOOST_DESCRIBE_STRUCT(Flat, (), (note, flag, state, large, ratio, created, data, name))
auto shape_of(Flat const&) -> structure<"Flat">;

} // namespace records

#endif // CPPSMITH_TESTS_SUPPORT_CODEC_RECORDS_HPP
