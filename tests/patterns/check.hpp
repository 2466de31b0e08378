// Asks the patterns of generated headers about the texts of a file, and prints where a recorded answer differs.

#ifndef CPPSMITH_TESTS_PATTERNS_CHECK_HPP
#define CPPSMITH_TESTS_PATTERNS_CHECK_HPP

#include <cppsmith/pattern.hpp>
#include <cppsmith/text.hpp>

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

using asked_pattern = bool (*)(std::string_view);

template <class Constraint> bool holds(std::string_view s) {
    if constexpr (requires { Constraint::matches(s); }) return Constraint::matches(s);
    else return true;
}

template <cppsmith::detail::fixed_string Shape, class... Constraints>
bool holds_all(std::type_identity<cppsmith::text<Shape, Constraints...>>, std::string_view s) {
    return (holds<Constraints>(s) && ...);
}

template <class Text> bool matches(std::string_view s) { return holds_all(std::type_identity<Text>{}, s); }

/// The file holds records: the pattern's number, whether it matches, the length of the text (each 32 bits), and the text.
inline int check(char const* file, std::span<asked_pattern const> patterns) {
    std::ifstream in(file, std::ios::binary);
    std::uint32_t head[3];
    std::string text;
    int wrong = 0;
    while (in.read(reinterpret_cast<char*>(head), sizeof head)) {
        text.resize(head[2]);
        if (!in.read(text.data(), static_cast<std::streamsize>(text.size()))) return 2;
        if (patterns[head[0]](text) == (head[1] != 0)) continue;
        ++wrong;
        std::printf("%u %s:", head[0], head[1] ? "ought to match" : "ought not to match");
        for (char c : text.substr(0, 400))
            std::printf(c > ' ' && c < 127 && c != '\\' ? "%c" : "\\x%02x", static_cast<unsigned char>(c));
        std::printf(" (%zu bytes)\n", text.size());
    }
    return wrong != 0;
}

#endif // CPPSMITH_TESTS_PATTERNS_CHECK_HPP
