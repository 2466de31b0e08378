// Host labels and the names of buckets that can be one, as endpoint rules ask for them.

#ifndef CPPSMITH_ENDPOINT_HOST_LABEL_HPP
#define CPPSMITH_ENDPOINT_HOST_LABEL_HPP

#include <cppsmith/detail/ascii.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace cppsmith::inline v0::endpoints {

/// The rules' `isValidHostLabel`: 1 to 63 letters, digits and hyphens, with no hyphen at either end (RFC 1123, 2.1); with
/// `allow_subdomains` one or more such labels with dots between them. Linear.
constexpr bool is_valid_host_label(std::string_view text, bool allow_subdomains) noexcept;

/// The rules' `aws.isVirtualHostableS3Bucket`: whether a bucket's name can be a host's label (or labels, with `allow_subdomains`): 3 to 63
/// characters, no capitals, not the form of an IPv4 address. Linear.
constexpr bool is_virtual_hostable_s3_bucket(std::string_view text, bool allow_subdomains) noexcept;

/// Whether the text is an IPv4 address: four numbers from 0 to 255 with dots between them. Linear.
constexpr bool is_ipv4_address(std::string_view text) noexcept;

// ---- implementation

constexpr bool is_valid_host_label(std::string_view text, bool allow_subdomains) noexcept {
    for (;;) {
        auto const label = text.substr(0, allow_subdomains ? text.find('.') : text.npos);
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
        if (!std::all_of(label.begin(), label.end(), [](char c) { return v0::detail::is_alnum(c) || c == '-'; })) return false;
        if (label.size() == text.size()) return true;
        text.remove_prefix(label.size() + 1);
    }
}

constexpr bool is_ipv4_address(std::string_view text) noexcept {
    for (int numbers = 1;; ++numbers) {
        auto const number = text.substr(0, text.find('.'));
        if (number.empty() || number.size() > 3 || !std::all_of(number.begin(), number.end(), v0::detail::is_digit)) return false;
        int value = 0;
        for (char c : number) value = 10 * value + (c - '0');
        if (value > 255) return false;
        if (number.size() == text.size()) return numbers == 4;
        text.remove_prefix(number.size() + 1);
    }
}

constexpr bool is_virtual_hostable_s3_bucket(std::string_view text, bool allow_subdomains) noexcept {
    bool const capitals = std::any_of(text.begin(), text.end(), [](char c) { return v0::detail::to_lower(c) != c; });
    return text.size() >= 3 && text.size() <= 63 && !capitals && !is_ipv4_address(text) &&
           is_valid_host_label(text, allow_subdomains);
}

} // namespace cppsmith::inline v0::endpoints

#endif // CPPSMITH_ENDPOINT_HOST_LABEL_HPP
