// What endpoints depend on, beside the request.

#ifndef CPPSMITH_ENDPOINT_OPTIONS_HPP
#define CPPSMITH_ENDPOINT_OPTIONS_HPP

#include <string>
#include <variant>
#include <vector>

namespace cppsmith::inline v0 {

/// A parameter of a service's endpoint rules, by its name there ("UseArnRegion") or that of its built-in ("AWS::S3::Accelerate"). What the
/// rules of a service do not know, or know in another type, means nothing to it.
struct endpoint_parameter {
    std::string name{};
    std::variant<bool, std::string> value{};
};

/// What the endpoint of a call depends on.
struct endpoint_options {
    std::string region{};                         ///< "us-west-2"
    std::string endpoint_url{};                   ///< used instead of the region's endpoint, as the service's rules allow it
    bool use_fips = false;                        ///< an endpoint with cryptography validated under FIPS 140
    bool use_dual_stack = false;                  ///< an endpoint over IPv6 too
    std::string account_id{};                     ///< of the credentials, for services with endpoints for each account
    std::string account_id_endpoint_mode{};       ///< "preferred", "disabled" or "required"; empty leaves it to the rules
    std::vector<endpoint_parameter> parameters{}; ///< what else the rules of services ask for (`clientContextParams`)
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_ENDPOINT_OPTIONS_HPP
