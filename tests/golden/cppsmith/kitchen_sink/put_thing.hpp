// PutThing, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_PUT_THING_HPP
#define CPPSMITH_kitchen_sink_PUT_THING_HPP

#include <cppsmith/blob.hpp>
#include <cppsmith/kitchen_sink/broken.hpp>
#include <cppsmith/kitchen_sink/choice.hpp>
#include <cppsmith/kitchen_sink/color.hpp>
#include <cppsmith/kitchen_sink/conflict.hpp>
#include <cppsmith/kitchen_sink/kind.hpp>
#include <cppsmith/kitchen_sink/patterned.hpp>
#include <cppsmith/kitchen_sink/secret_color.hpp>
#include <cppsmith/kitchen_sink/secret_structure.hpp>
#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/kitchen_sink/service_.hpp>
#include <cppsmith/kitchen_sink/tag.hpp>
#include <cppsmith/kitchen_sink/thing_name.hpp>
#include <cppsmith/kitchen_sink/too_fast.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>
#include <cppsmith/rule.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>
#include <cppsmith/timestamp.hpp>

#include <boost/describe/class.hpp>

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/put_thing.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations" // what describes it names it
#endif

using PutThingRequest_path = text<"PutThingRequest$path", length<1>>;
using Plain = text<"Plain">;
using TagKey = text<"TagKey", length<1, 64>>;
using Secret = text<"Secret", sensitive, length<8>>;

/// The overlay lets it be longer.
using Relaxed = text<"Relaxed", length<1, 16>>;
using text_ = text<"text", length<0, 1>>;

/// The input of the PutThing operation.
struct PutThingRequest {
    required<ThingName> thingName;

    required<PutThingRequest_path> path;

    cppsmith::optional<cppsmith::timestamp> when{};

    cppsmith::optional<cppsmith::timestamp> whenSeconds{};

    /// 5 elements at most.
    cppsmith::optional<std::vector<Plain>> names{};

    cppsmith::optional<cppsmith::map<TagKey, std::vector<Plain>>> more{};

    cppsmith::optional<cppsmith::timestamp> expires{};

    cppsmith::optional<cppsmith::timestamp> expiresIso{};

    cppsmith::optional<std::vector<cppsmith::timestamp>> times{};

    cppsmith::optional<cppsmith::map<TagKey, Plain>> metadata{};

    /// Between -3 and 12.
    cppsmith::optional<std::int32_t, number<"Small", range<-3, 12>>> namespace_{};

    /// In the body, and required
    required<Plain> requiredBody;

    cppsmith::optional<Secret> renamed{};

    cppsmith::optional<Plain> operator_{};

    /// Yes or no.
    ///
    /// Deprecated.
    [[deprecated]]
    cppsmith::optional<bool> errno_{};

    /// Yes or no.
    cppsmith::optional<bool> not_an_identifier{};

    cppsmith::optional<kitchen_sink::Tag> Tag{};

    /// 50 elements at most.
    cppsmith::optional<std::vector<kitchen_sink::Tag>> Tags{};

    /// 7 entries at most.
    cppsmith::optional<cppsmith::map<open_enum<Color>, std::int32_t>> map{};

    /// 1024 bytes at most.
    cppsmith::optional<cppsmith::blob> blob{};

    cppsmith::optional<cppsmith::timestamp> timestamp{};

    cppsmith::optional<cppsmith::timestamp> httpDate{};

    cppsmith::optional<cppsmith::timestamp> epoch{};

    cppsmith::optional<open_enum<Color>> optional{};

    cppsmith::optional<open_enum<SecretColor>> secretColor{};

    /// Between -3 and 12.
    cppsmith::optional<std::int32_t, number<"Small", range<-3, 12>>> small_{};

    /// 1 at least.
    cppsmith::optional<std::int32_t, number<"AtLeast", at_least<1>>> atLeast{};

    /// 9007199254740993 at most.
    cppsmith::optional<std::int64_t, number<"AtMost", at_most<9007199254740993LL>>> atMost{};

    cppsmith::optional<std::int32_t> vacuous{};

    /// Between -9223372036854775807 and 9223372036854775806.
    cppsmith::optional<std::int64_t, number<"Big", range<-9223372036854775807LL, 9223372036854775806LL>>> big{};

    /// Between 0 and 1.5.
    cppsmith::optional<double, number<"Ratio", range<0.0, 1.5>>> ratio{};

    /// 0.1 at least.
    cppsmith::optional<float, number<"Part", at_least<0.1>>> part{};

    /// Between 0 and 9999.
    cppsmith::optional<std::int32_t, number<"Pin", range<0, 9999>>> pin{};

    /// Exactly 2 elements.
    cppsmith::optional<std::vector<std::vector<double>>> matrix{};

    /// 1 entry at least.
    cppsmith::optional<cppsmith::map<TagKey, std::vector<cppsmith::map<open_enum<SecretColor>, cppsmith::timestamp>>>> deep{};

    /// One of several.
    cppsmith::optional<Choice> choice{};

    cppsmith::optional<Relaxed> relaxed{};

    cppsmith::optional<SecretStructure> secretStructure{};

    cppsmith::optional<Patterned> pattern{};

    cppsmith::optional<text_> text{};

