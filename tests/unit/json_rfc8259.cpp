// Reading keeps to RFC 8259: a table of texts, each known to be JSON or not, in every place of a document.

#include <cppsmith/json.hpp>

#include "support/both_readers.hpp"
#include "support/catch.hpp"
#include "support/json_texts.hpp"
#include "support/kitchen_sink.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace {

namespace json = cppsmith::json;
using kitchen::Sink;
using namespace std::string_literals;

/// "" where the text can be read, the error's code where not; owning, borrowing, and by both readers.
std::string code(std::string_view text) {
    auto const found = cppsmith_tests::read_by_all<Sink>(text);
    if (!found.problem.empty()) FAIL(found.problem << ": " << text);
    auto const read = json::read<Sink>(text);
    return read ? "" : read.error().code;
}

enum class is : unsigned char { no, string, number, boolean, null, list, object };

struct text_case {
    std::string text;
    is what;
};

std::vector<text_case> const& table() {
    static std::vector<text_case> const all{
        // literals (3)
        {"true", is::boolean},
        {"false", is::boolean},
        {"null", is::null},
        {"TRUE", is::no},
        {"tRue", is::no},
        {"True", is::no},
        {"fALSE", is::no},
        {"Null", is::no},
        {"tru", is::no},
        {"fals", is::no},
        {"nul", is::no},
        {"truex", is::no},
        {"true1", is::no},
        {"true\"\"", is::no},
        {"nullnull", is::no},
        {"null ull", is::no},
        {"t rue", is::no},
        {"yes", is::no},
        {"none", is::no},
        {"undefined", is::no},
        {"NaN", is::no},
        {"-NaN", is::no},
        {"nan", is::no},
        {"Infinity", is::no},
        {"-Infinity", is::no},
        {"inf", is::no},
        {"\xef\xbd\x94rue", is::no}, // a wide t
        // numbers (6)
        {"0", is::number},
        {"-0", is::number},
        {"7", is::number},
        {"-7", is::number},
        {"10", is::number},
        {"1234567890", is::number},
        {"0.0", is::number},
        {"-0.0", is::number},
        {"0.001", is::number},
        {"12.50", is::number},
        {"0e0", is::number},
        {"0E5", is::number},
        {"1e1", is::number},
        {"1E1", is::number},
        {"1e+1", is::number},
        {"1e-1", is::number},
        {"1e01", is::number},
        {"1e000", is::number},
        {"-1.5E+03", is::number},
        {"1e99999", is::number},
        {"1e-99999", is::number},
        {"100000000000000000000000000000000000000000", is::number},
        {"0." + std::string(300, '0') + "1", is::number},
        {"-", is::no},
        {"+", is::no},
        {".", is::no},
        {"-.", is::no},
        {"00", is::no},
        {"-00", is::no},
        {"01", is::no},
        {"-01", is::no},
        {"007", is::no},
        {"00.5", is::no},
        {"+0", is::no},
        {"+7", is::no},
        {"--7", is::no},
        {"-+7", is::no},
        {"- 7", is::no},
        {"7-", is::no},
        {"7-1", is::no},
        {".5", is::no},
        {"-.5", is::no},
        {"5.", is::no},
        {"0.", is::no},
        {"5.e1", is::no},
        {"5.e", is::no},
        {".e1", is::no},
        {"1..2", is::no},
        {"1.2.3", is::no},
        {"1e", is::no},
        {"1E", is::no},
        {"1e+", is::no},
        {"1e-", is::no},
        {"1ee1", is::no},
        {"1e1e1", is::no},
        {"1e1.0", is::no},
        {"1e++1", is::no},
        {"1e+-1", is::no},
        {"e1", is::no},
        {"-e1", is::no},
        {"1 e1", is::no},
        {"1e 1", is::no},
        {"1. 5", is::no},
        {"1 5", is::no},
        {"1\t5", is::no},
        {"0x1F", is::no},
        {"0b1", is::no},
        {"0o7", is::no},
        {"0_0", is::no},
        {"1_000", is::no},
        {"1'000", is::no},
        {"1f", is::no},
        {"1L", is::no},
        {"1n", is::no},
        {"1true", is::no},
        {"1\"\"", is::no},
        {"1/2", is::no},
        {"1+1", is::no},
        {"$1", is::no},
        {"\xd9\xa1", is::no},     // an Arabic digit
        {"\xef\xbc\x91", is::no}, // a wide digit
        {"1\xe2\x88\x92", is::no},
        // strings (7)
        {"\"\"", is::string},
        {"\" \"", is::string},
        {"\"plain\"", is::string},
        {"\"'\"", is::string},
        {"\"/\"", is::string},
        {"\"//\"", is::string},
        {"\"[{,:}]\"", is::string},
        {"\"\x7f\"", is::string},
        {R"("\"")", is::string},
        {R"("\\")", is::string},
        {R"("\/")", is::string},
        {R"("\b\f\n\r\t")", is::string},
        {R"("\u0000")", is::string},
        {R"("\u001f\u0020\u007F")", is::string},
        {R"("\u00e9\u00E9")", is::string},
        {R"("\uaBcD")", is::string},
        {R"("\ufffe\uFFFF")", is::string},
        {R"("\ud800\udc00")", is::string},
        {R"("\uD83D\uDE00")", is::string},
        {R"("\udbff\udfff")", is::string},
        {R"("\ud7ff\ue000")", is::string},
        {R"("\\u")", is::string},
        {R"("\\\\\"")", is::string},
        {R"("\u005c")", is::string},
        {R"("\u0022")", is::string},
        {R"("\u005cn")", is::string},
        {"\"" + std::string(100, 'x') + "\"", is::string},
        {"\"" + std::string(63, 'x') + "\\n" + std::string(63, 'y') + "\"", is::string},
        {"\"", is::no},
        {"\"\"\"", is::no},
        {"\"\"\"\"", is::no},
        {"\"a", is::no},
        {"a\"", is::no},
        {"\"a\"b", is::no},
        {"\"a\"b\"c\"", is::no},
        {"\"a\" \"b\"", is::no},
        {"'a'", is::no},
        {"`a`", is::no},
        {"\xe2\x80\x9c"
         "a\xe2\x80\x9d",
         is::no}, // quotes of print
        {"a", is::no},
        {R"("\)", is::no},
        {R"("\")", is::no},
        {R"("\\\")", is::no},
        {R"("a\)", is::no},
        {R"("\a")", is::no},
        {R"("\v")", is::no},
        {R"("\0")", is::no},
        {R"("\1")", is::no},
        {R"("\e")", is::no},
        {R"("\'")", is::no},
        {R"("\ ")", is::no},
        {R"("\N")", is::no},
        {R"("\x20")", is::no},
        {R"("\U0041")", is::no},
        {R"("\u")", is::no},
        {R"("\u1")", is::no},
        {R"("\u12")", is::no},
        {R"("\u123")", is::no},
        {R"("\u123g")", is::no},
        {R"("\u12 3")", is::no},
        {R"("\u+123")", is::no},
        {R"("\u-123")", is::no},
        {R"("\u0x41")", is::no},
        {R"("\u{41}")", is::no},
        {R"("\u 0041")", is::no},
        {R"("\u00\u0041")", is::no},
        {R"("\u004)", is::no},
        {"\"\\\n\"", is::no},
        {"\"\\\xc3\xa9\"", is::no},
        {"\"\\u00\xc3\xa9\"", is::no},
        {"\\u0022a\\u0022", is::no},
        // surrogates: whether half a pair is JSON is left open by the grammar; it is no Unicode text, and no AWS service sends it
        {R"("\ud800")", is::no},
        {R"("\udbff")", is::no},
        {R"("\udc00")", is::no},
        {R"("\udfff")", is::no},
        {R"("\ud800a")", is::no},
        {R"("\ud800\n")", is::no},
        {R"("\ud800\\udc00")", is::no},
        {R"("\ud800\u")", is::no},
        {R"("\ud800\udc0")", is::no},
        {R"("\ud800\ud800")", is::no},
        {R"("\ud800\ud800\udc00")", is::no},
        {R"("\udc00\ud800")", is::no},
        {R"("\udc00\udc00")", is::no},
        {R"("\ud83d\u0041")", is::no},
        {R"("\ud83d\ue000")", is::no},
        {R"("\ud83d \ude00")", is::no},
        // control characters (7)
        {"\"\n\"", is::no},
        {"\"\r\"", is::no},
        {"\"\t\"", is::no},
        {"\"\b\"", is::no},
        {"\"\0\""s, is::no},
        {"\"a\0b\""s, is::no},
        {"\"\x1f\"", is::no},
        {"\"\x1b[0m\"", is::no},
        {"\"" + std::string(40, 'x') + "\x01\"", is::no},
        // UTF-8 (8.1, RFC 3629)
        {"\"\xc2\x80\"", is::string},
        {"\"\xc3\xa9\"", is::string},
        {"\"\xdf\xbf\"", is::string},
        {"\"\xe0\xa0\x80\"", is::string},
        {"\"\xe2\x80\xa8\xe2\x80\xa9\"", is::string},
        {"\"\xed\x9f\xbf\xee\x80\x80\"", is::string},
        {"\"\xef\xbb\xbf\"", is::string},
        {"\"\xef\xbf\xbe\xef\xbf\xbf\"", is::string},
        {"\"\xf0\x90\x80\x80\"", is::string},
        {"\"\xf0\x9f\x98\x80\"", is::string},
        {"\"\xf4\x8f\xbf\xbf\"", is::string},
        {"\"\x80\"", is::no},
        {"\"\xbf\"", is::no},
        {"\"a\xa9\"", is::no},
        {"\"\xc0\x80\"", is::no}, // overlong
        {"\"\xc0\xaf\"", is::no},
        {"\"\xc1\xbf\"", is::no},
        {"\"\xe0\x80\x80\"", is::no},
        {"\"\xe0\x80\xaf\"", is::no},
        {"\"\xe0\x9f\xbf\"", is::no},
        {"\"\xf0\x80\x80\x80\"", is::no},
        {"\"\xf0\x80\x80\xaf\"", is::no},
        {"\"\xf0\x8f\xbf\xbf\"", is::no},
        {"\"\xed\xa0\x80\"", is::no}, // surrogates
        {"\"\xed\xbf\xbf\"", is::no},
        {"\"\xed\xa0\xbd\xed\xb8\x80\"", is::no},
        {"\"\xf4\x90\x80\x80\"", is::no}, // beyond Unicode
        {"\"\xf5\x80\x80\x80\"", is::no},
        {"\"\xf8\x88\x80\x80\x80\"", is::no},
        {"\"\xfc\x84\x80\x80\x80\x80\"", is::no},
        {"\"\xfe\"", is::no},
        {"\"\xff\"", is::no},
        {"\"\xff\xfe\"", is::no},
        {"\"\xc3\"", is::no}, // cut off
        {"\"\xc3\xc3\xa9\"", is::no},
        {"\"\xe6\x97\"", is::no},
        {"\"\xe6\x97x\"", is::no},
        {"\"\xf0\x9f\x98\"", is::no},
        {"\"\xf0\x9f\"", is::no},
        {"\"\xc3\xa9\xa9\"", is::no},
        {"\"" + std::string(31, 'x') + "\xc3\"", is::no},
        {"\"" + std::string(31, 'x') + "\xc3\xa9\"", is::string},
        {"\xc3\xa9", is::no},
        // arrays (5)
        {"[]", is::list},
        {"[ ]", is::list},
        {"[0]", is::list},
        {"[1,2,3]", is::list},
        {"[null,true,false,0,\"\",[],{}]", is::list},
        {"[[[[]]]]", is::list},
        {"[[],[[]],[[],[]]]", is::list},
        {"[{\"a\":[{\"b\":[]}]}]", is::list},
        {"[\n1\t,\r2 ]", is::list},
        {"[\"]\"]", is::list},
        {"[", is::no},
        {"]", is::no},
        {"[[", is::no},
        {"[[]", is::no},
        {"[]]", is::no},
        {"][", is::no},
        {"[}", is::no},
        {"[{]", is::no},
        {"[{]}", is::no},
        {"[1", is::no},
        {"[1,", is::no},
        {"[1,]", is::no},
        {"[1,2,]", is::no},
        {"[,", is::no},
        {"[,]", is::no},
        {"[,1]", is::no},
        {"[1,,2]", is::no},
        {"[1 2]", is::no},
        {"[1;2]", is::no},
        {"[1:2]", is::no},
        {"[\"a\":1]", is::no},
        {"[\"a\" \"b\"]", is::no},
        {"[\"a\"\"b\"]", is::no},
        {"[[][]]", is::no},
        {"[{}{}]", is::no},
        {"[true false]", is::no},
        {"[1]2", is::no},
        {"[1],", is::no},
        {"[1],[2]", is::no},
        {"[1][2]", is::no},
        {"[1)", is::no},
        {"(1]", is::no},
        {"[a]", is::no},
        {"[']']", is::no},
        {"[\"a]", is::no},
        {"[-]", is::no},
        {"[01]", is::no},
        {"[1.]", is::no},
        {"[nul]", is::no},
        {"[\"\\q\"]", is::no},
        {"[1\f]", is::no},
        {"[1\v,2]", is::no},
        {"[\xc2\xa0]", is::no}, // a blank, but not JSON's
        {"[\xe2\x80\xa8]", is::no},
        {"[\xe3\x80\x80]", is::no},
        {"[\0]"s, is::no},
        {"[#]", is::no},
        {"[*]", is::no},
        {"[...]", is::no},
        // objects (4)
        {"{}", is::object},
        {"{ }", is::object},
        {"{\"\":0}", is::object},
        {"{\"x\":0}", is::object},
        {"{\"x\":0,\"y\":1}", is::object},
        {"{\"x\":0,\"x\":1}", is::object},
        {"{\"x\":{\"x\":{\"x\":{}}}}", is::object},
        {"{\r\"x\"\t:\n0 , \"y\" : 1 }", is::object},
        {"{\"}\":\"{\"}", is::object},
        {"{\"\\u0078\":0}", is::object},
        {"{\"\\\"\":0}", is::object},
        {"{\"\xc3\xa9\":0}", is::object},
        {"{\"x\":null}", is::object},
        {"{", is::no},
        {"}", is::no},
        {"{{}}", is::no},
        {"{}}", is::no},
        {"}{", is::no},
        {"{]", is::no},
        {"{[]}", is::no},
        {"{\"x\"", is::no},
        {"{\"x\"}", is::no},
        {"{\"x\":", is::no},
        {"{\"x\":}", is::no},
        {"{\"x\":0", is::no},
        {"{\"x\":0,", is::no},
        {"{\"x\":0,}", is::no},
        {"{\"x\":0,\"y\"}", is::no},
        {"{\"x\":0,\"y\":}", is::no},
        {"{\"x\":0,,\"y\":1}", is::no},
        {"{,}", is::no},
        {"{,\"x\":0}", is::no},
        {"{:0}", is::no},
        {"{:}", is::no},
        {"{\"x\":0 \"y\":1}", is::no},
        {"{\"x\":0;\"y\":1}", is::no},
        {"{\"x\":0:\"y\":1}", is::no},
        {"{\"x\" 0}", is::no},
        {"{\"x\",0}", is::no},
        {"{\"x\"=0}", is::no},
        {"{\"x\"=>0}", is::no},
        {"{\"x\"::0}", is::no},
        {"{\"x\":0 1}", is::no},
        {"{\"x\":\"y\" \"z\"}", is::no},
        {"{\"x\":\"y\":\"z\"}", is::no},
        {"{\"x\"\"y\":0}", is::no},
        {"{x:0}", is::no},
        {"{'x':0}", is::no},
        {"{0:0}", is::no},
        {"{-1:0}", is::no},
        {"{null:0}", is::no},
        {"{true:0}", is::no},
        {"{[]:0}", is::no},
        {"{{}:0}", is::no},
        {"{\"x:0}", is::no},
        {"{\"\\q\":0}", is::no},
        {"{\"\\ud800\":0}", is::no},
        {"{\"\xff\":0}", is::no},
        {"{\"\t\":0}", is::no},
        {"{\"x\":0]", is::no},
        {"{\"x\":0)", is::no},
        {"{\"x\":0}{\"y\":1}", is::no},
        {"{\"x\":0},{\"y\":1}", is::no},
        {"{\"x\":0}x", is::no},
        {"{\"x\":01}", is::no},
        {"{\"x\":tru}", is::no},
        {"{\"x\":[}", is::no},
        {"{\"x\":[}]", is::no},
        {"{\"x\":{]}}", is::no},
        {"{\"x\":0\f}", is::no},
        {"{\"x\"\xc2\xa0:0}", is::no},
        {"{\0}"s, is::no},
        // what is no part of it: comments, more than one value, nothing at all
        {"/**/", is::no},
        {"//", is::no},
        {"1//one", is::no},
        {"1/*one*/", is::no},
        {"/*one*/1", is::no},
        {"[1,/*two*/2]", is::no},
        {"{\"x\":0/**/}", is::no},
        {"{\"x\":0}//", is::no},
        {"{}#", is::no},
        {"<!-- -->", is::no},
        {";", is::no},
        {"1;", is::no},
        {"{};", is::no},
        {"@", is::no},
        {"(1)", is::no},
        {"&", is::no},
        {"\\", is::no},
        {"\\\"", is::no},
        {"*", is::no},
        {"\x7f", is::no},
        {"\x01", is::no},
        {"\xff", is::no},
        {"\x80", is::no},
    };
    return all;
}

struct place {
    std::string before, after;
    is fits; ///< what may stand there; `no`: anything, since nobody looks at it
};

std::vector<place> const& places() {
    static std::vector<place> const all{{"{\"unknown\":", "}", is::no},
                                        {"{\"unknown\":", ",\"note\":\"a\"}", is::no},
                                        {"{\"note\":\"a\",\"unknown\":", "}", is::no},
                                        {"{ \"unknown\" : ", " }", is::no},
                                        {"{\"unknown\":[", "]}", is::no},
                                        {"{\"unknown\":[1,", ",2]}", is::no},
                                        {"{\"unknown\":{\"u\":", ",\"v\":0}}", is::no},
                                        {"{\"leaf\":{\"unknown\":", "}}", is::no},
                                        {"{\"note\":", "}", is::string},
                                        {"{\"note\":", ",\"flag\":true}", is::string},
                                        {"{\"flag\":true,\"note\":", "}", is::string},
                                        {"{\"notes\":[\"a\",", "]}", is::string},
                                        {"{\"grid\":[[", ",\"a\"]]}", is::string},
                                        {"{\"labels\":{\"k\":", "}}", is::string},
                                        {"{\"color\":", "}", is::string},
                                        {"{\"leaf\":{\"name\":", "}}", is::string},
                                        {"{\"precise\":", "}", is::number},
                                        {"{\"weights\":{\"RED\":[", ",1]}}", is::number},
                                        {"{\"large\":", "}", is::number},
                                        {"{\"epoch\":", "}", is::number},
                                        {"{\"flag\":", "}", is::boolean},
                                        {"{\"flags\":[", "]}", is::boolean},
                                        {"{\"notes\":", "}", is::list},
                                        {"{\"weights\":{\"RED\":", "}}", is::list},
                                        {"{\"leaf\":", "}", is::object},
                                        {"{\"labels\":", "}", is::object},
                                        {"{\"leaves\":[", "]}", is::object}};
    return all;
}

std::string nested(std::size_t levels, std::string const& inner = "") {
    return std::string(levels, '[') + inner + std::string(levels, ']');
}
std::string nested_objects(std::size_t levels) {
    std::string text;
    for (std::size_t i = 0; i < levels; ++i) text += "{\"u\":";
    return text + "1" + std::string(levels, '}');
}

} // namespace

