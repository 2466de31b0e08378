// Filter, Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_FILTER_HPP
#define CPPSMITH_rpc_sink_FILTER_HPP

#include <cppsmith/optional.hpp>
#include <cppsmith/recursive.hpp>
#include <cppsmith/rpc_sink/service.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <vector>

#if CPPSMITH_RPC_SINK_MODEL != 0x5437bc8fb3cc042e
#error "cppsmith/rpc_sink/filter.hpp and cppsmith/rpc_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::rpc_sink {

using Text = text<"Text">;

struct Filter {
    /// 2 elements at least.
    optional<std::vector<Filter>> Or{};

    optional<recursive<Filter>> Not{};

    optional<Text> Key{};

    friend constexpr bool operator==(Filter const&, Filter const&);
    friend constexpr std::partial_ordering operator<=>(Filter const&, Filter const&);
};

BOOST_DESCRIBE_STRUCT(Filter, (), (Or, Not, Key))

auto shape_of(Filter const&) -> structure<"Filter", member<&Filter::Or, length<2>>>;

constexpr bool operator==(Filter const& a, Filter const& b) { return equal_members(a, b); }
constexpr std::partial_ordering operator<=>(Filter const& a, Filter const& b) { return compare_members(a, b); }

} // namespace cppsmith::rpc_sink

#endif // CPPSMITH_rpc_sink_FILTER_HPP
