// Listing, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_LISTING_HPP
#define CPPSMITH_PAGER_LISTING_HPP

#include <cppsmith/optional.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <vector>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/listing.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

using Text = text<"Text">;
using Marker = text<"Marker", length<1>>;

struct Listing {
    optional<std::vector<Text>> parts{};

    optional<std::vector<Text>> prefixes{};

    optional<bool> isTruncated{};

    optional<Text> nextKey{};

    optional<Marker> nextVersion{};

    friend auto operator<=>(Listing const&, Listing const&) = default;
};

BOOST_DESCRIBE_STRUCT(Listing, (), (parts, prefixes, isTruncated, nextKey, nextVersion))

auto shape_of(Listing const&) -> structure<"Listing">;

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_LISTING_HPP
