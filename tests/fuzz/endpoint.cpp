// Fuzzes endpoints: what is taken has a host that nobody reads in two ways, and its own URL is the same endpoint.

#include "expect.hpp"

#include <cppsmith/endpoint.hpp>

#include <cppsmith/detail/check_request.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const input(reinterpret_cast<char const*>(data), size);
    if (auto const e = cppsmith::endpoint::parse(input)) {
        expect(e->scheme == "https" || e->scheme == "http", "the scheme is known");
        expect(e->authority.find_first_of("@/?#\\% ") == std::string::npos, "the authority is host and port alone");
        expect(e->base_path.empty() || (e->base_path.front() == '/' && e->base_path.back() != '/'),
               "the base path begins with a slash and ends without");
        auto const url = e->scheme + "://" + e->authority + e->base_path + (e->query.empty() ? "" : "?" + e->query);
        auto const again = cppsmith::endpoint::parse(url);
        expect(again && *again == *e, "an endpoint's URL is that endpoint");
        cppsmith::http_request const request{
            .method = "GET", .scheme = e->scheme, .authority = e->authority, .target = e->base_path + "/"};
        expect(cppsmith::detail::check_request(request).has_value(), "a transport sends there");
    } else {
        expect(e.error().code == "invalid_endpoint" && e.error().stage == cppsmith::stage::configure, "the refusal has its code");
    }
    auto const variant = cppsmith::endpoint_variant{.fips = size % 2 == 0, .dual_stack = size % 3 == 0};
    if (auto const e = cppsmith::regional_endpoint("iot", input, variant)) {
        auto const parsed = cppsmith::endpoint::parse("https://" + e->authority);
        expect(parsed && *parsed == *e, "a regional endpoint is an endpoint");
    }
    return 0;
}
