// JSON texts, valid and not, by the grammar of RFC 8259, and another parser's judgement of them.

#ifndef CPPSMITH_TESTS_SUPPORT_JSON_TEXTS_HPP
#define CPPSMITH_TESTS_SUPPORT_JSON_TEXTS_HPP

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace cppsmith_tests {

/// The other parser takes a NUL for the end of the text and skips a byte order mark; it refuses numbers that no double holds.
inline bool is_json(std::string const& text) {
    if (text.find('\0') != text.npos || text.starts_with("\xef\xbb\xbf")) return false;
    try {
        return !nlohmann::json::parse(text).is_discarded();
    } catch (nlohmann::json::out_of_range const&) { return true; } catch (nlohmann::json::exception const&) {
        return false;
    }
}

inline std::vector<std::string> json_texts() {
    using namespace std::string_literals;
    // clang-format off
    std::vector<std::string> texts{
        // scalars, and what is almost one
        "true", "false", "null", "tru", "truee", "True", "nul", "nulll", "NULL", "nil", "undefined", "fals", "t", "f", "n",
        "NaN", "Infinity", "-Infinity", "-NaN", "\"NaN\"",
        // numbers
        "0", "-0", "1", "-1", "10", "1.5", "-1.5", "0.1", "1e5", "1E5", "1e+5", "1e-5", "1.0e1", "0e0", "1e400", "1e-400",
        "123456789012345678901234567890", "01", "-01", "00", "+1", "-", "--1", "1.", ".5", "-.5", "1.e5", "1e", "1e+", "1e5.5",
        "1.5.5", "0x10", "1_000", "1,000", "1a", "1 2", "- 1", "1 .5", "1e 5", "0b1", "1f", "\xef\xbc\x91",
        // strings
        "\"\"", "\"a\"", "\"\xc3\xa9\"", "\"\x7f\"", "\"\xf0\x9f\x98\x80\"", "\"\xe2\x80\xa8\"", R"("\"")", R"("\\")",
        R"("\/\b\f\n\r\t")", R"("\u0041")", R"("\u0000")", R"("\ud83d\ude00")", R"("\uFFFF")", R"("\ud800")", R"("\udc00")",
        R"("\ud800\u0041")", R"("\ud800\ud800")", R"("\udc00\ud800")", R"("\ud83dx\ude00")", R"("\ud83d\n")", R"("\ud83d\u")", R"("\ud83d\ue000")", R"("\ud83d\uffff")",
        R"("\ud83d\uDE0")", R"("\u")", R"("\u00")", R"("\u00g0")", R"("\u 041")", R"("\U0041")", R"("\x41")", R"("\'")",
        R"("\a")", R"("\0")", R"("\)", R"("\\\")", R"("\\\\")", R"("a\)", R"("\ ")", "\"\\\n\"", "\"a", "a\"", "\"", "'a'",
        "\"a\"b\"", "\"a\" \"b\"", "\"a\nb\"", "\"a\tb\"", "\"\x01\"", "\"\x1f\"", "\"a\0b\""s, "\"\r\"",
        // ill-formed UTF-8 inside strings
        "\"\xff\"", "\"\x80\"", "\"\xc0\x80\"", "\"\xc1\xbf\"", "\"\xc3\"", "\"\xe6\x97\"", "\"\xed\xa0\x80\"",
        "\"\xed\xbf\xbf\"", "\"\xe0\x80\x80\"", "\"\xf0\x80\x80\x80\"", "\"\xf4\x90\x80\x80\"", "\"\xf8\x88\x80\x80\x80\"",
        "\"\xc3\x28\"", "\xff", "\xc3\xa9",
        // lists
        "[]", "[1]", "[1,2]", "[[]]", "[[],[]]", "[null]", "[\"a\",\"b\"]", "[ ]", "[1 ,2 ]", "[{}]", "[\"a\",[\"b\"]]", "[",
        "]", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[\"a\" \"b\"]", "[1]]", "[[1]", "[1}", "[}", "[1;2]",
        "[1:2]", "[\"a\":1]", "[\"a\":1],\"x\"]", "[\"a\":\"b\"]", "[:1]", "[\"a\",\"b\":1]", "[] []", "[](", "[1]x",
        // objects
        "{}", "{\"a\":1}", "{\"a\":\"b\"}", "{\"a\":1,\"b\":2}", "{\"a\":1,\"a\":2}", "{\"\":0}", "{ \"a\" : 1 }", "{\"a\":{}}",
        "{\"a\":[]}", "{\"a\\u0000\":1}", "{\"name\":\"x\"}", "{\"name\":{\"name\":1}}", "{", "}", "{\"a\"", "{\"a\":",
        "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{,\"a\":1}", "{\"a\"}", "{\"a\" 1}", "{\"a\",1}", "{\"a\":1 \"b\":2}",
        "{\"a\":1,,\"b\":2}", "{\"a\"::1}", "{\"a\":1:2}", "{\"a\":\"b\":1}", "{\"a\":\"b\":1},\"x\":2}", "{a:1}", "{'a':1}",
        "{1:1}", "{null:1}", "{[]:1}", "{{}:1}", "{\"a\":}", "{:1}", "{\"a\":1]", "{]", "{\"a\":1}}", "{\"a\":\"\\ud800\"}",
        "{\"\\ud800\":1}", "{\"\\x\":1}", "{\"a:1}", "{\"a\":1}{\"b\":2}", "{} {}", "{},{}", "{}x", "{\"a\":tru}", "{\"a\":01}",
        "{\"a\":+1}", "{\"a\":\"x}", "{\"name\":\"x\":1}", "{\"name\":\"x\":1},\"count\":2}",
        // around it
        "", " ", "\n", ",", ":", "\"a\":1", "/**/", "//", "1 // one", "{} // none", "/*a*/{}", "\xef\xbb\xbf{}", "\xef\xbb\xbf",
        "\xfe\xff", "\0"s, "{}\0"s, "\0{}"s, "{\0}"s, "\x0c{}", "{}\x0c", "\x0b", "\xc2\xa0{}", "{}\xc2\xa0", "\x1e{}", "#",
        " {} ", "\t[]\r\n", "@", "()", "<a/>", "`", "\\", "\\u0041", "\x7f",
    };
    // clang-format on
    return texts;
}

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_JSON_TEXTS_HPP
