// Fuzzes what endpoint rules read: URLs, ARNs, host labels and regions, and the endpoints of IoT that come of them.

#include "expect.hpp"

#include <cppsmith/endpoint/resolve.hpp>

#include <cppsmith/iot/list_ca_certificates.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const input(reinterpret_cast<char const*>(data), size);
    cppsmith::endpoints::rules rules;
    if (auto const url = rules.parse_url(input)) {
        expect(url->scheme == "https" || url->scheme == "http", "the scheme is known");
        expect(!url->authority.empty() && url->authority.find_first_of("@/?#\\% ") == std::string_view::npos,
               "host and port alone");
        expect(url->path.empty() || url->path.front() == '/', "a path begins with a slash");
        expect(url->normalized_path.starts_with('/') && url->normalized_path.ends_with('/'),
               "a normal path begins and ends with one");
        auto const text = rules.text({url->scheme, "://", url->authority, url->path});
        auto const again = rules.parse_url(text);
        expect(again && again->authority == url->authority && again->path == url->path, "a URL's parts are that URL");
    }
    if (auto const arn = rules.parse_arn(input)) {
        std::string const made =
            rules.string({"arn:", arn->partition, ":", arn->service, ":", arn->region, ":", arn->account_id, ":"});
        expect(input.starts_with(made) && input.substr(made.size()) == arn->resource_id.text, "an ARN's parts are that ARN");
        int parts = 0;
        while (arn->resource_id.at(parts)) ++parts;
        expect(parts > 0 && arn->resource_id.at(-1) == arn->resource_id.at(parts - 1), "the last part is the first from the end");
    }
    bool const label = rules.is_valid_host_label(input, false);
    expect(!label || rules.is_valid_host_label(input, true), "one label is a row of labels");
    expect(!rules.is_virtual_hostable_s3_bucket(input, false) || label, "a bucket in a host is a label");
    auto const encoded = rules.uri_encode(input);
    expect(cppsmith::detail::percent_decode(encoded) == input, "what is encoded can be decoded");
    (void)rules.substring(input, static_cast<int>(size % 7), static_cast<int>(size % 11), size % 2 == 0);
    expect(!rules.split(input, "--", static_cast<int>(size % 5)).empty(), "a text has parts");

    cppsmith::endpoint_options const options{
        .region = std::string(input), .endpoint_url = {}, .use_fips = size % 2 == 0, .use_dual_stack = size % 3 == 0};
    if (auto const found = cppsmith::resolve_endpoint<cppsmith::iot::ListCACertificates>({}, options)) {
        auto const& authority = found->where.authority;
        expect(authority.starts_with("iot") && authority.find(options.region) != std::string::npos, "the service in the region");
        expect(authority.find_first_of("@/?#\\% ") == std::string::npos, "the authority is a host alone");
    }
    return 0;
}
