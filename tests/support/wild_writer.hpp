// Another writer of JSON, for values that are then read: right, but as no service would send it.

#ifndef CPPSMITH_TESTS_SUPPORT_WILD_WRITER_HPP
#define CPPSMITH_TESTS_SUPPORT_WILD_WRITER_HPP

#include <cppsmith/blob.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/detail/utf8.hpp>
#include <cppsmith/document.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/tagged_union.hpp>
#include <cppsmith/timestamp.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace cppsmith_tests {

/// In which ways a document differs from what `json::write` gives; none of them changes its value.
struct oddities {
    bool shuffled = false;   ///< members in another order
    bool blanks = false;     ///< between tokens
    bool unknown = false;    ///< members that the model does not have
    bool nulls = false;      ///< members and elements that are null
    bool duplicates = false; ///< members twice, of which the last one counts
    bool escapes = false;    ///< characters written as escapes that need none
};

/// Knows nothing of the codec but the names of members.
class wild_writer {
  public:
    wild_writer(std::uint32_t seed, oddities how) : random_(seed), how_(how) {}

    template <class T> std::string document(T const& v) { return blank() + value(v) + blank(); }

    template <class T> std::string value(T const& v) {
        namespace d = cppsmith::detail;
        if constexpr (d::described_structure<T>) return structure(v);
        else if constexpr (d::described_union<T>) return one_of(v);
        else if constexpr (d::is_vector<T>) return list(v);
        else if constexpr (d::is_map<T>) return map(v);
        else if constexpr (d::is_optional<T>) return v.has_value() ? value(*v) : "null";
        else if constexpr (std::same_as<T, cppsmith::numeral>) return std::string(v.view());
        else if constexpr (std::same_as<T, cppsmith::document>) return any(v);
        else if constexpr (std::same_as<T, cppsmith::blob>) return '"' + base64(v.view()) + '"';
        else if constexpr (std::same_as<T, cppsmith::timestamp>) return moment(v);
        else if constexpr (std::same_as<T, bool>) return v ? "true" : "false";
        else if constexpr (std::is_arithmetic_v<T>) return number(v);
        else return string(v.view());
    }

    /// With the characters that need it as escapes, and some that do not.
    std::string string(std::string_view s) {
        std::string made = "\"";
        for (std::size_t i = 0; i < s.size();) {
            auto n = cppsmith::detail::utf8_sequence_length(s.substr(i));
            if (n == 0) n = 1;
            auto const c = s.substr(i, n);
            if (static_cast<unsigned char>(c[0]) < 0x20 || c == "\"" || c == "\\" || (how_.escapes && once_in(5)))
                made += escape(c);
            else made += c;
            i += n;
        }
        return made + '"';
    }

    static std::string moment(cppsmith::timestamp t) {
        bool const before = t.seconds < 0 && t.nanoseconds != 0; // -1.5 is second -2 and half a second
        auto const seconds = before ? t.seconds + 1 : t.seconds;
        auto const rest = before ? 1'000'000'000 - t.nanoseconds : t.nanoseconds;
        auto digits = std::to_string(rest);
        digits.insert(0, 9 - digits.size(), '0');
        return (before && seconds == 0 ? "-" : "") + std::to_string(seconds) + "." + digits;
    }

    static std::string base64(std::string_view bytes) {
        static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        std::string made;
        for (std::size_t i = 0; i < bytes.size(); i += 3) {
            std::uint32_t three = 0;
            for (std::size_t k = 0; k < 3; ++k)
                three = three << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
            for (std::size_t k = 0; k < 4; ++k) made += i + k > bytes.size() ? '=' : letters[three >> (18 - 6 * k) & 63];
        }
        return made;
    }

    /// The shortest text that reads back as this number, as the standard library has it.
    template <class T> static std::string number(T v) {
        if constexpr (std::floating_point<T>) {
            if (v != v) return "\"NaN\"";
            if (v - v != 0) return v > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        }
        std::array<char, 64> text{};
        return {text.data(), std::to_chars(text.data(), text.data() + text.size(), v).ptr};
    }

  private:
    struct member_text {
        std::string key, value;
    };

    template <class T> std::string structure(T const& v) {
        std::vector<member_text> members;
        cppsmith::detail::for_each_member<T>([&]<class Member>() {
            auto const* const held = cppsmith::detail::present(v.*Member::pointer);
            if (held) members.push_back({string(Member::spelling), value(*held)});
            else if (how_.nulls && once_in(2)) members.push_back({string(Member::spelling), "null"});
            return true;
        });
        if (how_.unknown && once_in(2)) members.push_back({string("not known"), anything(0)});
        if (how_.unknown && once_in(3)) members.push_back({string(""), anything(0)});
        return object(std::move(members));
    }