    friend auto operator<=>(PutThingRequest const&, PutThingRequest const&) = default;
};

BOOST_DESCRIBE_STRUCT(PutThingRequest, (),
                      (thingName, path, when, whenSeconds, names, more, expires, expiresIso, times, metadata, namespace_,
                       requiredBody, renamed, operator_, errno_, not_an_identifier, Tag, Tags, map, blob, timestamp, httpDate,
                       epoch, optional, secretColor, small_, atLeast, atMost, vacuous, big, ratio, part, pin, matrix, deep,
                       choice, relaxed, secretStructure, pattern, text))

auto shape_of(PutThingRequest const&) -> structure<
    "PutThingRequest", member<&PutThingRequest::thingName, in_path<"thingName">>, member<&PutThingRequest::path, in_path<"path">>,
    member<&PutThingRequest::when, in_query<"w h e n">>,
    member<&PutThingRequest::whenSeconds, in_query<"whenSeconds">, format<timestamp_format::epoch_seconds>>,
    member<&PutThingRequest::names, in_query<"name">, length<0, 5>>,
    member<&PutThingRequest::more, in_query_map, values<length<0, 5>>>, member<&PutThingRequest::expires, in_header<"Expires">>,
    member<&PutThingRequest::expiresIso, in_header<"X-Iso">, format<timestamp_format::date_time>>,
    member<&PutThingRequest::times, in_header<"X-Times">>, member<&PutThingRequest::metadata, in_headers<"x-meta-">>,
    member<&PutThingRequest::namespace_, in_header<"X-Space">, spelled<"namespace">>,
    member<&PutThingRequest::renamed, named<"re\"named\\">>,
    member<&PutThingRequest::operator_, named<"operator">, spelled<"operator">>,
    member<&PutThingRequest::errno_, named<"errno">, spelled<"errno">>,
    member<&PutThingRequest::not_an_identifier, named<"not-an-identifier">, spelled<"not-an-identifier">>,
    member<&PutThingRequest::Tags, length<0, 50>>, member<&PutThingRequest::map, length<0, 7>, values<range<-3, 12>>>,
    member<&PutThingRequest::blob, length<0, 1024>, sensitive>,
    member<&PutThingRequest::timestamp, format<timestamp_format::date_time>>,
    member<&PutThingRequest::httpDate, format<timestamp_format::http_date>>, member<&PutThingRequest::secretColor, sensitive>,
    member<&PutThingRequest::small_, named<"small">, spelled<"small">>, member<&PutThingRequest::pin, sensitive>,
    member<&PutThingRequest::matrix, length<2, 2>, each<length<1>, each<range<0.0, 1.5>>>>,
    member<&PutThingRequest::deep, length<1>,
           values<length<0, 1>, each<keys<sensitive>, values<format<timestamp_format::date_time>>>>, sensitive>,
    rule<"tag-or-tags", "Tag and Tags exclude each other, unless errno is true",
         rules::when<rules::all<rules::present<&PutThingRequest::Tag, &Tag::Key>,
                                rules::none<rules::is<true, &PutThingRequest::errno_>>>>,
         rules::then<rules::any<rules::absent<&PutThingRequest::Tags>, rules::empty<&PutThingRequest::Tags>>>,
         rules::otherwise<rules::any<rules::is<3, &PutThingRequest::small_>, rules::equals<"RED", &PutThingRequest::optional>>>>>;

/// What comes back.
struct PutThingResponse {
    optional<std::int32_t> status{};

    optional<Plain> etag{};

    optional<timestamp> modified{};

    optional<map<TagKey, Plain>> metadata{};

    optional<Service> service{};

    optional<open_enum<Kind>> kind{};

    friend auto operator<=>(PutThingResponse const&, PutThingResponse const&) = default;
};

BOOST_DESCRIBE_STRUCT(PutThingResponse, (), (status, etag, modified, metadata, service, kind))

auto shape_of(PutThingResponse const&) -> structure<
    "PutThingResponse", member<&PutThingResponse::status, as_status>, member<&PutThingResponse::etag, in_header<"ETag">>,
    member<&PutThingResponse::modified, in_header<"Last-Modified">>, member<&PutThingResponse::metadata, in_headers<"">>>;

/// Puts a **thing**, with `a < b` and a [link](https://example.com/a?b=c&d=e), but no reference, into a place
/// whose name is long enough to need a second line.
///
/// - First, *the* item.
///
///   More of it.
///
/// - Second, with a list:
///   1. one
///   2. two
///
/// Note: Mind the gap.
///
/// Important: Really.
///
/// Term
///
/// Its description: C:&#92;
///
/// `a b`
///
/// Trigraph??&#47;
///
/// Reversed, separated, é.
///
/// **Title**
///
/// unfinished `code`
///
/// Deprecated: use something else
struct [[deprecated("use something else")]] PutThing {
    using service = kitchen_sink::service;
    using request = PutThingRequest;
    using response = PutThingResponse;
    using errors = error_list<Broken, Conflict, TooFast>;

    static constexpr std::string_view name = "PutThing";
    static constexpr http_binding http{.method = "PUT", .uri = "/things/{thingName}/{path+}?mode=full", .status = 201};
};

static_assert(operation<PutThing>);

#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_PUT_THING_HPP
