// ListCACertificates, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_LIST_CA_CERTIFICATES_HPP
#define CPPSMITH_IOT_LIST_CA_CERTIFICATES_HPP

#include <cppsmith/iot/ca_certificate.hpp>
#include <cppsmith/iot/internal_failure_exception.hpp>
#include <cppsmith/iot/invalid_request_exception.hpp>
#include <cppsmith/iot/marker.hpp>
#include <cppsmith/iot/service.hpp>
#include <cppsmith/iot/service_unavailable_exception.hpp>
#include <cppsmith/iot/template_name.hpp>
#include <cppsmith/iot/throttling_exception.hpp>
#include <cppsmith/iot/unauthorized_exception.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/paginated.hpp>
#include <cppsmith/shape.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/list_ca_certificates.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

/// What `ListCACertificates` is asked.
struct ListCACertificatesRequest {
    /// How many entries a page holds at most. Between 1 and 250.
    optional<std::int32_t, number<"PageSize", range<1, 250>>> pageSize{};

    /// Where the page begins: the `nextMarker` of the page before. Left out for the first page.
    optional<Marker> marker{};

    /// Whether the oldest entry comes first.
    optional<bool> ascendingOrder{};

    /// Lists only the CA certificates with this provisioning template.
    optional<TemplateName> templateName{};

    friend auto operator<=>(ListCACertificatesRequest const&, ListCACertificatesRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(ListCACertificatesRequest, (), (pageSize, marker, ascendingOrder, templateName))

auto shape_of(ListCACertificatesRequest const&)
    -> structure<"ListCACertificatesRequest", member<&ListCACertificatesRequest::pageSize, in_query<"pageSize">>,
                 member<&ListCACertificatesRequest::marker, in_query<"marker">>,
                 member<&ListCACertificatesRequest::ascendingOrder, in_query<"isAscendingOrder">>,
                 member<&ListCACertificatesRequest::templateName, in_query<"templateName">>>;

/// What `ListCACertificates` answers: one page.
struct ListCACertificatesResponse {
    /// The CA certificates of this page.
    optional<std::vector<CACertificate>> certificates{};

    /// Where the next page begins. Absent on the last page.
    optional<Marker> nextMarker{};

    friend auto operator<=>(ListCACertificatesResponse const&, ListCACertificatesResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(ListCACertificatesResponse, (), (certificates, nextMarker))

auto shape_of(ListCACertificatesResponse const&) -> structure<"ListCACertificatesResponse">;

/// Lists the CA certificates that are registered in the account, a page at a time: 25 entries unless
/// `pageSize` says otherwise. The `nextMarker` of one answer is the `marker` of the next request.
struct ListCACertificates {
    using service = iot::service;
    using request = ListCACertificatesRequest;
    using response = ListCACertificatesResponse;
    using errors = error_list<InternalFailureException, InvalidRequestException, ServiceUnavailableException, ThrottlingException,
                              UnauthorizedException>;
    using pagination = paginated<page_token<&request::marker, &response::nextMarker>, page_size<&request::pageSize>,
                                 page_items<&response::certificates>>;

    static constexpr std::string_view name = "ListCACertificates";
    static constexpr http_binding http{.method = "GET", .uri = "/cacertificates", .status = 200};
};

static_assert(operation<ListCACertificates>);

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_LIST_CA_CERTIFICATES_HPP
