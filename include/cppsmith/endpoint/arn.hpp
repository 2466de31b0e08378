// Amazon Resource Names, as endpoint rules read them.

#ifndef CPPSMITH_ENDPOINT_ARN_HPP
#define CPPSMITH_ENDPOINT_ARN_HPP

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace cppsmith::inline v0::endpoints {

/// What an ARN says of its resource, cut at each ':' and '/': `outpost/op-1` has the parts "outpost" and "op-1".
struct resource_parts {
    std::string_view text{};

    /// The part at an index, counted from the end where it is negative; nothing where there is none. Linear.
    constexpr std::optional<std::string_view> at(int index) const noexcept;
};

/// An ARN's parts; they borrow from the text. Region and account may be empty.
struct arn {
    std::string_view partition{}, service{}, region{}, account_id{};
    resource_parts resource_id{};
};

/// The rules' `aws.parseArn`: `arn:partition:service:region:account:resource`, of which partition, service and resource must not be
/// empty. Nothing for any other text. Linear.
constexpr std::optional<arn> parse_arn(std::string_view text) noexcept;

// ---- implementation

constexpr std::optional<std::string_view> resource_parts::at(int index) const noexcept {
    constexpr std::string_view marks = ":/";
    if (index < 0) {
        int count = 1;
        for (char c : text) count += marks.find(c) != marks.npos;
        index += count;
        if (index < 0) return std::nullopt;
    }
    auto rest = text;
    for (;; --index) {
        auto const end = rest.find_first_of(marks);
        if (index == 0) return rest.substr(0, end);
        if (end == rest.npos) return std::nullopt;
        rest.remove_prefix(end + 1);
    }
}

constexpr std::optional<arn> parse_arn(std::string_view text) noexcept {
    std::array<std::string_view, 5> parts;
    for (auto& part : parts) {
        auto const colon = text.find(':');
        if (colon == text.npos) return std::nullopt;
        part = text.substr(0, colon);
        text.remove_prefix(colon + 1);
    }
    if (parts[0] != "arn" || parts[1].empty() || parts[2].empty() || text.empty()) return std::nullopt;
    return arn{parts[1], parts[2], parts[3], parts[4], {text}};
}

} // namespace cppsmith::inline v0::endpoints

#endif // CPPSMITH_ENDPOINT_ARN_HPP
