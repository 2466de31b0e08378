// Numbers as text: JSON's grammar, and what becomes of numbers that no double holds.

#include <cppsmith/detail/number_read.hpp>
#include <cppsmith/json/scalar.hpp>

#include "support/catch.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>

namespace detail = cppsmith::detail;

TEST_CASE("a number is one by JSON's grammar", "[number]") {
    for (auto const* text : {"0", "-0", "7", "-10", "1.5", "0.0", "1e5", "1E+5", "1.0e-10", "0e0"})
        CHECK(detail::is_number(text));
    for (auto const* text : {"", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "1.e1", "1 ", " 1", "0x1", "1f", "inf", "nan",
                             "1,5", "--1", "1e1.5"})
        CHECK_FALSE(detail::is_number(text));
}

TEST_CASE("the size of a number is told from its digits alone", "[number]") {
    for (auto const* text :
         {"0", "0.0", "0e9", "0.9", "-0.1", "0.99e0", "9e-1", "10e-2", "0.01e1", "123e-3", "1e-99999999999999999999"}) {
        CAPTURE(text);
        CHECK(detail::decimal_parts(text).is_below_one());
    }
    for (auto const* text :
         {"1", "-1", "10", "0.1e1", "0.01e2", "0.01e+2", "1e0", "10e-1", "123e-2", "1.5", "9e99999999999999999999"}) {
        CAPTURE(text);
        CHECK_FALSE(detail::decimal_parts(text).is_below_one());
    }
}

TEST_CASE("a number that is too small is zero of its sign, one that is too large is none", "[number]") {
    CHECK(detail::parse_floating<double>("1e-400") == 0.0);
    CHECK_FALSE(std::signbit(detail::parse_floating<double>("1e-400").value()));
    CHECK(std::signbit(detail::parse_floating<double>("-1e-400").value()));
    CHECK(detail::parse_floating<float>("1e-46") == 0.0f);
    CHECK(detail::parse_floating<double>("0." + std::string(500, '0') + "1e100") == 0.0);
    CHECK_FALSE(detail::parse_floating<double>("1e400"));
    CHECK_FALSE(detail::parse_floating<double>("-1e400"));
    CHECK_FALSE(detail::parse_floating<float>("1e39"));
    CHECK_FALSE(detail::parse_floating<double>("1" + std::string(500, '0') + "e-100"));
    CHECK(detail::parse_floating<double>("1" + std::string(500, '0') + "e-500") == 1.0);
    CHECK(detail::parse_floating<double>("1.7976931348623157e308") == std::numeric_limits<double>::max());
    for (auto const* text : {"inf", "nan", "1.", "", "1 "}) CHECK_FALSE(detail::parse_floating<double>(text));
}

