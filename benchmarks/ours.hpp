// The works' values in our types.

#ifndef CPPSMITH_BENCH_OURS_HPP
#define CPPSMITH_BENCH_OURS_HPP

#include "peers/plain.hpp"

#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/wire_bench/list_things.hpp>

#include <utility>
#include <vector>

namespace bench {

namespace iot = cppsmith::iot;
namespace wire = cppsmith::wire_bench;

/// The request, with strings of its own.
inline iot::RegisterCACertificateRequest ours(plain_request const& r) {
    std::vector<iot::Tag> tags;
    for (auto const& tag : r.tags) tags.push_back(iot::Tag{.Key = tag.key, .Value = tag.value});
    return {.caCertificate = r.ca_certificate,
            .verificationCertificate = r.verification_certificate,
            .setAsActive = r.set_as_active,
            .allowAutoRegistration = r.allow_auto_registration,
            .registrationConfig = iot::RegistrationConfig{.templateBody = r.template_body, .roleArn = r.role_arn},
            .tags = std::move(tags),
            .certificateMode = iot::CertificateMode::DEFAULT};
}

/// The page, with strings of its own.
inline wire::ListThingsResponse ours(plain_things const& page) {
    std::vector<wire::ThingAttribute> things;
    things.reserve(page.things.size());
    for (auto const& thing : page.things) {
        cppsmith::map<wire::AttributeName, wire::AttributeValue> attributes;
        for (auto const& [key, value] : thing.attributes) attributes.insert_or_assign(key, value);
        things.push_back(wire::ThingAttribute{.thingName = thing.name,
                                              .thingTypeName = thing.type,
                                              .thingArn = thing.arn,
                                              .attributes = std::move(attributes),
                                              .version = thing.version});
    }
    return {.things = std::move(things), .nextToken = page.next_token};
}

} // namespace bench

#endif // CPPSMITH_BENCH_OURS_HPP