    template <class T> std::string map(T const& v) {
        std::vector<member_text> members;
        for (auto const& [key, inner] : v) members.push_back({string(key.view()), value(inner)});
        return object(std::move(members));
    }

    template <class T> std::string one_of(T const& v) {
        std::vector<member_text> members;
        cppsmith::detail::with_alternative(v, [&]<class Member>(auto const& inner) {
            members.push_back({string(Member::spelling), value(inner)});
            return true;
        });
        return joined('{', members, '}');
    }

    std::string any(cppsmith::document const& v) {
        if (auto const* const s = v.as_string()) return string(s->view());
        if (auto const* const n = v.as_number()) return std::string(n->view());
        if (auto const* const l = v.as_list()) return list(*l);
        if (auto const* const o = v.as_object()) return map(*o);
        if (auto const* const b = v.as_boolean()) return *b ? "true" : "false";
        return "null";
    }

    template <class T> std::string list(T const& v) {
        std::vector<std::string> elements;
        for (std::size_t i = 0; i < v.size(); ++i) {
            constexpr bool holds_nulls =
                cppsmith::detail::is_optional<typename T::value_type> || std::same_as<typename T::value_type, cppsmith::document>;
            if (!holds_nulls && how_.nulls && once_in(9)) elements.push_back("null");
            typename T::value_type const& element = v[i];
            elements.push_back(value(element));
        }
        std::string made = "[" + blank();
        for (std::size_t i = 0; i < elements.size(); ++i) made += (i == 0 ? "" : "," + blank()) + elements[i] + blank();
        return made + "]";
    }

    std::string object(std::vector<member_text> members) {
        if (how_.shuffled)
            for (std::size_t i = members.size(); i > 1; --i)
                std::swap(members[i - 1], members[below(static_cast<std::uint32_t>(i))]);
        if (how_.duplicates && !members.empty() && once_in(2)) {
            auto const at = below(static_cast<std::uint32_t>(members.size()));
            auto earlier = members[at];
            if (once_in(2)) earlier.value = "null";
            members.insert(members.begin() + below(at + 1), std::move(earlier));
        }
        return joined('{', members, '}');
    }

    std::string joined(char open, std::vector<member_text> const& members, char close) {
        std::string made = open + blank();
        for (std::size_t i = 0; i < members.size(); ++i) {
            made += (i == 0 ? "" : "," + blank()) + members[i].key + blank() + ":" + blank();
            made += members[i].value + blank();
        }
        return made + close;
    }

    std::string anything(int depth) {
        static constexpr std::array<std::string_view, 10> some{
            "1", "-0.5e+9", "true", "null", "\"\"", "[]", "{}", "1e999", "\"\\ud83d\\ude00\"", "\"]}\\\"\""};
        if (depth > 4 || once_in(2)) return std::string(some[below(some.size())]);
        return once_in(2) ? "[" + anything(depth + 1) + "," + blank() + anything(depth + 1) + "]"
                          : "{\"x\":" + blank() + anything(depth + 1) + ",\"note\":" + anything(depth + 1) + "}";
    }

    std::string escape(std::string_view c) {
        static constexpr std::string_view plain = "\"\\/\b\f\n\r\t", letters = "\"\\/bfnrt";
        if (auto const at = plain.find(c); at != plain.npos && c.size() == 1 && once_in(2)) return {'\\', letters[at]};
        auto scalar = static_cast<std::uint32_t>(static_cast<unsigned char>(c[0]));
        if (c.size() > 1) scalar &= 0x7fu >> c.size();
        for (std::size_t i = 1; i < c.size(); ++i) scalar = scalar << 6 | (static_cast<unsigned char>(c[i]) & 0x3f);
        if (scalar < 0x10000) return unit(scalar);
        return unit(0xd800 + ((scalar - 0x10000) >> 10)) + unit(0xdc00 + ((scalar - 0x10000) & 0x3ff));
    }
    std::string unit(std::uint32_t u) {
        auto const digits = once_in(2) ? "0123456789abcdef" : "0123456789ABCDEF";
        return {'\\', 'u', digits[u >> 12], digits[u >> 8 & 15], digits[u >> 4 & 15], digits[u & 15]};
    }

    std::string blank() {
        if (!how_.blanks) return "";
        std::string made;
        while (!once_in(3)) made += " \n\t\r"[below(4)];
        return once_in(40) ? made + std::string(below(150), ' ') : made;
    }

    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
    bool once_in(std::uint32_t n) { return below(n) == 0; }

    std::mt19937 random_;
    oddities how_;
};

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_WILD_WRITER_HPP
