// What both readers and the writer agree on: the two names that a member may have in JSON, and how deep a document may be.

#ifndef CPPSMITH_JSON_SPELLING_HPP
#define CPPSMITH_JSON_SPELLING_HPP

namespace cppsmith::inline v0::json::detail {

/// How members are called in a document: in the model's spelling (`json::write`, `json::read`), or by their wire names (a protocol's body).
enum class spelling : unsigned char { model, wire };

/// The levels of arrays and objects that a document may have; deeper ones are refused before they can exhaust the stack.
inline constexpr int max_depth = 512;

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_SPELLING_HPP