TEST_CASE("a number is taken apart where it is plain", "[number]") {
    auto const scan = [](std::string_view text) {
        detail::scanned_number number;
        auto const* const end = detail::scan_number(text.data(), text.data() + text.size(), number);
        return end ? std::optional(std::pair(number, static_cast<std::size_t>(end - text.data()))) : std::nullopt;
    };
    auto const [pi, size] = scan("-3.14159,").value();
    CHECK((pi.digits == 314'159 && pi.decimals == 5 && pi.is_negative && pi.is_plain));
    CHECK(size == 8);
    CHECK(scan("9999999999999999999").value().first.digits == 9'999'999'999'999'999'999u);
    CHECK(scan("0.000000000000000001").value().first.is_plain);
    for (auto const* text : {"10000000000000000000", "0.0000000000000000001", "1e1", "1.5E-3"})
        CHECK_FALSE(scan(text).value().first.is_plain);
    for (auto const* text : {"1.", "1.x", "-", "01", "1e", "1e+,"}) CHECK_FALSE(scan(text));

    // Eight characters at a time: whatever stands among them ends the digits, wherever it does.
    for (int c = 0; c < 256; ++c)
        for (std::size_t at = 1; at < 18; ++at) {
            std::string text(20, '7');
            text[at] = static_cast<char>(c);
            if (detail::is_digit(text[at]) || c == '.' || c == 'e' || c == 'E') continue;
            auto const found = scan(text);
            REQUIRE((found && found->second == at && found->first.digits == std::stoull(std::string(at, '7'))));
        }
}

TEST_CASE("an integer is taken from its digits where they fit", "[number]") {
    auto const read = []<class T>(std::string_view text, T) -> std::optional<T> {
        detail::scanned_number number;
        T value{};
        (void)detail::scan_number(text.data(), text.data() + text.size(), number);
        return number.to_integer(value) ? std::optional(value) : std::nullopt;
    };
    CHECK(read("127", std::int8_t{}) == 127);
    CHECK(read("-127", std::int8_t{}) == -127);
    for (auto const* text : {"128", "-129", "1.0", "1e1", "256"}) CHECK_FALSE(read(text, std::int8_t{}));
    CHECK(read("9223372036854775807", std::int64_t{}) == std::numeric_limits<std::int64_t>::max());
    CHECK_FALSE(read("9223372036854775808", std::int64_t{}));
    CHECK(read("9999999999999999999", std::uint64_t{}) == 9'999'999'999'999'999'999u);
    for (auto const* text : {"-1", "-4294967295", "4294967296"}) CHECK_FALSE(read(text, std::uint32_t{}));
    CHECK_FALSE(read("-1", std::uint64_t{}));
}

TEST_CASE("the ends of every integer type are read, and nothing beyond them", "[number]") {
    auto const ends = [](auto least, std::string const& below, auto most, std::string const& above) {
        auto const reads = [](auto wanted) {
            decltype(wanted) value{};
            return cppsmith::json::detail::from_token(std::to_string(wanted), value) && value == wanted;
        };
        auto value = most;
        return reads(least) && reads(most) && !cppsmith::json::detail::from_token(below, value) &&
               !cppsmith::json::detail::from_token(above, value);
    };
    CHECK(ends(std::int8_t{-128}, "-129", std::int8_t{127}, "128"));
    CHECK(ends(std::numeric_limits<std::int32_t>::min(), "-2147483649", std::numeric_limits<std::int32_t>::max(), "2147483648"));
    CHECK(ends(std::numeric_limits<std::int64_t>::min(), "-9223372036854775809", std::numeric_limits<std::int64_t>::max(),
               "9223372036854775808"));
    CHECK(ends(std::uint64_t{0}, "-1", std::numeric_limits<std::uint64_t>::max(), "18446744073709551616"));
    std::int64_t value = 7;
    CHECK_FALSE(cppsmith::json::detail::from_token({}, value));
    CHECK((cppsmith::json::detail::from_token("-0", value) && value == 0));
}

TEST_CASE("the nearest floating-point number is found, whichever way it is", "[number]") {
    std::mt19937_64 random(22);
    auto const same = []<class T>(std::string const& text, T) {
        T wanted{};
        std::from_chars(text.data(), text.data() + text.size(), wanted);
        auto const is = detail::parse_floating<T>(text);
        return is && (*is == wanted && std::signbit(*is) == std::signbit(wanted));
    };
    bool ok = true;
    for (int i = 0; ok && i < 100'000; ++i) {
        auto const digits = std::to_string(random() >> random() % 64);
        auto const more = std::to_string(random() >> random() % 64);
        for (auto const& text : {digits, digits + "." + more, "-0." + digits, "-" + digits + ".000" + more.substr(0, 4)})
            ok = ok && same(text, double{}) && same(text, float{});
    }
    CHECK(ok);
    CHECK(same("-0", double{}));
    CHECK(same("-0.000", double{}));
    CHECK(same("9007199254740993", double{}));
    CHECK(same("9007199254740992", double{}));
}
