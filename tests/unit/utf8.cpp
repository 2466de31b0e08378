// UTF-8: exactly the well-formed sequences of RFC 3629.

#include <cppsmith/detail/utf8.hpp>

#include "support/catch.hpp"

#include <cstdint>
#include <string>

namespace detail = cppsmith::detail;

namespace {

static_assert(detail::count_scalars("a\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80") == 4);
static_assert(detail::is_valid_utf8("") && detail::count_scalars("") == 0);

/// The scalar that a sequence stands for by the arithmetic of RFC 3629, 3, alone; -1 where its bytes have no such form.
std::int64_t decoded(std::string const& s) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    std::int64_t scalar = 0;
    std::size_t const length = byte(0) < 0x80 ? 1 : byte(0) >> 5 == 6 ? 2 : byte(0) >> 4 == 14 ? 3 : byte(0) >> 3 == 30 ? 4 : 0;
    if (length != s.size()) return -1;
    scalar = length == 1 ? byte(0) : byte(0) & (0xff >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (byte(i) >> 6 != 2) return -1;
        scalar = scalar << 6 | (byte(i) & 0x3f);
    }
    constexpr std::int64_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return scalar >= least[length] && scalar <= 0x10ffff && !(scalar >= 0xd800 && scalar < 0xe000) ? scalar : -1;
}

} // namespace

TEST_CASE("every scalar value is written in its one form and read back", "[utf8]") {
    for (std::uint32_t scalar = 0; scalar <= 0x10ffff; scalar += scalar < 0x3000 || scalar > 0xd700 ? 1 : 7) {
        if (scalar >= 0xd800 && scalar < 0xe000) continue;
        char bytes[4];
        std::string const s(bytes, detail::put_utf8(bytes, scalar));
        if (decoded(s) != scalar || detail::utf8_sequence_length(s) != s.size() || detail::count_scalars(s) != 1) FAIL(scalar);
        if (scalar > 0x11000 && scalar < 0x10f000) scalar += 97; // enough of the higher planes
    }
}

TEST_CASE("two, three and four bytes are well-formed exactly where they stand for a scalar value", "[utf8]") {
    std::size_t valid = 0;
    constexpr unsigned char tails[] = {0x00, 0x22, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xff};
    for (unsigned first = 0; first < 256; ++first)
        for (auto const second : tails)
            for (auto const third : tails)
                for (auto const fourth : tails) {
                    std::string const s{static_cast<char>(first), static_cast<char>(second), static_cast<char>(third),
                                        static_cast<char>(fourth)};
                    std::size_t expected = 0;
                    for (std::size_t n = 1; n <= 4 && expected == 0; ++n)
                        if (decoded(s.substr(0, n)) >= 0) expected = n;
                    valid += expected != 0;
                    if (detail::utf8_sequence_length(s) != expected)
                        FAIL(first << ' ' << int(second) << ' ' << int(third) << ' ' << int(fourth));
                }
    CHECK(valid > 0);
}

TEST_CASE("a sequence that is cut off is ill-formed, and nothing behind the end is read", "[utf8]") {
    for (std::string const whole : {"\xc3\xa9", "\xe6\x97\xa5", "\xf0\x9f\x98\x80"})
        for (std::size_t n = 1; n < whole.size(); ++n) {
            CHECK(detail::utf8_sequence_length(std::string_view(whole).substr(0, n)) == 0);
            CHECK(detail::find_invalid_utf8("ab" + whole.substr(0, n)) == 2);
        }
}

TEST_CASE("the first ill-formed byte is found", "[utf8]") {
    CHECK(detail::find_invalid_utf8("abc") == 3);
    CHECK(detail::find_invalid_utf8("\xc3\xa9\xff") == 2);
    CHECK(detail::find_invalid_utf8("\xed\xa0\x80") == 0); // a surrogate
    CHECK(detail::find_invalid_utf8("\xc0\x80") == 0);     // an overlong NUL
    CHECK(detail::find_invalid_utf8("\xf4\x90\x80\x80") == 0);
    CHECK_FALSE(detail::is_valid_utf8("\x80"));
}

TEST_CASE("scalars are counted, ill-formed bytes one each", "[utf8]") {
    CHECK(detail::count_scalars("e\xcc\x81") == 2); // no normalization
    CHECK(detail::count_scalars("\xff\xfe") == 2);
    CHECK(detail::count_scalars("\xe6\x97") == 2);
    CHECK(detail::count_scalars("\xe6\x97g") == 3);
}
