// Escaping in blocks gives what escaping one character after the other gives, wherever the text and its special characters are.

#include <cppsmith/json/escape.hpp>
#include <cppsmith/json/put_text.hpp>

#include "support/catch.hpp"
#include "support/escape_paths.hpp"
#include "support/guard_page.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace codec = cppsmith::json::detail;
using codec::on_invalid_utf8;
using cppsmith_tests::guarded_memory;
using namespace std::string_view_literals;

constexpr std::size_t longest = 4096;
constexpr char untouched = '\xa5';

/// One way to escape; null where it refuses.
struct way {
    std::string_view name;
    std::size_t least; ///< the shortest text that it takes
    char* (*run)(char* out, char const* in, std::size_t n, on_invalid_utf8 policy);
};

std::vector<way> const& ways() {
    static std::vector<way> const all = [] {
        std::vector<way> found{{"escape", 0, [](char* out, char const* in, std::size_t n, on_invalid_utf8 policy) {
                                    return codec::escape(out, in, n, policy);
                                }}};
        found.push_back({"without AVX2", 0, [](char* out, char const* in, std::size_t n, on_invalid_utf8 policy) {
                             return cppsmith_tests::escape_without_avx2(out, in, n, policy == on_invalid_utf8::refuse);
                         }});
#if CPPSMITH_SIMD >= 1
        found.push_back({"escape_long", 32, [](char* out, char const* in, std::size_t n, on_invalid_utf8 policy) {
                             return codec::escape_long(out, in, in + n, policy);
                         }});
#endif
#if CPPSMITH_SIMD >= 2
        if (codec::has_avx2())
            found.push_back({"escape_avx2", 64, [](char* out, char const* in, std::size_t n, on_invalid_utf8 policy) -> char* {
                                 auto const p = codec::escape_avx2({out, in}, in + n, policy);
                                 return p.out ? codec::escape_scalar(p.out, p.in, in + n, policy) : nullptr;
                             }});
#endif
#if CPPSMITH_SIMD >= 3
        if (codec::has_avx512())
            found.push_back({"escape_avx512", 0, [](char* out, char const* in, std::size_t n, on_invalid_utf8 policy) {
                                 return codec::escape_avx512(out, in, in + n, policy);
                             }});
#endif
        return found;
    }();
    return all;
}

/// Escapes at places that end at, or begin behind, an unreadable page.
class bench {
  public:
    /// Whether each way gives what `escape_scalar` gives, leaves alone what lies before its room, and touches no more than the slack behind
    /// its end.
    bool agree(std::string_view text, on_invalid_utf8 policy) { return agree_at(source_.at_back(text), policy, 0); }
    bool agree_at_front(std::string_view text, on_invalid_utf8 policy) { return agree_at(source_.at_front(text), policy, 0); }
    bool agree_shifted(std::string_view text, std::size_t from, std::size_t to, on_invalid_utf8 policy) {
        std::memcpy(source_.front() + from, text.data(), text.size());
        return agree_at({source_.front() + from, text.size()}, policy, to);
    }

  private:
    bool agree_at(std::string_view text, on_invalid_utf8 policy, std::size_t shift) {
        auto const n = text.size();
        auto const* const end = codec::escape_scalar(expected_.front(), text.data(), text.data() + n, policy);
        std::string_view const expected(expected_.front(), end ? static_cast<std::size_t>(end - expected_.front()) : 0);
        auto const room = codec::escape_growth * n + codec::escape_slack;
        for (auto const& one : ways()) {
            if (n < one.least) continue;
            auto* const out = target_.back(room + shift);
            std::memset(out - before, untouched, before);
            auto const touched = std::min(room, expected.size() + codec::escape_slack);
            auto const watched = std::min<std::size_t>(room - touched, 64);
            std::memset(out + touched, untouched, watched);
            auto const* const made = one.run(out, text.data(), n, policy);
            if ((made == nullptr) != (end == nullptr)) return failed(one.name, text);
            if (!all_untouched(out - before, before)) return failed(one.name, text);
            if (!made) continue;
            if (std::string_view(out, static_cast<std::size_t>(made - out)) != expected) return failed(one.name, text);
            if (!all_untouched(out + touched, watched)) return failed(one.name, text);
        }
        return n > codec::most_clean || put_text_agrees(text, end && expected == text && is_ascii(text));
    }

