// Texts in a row.

#ifndef CPPSMITH_DETAIL_JOINED_HPP
#define CPPSMITH_DETAIL_JOINED_HPP

#include <initializer_list>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// The texts as one. Called, where `+` would be written out in each place.
[[gnu::noinline]] constexpr std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (auto const part : parts) text.append(part);
    return text;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_JOINED_HPP
