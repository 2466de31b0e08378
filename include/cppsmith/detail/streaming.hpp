// Payloads that stream: which operations have them, and how they are held in memory where they cannot.

#ifndef CPPSMITH_DETAIL_STREAMING_HPP
#define CPPSMITH_DETAIL_STREAMING_HPP

#include <cppsmith/body_stream.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/protocol/rest_json1.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::detail {

/// Calls `f.template operator()<Member>()` for T's streaming payload, if it has one.
template <class T, class F> constexpr void with_streaming_payload(F&& f) {
    for_each_member<T>([&]<class Member>() {
        if constexpr (Member::binding.place == place::payload && has<typename Member::traits, streaming>)
            f.template operator()<Member>();
        return true;
    });
}

template <class T> constexpr bool has_streaming_payload() noexcept {
    bool found = false;
    with_streaming_payload<T>([&]<class Member>() { found = true; });
    return found;
}

/// Whether a source can go out as it comes: nothing is asked of the whole body before it is sent.
template <class Op> bool goes_as_it_comes(body_source const& source) noexcept {
    if (operation_has<Op, checksum_required> || operation_has<Op, gzip_allowed>) return false;
    bool known = true;
    with_streaming_payload<typename Op::request>(
        [&]<class Member>() { known = source.size.has_value() || !has<typename Member::traits, requires_length>; });
    return known;
}

/// The request with all that the source has as its payload.
template <class Request> result<Request> with_whole_body(Request const& request, body_source const& source) {
    std::string bytes;
    auto const all = drain(source, [&](std::string_view piece) { return bytes.append(piece), true; });
    if (!all) return all.error();
    auto filled = request;
    with_streaming_payload<Request>([&]<class Member>() {
        using inner = typename value_of<typename Member::type>::type;
        filled.*Member::pointer = inner(std::move(bytes));
    });
    return filled;
}

/// Why a call's source or sink cannot be used; no code where both can.
template <class Op> error misused_streams(typename Op::request const& request, bool has_source, bool has_sink) {
    error e{.stage = stage::configure};
    bool two_bodies = false;
    with_streaming_payload<typename Op::request>([&]<class Member>() {
        auto const* const payload = present(request.*Member::pointer);
        two_bodies = has_source && payload && !payload->view().empty();
    });
    if (has_source && !has_streaming_payload<typename Op::request>())
        e.code = "no_streaming_input", e.message = "a source was given, but this operation has no streaming payload";
    else if (has_sink && !has_streaming_payload<typename Op::response>())
        e.code = "no_streaming_output", e.message = "a sink was given, but this operation's reply has no streaming payload";
    else if (two_bodies) e.code = "two_bodies", e.message = "both the request and the call's source hold a body";
    return e;
}

/// Labels a body that comes from a source as the member would be, unless somebody has.
template <class Request> void label_source(http_request& http) {
    with_streaming_payload<Request>([&]<class Member>() {
        using inner = typename value_of<typename Member::type>::type;
        if (!find_header(http.headers, "content-type"))
            http.headers.push_back(
                {"content-type", std::string(first_of(media_type_among(typename Member::traits{}), payload_type<inner>()))});
    });
}

/// Hands a body over to a sink, which may throw.
inline result<void> pour(std::string_view body, body_sink const& sink) {
#ifdef __cpp_exceptions
    try {
        sink(body);
    } catch (...) { return error{.stage = stage::send, .code = "sink", .message = "the sink of the body has failed"}; }
#else
    sink(body);
#endif
    return {};
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_STREAMING_HPP
