// paginated: how the pages of a listing follow each other, as a generated operation says it.

#ifndef CPPSMITH_PAGINATED_HPP
#define CPPSMITH_PAGINATED_HPP

namespace cppsmith::inline v0 {

/// The member of the request that takes what the page before gave: a path of members into the response, or other steps (`jmespath.hpp`).
/// (Smithy's `paginated`, C2J's `paginators-1.json`.)
template <auto Request, auto... Path> struct page_token {};

/// The member of the request that says how many items a page may hold.
template <auto Request> struct page_size {};

/// What is true, in JMESPath's sense, as long as another page follows; without it a token alone says so.
template <auto... Path> struct more_pages {};

/// A list or a map of the response that the pages are made of.
template <auto... Path> struct page_items {};

/// All that a model says of an operation's pages: `using pagination = paginated<page_token<&request::marker, &response::nextMarker>, ...>`.
template <class... Parts> struct paginated {};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_PAGINATED_HPP
