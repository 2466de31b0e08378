// State, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_STATE_HPP
#define CPPSMITH_PAGER_STATE_HPP

#include <cppsmith/pager/service.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/enum.hpp>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/state.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

enum class State {
    CREATING,
    ACTIVE,
    FAILED,
    in_between,
};

BOOST_DESCRIBE_ENUM(State, CREATING, ACTIVE, FAILED, in_between)

auto shape_of(State) -> enumeration<"State", value<State::in_between, "in-between">>;

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_STATE_HPP
