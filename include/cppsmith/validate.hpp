// validate and valid: what a value breaks of its model's constraints, by policy.

#ifndef CPPSMITH_VALIDATE_HPP
#define CPPSMITH_VALIDATE_HPP

#include <cppsmith/detail/validation.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0 {

/// One constraint that a value breaks.
struct violation {
    violation_kind kind{};
    std::string
        pointer{}; ///< JSON pointer (RFC 6901), in the model's spelling: "/tags/0/Key"; for a key of a map, that of the map
    std::string message{}; ///< what was expected and what was found; never the content of a text, nor of anything sensitive
};

/// All that is wrong with a described structure under a policy, in the model's order, then the rules of each structure; empty if
/// nothing is. One walk, linear in the value (n log n for a list of n elements that have to be unique), without an allocation where
/// nothing is wrong (but for such a list of more than 32 elements). Lengths of strings count Unicode scalar values.
template <detail::described_structure T> std::vector<violation> validate(T const& value, policy p = policy::strict);

/// Whether `validate` would find nothing. It stops at the first violation, and works at compile time, with lists and maps too:
/// `static_assert(valid(iot::RegisterCACertificateRequest{.caCertificate = "..."}))`. (g++ 12 evaluates a request with lists or maps only
/// within a function.)
template <detail::described_structure T> constexpr bool valid(T const& value, policy p = policy::strict);

/// "/tags/0/Key: length: ..."
template <class Char, class Traits> auto& operator<<(std::basic_ostream<Char, Traits>& out, violation const& v) {
    return out << std::string_view(v.pointer) << std::string_view(": ") << to_string(v.kind) << std::string_view(": ")
               << std::string_view(v.message);
}

template <detail::described_structure T> std::vector<violation> validate(T const& value, policy p) {
    std::vector<violation> found;
    auto const note = [&found](violation_kind kind, json::detail::path const& where, auto const& message) {
        found.push_back({kind, where.text(), message()});
        return true;
    };
    if (p != policy::off) detail::validation<decltype(note)>{p, note}.structure(value, json::detail::path{});
    return found;
}

template <detail::described_structure T> constexpr bool valid(T const& value, policy p) {
    auto const stop = [](violation_kind, json::detail::path const&, auto const&) { return false; };
    return p == policy::off || detail::validation<decltype(stop)>{p, stop}.structure(value, json::detail::path{});
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_VALIDATE_HPP
