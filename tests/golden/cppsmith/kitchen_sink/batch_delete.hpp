// BatchDelete, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_BATCH_DELETE_HPP
#define CPPSMITH_kitchen_sink_BATCH_DELETE_HPP

#include <cppsmith/blob.hpp>
#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <string_view>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/batch_delete.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

using Plain = text<"Plain">;

/// The output of the BatchDelete operation.
struct BlobBody {
    /// 1024 bytes at most.
    optional<blob> body{};

    optional<Plain> kind{};

    friend auto operator<=>(BlobBody const&, BlobBody const&) = default;
};

BOOST_DESCRIBE_STRUCT(BlobBody, (), (body, kind))

auto shape_of(BlobBody const&) -> structure<"BlobBody", member<&BlobBody::body, as_payload, length<0, 1024>, sensitive>,
                                            member<&BlobBody::kind, in_header<"Content-Type">>>;

struct BatchDelete {
    using service = kitchen_sink::service;
    using request = unit;
    using response = BlobBody;
    using errors = error_list<>;

    static constexpr std::string_view name = "BatchDelete";
    static constexpr http_binding http{.method = "DELETE", .uri = "/", .status = 200};
};

static_assert(operation<BatchDelete>);

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_BATCH_DELETE_HPP
