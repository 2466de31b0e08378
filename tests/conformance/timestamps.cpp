// Smithy's suite of timestamps, every case: written in each format, and read.

#include "support/catch.hpp"
#include "support/shared_data.hpp"

#include <cppsmith/detail/timestamp_read.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

TEST_CASE("timestamps are written and read as Smithy has it", "[timestamp][conformance]") {
    using cppsmith::timestamp;
    using cppsmith::timestamp_format;
    namespace detail = cppsmith::detail;
    auto const suite = cppsmith_tests::load_shared("conformance/timestamps/date-time-format.json");
    if (!suite) return;

    std::size_t cases = 0;
    auto const each = [&](std::string const& section, auto const& judge) {
        for (auto const& item : suite->at(section)) {
            CAPTURE(section, item.dump());
            timestamp t{std::stoll(item.at("canonical_seconds").get<std::string>()),
                        item.at("canonical_nanos").get<std::int32_t>()};
            // As epoch seconds "-1.5" is to the suite -1 and 500,000,000, of which it says itself that they are not to be added; to the AWS
            // clients and to us it is a second and a half before the epoch: second -2 and 500,000,000 nanoseconds from there on.
            if (section.ends_with("epoch_seconds") && t.seconds < 0 && t.nanoseconds != 0)
                t = {t.seconds - 1, 1'000'000'000 - t.nanoseconds};
            judge(t, item.at("error").get<bool>(), item.value("smithy_format_value", ""));
            ++cases;
        }
    };
    auto const writes = [&](std::string const& section, timestamp_format format) {
        each(section, [format](timestamp t, bool refused, std::string const& text) {
            std::string out;
            CHECK(detail::append_timestamp(out, t, format) == !refused);
            if (!refused) CHECK(out == text);
        });
    };
    auto const reads = [&](std::string const& section, std::optional<timestamp> (*parse)(std::string_view) noexcept) {
        each(section, [parse](timestamp t, bool refused, std::string const& text) {
            CHECK(parse(text) == (refused ? std::nullopt : std::optional(t)));
            if (!refused) CHECK(detail::parse_timestamp(text) == t);
        });
    };
    writes("format_epoch_seconds", timestamp_format::epoch_seconds);
    writes("format_http_date", timestamp_format::http_date);
    writes("format_date_time", timestamp_format::date_time);
    reads("parse_epoch_seconds", detail::parse_epoch_seconds);
    reads("parse_http_date", detail::parse_http_date);
    reads("parse_date_time", detail::parse_date_time);
    CHECK(cases > 0);
}