TEST_CASE("the table is right, as far as another parser can tell", "[json][rfc8259]") {
    std::size_t valid = 0;
    for (auto const& [text, what] : table()) {
        INFO(text);
        CHECK(cppsmith_tests::is_json(text) == (what != is::no));
        valid += what != is::no;
    }
    CHECK(valid > 80);
    CHECK(table().size() - valid > 250);
}

TEST_CASE("each text as a whole document", "[json][rfc8259]") {
    for (auto const& [text, what] : table())
        for (auto const& [before, after] : {std::pair{"", ""}, {" ", ""}, {"", "\n"}, {"\t\r\n ", " \t\r\n"}}) {
            auto const document = before + text + after;
            INFO(document);
            auto const expected = what == is::no ? "not_json" : what == is::object ? "" : "wrong_type";
            CHECK(code(document) == expected);
        }
}

TEST_CASE("each text as the value of members, known and unknown", "[json][rfc8259]") {
    for (auto const& [before, after, fits] : places())
        for (auto const& [text, what] : table()) {
            auto const document = before + text + after;
            // Some texts continue what stands before them to something valid, or end it.
            bool const is_json = what == is::no ? cppsmith_tests::is_json(document) : true;
            auto const got = code(document);
            if ((got != "not_json") != is_json) FAIL_CHECK(document << ": " << got);
            if (what != is::no && (fits == is::no || what == is::null) && !got.empty()) FAIL_CHECK(document << ": " << got);
            if (what != is::no && fits != is::no && what != fits && what != is::null && what != is::number &&
                what != is::string && got != "wrong_type")
                FAIL_CHECK(document << ": " << got);
        }
}

