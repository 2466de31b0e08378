// Value, Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_VALUE_HPP
#define CPPSMITH_rpc_sink_VALUE_HPP

#include <cppsmith/map.hpp>
#include <cppsmith/recursive.hpp>
#include <cppsmith/rpc_sink/service.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/tagged_union.hpp>
#include <cppsmith/text.hpp>

#include <utility>
#include <vector>

#if CPPSMITH_RPC_SINK_MODEL != 0x5437bc8fb3cc042e
#error "cppsmith/rpc_sink/value.hpp and cppsmith/rpc_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::rpc_sink {

#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations" // what describes it names it
#endif

using Text = text<"Text">;

class Value : public tagged_union<Text, std::vector<Value>, map<Text, Value>, bool, bool> {
  public:
    using tagged_union::tagged_union;

    static constexpr Value S(Text value) { return {std::in_place_index<0>, std::move(value)}; }
    constexpr Text const* S() const noexcept { return at<0>(); }

    static constexpr Value L(std::vector<Value> value) { return {std::in_place_index<1>, std::move(value)}; }
    constexpr std::vector<Value> const* L() const noexcept { return at<1>(); }

    static constexpr Value M(map<Text, Value> value) { return {std::in_place_index<2>, std::move(value)}; }
    constexpr map<Text, Value> const* M() const noexcept { return at<2>(); }

    static constexpr Value NULL_(bool value) { return {std::in_place_index<3>, std::move(value)}; }
    constexpr bool const* NULL_() const noexcept { return at<3>(); }

    /// Deprecated.
    [[deprecated]] static constexpr Value Old(bool value) { return {std::in_place_index<4>, std::move(value)}; }
    constexpr bool const* Old() const noexcept { return at<4>(); }
};

auto shape_of(Value const&) -> union_of<"Value", no_traits, alternative<"S">, alternative<"L">, alternative<"M">,
                                        alternative<"NULL">, alternative<"Old">>;

#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

} // namespace cppsmith::rpc_sink

#endif // CPPSMITH_rpc_sink_VALUE_HPP
