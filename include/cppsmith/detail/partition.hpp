// AWS's partitions: groups of regions with a domain of their own.

#ifndef CPPSMITH_DETAIL_PARTITION_HPP
#define CPPSMITH_DETAIL_PARTITION_HPP

#include <array>
#include <string_view>

namespace cppsmith::inline v0::detail {

struct partition {
    std::string_view id, region_prefix, suffix, dual_stack_suffix;
};

/// The first one is where unknown regions belong.
inline constexpr std::array partitions{
    partition{"aws", "", "amazonaws.com", "api.aws"},
    partition{"aws-cn", "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"},
    partition{"aws-us-gov", "us-gov-", "amazonaws.com", "api.aws"},
    partition{"aws-eusc", "eusc-", "amazonaws.eu", "api.amazonwebservices.eu"},
    partition{"aws-iso", "us-iso-", "c2s.ic.gov", "api.aws.ic.gov"},
    partition{"aws-iso-b", "us-isob-", "sc2s.sgov.gov", "api.aws.scloud"},
    partition{"aws-iso-e", "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"},
    partition{"aws-iso-f", "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"},
};

constexpr partition const& partition_of(std::string_view region) noexcept {
    for (auto const& p : partitions)
        if (!p.region_prefix.empty() && region.starts_with(p.region_prefix)) return p;
    for (auto const& p : partitions) // a region that stands for the partition as a whole: aws-cn-global
        if (region.ends_with("-global") && region.substr(0, region.size() - 7) == p.id) return p;
    return partitions.front();
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_PARTITION_HPP
