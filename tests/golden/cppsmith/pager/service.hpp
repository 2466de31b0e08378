// Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_SERVICE_HPP
#define CPPSMITH_PAGER_SERVICE_HPP

#include <cppsmith/service.hpp>

#include <string_view>

/// Identifies the model: headers that stem from two models must not meet in one namespace.
#define CPPSMITH_PAGER_MODEL 0xfe3a8638940accd1

namespace cppsmith::pager {

using cppsmith::operator<<; // of whatever this service describes

/// Pager Sink: Every kind of paginator and waiter.
struct service {
    using protocol = rest_json1;

    static constexpr std::string_view id = "Pager";
    static constexpr std::string_view api_version = "2026-01-01";
    static constexpr std::string_view endpoint_prefix = "pager";
    static constexpr std::string_view signing_name = "pager";
};

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_SERVICE_HPP
