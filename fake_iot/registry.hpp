// The registered CA certificates of all accounts and regions, and the rules for adding, changing and removing them.

#ifndef CPPSMITH_FAKE_IOT_REGISTRY_HPP
#define CPPSMITH_FAKE_IOT_REGISTRY_HPP

#include <fake_iot/certificate.hpp>
#include <fake_iot/inputs.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fake_iot {

/// Whose state a request is about.
struct owner {
    std::string account{}, region{};
};

/// A registered CA certificate.
struct ca_record {
    fake_iot::certificate certificate;
    std::string id{}, arn{}, pem{}, owned_by{}, generation_id{};
    certificate_mode mode = certificate_mode::standard;
    bool active = false, auto_registration = false;
    std::optional<registration_config> config{};
    std::vector<tag> tags{};
    time_point created{}, modified{};
    int version = 1;
    std::uint64_t sequence = 0; ///< grows with each registration: tells apart what was registered at the same time
};

/// What of AWS's other services the registry depends on.
struct surroundings {
    /// Makes the registration codes; 64 random hexadecimal digits where it is empty.
    std::function<std::string()> make_registration_code{};

    /// The provisioning templates that exist; absent: every name does.
    std::optional<std::set<std::string>> templates{};

    /// The roles that the caller may not pass on.
    std::set<std::string> denied_roles{};
};

/// The state of the service. Not safe for threads; what breaks a rule is thrown as `service_error`.
class registry {
  public:
    explicit registry(surroundings s = {}) : surroundings_(std::move(s)) {}

    /// The code of the account, made at the first call and the same until it is deleted.
    std::string registration_code(owner const& who);
    void delete_registration_code(owner const& who);

    /// The checks are made in this order: certificate, verification certificate,
    /// code, duplicate, other accounts, limit per subject, template, role.
    ca_record const& add(owner const& who, register_input const& input, time_point now);
    ca_record const& find(owner const& who, std::string const& id) const;
    void update(owner const& who, std::string const& id, update_input const& input, time_point now);
    void remove(owner const& who, std::string const& id);

    struct page {
        std::vector<ca_record const*> certificates{};
        std::optional<std::string> next_marker{};
    };

    /// Newest first, unless ascending. A marker is good for the same order and the same filter only, and stays good when the
    /// certificate that it points to is gone.
    page list(owner const& who, list_input const& input) const;

  private:
    struct account_state {
        std::optional<std::string> registration_code{};
        std::map<std::string, ca_record> certificates{};
    };

    account_state& state(owner const& who) { return regions_[who.region][who.account]; }
    account_state const* find_state(owner const& who) const;
    void check_others(owner const& who, std::string const& id, certificate_mode mode) const;
    void check_config(owner const& who, std::optional<registration_config> const& config) const;

    surroundings surroundings_;
    std::map<std::string, std::map<std::string, account_state>> regions_; // region -> account -> state
    std::uint64_t sequence_ = 0;
};

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_REGISTRY_HPP
