// The inputs of the operations, read from query and body and checked against the limits of the service's model.

#ifndef CPPSMITH_FAKE_IOT_INPUTS_HPP
#define CPPSMITH_FAKE_IOT_INPUTS_HPP

#include <fake_iot/query.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fake_iot {

/// How a CA is registered: `standard` is the DEFAULT of the model.
enum class certificate_mode { standard, sni_only };

struct registration_config {
    std::optional<std::string> template_body{}, role_arn{}, template_name{};
    friend bool operator==(registration_config const&, registration_config const&) = default;
};

struct tag {
    std::string key{}, value{};
    friend bool operator==(tag const&, tag const&) = default;
};

/// RegisterCACertificate.
struct register_input {
    std::string ca_certificate{};
    std::string verification_certificate{}; ///< empty exactly where the mode is `sni_only`
    certificate_mode mode = certificate_mode::standard;
    bool set_as_active = false;
    bool allow_auto_registration = false;
    std::optional<registration_config> config{};
    std::vector<tag> tags{};
};

/// UpdateCACertificate. What is absent stays as it is.
struct update_input {
    std::optional<bool> active{}, auto_registration{};
    std::optional<registration_config> config{};
    bool remove_auto_registration = false;
};

/// ListCACertificates.
struct list_input {
    std::size_t page_size = 25;
    std::optional<std::string> marker{}, template_name{};
    bool ascending = false;
};

// Each throws `service_error`: SerializationException for a body that cannot be read or has a member of another type than the
// model's, InvalidRequestException for what breaks a limit, a pattern or a rule. A member that is null counts as absent, one that
// the model does not have is ignored, an empty body is an empty object.

register_input read_register_input(request_target const& target, std::string_view body);
update_input read_update_input(request_target const& target, std::string_view body);
list_input read_list_input(request_target const& target);

/// The id of a CA certificate, as it stands in a path.
std::string read_certificate_id(std::string const& segment);

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_INPUTS_HPP
