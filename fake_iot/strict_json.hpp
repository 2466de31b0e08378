// JSON from strangers: read strictly, with limits, or not at all.

#ifndef CPPSMITH_FAKE_IOT_STRICT_JSON_HPP
#define CPPSMITH_FAKE_IOT_STRICT_JSON_HPP

#include <nlohmann/json.hpp>

#include <string_view>

namespace fake_iot {

/// The deepest nesting of arrays and objects that is read; the requests of the service need three.
inline constexpr int max_json_depth = 32;

/// The value of a JSON text (RFC 8259). Throws `service_error` (SerializationException) for whatever is not one: a member that
/// comes twice, invalid UTF-8, a lone surrogate, a byte order mark, more than `max_json_depth` levels, a number out of range.
nlohmann::json read_json(std::string_view text);

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_STRICT_JSON_HPP
