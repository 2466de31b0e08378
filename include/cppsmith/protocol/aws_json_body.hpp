// The body of a request in Smithy's aws.protocols#awsJson1_0 and #awsJson1_1, at compile time and at run time.

#ifndef CPPSMITH_PROTOCOL_AWS_JSON_BODY_HPP
#define CPPSMITH_PROTOCOL_AWS_JSON_BODY_HPP

#include <cppsmith/json/writer.hpp>

namespace cppsmith::inline v0::detail {

/// Writes every member. The end of what was written; null where it failed.
template <class T, class Writer> constexpr char* write_aws_json_body(char* at, T const& request, Writer& writer) {
    return writer.body(at, request);
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_PROTOCOL_AWS_JSON_BODY_HPP
