// A structure with a member of every kind, as the generator would write it: what the codec's tests and fuzzers read and write.

#ifndef CPPSMITH_TESTS_SUPPORT_KITCHEN_SINK_HPP
#define CPPSMITH_TESTS_SUPPORT_KITCHEN_SINK_HPP

#include <cppsmith/blob.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/print.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/timestamp.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <compare>
#include <cstdint>
#include <vector>

namespace kitchen {

using cppsmith::operator<<;

using cppsmith::blob;
using cppsmith::length;
using cppsmith::map;
using cppsmith::member;
using cppsmith::open_enum;
using cppsmith::optional;
using cppsmith::range;
using cppsmith::required;
using cppsmith::structure;
using cppsmith::text;
using cppsmith::timestamp;
using cppsmith::timestamp_format;

enum class Color { RED, GREEN, BLUE_GREEN };

BOOST_DESCRIBE_ENUM(Color, RED, GREEN, BLUE_GREEN)

auto shape_of(Color) -> cppsmith::enumeration<"Color", cppsmith::value<Color::BLUE_GREEN, "blue-green">>;

using Name = text<"Name", length<1, 5>>;
using Note = text<"Note">;
using Secret = text<"Secret", cppsmith::sensitive>;

struct Leaf {
    required<Name> name;
    optional<std::int32_t> count{};

    friend auto operator<=>(Leaf const&, Leaf const&) = default;
};

BOOST_DESCRIBE_STRUCT(Leaf, (), (name, count))

auto shape_of(Leaf const&) -> structure<"Leaf", member<&Leaf::name, cppsmith::named<"n">>, member<&Leaf::count, range<-3, 12>>>;

struct Sink {
    optional<Note> note{};
    optional<Secret> secret{};
    optional<bool> flag{};
    optional<std::int32_t> small{};
    optional<std::int64_t> large{};
    optional<float> ratio{};
    optional<double> precise{};
    optional<timestamp> epoch{};
    optional<timestamp> date{};
    optional<timestamp> http{};
    optional<blob> data{};
    optional<open_enum<Color>> color{};
    optional<Leaf> leaf{};
    optional<Note> operator_{};
    optional<std::vector<Note>> notes{};
    optional<std::vector<bool>> flags{};
    optional<std::vector<std::int64_t>> numbers{};
    optional<std::vector<timestamp>> times{};
    optional<std::vector<Leaf>> leaves{};
    optional<std::vector<std::vector<Note>>> grid{};
    optional<map<Name, Note>> labels{};
    optional<map<Name, Leaf>> branches{};
    optional<map<open_enum<Color>, std::vector<double>>> weights{};

    friend auto operator<=>(Sink const&, Sink const&) = default;
};

BOOST_DESCRIBE_STRUCT(Sink, (),
                      (note, secret, flag, small, large, ratio, precise, epoch, date, http, data, color, leaf, operator_, notes,
                       flags, numbers, times, leaves, grid, labels, branches, weights))

auto shape_of(Sink const&)
    -> structure<"Sink", member<&Sink::small, range<-3, 12>>, member<&Sink::date, cppsmith::format<timestamp_format::date_time>>,
                 member<&Sink::http, cppsmith::format<timestamp_format::http_date>>, member<&Sink::data, length<2, 4>>,
                 member<&Sink::operator_, cppsmith::spelled<"operator">>, member<&Sink::notes, length<1, 3>>,
                 member<&Sink::numbers, cppsmith::each<range<0, 9>>>,
                 member<&Sink::times, cppsmith::each<cppsmith::format<timestamp_format::date_time>>>,
                 member<&Sink::labels, length<1, 2>>>;

} // namespace kitchen

#endif // CPPSMITH_TESTS_SUPPORT_KITCHEN_SINK_HPP
