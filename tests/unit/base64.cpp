// Base64 of RFC 4648: its own vectors, every byte, and what is not base64.

#include <cppsmith/detail/base64.hpp>

#include "support/catch.hpp"

#include <random>
#include <string>
#include <utility>

namespace {

std::string encoded(std::string_view bytes) {
    std::string out = ">";
    cppsmith::detail::append_base64(out, bytes);
    return out.substr(1);
}

} // namespace

using cppsmith::detail::decode_base64;

TEST_CASE("the vectors of RFC 4648", "[base64]") {
    for (auto const& [bytes, text] : {std::pair{"", ""},
                                      {"f", "Zg=="},
                                      {"fo", "Zm8="},
                                      {"foo", "Zm9v"},
                                      {"foob", "Zm9vYg=="},
                                      {"fooba", "Zm9vYmE="},
                                      {"foobar", "Zm9vYmFy"}}) {
        CHECK(encoded(bytes) == text);
        CHECK(decode_base64(text) == bytes);
    }
}

TEST_CASE("any bytes come back", "[base64]") {
    std::minstd_rand random(1);
    for (std::size_t size = 0; size < 300; ++size) {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(random() >> 8 & 0xff);
        auto const text = encoded(bytes);
        CHECK(text.size() == (size + 2) / 3 * 4);
        CHECK(decode_base64(text) == bytes);
    }
    CHECK(encoded("\xff\xff\xfe\xfb\xef\xbe") == "///+++++");
}

TEST_CASE("what is not padded base64 is refused", "[base64]") {
    for (std::string const text : {"Z",
                                   "Zg",
                                   "Zg=",
                                   "Zm8",
                                   "=",
                                   "==",
                                   "===",
                                   "====",
                                   "Zg==Zg==",
                                   "Zm=v",
                                   "=m9v",
                                   "Zm9v=",
                                   "Zm9v====",
                                   "Zm9*",
                                   "Zm 9v",
                                   "Zm9v\n",
                                   "Zm9-",
                                   "Zm9_",
                                   "Zm9v\xff\xff\xff\xff",
                                   "A===",
                                   "Zm9vY==="}) {
        CAPTURE(text);
        CHECK_FALSE(decode_base64(text));
    }
    CHECK_FALSE(decode_base64(std::string("Zm9\0", 4)));
}

TEST_CASE("unused bits have to be zero, so that each text of bytes has one form", "[base64]") {
    CHECK(decode_base64("Zg==") == "f");
    CHECK_FALSE(decode_base64("Zh=="));
    CHECK_FALSE(decode_base64("Zm9="));
}

TEST_CASE("no text of four characters has two readings", "[base64]") {
    std::string const characters = "AZaz09+/=-_ \n";
    std::string text(4, ' ');
    for (char a : characters)
        for (char b : characters)
            for (char c : characters)
                for (char d : characters) {
                    text = {a, b, c, d};
                    if (auto const bytes = decode_base64(text)) CHECK(encoded(*bytes) == text);
                }
}
