// What a generated service says about itself, and the protocols that it may name.

#ifndef CPPSMITH_SERVICE_HPP
#define CPPSMITH_SERVICE_HPP

// Text first: so that a compiler names few files on the way to the sentence that it says about a literal.
#include <cppsmith/text.hpp>

#include <cppsmith/constant.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/print.hpp>

#include <concepts>
#include <string_view>

namespace cppsmith::inline v0 {

/// AWS's protocols over JSON. A service names one; `<cppsmith/protocol.hpp>` knows how each is spoken.
struct rest_json1;  ///< members in path, query, headers and a JSON body (Smithy's `aws.protocols#restJson1`)
struct aws_json1_0; ///< every member in a JSON body, the operation in a header (`aws.protocols#awsJson1_0`)
struct aws_json1_1; ///< the same under another content type (`aws.protocols#awsJson1_1`)

/// A header that every request of a service carries, since the service expects it.
struct fixed_header {
    std::string_view name, value;
};

/// A service of a model: who it is, where it is found and what it signs for.
///
/// One that speaks `aws_json1_0` or `aws_json1_1` also has a `target_prefix`, with which the header `x-amz-target` begins; one that once spoke the
/// query protocol, and still tells its former error codes, has `query_compatible = true`; one that expects certain headers has an array
/// `headers` of `fixed_header`.
template <class T>
concept service = requires {
    typename T::protocol;
    { T::id } -> std::convertible_to<std::string_view>;
    { T::api_version } -> std::convertible_to<std::string_view>;
    { T::endpoint_prefix } -> std::convertible_to<std::string_view>;
    { T::signing_name } -> std::convertible_to<std::string_view>;
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_SERVICE_HPP