TEST_CASE("each text that is a string as a key", "[json][rfc8259]") {
    for (auto const& [text, what] : table())
        for (auto const& [before, after] : {std::pair{"{", ":0}"},
                                            {"{\"labels\":{", ":\"v\"}}"},
                                            {"{\"labels\":{\"a\":\"b\",", ":\"v\"}}"},
                                            {"{\"unknown\":{", ":0}}"},
                                            {"{\"branches\":{", ":{}}}"}}) {
            auto const document = before + text + after;
            if ((code(document) == "") != (what == is::string)) FAIL_CHECK(document << ": " << code(document));
        }
}

TEST_CASE("blanks are four, and may stand between any two tokens", "[json][rfc8259]") {
    std::vector<std::string> const tokens{"{",     "\"note\"", ":", "\"a\"", ",", "\"numbers\"", ":",     "[", "1",     ",",
                                          "-2",    "]",        ",", "\"u\"", ":", "{",           "\"v\"", ":", "[",     "true",
                                          ",",     "null",     "]", "}",     ",", "\"labels\"",  ":",     "{", "\"k\"", ":",
                                          "\"l\"", "}",        "}"};
    for (std::size_t at = 0; at <= tokens.size(); ++at)
        for (auto const& [blank, allowed] : {std::pair{" "s, true},
                                             {"\t"s, true},
                                             {"\n"s, true},
                                             {"\r"s, true},
                                             {" \r\n\t "s, true},
                                             {std::string(200, ' '), true},
                                             {"\f"s, false},
                                             {"\v"s, false},
                                             {"\0"s, false},
                                             {"\x1f"s, false},
                                             {"\b"s, false},
                                             {"\x7f"s, false},
                                             {"\xc2\x85"s, false},
                                             {"\xc2\xa0"s, false},
                                             {"\xe2\x80\x83"s, false},
                                             {"\xe2\x80\xa8"s, false},
                                             {"\xe3\x80\x80"s, false},
                                             {"\xef\xbb\xbf"s, false},
                                             {"/**/"s, false},
                                             {"//\n"s, false},
                                             {"#\n"s, false},
                                             {"_"s, false},
                                             {"\\n"s, false}}) {
            std::string document;
            for (std::size_t i = 0; i < tokens.size(); ++i) document += (i == at ? blank : "") + tokens[i];
            if (at == tokens.size()) document += blank;
            INFO(document);
            CHECK(code(document) == (allowed ? "" : "not_json"));
        }
}

