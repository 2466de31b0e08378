// The seven CA operations by the names that boto3 gives them.

#ifndef CPPSMITH_TESTS_SUPPORT_CA_OPERATIONS_HPP
#define CPPSMITH_TESTS_SUPPORT_CA_OPERATIONS_HPP

#include <cppsmith/iot/delete_ca_certificate.hpp>
#include <cppsmith/iot/delete_registration_code.hpp>
#include <cppsmith/iot/describe_ca_certificate.hpp>
#include <cppsmith/iot/get_registration_code.hpp>
#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/iot/update_ca_certificate.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace cppsmith_tests {

/// Calls `f.template operator()<Operation>()` for the operation of this name; an unknown one throws.
template <class F> void with_operation(std::string_view snake_case, F&& f) {
    namespace iot = cppsmith::iot;
    if (snake_case == "register_ca_certificate") return f.template operator()<iot::RegisterCACertificate>();
    if (snake_case == "get_registration_code") return f.template operator()<iot::GetRegistrationCode>();
    if (snake_case == "delete_registration_code") return f.template operator()<iot::DeleteRegistrationCode>();
    if (snake_case == "describe_ca_certificate") return f.template operator()<iot::DescribeCACertificate>();
    if (snake_case == "list_ca_certificates") return f.template operator()<iot::ListCACertificates>();
    if (snake_case == "update_ca_certificate") return f.template operator()<iot::UpdateCACertificate>();
    if (snake_case == "delete_ca_certificate") return f.template operator()<iot::DeleteCACertificate>();
    throw std::runtime_error("an operation that these tests do not have: " + std::string(snake_case));
}

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_CA_OPERATIONS_HPP