    /// `put_text` writes no more than the text and one word.
    bool put_text_agrees(std::string_view text, bool clean) {
        auto* const out = target_.back(text.size() + codec::most_behind_text);
        std::memset(out - before, untouched, before);
        auto const* const end = codec::put_text<','>(out, text);
        if ((end != nullptr) != (clean && CPPSMITH_SIMD)) return failed("put_text", text);
        if (end && std::string_view(out, static_cast<std::size_t>(end - out)) != std::string(text) + "\",")
            return failed("put_text", text);
        return all_untouched(out - before, before) || failed("put_text", text);
    }

    static bool is_ascii(std::string_view text) {
        return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    }
    static bool all_untouched(char const* at, std::size_t n) {
        static std::string const pattern(64, untouched);
        return std::memcmp(at, pattern.data(), n) == 0;
    }
    static bool failed(std::string_view name, std::string_view text) {
        std::string bytes;
        for (char c : text) {
            auto const b = static_cast<unsigned char>(c);
            if (b >= 0x20 && b < 0x7f) bytes += c;
            else bytes += {'<', "0123456789abcdef"[b >> 4], "0123456789abcdef"[b & 15], '>'};
        }
        UNSCOPED_INFO(name << ", " << text.size() << " bytes: " << bytes);
        return false;
    }

    static constexpr std::size_t before = 64;
    guarded_memory source_{longest}, target_{codec::escape_growth * longest + codec::escape_slack + 2 * before},
        expected_{codec::escape_growth * longest};
};

/// What gets in the way of a plain copy: escapes, characters of each length, and such that are cut short or wrong.
constexpr std::array specials{"\""sv,
                              "\\"sv,
                              "\n"sv,
                              "\0"sv,
                              "\x1f"sv,
                              "\x0b"sv,
                              "\x7f"sv,
                              "\x80"sv,
                              "\xc3\xa9"sv,
                              "\xc3"sv,
                              "\xe6\x97\xa5"sv,
                              "\xe6\x97"sv,
                              "\xf0\x9f"sv,
                              "\xff"sv,
                              "\xed\xa0\x80"sv,
                              "\xc0\x80"sv,
                              "\xf0\x9f\x98"sv,
                              "\xf0\x9f\x98\x80"sv,
                              "\xf5\x80"sv,
                              "\xe0\x9f"sv,
                              "/"sv,
                              " "sv,
                              "!"sv,
                              "#"sv};

/// Characters that need nothing, some of them next to those that do.
std::string clean(std::size_t n) {
    static constexpr std::string_view some = "abcdefghijklmnopqrstuvwxyz !#[]^0123456789ABCDEF~\x7f/+=";
    std::string text(n, ' ');
    for (std::size_t i = 0; i < n; ++i) text[i] = some[(i * 7 + n) % some.size()];
    return text;
}

std::string with(std::string text, std::size_t at, std::string_view special) {
    text.replace(at, std::min(special.size(), text.size() - at), special.substr(0, text.size() - at));
    return text;
}

on_invalid_utf8 policy_of(std::size_t i) { return i % 2 == 0 ? on_invalid_utf8::replace : on_invalid_utf8::refuse; }

std::string escaped(std::string_view text) {
    std::string out(codec::escape_growth * text.size(), '\0');
    auto const* const end = codec::escape_scalar(out.data(), text.data(), text.data() + text.size(), on_invalid_utf8::replace);
    out.resize(static_cast<std::size_t>(end - out.data()));
    return out;
}

/// A line of PEM every 64 characters.
std::string pem(std::size_t lines, std::size_t width, std::string_view line_end = "\n") {
    std::string text = "-----BEGIN CERTIFICATE-----\n";
    for (std::size_t i = 0; i < lines; ++i) text.append(std::string(width, static_cast<char>('A' + i % 26))).append(line_end);
    return text + "-----END CERTIFICATE-----\n";
}

} // namespace

TEST_CASE("escaping one character after the other is what another writer of JSON does", "[json][escape]") {
    for (char32_t c = 0; c < 0x110000; c += c < 0x900 ? 1 : c < 0xe100 ? 61 : 4093) {
        if (c >= 0xd800 && c < 0xe000) continue;
        char bytes[4];
        std::string const text(bytes, cppsmith::detail::put_utf8(bytes, static_cast<std::uint32_t>(c)));
        auto const other = nlohmann::json(text).dump();
        if (escaped(text) != std::string_view(other).substr(1, other.size() - 2)) FAIL_CHECK(static_cast<unsigned>(c));
    }
    CHECK(escaped("a\xff\xc3z") == "a\xef\xbf\xbd\xef\xbf\xbdz");
}

