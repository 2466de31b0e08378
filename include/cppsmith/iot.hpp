// Every operation that was generated, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_HPP
#define CPPSMITH_IOT_HPP

#include <cppsmith/iot/delete_ca_certificate.hpp>
#include <cppsmith/iot/delete_registration_code.hpp>
#include <cppsmith/iot/describe_ca_certificate.hpp>
#include <cppsmith/iot/get_registration_code.hpp>
#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/iot/service.hpp>
#include <cppsmith/iot/update_ca_certificate.hpp>

#endif // CPPSMITH_IOT_HPP
