// What a request is prepared with, beside its members and its endpoint.

#ifndef CPPSMITH_PROTOCOL_PREPARE_OPTIONS_HPP
#define CPPSMITH_PROTOCOL_PREPARE_OPTIONS_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace cppsmith::inline v0 {

/// What `prepare` cannot know by itself.
struct prepare_options {
    /// Sent as each idempotency token that the request leaves out; empty: those stay absent. Borrowed for the call.
    std::string_view idempotency_token{};

    /// Whether the operation's host prefix is put in front of the endpoint's host (Smithy's `endpoint` trait).
    bool host_prefix = true;

    /// Compresses the body of an operation whose model allows it: `gzip` of <cppsmith/compression.hpp>, or a function that also gives gzip's
    /// format, or nothing where it cannot; null: no body is compressed.
    std::string (*compress)(std::string_view) = nullptr;
    std::size_t compress_from = 10'240; ///< the smallest body that is compressed, in bytes
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_PROTOCOL_PREPARE_OPTIONS_HPP
