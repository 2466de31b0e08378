// What a request is signed for: what the endpoint says, or where it says nothing what the model does.

#ifndef CPPSMITH_DETAIL_SIGNING_SCOPE_HPP
#define CPPSMITH_DETAIL_SIGNING_SCOPE_HPP

#include <cppsmith/endpoint/resolve.hpp>
#include <cppsmith/signer.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0::detail {

/// A signer itself, where it goes in by `std::ref` too.
template <class Signer> using bare_signer = std::remove_reference_t<std::unwrap_reference_t<Signer>>;

/// Whether a signer makes signatures of Version 4, or of Version 4A too.
template <class Signer> inline constexpr bool signs_for_region = requires { requires bare_signer<Signer>::signs_for_region; };
template <class Signer>
inline constexpr bool signs_for_regions = requires { requires bare_signer<Signer>::signs_for_region_set; };

inline std::string joined_regions(auth_scheme const& scheme) {
    std::string regions;
    for (auto const& region : scheme.signing_region_set) regions.append(regions.empty() ? "" : ",").append(region);
    return regions;
}

/// The context of a signature, without time and credentials. The first scheme that the signer can do counts; a signer of another kind is not
/// asked. The error: `auth_scheme`, where the endpoint wants what the signer cannot do.
template <class Signer>
result<signing_context> signing_scope(resolved_endpoint const& to, std::string_view region, std::string_view service) {
    signing_context context{.region = std::string(region), .service = std::string(service), .time = {}, .credentials = {}};
    std::string wanted;
    for (auto const& scheme : to.auth_schemes) {
        bool const for_set = scheme.name == "sigv4a";
        wanted.append(wanted.empty() ? "" : ", ").append(scheme.name);
        if (scheme.name != "sigv4" && !(for_set && signs_for_regions<Signer>)) continue;
        if (!scheme.signing_name.empty()) context.service = scheme.signing_name;
        if (!scheme.signing_region.empty()) context.region = scheme.signing_region;
        if (for_set) context.region_set = joined_regions(scheme);
        context.double_encode_path = !scheme.disable_double_encoding;
        context.normalize_path = !scheme.disable_normalize_path;
        return context;
    }
    if (wanted.empty() || !signs_for_region<Signer>) return context;
    return error{.stage = stage::configure,
                 .code = "auth_scheme",
                 .message = "the endpoint wants requests authenticated by " + wanted + ", which the signer cannot do"};
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_SIGNING_SCOPE_HPP
