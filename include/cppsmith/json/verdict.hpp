// What a reader finds out about a document.

#ifndef CPPSMITH_JSON_VERDICT_HPP
#define CPPSMITH_JSON_VERDICT_HPP

#include <cppsmith/blob.hpp>
#include <cppsmith/detail/joined.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/json/pointer.hpp>
#include <cppsmith/json/skip.hpp>
#include <cppsmith/timestamp.hpp>

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::json::detail {

using namespace cppsmith::detail;

enum class unknown_members : unsigned char { skip, refuse };

/// Of several values that do not fit the first one is kept; the walk goes on after each, so that a document which is not JSON at all is known
/// as such.
struct verdict {
    struct misfit {
        std::string_view code;
        std::string message, pointer;
        friend bool operator==(misfit const&, misfit const&) = default;
    };

    walk syntax = walk::ok;
    std::unique_ptr<misfit> first{}; ///< the JSON is no such structure

    bool fits() const noexcept { return !first; }
    bool good() const noexcept { return syntax == walk::ok && fits(); }

    /// To be called while `fits()`.
    [[gnu::cold, gnu::noinline]] void note(std::string_view code, std::string message, path const& where) {
        first = std::make_unique<misfit>(misfit{code, std::move(message), where.text()});
    }
};

/// What a T wants to be read from.
template <class T> constexpr std::string_view wanted_for() noexcept {
    if constexpr (is_text<T> || is_open_enum<T>) return "a string";
    else if constexpr (std::same_as<T, blob>) return "a base64 string";
    else if constexpr (std::same_as<T, timestamp>) return "a timestamp";
    else if constexpr (std::same_as<T, bool>) return "a boolean";
    else if constexpr (std::same_as<T, std::int32_t>) return "an integer of 32 bits";
    else if constexpr (std::integral<T>) return "an integer of 64 bits";
    else return "a number";
}

/// What a value is that begins with this character.
constexpr std::string_view kind_of(char first) noexcept {
    switch (first) {
    case '{':
        return "an object";
    case '[':
        return "a list";
    case '"':
        return "a string";
    case 't':
    case 'f':
        return "a boolean";
    case 'n':
        return "null";
    default:
        return "a number";
    }
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_VERDICT_HPP