TEST_CASE("a byte order mark, other encodings, and no text at all", "[json][rfc8259]") {
    for (auto const& text : {""s, " "s, "\n"s, " \t\r\n"s, "\0"s, "\0\0\0\0"s, "\xef\xbb\xbf"s, "\xef\xbb\xbf{}"s,
                             "{}\xef\xbb\xbf"s, "\xfe\xff\0{\0}"s, "\xff\xfe{\0}\0"s, "{\0}\0"s, "\0{\0}"s, "\xef\xbb{}"s,
                             std::string(64, ' '), std::string(1000, ' '), std::string(64, '\0')}) {
        INFO(text);
        CHECK(code(text) == "not_json");
    }
}

TEST_CASE("what follows a document", "[json][rfc8259]") {
    for (std::string const document : {"{}", R"({"note":"a"})", R"({"note":"\n"})", R"({"unknown":[1]})"})
        for (auto const& tail : {"x"s, "{}"s, "}"s, "]"s, ","s, ":"s, "\""s, "\"\""s, "0"s, "null"s, "\0"s, " \0"s, "\xff"s,
                                 "\xc3\xa9"s, "\n{}"s, "\n\"a\""s, " ]"s, "\x1a"s, std::string(70, ' ') + "x"}) {
            INFO(document + tail);
            CHECK(code(document + tail) == "not_json");
        }
}

