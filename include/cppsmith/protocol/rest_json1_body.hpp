// The body of a request in Smithy's aws.protocols#restJson1, at compile time and at run time.

#ifndef CPPSMITH_PROTOCOL_REST_JSON1_BODY_HPP
#define CPPSMITH_PROTOCOL_REST_JSON1_BODY_HPP

#include <cppsmith/json/writer.hpp>

#include <concepts>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// Whether T has a member whose place satisfies `wanted`.
template <class T> constexpr bool has_place(bool (*wanted)(place) noexcept) noexcept {
    bool found = false;
    for_each_member<T>([&]<class Member>() { return found = found || wanted(Member::binding.place), true; });
    return found;
}

constexpr bool is_payload(place p) noexcept { return p == place::payload; }

/// Whether a payload of this type is sent as it is, not as JSON.
template <class T> inline constexpr bool is_raw_payload = is_text<T> || is_open_enum<T> || std::same_as<T, blob>;

/// Whether there is a body without a value: an empty structure for one that is absent.
template <class T> inline constexpr bool is_payload_always = described_structure<T>;

/// Writes the members that the model binds to the body: the payload as it is, a structure as JSON, be its members present or not. The end of
/// what was written; null where it failed.
template <class T, class Writer> constexpr char* write_rest_json1_body(char* at, T const& request, Writer& writer) {
    if constexpr (has_place<T>(is_payload)) {
        for_each_member<T>([&]<class Member>() {
            if constexpr (Member::binding.place == place::payload) {
                using inner = typename value_of<typename Member::type>::type;
                auto const& member = request.*Member::pointer;
                if constexpr (is_raw_payload<inner>) {
                    if (member.has_value()) at = writer.raw(at, member.value().view());
                } else if (!member.has_value()) {
                    if constexpr (is_payload_always<inner>) at = writer.raw(at, "{}");
                } else {
                    at = writer.template value<typename Member::traits>(at, member.value());
                    if (!at) writer.trace.at(Member::spelling);
                }
            }
            return true;
        });
        return at;
    } else if constexpr (has_place<T>(in_request_body)) {
        return writer.body(at, request);
    } else {
        return at;
    }
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_REST_JSON1_BODY_HPP
