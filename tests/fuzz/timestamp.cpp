// Fuzzes timestamps: what was read is in range, and is written and read back the same in every format that holds it.

#include "expect.hpp"

#include <cppsmith/detail/timestamp_read.hpp>

#include <cppsmith/chrono.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace {

namespace detail = cppsmith::detail;

void check(cppsmith::timestamp t) {
    using cppsmith::timestamp_format;
    for (auto const format : {timestamp_format::epoch_seconds, timestamp_format::date_time, timestamp_format::http_date}) {
        std::string text;
        if (!detail::append_timestamp(text, t, format)) {
            expect(text.empty(), "a refusal writes nothing");
            continue;
        }
        auto const again = detail::parse_timestamp(text);
        auto const far = format == timestamp_format::epoch_seconds &&
                         (t.seconds < -999'999'999'999'999'998 || t.seconds > 999'999'999'999'999'999);
        expect(again.has_value() || far, "what was written can be read");
        auto const finest = format == timestamp_format::http_date   ? 1'000'000'000
                            : format == timestamp_format::date_time ? 1'000
                                                                    : 1;
        cppsmith::timestamp const cut{t.seconds, t.nanoseconds - t.nanoseconds % finest};
        expect(far || *again == cut, "reading gives back what was written");
    }
    auto const point = cppsmith::to_time_point(t);
    auto const back = cppsmith::to_timestamp(point);
    bool const held = t.seconds > -9'000'000'000 && t.seconds < 9'000'000'000;
    expect(!held || back == t, "a clock's time point is the timestamp");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const input(reinterpret_cast<char const*>(data), size);
    for (auto const& t : {detail::parse_timestamp(input), detail::parse_date_time(input), detail::parse_http_date(input),
                          detail::parse_epoch_seconds(input)}) {
        if (!t) continue;
        expect(t->nanoseconds >= 0 && t->nanoseconds < 1'000'000'000, "nanoseconds are in range");
        check(*t);
    }
    if (size < 12) return 0;
    cppsmith::timestamp t;
    std::memcpy(&t.seconds, data, 8);
    std::memcpy(&t.nanoseconds, data + 8, 4);
    check(t.nanoseconds < 0 || t.nanoseconds > 999'999'999
              ? cppsmith::timestamp{t.seconds % 300'000'000'000, (t.nanoseconds & 0x1fffffff)}
              : t);
    return 0;
}
