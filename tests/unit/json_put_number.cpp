// Numbers as the encoder writes them: the characters of std::to_chars, and nothing outside of the room for them.

#include <cppsmith/detail/timestamp_write.hpp>
#include <cppsmith/json/put_number.hpp>
#include <cppsmith/json/room.hpp>
#include <cppsmith/json/sink.hpp>

#include "support/catch.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <type_traits>

namespace json = cppsmith::json::detail;

namespace {

template <class T> std::string expected(T value) {
    char text[64];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

template <class T> std::string written(T value) {
    constexpr auto room = std::is_integral_v<T> ? json::integer_room : json::number_room;
    char text[64];
    std::memset(text, '#', sizeof text);
    char const* end = nullptr;
    if constexpr (std::is_integral_v<T>) end = json::put_integer(text, value);
    else end = json::put_floating(text, value);
    for (auto i = room; i < sizeof text; ++i)
        if (text[i] != '#') return "written outside of its room: " + std::string(text, sizeof text);
    return {static_cast<char const*>(text), end};
}

template <class T> bool same(T value) {
    auto const is = written(value), wanted = expected(value);
    if (is == wanted) return true;
    FAIL_CHECK(is << " instead of " << wanted);
    return false;
}

template <class T> bool same_integers() {
    using limits = std::numeric_limits<T>;
    bool ok = same(limits::min()) && same(limits::max()) && same(T{0});
    for (T power = 1;; power = static_cast<T>(power * 10)) { // where the number of digits changes
        for (T const near : {static_cast<T>(power - 1), power, static_cast<T>(power + 1)})
            ok = ok && same(near) && same(static_cast<T>(T{0} - near));
        if (power > limits::max() / 10) return ok;
    }
}

} // namespace

TEST_CASE("whole numbers of every width are written as std::to_chars does", "[json][number]") {
    CHECK(same_integers<std::int8_t>());
    CHECK(same_integers<std::int16_t>());
    CHECK(same_integers<std::int32_t>());
    CHECK(same_integers<std::int64_t>());
    CHECK(same_integers<std::uint8_t>());
    CHECK(same_integers<std::uint32_t>());
    CHECK(same_integers<std::uint64_t>());

    std::mt19937_64 random(20);
    bool ok = true;
    for (int i = 0; ok && i < 200'000; ++i) {
        auto const value = random() >> random() % 64;
        ok = same(value) && same(static_cast<std::int64_t>(value)) && same(static_cast<std::int32_t>(value));
    }
    CHECK(ok);
}

TEST_CASE("eight digits are taken apart side by side", "[json][number]") {
    STATIC_REQUIRE(json::eight_digits_of(12'345'678) == 0x0807'0605'0403'0201);
    STATIC_REQUIRE(json::eight_digits_of(99'999'999) == 0x0909'0909'0909'0909);
    STATIC_REQUIRE(json::eight_digits_of(0) == 0);
    bool ok = true;
    for (std::uint32_t value = 0; ok && value < 100'000'000; value += 61) {
        auto digits = json::eight_digits_of(value);
        std::uint32_t back = 0;
        for (int i = 0; i < 8; ++i, digits >>= 8) back = back * 10 + static_cast<std::uint32_t>(digits & 0xff);
        ok = back == value;
    }
    CHECK(ok);
}

TEST_CASE("floating-point numbers are written as std::to_chars does", "[json][number]") {
    for (double value : {0.0,      -0.0,          0.001,       0.000999,  0.0011,  1e-6,       1.000001,
                         0.1,      0.3,           1e5,         1e4,       99999.,  100000.,    123456.,
                         1e9,      999999999.999, 123456789.5, 2.5e-3,    1.0 / 3, -47.123456, 1e300,
                         5e-324,   12000000.,     4503599.5,   0.1 + 0.2, 1e15,    1e16,       1.7976931348623157e308,
                         0.0019531})
        CHECK(same(value));
    for (float value : {0.0f, 0.1f, 16777216.0f, 3.4028235e38f, 1e-45f, 0.5f, 123.456f}) CHECK(same(value));

    std::mt19937_64 random(21);
    bool ok = true;
    for (int i = 0; ok && i < 200'000; ++i) {
        auto const whole = static_cast<double>(random() % 2'000'000'000);
        for (double unit : {1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6, 1e7, 65536.0}) {
            auto const value = whole / unit;
            ok = ok && same(value) && same(-value) && same(std::nextafter(value, 1e300)) && same(std::nextafter(value, -1e300));
        }
        auto const any = std::bit_cast<double>(random());
        ok = ok && (!std::isfinite(any) || same(any));
    }
    CHECK(ok);
}

TEST_CASE("a timestamp keeps to its room, in every format", "[json][number][timestamp]") {
    using cppsmith::timestamp_format;
    constexpr auto room = json::fixed_room<cppsmith::timestamp>;
    std::mt19937_64 random(24);
    bool ok = true;
    for (int i = 0; ok && i < 300'000; ++i) {
        cppsmith::timestamp const t{static_cast<std::int64_t>(random()) >> random() % 64,
                                    static_cast<std::int32_t>(random() % 1'000'000'000)};
        for (auto const format : {timestamp_format::epoch_seconds, timestamp_format::date_time, timestamp_format::http_date}) {
            char text[room + 16];
            std::memset(text, '#', sizeof text);
            json::cursor out{text + 1}; // behind its quote
            std::string wanted;
            bool const written = cppsmith::detail::append_timestamp(out, t, format);
            ok = ok && written == cppsmith::detail::append_timestamp(wanted, t, format);
            ok = ok && (!written || wanted == std::string(text + 1, out.at));
            for (auto at = room; at < sizeof text; ++at) ok = ok && text[at] == '#';
        }
    }
    CHECK(ok);
}
