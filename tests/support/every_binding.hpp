// An operation with a member in every place that the protocol knows, as the generator would write it.

#ifndef CPPSMITH_TESTS_SUPPORT_EVERY_BINDING_HPP
#define CPPSMITH_TESTS_SUPPORT_EVERY_BINDING_HPP

#include "kitchen_sink.hpp"

#include <cppsmith/operation.hpp>
#include <cppsmith/service.hpp>

#include <string_view>

namespace kitchen {

using cppsmith::each;
using cppsmith::error_list;
using cppsmith::format;
using cppsmith::http_binding;
using cppsmith::in_header;
using cppsmith::in_headers;
using cppsmith::in_path;
using cppsmith::in_query;
using cppsmith::in_query_map;
using cppsmith::named;

struct service {
    using protocol = cppsmith::rest_json1;
    static constexpr std::string_view id = "Kitchen", api_version = "2026-01-01", endpoint_prefix = "kitchen",
                                      signing_name = "kitchen";
};

struct BindInput {
    required<Note> label;
    required<Note> greedy;
    optional<Note> text_query{};
    optional<open_enum<Color>> enum_query{};
    optional<timestamp> time_query{};
    optional<timestamp> seconds_query{};
    optional<double> number_query{};
    optional<std::vector<Note>> list_query{};
    optional<std::vector<timestamp>> times_query{};
    optional<map<Note, Note>> more{};
    optional<map<Note, std::vector<Note>>> lists{};
    optional<Note> text_header{};
    optional<bool> flag_header{};
    optional<timestamp> time_header{};
    optional<blob> blob_header{};
    optional<std::vector<Note>> list_header{};
    optional<std::vector<open_enum<Color>>> enums_header{};
    optional<std::vector<timestamp>> times_header{};
    optional<map<Note, Note>> prefixed{};
    optional<Note> renamed{};
    optional<Note> operator_{};
    optional<Leaf> leaf{};
    optional<timestamp> date{};

    friend auto operator<=>(BindInput const&, BindInput const&) = default;
};

BOOST_DESCRIBE_STRUCT(BindInput, (),
                      (label, greedy, text_query, enum_query, time_query, seconds_query, number_query, list_query, times_query,
                       more, lists, text_header, flag_header, time_header, blob_header, list_header, enums_header, times_header,
                       prefixed, renamed, operator_, leaf, date))

auto shape_of(BindInput const&)
    -> structure<"BindInput", member<&BindInput::label, in_path<"label">>, member<&BindInput::greedy, in_path<"greedy">>,
                 member<&BindInput::text_query, in_query<"text">>, member<&BindInput::enum_query, in_query<"enum">>,
                 member<&BindInput::time_query, in_query<"time">>,
                 member<&BindInput::seconds_query, in_query<"seconds">, format<timestamp_format::epoch_seconds>>,
                 member<&BindInput::number_query, in_query<"n&n">>, member<&BindInput::list_query, in_query<"list">>,
                 member<&BindInput::times_query, in_query<"times">, each<format<timestamp_format::epoch_seconds>>>,
                 member<&BindInput::more, in_query_map>, member<&BindInput::lists, in_query_map>,
                 member<&BindInput::text_header, in_header<"X-Text">>, member<&BindInput::flag_header, in_header<"X-Flag">>,
                 member<&BindInput::time_header, in_header<"X-Time">>, member<&BindInput::blob_header, in_header<"X-Blob">>,
                 member<&BindInput::list_header, in_header<"X-List">>, member<&BindInput::enums_header, in_header<"X-Enums">>,
                 member<&BindInput::times_header, in_header<"X-Times">, each<format<timestamp_format::date_time>>>,
                 member<&BindInput::prefixed, in_headers<"X-Pre-">>, member<&BindInput::renamed, named<"re-named">>,
                 member<&BindInput::operator_, cppsmith::spelled<"operator">>,
                 member<&BindInput::date, format<timestamp_format::date_time>>>;

struct BindOutput {
    optional<std::int32_t> status{};
    optional<Note> text_header{};
    optional<bool> flag_header{};
    optional<std::int64_t> number_header{};
    optional<double> share_header{};
    optional<timestamp> time_header{};
    optional<blob> blob_header{};
    optional<open_enum<Color>> enum_header{};
    optional<std::vector<Note>> list_header{};
    optional<std::vector<std::int32_t>> numbers_header{};
    optional<std::vector<timestamp>> times_header{};
    optional<map<Note, Note>> prefixed{};
    optional<Note> renamed{};
    optional<Leaf> leaf{};
    optional<timestamp> date{};

    friend auto operator<=>(BindOutput const&, BindOutput const&) = default;
};

BOOST_DESCRIBE_STRUCT(BindOutput, (),
                      (status, text_header, flag_header, number_header, share_header, time_header, blob_header, enum_header,
                       list_header, numbers_header, times_header, prefixed, renamed, leaf, date))

auto shape_of(BindOutput const&) -> structure<
    "BindOutput", member<&BindOutput::status, cppsmith::as_status>, member<&BindOutput::text_header, in_header<"X-Text">>,
    member<&BindOutput::flag_header, in_header<"X-Flag">>, member<&BindOutput::number_header, in_header<"X-Number">>,
    member<&BindOutput::share_header, in_header<"X-Share">>, member<&BindOutput::time_header, in_header<"X-Time">>,
    member<&BindOutput::blob_header, in_header<"X-Blob">>, member<&BindOutput::enum_header, in_header<"X-Enum">>,
    member<&BindOutput::list_header, in_header<"X-List">>, member<&BindOutput::numbers_header, in_header<"X-Numbers">>,
    member<&BindOutput::times_header, in_header<"X-Times">>, member<&BindOutput::prefixed, in_headers<"X-Pre-">>,
    member<&BindOutput::renamed, named<"re-named">>, member<&BindOutput::date, format<timestamp_format::date_time>>>;

struct Bind {
    using service = kitchen::service;
    using request = BindInput;
    using response = BindOutput;
    using errors = error_list<>;
    static constexpr std::string_view name = "Bind";
    static constexpr http_binding http{.method = "PUT", .uri = "/a/{label}/b/{greedy+}?fixed=1&flag", .status = 200};
};

static_assert(cppsmith::operation<Bind>);

/// One member that is the whole body.
template <class T> struct Payload {
    optional<T> payload{};
    optional<Note> header{};

    friend auto operator<=>(Payload const&, Payload const&) = default;
    BOOST_DESCRIBE_CLASS(Payload, (), (payload, header), (), ())
};

template <class T>
auto shape_of(Payload<T> const&) -> structure<"Payload", member<&Payload<T>::payload, cppsmith::as_payload>,
                                              member<&Payload<T>::header, in_header<"Content-Type">>>;

template <class T> struct Carry {
    using service = kitchen::service;
    using request = Payload<T>;
    using response = Payload<T>;
    using errors = error_list<>;
    static constexpr std::string_view name = "Carry";
    static constexpr http_binding http{.method = "POST", .uri = "/carry", .status = 200};
};

} // namespace kitchen

#endif // CPPSMITH_TESTS_SUPPORT_EVERY_BINDING_HPP
