// Idempotency tokens: random UUIDs (RFC 9562, version 4).

#ifndef CPPSMITH_DETAIL_UUID_HPP
#define CPPSMITH_DETAIL_UUID_HPP

#include <cppsmith/detail/shape_traits.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace cppsmith::inline v0::detail {

/// "00000000-0000-4000-8000-000000000000", but for the digits that `random` decides: numbers from [0, 1), of which 32 bits each are used.
template <class Random> std::string make_uuid(Random&& random) {
    std::string out = "xxxxxxxx-xxxx-4xxx-xxxx-xxxxxxxxxxxx";
    std::uint32_t bits = 0;
    unsigned left = 0;
    for (auto& c : out) {
        if (c != 'x') continue;
        if (left == 0) bits = static_cast<std::uint32_t>(random() * 4294967296.0), left = 8;
        c = "0123456789abcdef"[bits & 15];
        bits >>= 4, --left;
    }
    constexpr std::size_t variant = 19;
    out[variant] = "89ab"[static_cast<unsigned char>(out[variant]) & 3];
    return out;
}

/// Whether a request has a token to be filled in.
template <class Request> constexpr bool takes_idempotency_token() noexcept {
    bool found = false;
    for_each_member<Request>(
        [&]<class Member>() { return found = found || has<typename Member::traits, idempotency_token>, true; });
    return found;
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_UUID_HPP
