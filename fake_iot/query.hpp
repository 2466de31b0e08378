// The request target, taken apart: path and query parameters, percent-decoded.

#ifndef CPPSMITH_FAKE_IOT_QUERY_HPP
#define CPPSMITH_FAKE_IOT_QUERY_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fake_iot {

/// `text` with its percent-encoding undone; '+' stays '+'. Nothing where an escape is malformed.
std::optional<std::string> percent_decoded(std::string_view text);

/// A request target. Throws `service_error` (InvalidRequestException) when asked for a parameter that has no right form.
class request_target {
  public:
    /// Takes `/path?name=value&...` apart. Throws where it does not begin with '/', has a fragment, a malformed escape, a control
    /// character or invalid UTF-8 in its decoded form, or the same parameter twice.
    explicit request_target(std::string_view target);

    /// The segments of the path, decoded: "/a/b" has two, "/" has one that is empty.
    std::vector<std::string> const& path() const noexcept { return path_; }

    /// The value of a parameter, or null where it is absent. Parameters nobody asks for are ignored, as the service does.
    std::string const* find(std::string_view name) const noexcept;

    /// `true` or `false`; `otherwise` where the parameter is absent.
    bool boolean(std::string_view name, bool otherwise) const;

    /// A decimal integer between the limits; `otherwise` where the parameter is absent.
    std::int32_t integer(std::string_view name, std::int32_t least, std::int32_t most, std::int32_t otherwise) const;

    /// Whether the parameter is the first of the two words; nothing where it is absent.
    std::optional<bool> either(std::string_view name, std::string_view yes, std::string_view no) const;

  private:
    std::vector<std::string> path_;
    std::vector<std::pair<std::string, std::string>> parameters_;
};

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_QUERY_HPP
