// What a walk through the pages of a listing can be told.

#ifndef CPPSMITH_PAGE_OPTIONS_HPP
#define CPPSMITH_PAGE_OPTIONS_HPP

#include <cstddef>
#include <string>

namespace cppsmith::inline v0 {

/// Where a listing begins and ends. A walk that was interrupted goes on from the token of the page that was read last.
struct page_options {
    /// The walk ends once so many items have come; by default with the last page. Items end exactly there; pages are given as they come,
    /// the last one whole.
    std::size_t max_items = static_cast<std::size_t>(-1);
    int page_size = 0;            ///< how many items the service is asked for at a time; 0: what the request says
    std::string starting_token{}; ///< where to begin; empty: where the request says
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_PAGE_OPTIONS_HPP
