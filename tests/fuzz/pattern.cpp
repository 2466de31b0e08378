// Fuzzes the matcher: any bytes, against automata by states, by runs and by class, end soon and as a plainer reading of the patterns says.

#include "expect.hpp"

#include <cppsmith/pattern.hpp>

#include <cppsmith/iot/certificate_id.hpp>
#include <cppsmith/iot/marker.hpp>
#include <cppsmith/iot/registration_code.hpp>
#include <cppsmith/iot/tag_key.hpp>
#include <cppsmith/iot/template_name.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace pattern_fuzz {

/// a{0,1000}b by runs; class 1 is a, class 2 b.
struct counted {
    static constexpr std::string_view source = "a{0,1000}b";
    static constexpr cppsmith::pattern_run runs[] = {{1000}, {1}, {1, true}};
    static constexpr cppsmith::pattern_step steps[] = {{}, {0, 1, 1}, {2}, {}, {}, {2}, {}, {}, {}};
    static constexpr auto classes = [] {
        struct {
            char of[128];
        } made{};
        for (char& c : made.of) c = '0';
        made.of['a'] = '1', made.of['b'] = '2';
        return made;
    }();
    static constexpr cppsmith::pattern_table tables[] = {{.classes = 3,
                                                          .ascii = std::string_view(classes.of, 128),
                                                          .starts = U"\x80",
                                                          .others = "0",
                                                          .runs = runs,
                                                          .steps = steps}};
};

} // namespace pattern_fuzz

namespace {

namespace iot = cppsmith::iot;

template <class Constraint> bool holds(std::string_view s) {
    if constexpr (requires { Constraint::matches(s); }) return Constraint::matches(s);
    else return true;
}
template <cppsmith::detail::fixed_string Shape, class... Constraints>
bool holds_all(std::type_identity<cppsmith::text<Shape, Constraints...>>, std::string_view s) {
    return (holds<Constraints>(s) && ...);
}
template <class Text> bool matches(std::string_view s) { return holds_all(std::type_identity<Text>{}, s); }

bool all_of(std::string_view s, std::string_view allowed) { return s.find_first_not_of(allowed) == s.npos; }

constexpr std::string_view hex = "0123456789abcdefABCDEF";
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// `[A-Za-z0-9+/]+={0,2}`
bool marker(std::string_view s) {
    auto const equals = s.size() - std::min(s.find_last_not_of('=') + 1, s.size());
    auto const rest = s.substr(0, s.size() - equals);
    return equals <= 2 && !rest.empty() &&
           std::all_of(rest.begin(), rest.end(), [](char c) { return letters.find(c) != letters.npos || c == '+' || c == '/'; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const s(reinterpret_cast<char const*>(data), size);
    auto const digits = s.starts_with("0x") && s.size() > 2 ? s.substr(2) : s;
    expect(matches<iot::CertificateId>(s) == (!digits.empty() && all_of(digits, hex)), "(0x)?[a-fA-F0-9]+");
    expect(matches<iot::RegistrationCode>(s) == (!digits.empty() && all_of(digits, hex)), "(0x)?[a-fA-F0-9]+");
    expect(matches<iot::Marker>(s) == marker(s), "[A-Za-z0-9+/]+={0,2}");
    auto const count = std::min(s.find_first_not_of('a'), s.size());
    expect(cppsmith::pattern<pattern_fuzz::counted>::matches(s) == (count <= 1000 && s.substr(count) == "b"), "a{0,1000}b");
    if (matches<iot::TagKey>(s)) expect(cppsmith::detail::is_valid_utf8(s), "ill-formed UTF-8 never matches");
    if (matches<iot::TemplateName>(s))
        expect(std::all_of(s.begin(), s.end(), [](char c) { return letters.find(c) != letters.npos || c == '_' || c == '-'; }),
               "[0-9A-Za-z_-]+");
    return 0;
}
