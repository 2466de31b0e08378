// policy: how much of its model a request is held to, and the kinds of what it may break.

#ifndef CPPSMITH_POLICY_HPP
#define CPPSMITH_POLICY_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cppsmith::inline v0 {

/// How much of the model a request is held to before it is sent. (Services relax their constraints: a client that refuses a valid call is
/// worse than none. Replies are never judged.)
enum class policy : std::uint8_t {
    parity, ///< what botocore checks: required members, the minimum length of strings and lists, the minimum of numbers; labels of paths
    strict, ///< all that the model says (maxima, maps and blobs, patterns, values of enumerations), and the overlay's rules
    off,    ///< nothing but labels of paths, which are always checked when a request is prepared
};

enum class violation_kind : std::uint8_t {
    required,     ///< a required member is absent
    length,       ///< of a text, blob, list or map; a label of a path is empty
    range,        ///< of a number
    pattern,      ///< of a text
    enum_value,   ///< a value that the model's enumeration does not have
    unique_items, ///< two elements of a list are equal
    rule,         ///< what an overlay says about several members
};

constexpr std::string_view to_string(violation_kind k) noexcept {
    constexpr std::string_view words[] = {"required", "length", "range", "pattern", "enum_value", "unique_items", "rule"};
    return words[static_cast<std::size_t>(k)];
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_POLICY_HPP
