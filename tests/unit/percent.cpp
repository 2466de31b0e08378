// Percent-encoding: what stays, what is encoded, and that broken input is taken as it is.

#include <cppsmith/detail/percent.hpp>

#include "support/catch.hpp"

#include <string>

namespace detail = cppsmith::detail;

TEST_CASE("only the unreserved characters of RFC 3986 stay as they are", "[percent]") {
    std::string const unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    CHECK(detail::percent_encode(unreserved) == unreserved);
    int kept = 0;
    for (int byte = 0; byte < 256; ++byte) {
        std::string const one(1, static_cast<char>(byte));
        auto const encoded = detail::percent_encode(one);
        CAPTURE(byte, encoded);
        CHECK(detail::percent_decode(encoded) == one);
        if (encoded == one) ++kept;
        else CHECK(encoded.size() == 3);
    }
    CHECK(kept == 66);
}

TEST_CASE("digits are in upper case, every byte for itself", "[percent]") {
    CHECK(detail::percent_encode("\xe1\x88\xb4") == "%E1%88%B4");
    CHECK(detail::percent_encode(std::string("\0\x7f\xff", 3)) == "%00%7F%FF");
    CHECK(detail::percent_encode("a b+c/d=e&f") == "a%20b%2Bc%2Fd%3De%26f");
    CHECK(detail::percent_encode("").empty());
}

TEST_CASE("encoding what is encoded already encodes it twice", "[percent]") {
    CHECK(detail::percent_encode(detail::percent_encode("a b")) == "a%2520b");
}

TEST_CASE("slashes stay on request, and text is appended", "[percent]") {
    std::string out = "/things/";
    detail::append_percent_encoded(out, "a/b c", true);
    CHECK(out == "/things/a/b%20c");
    detail::append_percent_encoded(out, "/");
    CHECK(out == "/things/a/b%20c%2F");
}

TEST_CASE("decoding takes either case and leaves broken escapes alone", "[percent]") {
    CHECK(detail::percent_decode("%2f%2F%e1%88%b4") == "//\xe1\x88\xb4");
    CHECK(detail::percent_decode("%25%32%35") == "%25"); // once only
    for (std::string const text : {"%", "%2", "%zz", "%2z", "%z2", "100%", "%%", "a+b"}) {
        CAPTURE(text);
        CHECK(detail::percent_decode(text) == text);
    }
    CHECK(detail::percent_decode("%%41") == "%A");
    CHECK(detail::percent_decode("%00").size() == 1);
}

TEST_CASE("normalizing is decoding and encoding again", "[percent]") {
    for (std::string const text :
         {"", "abc-._~", "%41%2d", "%2f%e1", "a b", "%", "%4", "%zz", "%%41", "a+b=c", "%25%32%35", "\xe1%"}) {
        CAPTURE(text);
        std::string out = "kept ";
        detail::append_percent_normalized(out, text);
        CHECK(out == "kept " + detail::percent_encode(detail::percent_decode(text)));
    }
}