TEST_CASE("511 and 512 levels are read, 513 are refused, as are many more", "[json][rfc8259]") {
    for (auto const& [levels, expected] :
         {std::pair{std::size_t{511}, ""}, {512, ""}, {513, "too_deep"}, {514, "too_deep"}, {5000, "too_deep"}}) {
        CAPTURE(levels);
        CHECK(code("{\"unknown\":" + nested(levels - 1) + "}") == expected);
        CHECK(code("{\"unknown\":" + nested(levels - 1, "0") + "}") == expected);
        CHECK(code("{\"unknown\":" + nested(levels - 1, "\"x\"") + "}") == expected);
        CHECK(code("{\"unknown\":" + nested_objects(levels - 1) + "}") == expected);
        CHECK(code("{\"note\":\"a\",\"unknown\":" + nested(levels - 1) + "}") == expected);
        CHECK(code("{\"leaf\":{\"unknown\":" + nested(levels - 2) + "}}") == expected);
        CHECK(code("{\"leaves\":[{\"unknown\":" + nested(levels - 3) + "}]}") == expected);
        auto const wrong = *expected ? expected : "wrong_type";
        CHECK(code(nested(levels)) == wrong);
        CHECK(code("{\"note\":" + nested(levels - 1) + "}") == wrong);
        CHECK(code("{\"large\":" + nested_objects(levels - 1) + "}") == wrong);
        CHECK(code("{\"grid\":" + nested(levels - 1) + "}") == wrong);
        CHECK(code("{\"weights\":{\"RED\":" + nested(levels - 2) + "}}") == wrong);
        CHECK(code("{\"labels\":{\"k\":" + nested(levels - 2) + "}}") == wrong);
    }
    for (std::size_t levels : {511u, 512u}) {
        auto const text = "{\"unknown\":" + nested(levels - 1, "0") + "}";
        for (std::size_t cut = 1; cut < levels; cut += 37) CHECK(code(text.substr(0, text.size() - cut)) == "not_json");
        CHECK(code(text + "]") == "not_json");
    }
}