TEST_CASE("clean texts of every length, and each special character at each place of them", "[json][escape]") {
    bench on;
    for (std::size_t n = 0; n <= 200; ++n) {
        auto const text = clean(n);
        REQUIRE(on.agree(text, policy_of(n)));
        REQUIRE(on.agree_at_front(text, policy_of(n)));
        for (std::size_t at = 0; at < n; ++at)
            for (std::size_t s = 0; s < specials.size(); ++s)
                if (!on.agree(with(text, at, specials[s]), policy_of(n + at + s))) FAIL(n << ' ' << at << ' ' << s);
    }
}

TEST_CASE("every byte, alone in a text and beside others", "[json][escape]") {
    bench on;
    for (int byte = 0; byte < 256; ++byte) {
        std::string const special(1, static_cast<char>(byte));
        for (std::size_t n : {1u, 3u, 5u, 12u, 16u, 17u, 31u, 40u, 64u, 100u})
            for (auto const at : {std::size_t{0}, n / 2, n - 1})
                for (auto const policy : {on_invalid_utf8::replace, on_invalid_utf8::refuse})
                    if (!on.agree(with(clean(n), at, special), policy)) FAIL(byte << ' ' << n << ' ' << at);
        REQUIRE(on.agree(std::string(70, static_cast<char>(byte)), policy_of(0)));
    }
}

TEST_CASE("texts at every alignment, to every alignment", "[json][escape]") {
    bench on;
    for (std::size_t from = 0; from < 64; ++from) {
        for (std::size_t to = 0; to < 64; ++to) {
            auto const n = 20 + (from * 64 + to) % 110;
            auto const text = with(clean(n), (from * 5 + to) % n, specials[(from + to) % specials.size()]);
            if (!on.agree_shifted(text, from, to, policy_of(from + to / 2))) FAIL(from << ' ' << to);
        }
        for (std::size_t n = 0; n <= 200; ++n)
            if (!on.agree_shifted(clean(n), from, from, policy_of(n))) FAIL(from << ' ' << n);
    }
}

TEST_CASE("two special characters at every distance", "[json][escape]") {
    bench on;
    for (std::size_t n : {15u, 16u, 31u, 32u, 48u, 64u, 96u, 130u})
        for (std::size_t first = 0; first < n; first += n < 40 ? 1 : 5)
            for (std::size_t second = first + 1; second < n; ++second) {
                auto const a = (first * 3 + second) % specials.size(), b = (first + second * 5) % specials.size();
                if (!on.agree(with(with(clean(n), first, specials[a]), second, specials[b]), policy_of(first + second)))
                    FAIL(n << ' ' << first << ' ' << second);
            }
}

TEST_CASE("lines as PEM has them, and nearly so", "[json][escape]") {
    bench on;
    for (std::size_t lines : {0u, 1u, 2u, 3u, 7u, 20u})
        for (std::size_t width = 60; width <= 70; ++width)
            for (std::string_view const line_end : {"\n", "\r\n", "\n\n", "\"\n", "\\n"})
                REQUIRE(on.agree(pem(lines, width, line_end), on_invalid_utf8::refuse));
    auto const text = pem(8, 64);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!on.agree(with(text, at, specials[at % specials.size()]), policy_of(at / specials.size()))) FAIL(at);
        if (!on.agree(text.substr(0, at), policy_of(at))) FAIL(at);
        if (!on.agree(text.substr(at), policy_of(at))) FAIL(at);
    }
}

TEST_CASE("nothing but escapes, and escapes close together", "[json][escape]") {
    bench on;
    for (auto const special : specials)
        for (std::size_t n = 1; n <= 200; n += n < 70 ? 1 : 13) {
            std::string dense, sparse;
            while (dense.size() < n) dense += special;
            while (sparse.size() < n) sparse.append(special).append(clean(sparse.size() % 5));
            REQUIRE(on.agree(dense.substr(0, n), policy_of(n)));
            REQUIRE(on.agree(sparse.substr(0, n), policy_of(n + 1)));
        }
}

TEST_CASE("random mixes of all of it", "[json][escape]") {
    bench on;
    std::mt19937 random(4); // the same texts each time
    for (int round = 0; round < 6000; ++round) {
        auto const n = random() % (round % 100 == 0 ? 3000 : 260);
        auto const density = 1u << random() % 9;
        std::string text;
        while (text.size() < n) {
            if (random() % density == 0) text += specials[random() % specials.size()];
            else text += static_cast<char>(' ' + random() % 95);
        }
        if (!on.agree(text, policy_of(random()))) FAIL(round);
    }
}
