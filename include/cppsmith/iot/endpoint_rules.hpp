// Endpoint rules, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_ENDPOINT_RULES_HPP
#define CPPSMITH_IOT_ENDPOINT_RULES_HPP

#include <optional>
#include <string_view>

namespace cppsmith::iot {

/// Where AWS IoT is found: its published endpoint rules (Smithy's `endpointRuleSet`, version 1.0), as code.
/// `cppsmith::resolve_endpoint` evaluates them.
struct endpoint_rules {
    /// What the rules depend on.
    struct parameters {
        /// The region that is called, such as `us-west-2`.
        std::optional<std::string_view> Region{};

        /// Whether an endpoint over IPv6 too is wanted. Not every partition has one.
        bool UseDualStack = false;

        /// Whether an endpoint with cryptography validated under FIPS 140 is wanted. Not every partition has
        /// one.
        bool UseFIPS = false;

        /// A URL to be called instead of the endpoint of a region.
        std::optional<std::string_view> Endpoint{};
    };

    /// Calls `f(name, built_in, member)` for each parameter.
    template <class F> static constexpr void for_each(parameters& p, F&& f) {
        f("Region", "AWS::Region", p.Region);
        f("UseDualStack", "AWS::UseDualStack", p.UseDualStack);
        f("UseFIPS", "AWS::UseFIPS", p.UseFIPS);
        f("Endpoint", "SDK::Endpoint", p.Endpoint);
    }

    /// The endpoint for these parameters, or the rules' error; `rules` is a `cppsmith::endpoints::rules`.
    template <class Rules> static constexpr typename Rules::outcome resolve(Rules& rules, parameters const& p) {
        if (p.Endpoint) {
            if (p.UseFIPS) return rules.error({"Invalid Configuration: FIPS and custom endpoint are not supported"});
            if (p.UseDualStack) return rules.error({"Invalid Configuration: Dualstack and custom endpoint are not supported"});
            return rules.endpoint({*p.Endpoint});
        }
        if (p.Region) {
            auto const& PartitionResult = rules.partition(*p.Region);
            if (p.UseFIPS && p.UseDualStack) {
                if (PartitionResult.supports_fips && PartitionResult.supports_dual_stack)
                    return rules.endpoint({"https://iot-fips.", *p.Region, ".", PartitionResult.dual_stack_dns_suffix});
                return rules.error({"FIPS and DualStack are enabled, but this partition does not support one or both"});
            }
            if (p.UseFIPS) {
                if (PartitionResult.supports_fips)
                    return rules.endpoint({"https://iot-fips.", *p.Region, ".", PartitionResult.dns_suffix});
                return rules.error({"FIPS is enabled but this partition does not support FIPS"});
            }
            if (p.UseDualStack) {
                if (PartitionResult.supports_dual_stack)
                    return rules.endpoint({"https://iot.", *p.Region, ".", PartitionResult.dual_stack_dns_suffix});
                return rules.error({"DualStack is enabled but this partition does not support DualStack"});
            }
            if (PartitionResult.name == "aws") return rules.endpoint({"https://iot.", *p.Region, ".amazonaws.com"});
            if (PartitionResult.name == "aws-cn") return rules.endpoint({"https://iot.", *p.Region, ".amazonaws.com.cn"});
            if (PartitionResult.name == "aws-us-gov") return rules.endpoint({"https://iot.", *p.Region, ".amazonaws.com"});
            return rules.endpoint({"https://iot.", *p.Region, ".", PartitionResult.dns_suffix});
        }
        return rules.error({"Invalid Configuration: Missing Region"});
    }
};

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_ENDPOINT_RULES_HPP
