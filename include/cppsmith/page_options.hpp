// What a walk through the pages of a listing can be told.

#ifndef CPPSMITH_PAGE_OPTIONS_HPP
#define CPPSMITH_PAGE_OPTIONS_HPP

#include <cstddef>
#include <optional>
#include <string>

namespace cppsmith::inline v0 {

/// Where a listing begins and ends. A walk that was interrupted goes on from the token of the page that was read last.
struct page_options {
    /// The walk ends once so many items have come. Items end exactly there; pages are given as they come, the last one whole.
    std::optional<std::size_t> max_items{};
    std::optional<int> page_size{}; ///< how many items the service is asked for at a time; without it, what the request says
    std::string starting_token{};   ///< where to begin; without it, where the request says
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_PAGE_OPTIONS_HPP