TEST_CASE("random changes of a document, beside another parser", "[json][rfc8259]") {
    std::string const original =
        R"({"note":"n\u00e9\"","secret":"s","unknown":{"a":[1,-2.5e+3,true,null,"x\\"],"b":{}},"small":-5,"precise":1e-07,"flags":[true,false],)"
        "\n  \"data\" : \"AP8=\", \"leaf\":{\"name\":\"\xc3\xa9\",\"count\":1},\"notes\":[\"a\",\"\xf0\x9f\x98\x80\"],"
        R"("grid":[[],["a"]],"labels":{"k":"v","l":null}})";
    static constexpr std::string_view pieces(
        "\"\\{}[]:,0123456789-+.eE truefalsn\n\t\r u/bd8DcC\x01\x1f\x7f\x80\xbf\xc3\xe2\xf0\xff");
    std::mt19937 random(8259);
    std::size_t valid = 0, invalid = 0;
    for (int round = 0; round < 5000; ++round) {
        auto text = original;
        for (auto changes = 1 + random() % 3; changes != 0; --changes) {
            auto const at = random() % text.size();
            char const piece = pieces[random() % pieces.size()];
            auto const from = random() % text.size(), size = random() % 12;
            switch (random() % 5) {
            case 0:
                text[at] = piece;
                break;
            case 1:
                text.insert(at, 1, piece);
                break;
            case 2:
                text.erase(at, 1 + size % 3);
                break;
            case 3:
                text.insert(at, text.substr(from, size));
                break;
            default:
                std::swap(text[at], text[from]);
            }
        }
        bool const is_json = nlohmann::json::accept(text);
        if (!is_json && cppsmith_tests::is_json(text)) continue; // a number that no double holds ended the other's reading
        ++(is_json ? valid : invalid);
        auto const got = code(text);
        if ((got != "not_json") != is_json) FAIL_CHECK(got << ": " << text);
    }
    CHECK(valid > 300);
    CHECK(invalid > 2000);
}
