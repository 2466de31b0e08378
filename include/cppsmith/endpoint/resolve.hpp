// resolve_endpoint: where a call goes, and how it is signed.

#ifndef CPPSMITH_ENDPOINT_RESOLVE_HPP
#define CPPSMITH_ENDPOINT_RESOLVE_HPP

#include <cppsmith/endpoint.hpp>
#include <cppsmith/endpoint/bind.hpp>
#include <cppsmith/endpoint/options.hpp>
#include <cppsmith/endpoint/rules.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/result.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0 {

/// Where a call goes.
struct resolved_endpoint {
    endpoint where{};
    std::vector<header> headers{}; ///< to be sent with the request
    std::vector<auth_scheme>
        auth_schemes{}; ///< in the order of the service's preference; none: Signature Version 4, as the model says
    std::vector<endpoint_property> properties{}; ///< whatever else the rules say of the endpoint

    /// The scheme of a name; null where there is none.
    auth_scheme const* find_scheme(std::string_view name) const noexcept {
        for (auto const& scheme : auth_schemes)
            if (scheme.name == name) return &scheme;
        return nullptr;
    }
};

/// The endpoint of a call, by the rules that its service published, or where it has none by the rule that holds for most services
/// (`regional_endpoint`).
///
/// Errors have stage `configure`: `endpoint` with the rules' own words, `no_region`, `invalid_region` for what is no host label, and
/// `invalid_endpoint` for a URL that is none.
template <operation Op>
result<resolved_endpoint> resolve_endpoint(typename Op::request const& request, endpoint_options const& options);

// ---- implementation

namespace endpoints::detail {

inline error refusal(std::string code, std::string message) {
    return {.stage = stage::configure, .code = std::move(code), .message = std::move(message)};
}

/// What the rules of an operation come to: the same for all, and looked at only once there is one.
template <class Op> struct outcome_of {
    using type = outcome;
};

template <class Rules> constexpr bool has_built_in(std::string_view name) {
    bool found = false;
    typename Rules::parameters p;
    Rules::for_each(p, [&](std::string_view, std::string_view built_in, auto&) { found = found || built_in == name; });
    return found;
}

template <class Outcome> result<resolved_endpoint> resolved(Outcome&& found, bool has_region) {
    if (found.url.empty())
        return refusal(has_region ? "endpoint" : "no_region",
                       found.error.empty() ? "the endpoint rules give no endpoint" : std::move(found.error));
    auto where = endpoint::parse(found.url);
    if (!where) return where.error();
    return resolved_endpoint{std::move(*where), std::move(found.headers), std::move(found.auth_schemes),
                             std::move(found.properties)};
}

} // namespace endpoints::detail

template <operation Op>
result<resolved_endpoint> resolve_endpoint(typename Op::request const& request, endpoint_options const& options) {
    if (!options.region.empty() && !endpoints::is_valid_host_label(options.region, false))
        return endpoints::detail::refusal("invalid_region", "the region is no host label: letters, digits and hyphens");
    if (!options.endpoint_url.empty())
        if (auto const given = endpoint::parse(options.endpoint_url); !given) return given.error();
    if constexpr (requires { typename Op::service::endpoint_rules; }) {
        using rules = typename Op::service::endpoint_rules;
        typename rules::parameters p;
        if (!options.endpoint_url.empty() && !endpoints::detail::has_built_in<rules>("SDK::Endpoint"))
            return resolved_endpoint{*endpoint::parse(options.endpoint_url), {}, {}, {}};
        endpoints::detail::bind<Op>(p, request, options);
        endpoints::basic_rules<typename endpoints::detail::outcome_of<Op>::type> evaluation;
        bool const located = !options.region.empty() || !options.endpoint_url.empty();
        return endpoints::detail::resolved(rules::resolve(evaluation, p), located);
    } else {
        (void)request;
        auto where = options.endpoint_url.empty() ? regional_endpoint(Op::service::endpoint_prefix, options.region,
                                                                      {options.use_fips, options.use_dual_stack})
                                                  : endpoint::parse(options.endpoint_url);
        if (!where) return where.error();
        return resolved_endpoint{std::move(*where), {}, {}, {}};
    }
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_ENDPOINT_RESOLVE_HPP
