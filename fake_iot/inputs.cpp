#include <fake_iot/inputs.hpp>

#include <fake_iot/service_error.hpp>
#include <fake_iot/strict_json.hpp>
#include <fake_iot/text_rules.hpp>

#include <unordered_set>

namespace fake_iot {

namespace {

using json = nlohmann::json;

json read_body(std::string_view body) {
    if (body.empty()) return json::object();
    auto value = read_json(body);
    if (!value.is_object()) throw unreadable("The request body is not a JSON object.");
    return value;
}

/// The member, or null where it is absent or null.
json const* find(json const& object, char const* name) {
    auto const found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

/// A text member whose length in characters is between the limits.
std::optional<std::string> text(json const& object, char const* name, std::size_t least, std::size_t most) {
    auto const* member = find(object, name);
    if (!member) return std::nullopt;
    if (!member->is_string()) throw unreadable(std::string(name) + " is not a string.");
    auto value = member->get<std::string>();
    auto const length = count_characters(value).value_or(0); // the JSON reader lets nothing but UTF-8 through
    if (length < least || length > most)
        throw invalid_request(std::string(name) + " must have " + std::to_string(least) + " to " + std::to_string(most) +
                              " characters.");
    return value;
}

std::optional<registration_config> read_config(json const& body) {
    auto const* member = find(body, "registrationConfig");
    if (!member) return std::nullopt;
    if (!member->is_object()) throw unreadable("registrationConfig is not an object.");
    registration_config config{.template_body = text(*member, "templateBody", 0, 10240),
                               .role_arn = text(*member, "roleArn", 20, 2048),
                               .template_name = text(*member, "templateName", 1, 36)};
    if (config.template_name && !is_template_name(*config.template_name))
        throw invalid_request("templateName has characters that are not allowed.");
    return config;
}

std::vector<tag> read_tags(json const& body) {
    auto const* member = find(body, "tags");
    if (!member) return {};
    if (!member->is_array()) throw unreadable("tags is not a list.");
    if (member->size() > 50) throw invalid_request("There may be no more than 50 tags.");

    std::vector<tag> tags;
    std::unordered_set<std::string> keys;
    for (auto const& entry : *member) {
        if (!entry.is_object()) throw unreadable("A tag is not an object.");
        auto key = text(entry, "Key", 1, 128);
        if (!key) throw invalid_request("A tag has no Key.");
        if (!is_tag_key(*key)) throw invalid_request("The Key of a tag has characters that are not allowed.");
        if (!keys.insert(*key).second) throw invalid_request("Two tags have the same Key.");
        tags.push_back({std::move(*key), text(entry, "Value", 0, 256).value_or("")});
    }
    return tags;
}

certificate_mode read_mode(json const& body) {
    auto const* member = find(body, "certificateMode");
    if (!member) return certificate_mode::standard;
    if (!member->is_string()) throw unreadable("certificateMode is not a string.");
    if (*member == "SNI_ONLY") return certificate_mode::sni_only;
    if (*member != "DEFAULT") throw invalid_request("certificateMode must be DEFAULT or SNI_ONLY.");
    return certificate_mode::standard;
}

} // namespace

register_input read_register_input(request_target const& target, std::string_view text_of_body) {
    auto const body = read_body(text_of_body);
    auto ca = text(body, "caCertificate", 1, 65536);
    // The clients refuse an empty verification certificate themselves; sent by others, it counts as none.
    auto verification = text(body, "verificationCertificate", 0, 65536);
    register_input input{.verification_certificate = std::move(verification).value_or(""),
                         .mode = read_mode(body),
                         .set_as_active = target.boolean("setAsActive", false),
                         .allow_auto_registration = target.boolean("allowAutoRegistration", false),
                         .config = read_config(body),
                         .tags = read_tags(body)};
    if (!ca) throw invalid_request("caCertificate is missing.");
    input.ca_certificate = std::move(*ca);

    bool const verified = !input.verification_certificate.empty();
    if (input.mode == certificate_mode::sni_only && verified)
        throw invalid_request("verificationCertificate must be left out when certificateMode is SNI_ONLY.");
    if (input.mode == certificate_mode::standard && !verified)
        throw invalid_request("verificationCertificate is required when certificateMode is DEFAULT.");
    return input;
}

update_input read_update_input(request_target const& target, std::string_view text_of_body) {
    auto const body = read_body(text_of_body);
    update_input input{.active = target.either("newStatus", "ACTIVE", "INACTIVE"),
                       .auto_registration = target.either("newAutoRegistrationStatus", "ENABLE", "DISABLE"),
                       .config = read_config(body)};
    if (auto const* member = find(body, "removeAutoRegistration")) {
        if (!member->is_boolean()) throw unreadable("removeAutoRegistration is not a boolean.");
        input.remove_auto_registration = member->get<bool>();
    }
    return input;
}

list_input read_list_input(request_target const& target) {
    list_input input{.page_size = static_cast<std::size_t>(target.integer("pageSize", 1, 250, 25)),
                     .ascending = target.boolean("isAscendingOrder", false)};
    if (auto const* marker = target.find("marker")) {
        if (!is_marker(*marker)) throw invalid_request("marker has characters that are not allowed.");
        input.marker = *marker;
    }
    if (auto const* name = target.find("templateName")) {
        if (!is_template_name(*name)) throw invalid_request("templateName has characters that are not allowed.");
        input.template_name = *name;
    }
    return input;
}

std::string read_certificate_id(std::string const& segment) {
    if (!is_certificate_id(segment)) throw invalid_request("The id of a CA certificate has 64 hexadecimal digits.");
    return segment;
}

} // namespace fake_iot
