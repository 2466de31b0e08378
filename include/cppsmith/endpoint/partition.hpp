// AWS's partitions: groups of regions with a domain of their own.

#ifndef CPPSMITH_ENDPOINT_PARTITION_HPP
#define CPPSMITH_ENDPOINT_PARTITION_HPP

#include <cppsmith/detail/ascii.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace cppsmith::inline v0::endpoints {

/// A partition, as AWS's `partitions.json` describes it: what the function `aws.partition` of endpoint rules gives.
struct partition {
    std::string_view name{};                   ///< "aws-us-gov"
    std::string_view region_prefixes{};        ///< its regions begin with one of these words, then come "-word-number"
    std::string_view dns_suffix{};             ///< "amazonaws.com"
    std::string_view dual_stack_dns_suffix{};  ///< of endpoints over IPv6 too: "api.aws"
    std::string_view implicit_global_region{}; ///< for services that have one endpoint in the whole partition
    bool supports_fips = true;
    bool supports_dual_stack = true;
};

/// The first one is where unknown regions belong. All but the regions' names is that of `partitions.json`; a test compares the two.
inline constexpr std::array partitions{
    partition{"aws", "us eu ap sa ca me af il mx", "amazonaws.com", "api.aws", "us-east-1"},
    partition{"aws-cn", "cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn", "cn-northwest-1"},
    partition{"aws-us-gov", "us-gov", "amazonaws.com", "api.aws", "us-gov-west-1"},
    partition{"aws-eusc", "eusc-de", "amazonaws.eu", "api.amazonwebservices.eu", "eusc-de-east-1"},
    partition{"aws-iso", "us-iso", "c2s.ic.gov", "api.aws.ic.gov", "us-iso-east-1"},
    partition{"aws-iso-b", "us-isob", "sc2s.sgov.gov", "api.aws.scloud", "us-isob-east-1"},
    partition{"aws-iso-e", "eu-isoe", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk", "eu-isoe-west-1"},
    partition{"aws-iso-f", "us-isof", "csp.hci.ic.gov", "api.aws.hci.ic.gov", "us-isof-south-1"},
};

/// The partition of a region: the one that names it ("aws-cn-global"), else the one whose pattern it fits ("us-gov-west-7"), else `aws`.
constexpr partition const& partition_of(std::string_view region) noexcept;

// ---- implementation

namespace detail {

/// Whether `text` is "-word-number": letters, digits and '_', then digits.
constexpr bool is_region_tail(std::string_view text) noexcept {
    auto const hyphen = text.rfind('-');
    if (hyphen == text.npos || hyphen < 2 || text[0] != '-') return false;
    auto const word = text.substr(1, hyphen - 1), number = text.substr(hyphen + 1);
    auto const in_word = [](char c) { return v0::detail::is_alnum(c) || c == '_'; };
    return !number.empty() && std::all_of(word.begin(), word.end(), in_word) &&
           std::all_of(number.begin(), number.end(), v0::detail::is_digit);
}

/// Whether a region has the form of a partition's.
constexpr bool fits(partition const& p, std::string_view region) noexcept {
    for (auto prefixes = p.region_prefixes; !prefixes.empty();) {
        auto const prefix = prefixes.substr(0, prefixes.find(' '));
        if (region.starts_with(prefix) && is_region_tail(region.substr(prefix.size()))) return true;
        prefixes.remove_prefix(std::min(prefix.size() + 1, prefixes.size()));
    }
    return false;
}

} // namespace detail

constexpr partition const& partition_of(std::string_view region) noexcept {
    constexpr std::string_view global = "-global"; // what stands for a partition as a whole
    for (auto const& p : partitions)
        if (region.ends_with(global) && region.substr(0, region.size() - global.size()) == p.name) return p;
    for (auto const& p : partitions)
        if (detail::fits(p, region)) return p;
    return partitions.front();
}

} // namespace cppsmith::inline v0::endpoints

#endif // CPPSMITH_ENDPOINT_PARTITION_HPP
