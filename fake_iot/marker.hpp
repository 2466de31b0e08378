// The markers of a list that comes in pages: opaque to clients, only good for the list they were made for.

#ifndef CPPSMITH_FAKE_IOT_MARKER_HPP
#define CPPSMITH_FAKE_IOT_MARKER_HPP

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fake_iot {

/// The place of a certificate in the list: its time of registration, and a number that tells apart equal times.
struct list_position {
    std::int64_t nanoseconds = 0; ///< since 1970
    std::uint64_t sequence = 0;
    friend auto operator<=>(list_position const&, list_position const&) = default;
};

/// Base64 of the position and of what the list was asked for.
std::string make_marker(list_position position, bool ascending, std::string_view filter);

/// The position; nothing where the text is not a marker, or one of another order or filter.
std::optional<list_position> read_marker(std::string_view marker, bool ascending, std::string_view filter);

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_MARKER_HPP
