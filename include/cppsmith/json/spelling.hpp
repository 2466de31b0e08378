// The two names that a member may have in JSON.

#ifndef CPPSMITH_JSON_SPELLING_HPP
#define CPPSMITH_JSON_SPELLING_HPP

namespace cppsmith::inline v0::json::detail {

/// How members are called in a document: in the model's spelling (`json::write`, `json::read`), or by their wire names (a protocol's body).
enum class spelling : unsigned char { model, wire };

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_SPELLING_HPP
