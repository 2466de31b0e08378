#include <fake_iot/registry.hpp>

#include <fake_iot/marker.hpp>
#include <fake_iot/random.hpp>
#include <fake_iot/service_error.hpp>

#include <algorithm>

namespace fake_iot {

namespace {

constexpr std::ptrdiff_t same_subject_limit = 10;

std::string partition(std::string const& region) {
    return region.starts_with("cn-") ? "aws-cn" : region.starts_with("us-gov-") ? "aws-us-gov" : "aws";
}

std::string arn_of(owner const& who, std::string const& id) {
    return "arn:" + partition(who.region) + ":iot:" + who.region + ':' + who.account + ":cacert/" + id;
}

service_error unknown_certificate(std::string const& id) { return not_found("The CA certificate " + id + " does not exist."); }

service_error bad_certificate(std::string const& message) { return {400, "CertificateValidationException", message}; }

certificate checked_ca(std::string const& pem, time_point now) {
    auto ca = certificate::parse(pem);
    if (!ca) throw bad_certificate("The CA certificate cannot be parsed: it must be one certificate in PEM format.");
    if (auto const defect = ca_defect(*ca, now)) throw bad_certificate(*defect);
    return std::move(*ca);
}

void check_verification(certificate const& ca, std::string const& pem, std::optional<std::string> const& code, time_point now) {
    auto const verification = certificate::parse(pem);
    if (!verification)
        throw bad_certificate("The verification certificate cannot be parsed: it must be one certificate in PEM format.");
    if (auto const defect = verification_defect(*verification, ca, now)) throw bad_certificate(*defect);
    if (!code || verification->common_name() != code)
        throw service_error(400, "RegistrationCodeValidationException",
                            "The common name of the verification certificate is not the registration code of the account.");
}

} // namespace

std::string registry::registration_code(owner const& who) {
    auto& code = state(who).registration_code;
    if (!code) code = surroundings_.make_registration_code ? surroundings_.make_registration_code() : random_hex(32);
    return *code;
}

void registry::delete_registration_code(owner const& who) {
    auto& code = state(who).registration_code;
    if (!code) throw not_found("The account has no registration code.");
    code.reset();
}

ca_record const& registry::add(owner const& who, register_input const& input, time_point now) {
    auto ca = checked_ca(input.ca_certificate, now);
    auto& mine = state(who);
    if (input.mode == certificate_mode::standard)
        check_verification(ca, input.verification_certificate, mine.registration_code, now);

    auto const id = ca.id();
    auto arn = arn_of(who, id);
    if (mine.certificates.contains(id))
        throw service_error(409, "ResourceAlreadyExistsException", "The CA certificate is already registered.")
            .with("resourceId", id)
            .with("resourceArn", arn);
    check_others(who, id, input.mode);
    auto const equals = [&](auto const& entry) { return entry.second.certificate.same_subject(ca); };
    if (std::count_if(mine.certificates.begin(), mine.certificates.end(), equals) >= same_subject_limit)
        throw service_error(410, "LimitExceededException", "Limit reached for number of CA Certificates with same subject");
    check_config(who, input.config);

    ca_record record{.certificate = std::move(ca),
                     .id = id,
                     .arn = std::move(arn),
                     .pem = input.ca_certificate,
                     .owned_by = who.account,
                     .generation_id = random_uuid(),
                     .mode = input.mode,
                     .active = input.set_as_active,
                     .auto_registration = input.allow_auto_registration,
                     .config = input.config,
                     .tags = input.tags,
                     .created = now,
                     .modified = now,
                     .sequence = ++sequence_};
    return mine.certificates.emplace(id, std::move(record)).first->second;
}

ca_record const& registry::find(owner const& who, std::string const& id) const {
    auto const* mine = find_state(who);
    if (!mine) throw unknown_certificate(id);
    auto const found = mine->certificates.find(id);
    if (found == mine->certificates.end()) throw unknown_certificate(id);
    return found->second;
}

void registry::update(owner const& who, std::string const& id, update_input const& input, time_point now) {
    find(who, id); // throws where there is none
    check_config(who, input.config);
    auto& record = state(who).certificates.at(id);
    if (input.active) record.active = *input.active;
    if (input.auto_registration) record.auto_registration = *input.auto_registration;
    if (input.config) record.config = input.config;
    if (input.remove_auto_registration) {
        record.auto_registration = false;
        record.config.reset();
    }
    record.modified = now;
    ++record.version;
}

void registry::remove(owner const& who, std::string const& id) {
    if (find(who, id).active)
        throw service_error(406, "CertificateStateException",
                            "Certificate must be deactivated (not ACTIVE) before deletion. Id: " + id);
    state(who).certificates.erase(id);
}

registry::page registry::list(owner const& who, list_input const& input) const {
    std::string const& filter = input.template_name ? *input.template_name : std::string();
    list_position start{};
    if (input.marker) {
        auto const position = read_marker(*input.marker, input.ascending, filter);
        if (!position) throw invalid_request("The marker is not one of this list.");
        start = *position;
    }

    auto const position_of = [](ca_record const& r) {
        return list_position{std::chrono::duration_cast<std::chrono::nanoseconds>(r.created.time_since_epoch()).count(),
                             r.sequence};
    };
    std::vector<ca_record const*> all;
    if (auto const* mine = find_state(who))
        for (auto const& [id, record] : mine->certificates) {
            if (input.template_name && (!record.config || record.config->template_name != input.template_name)) continue;
            if (input.marker && (input.ascending ? position_of(record) <= start : position_of(record) >= start)) continue;
            all.push_back(&record);
        }
    std::sort(all.begin(), all.end(), [&](auto const* a, auto const* b) {
        return input.ascending ? position_of(*a) < position_of(*b) : position_of(*b) < position_of(*a);
    });

    page result;
    if (all.size() > input.page_size) {
        all.resize(input.page_size);
        result.next_marker = make_marker(position_of(*all.back()), input.ascending, filter);
    }
    result.certificates = std::move(all);
    return result;
}

registry::account_state const* registry::find_state(owner const& who) const {
    auto const region = regions_.find(who.region);
    if (region == regions_.end()) return nullptr;
    auto const account = region->second.find(who.account);
    return account == region->second.end() ? nullptr : &account->second;
}

void registry::check_others(owner const& who, std::string const& id, certificate_mode mode) const {
    auto const region = regions_.find(who.region);
    if (region == regions_.end()) return;
    for (auto const& [account, state] : region->second) {
        if (account == who.account) continue;
        auto const theirs = state.certificates.find(id);
        if (theirs == state.certificates.end()) continue;
        if (mode == certificate_mode::standard || theirs->second.mode == certificate_mode::standard)
            throw invalid_request("Cannot accept this CACertificate");
    }
}

void registry::check_config(owner const& who, std::optional<registration_config> const& config) const {
    if (!config) return;
    if (config->template_name && surroundings_.templates && !surroundings_.templates->contains(*config->template_name))
        throw not_found("The provisioning template " + *config->template_name + " does not exist.");
    if (config->role_arn && surroundings_.denied_roles.contains(*config->role_arn))
        throw service_error(403, "AccessDeniedException",
                            "User: arn:" + partition(who.region) + ":iam::" + who.account +
                                ":user/fake is not authorized to perform: iam:PassRole on resource: " + *config->role_arn);
}

} // namespace fake_iot
