// ConflictException, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_CONFLICT_EXCEPTION_HPP
#define CPPSMITH_PAGER_CONFLICT_EXCEPTION_HPP

#include <cppsmith/optional.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/conflict_exception.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

using Text = text<"Text">;

struct ConflictException {
    optional<Text> message{};

    friend auto operator<=>(ConflictException const&, ConflictException const&) = default;
};

BOOST_DESCRIBE_STRUCT(ConflictException, (), (message))

auto shape_of(ConflictException const&) -> structure<"ConflictException", error_response<409>>;

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_CONFLICT_EXCEPTION_HPP
