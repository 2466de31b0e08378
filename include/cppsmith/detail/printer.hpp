// One walk over a value that prints it for people.

#ifndef CPPSMITH_DETAIL_PRINTER_HPP
#define CPPSMITH_DETAIL_PRINTER_HPP

#include <cppsmith/detail/enum_table.hpp>
#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/detail/shape_traits.hpp>
#include <cppsmith/detail/timestamp_write.hpp>
#include <cppsmith/detail/union_traits.hpp>
#include <cppsmith/detail/utf8.hpp>
#include <cppsmith/open_enum.hpp>
#include <cppsmith/text.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0::detail {

/// Prints into whatever has `append(std::string_view)`.
template <class Sink> struct printer {
    Sink& out;

    template <class Traits, class T> void value(T const& v) {
        if constexpr (has<Traits, sensitive> || is_sensitive_text<T> || is_sensitive_structure<T>) {
            out.append("(sensitive)");
        } else if constexpr (std::same_as<T, bool>) {
            out.append(v ? "true" : "false");
        } else if constexpr (std::is_arithmetic_v<T>) {
            append_number(out, v);
        } else if constexpr (std::is_enum_v<T>) {
            auto const index = static_cast<std::size_t>(v);
            out.append(index < enum_values<T>.size() ? enum_values<T>[index] : "(unknown)");
        } else if constexpr (is_open_enum<T>) {
            characters(v.view());
        } else if constexpr (is_text<T>) {
            quoted(v.view());
        } else if constexpr (std::same_as<T, blob>) {
            out.append("(");
            append_number(out, v.size());
            out.append(" bytes)");
        } else if constexpr (std::same_as<T, timestamp>) {
            moment(v);
        } else if constexpr (is_vector<T>) {
            list<typename inner_traits<each, Traits>::type>(v);
        } else if constexpr (is_map<T>) {
            map<Traits>(v);
        } else if constexpr (described_union<T>) {
            one_of(v);
        } else if constexpr (is_optional<T>) {
            if (v.has_value()) value<Traits>(*v);
            else out.append("null");
        } else if constexpr (std::same_as<T, numeral>) {
            out.append(v.view());
        } else if constexpr (std::same_as<T, document>) {
            any(v);
        } else {
            structure(v);
        }
    }

  private:
    template <class T>
    static constexpr bool is_sensitive_structure = [] {
        if constexpr (described_structure<T>) return has<structure_traits<T>, sensitive>;
        else if constexpr (described_union<T>) return is_sensitive_shape<shape<T>>;
        else return false;
    }();

    template <class T> void structure(T const& v) {
        std::string_view before = "{";
        for_each_member<T>([&]<class Member>() {
            if (auto const& member = v.*Member::pointer; member.has_value()) {
                out.append(before);
                out.append(Member::spelling);
                out.append(": ");
                this->template value<typename Member::traits>(member.value());
                before = ", ";
            }
            return true;
        });
        out.append(before == "{" ? "{}" : "}");
    }

    template <class T> void one_of(T const& v) {
        if (auto const* unknown = v.unknown_member()) {
            out.append("{");
            characters(unknown->name);
            out.append(": (unknown)}");
            return;
        }
        if (!v.has_member()) out.append("{}");
        with_alternative(v, [this]<class Member>(auto const& inner) {
            out.append("{");
            out.append(Member::spelling);
            out.append(": ");
            this->template value<typename Member::traits>(inner);
            out.append("}");
            return true;
        });
    }

    template <class Traits, class T> void list(T const& elements) {
        std::string_view before = "[";
        for (auto const& element : elements) {
            out.append(before);
            value<Traits>(element);
            before = ", ";
        }
        out.append(before == "[" ? "[]" : "]");
    }

    template <class Traits, class T> void map(T const& entries) {
        std::string_view before = "{";
        for (auto const& [key, element] : entries) {
            out.append(before);
            value<typename inner_traits<keys, Traits>::type>(key);
            out.append(": ");
            value<typename inner_traits<values, Traits>::type>(element);
            before = ", ";
        }
        out.append(before == "{" ? "{}" : "}");
    }

    template <std::same_as<document> D> void any(D const& v) {
        if (auto const* const characters = v.as_string()) quoted(characters->view());
        else if (auto const* const number = v.as_number()) out.append(number->view());
        else if (auto const* const truth = v.as_boolean()) out.append(*truth ? "true" : "false");
        else if (auto const* const elements = v.as_list()) list<trait_list<>>(*elements);
        else if (auto const* const members = v.as_object()) map<trait_list<>>(*members);
        else out.append("null");
    }

    void moment(timestamp t) {
        std::string text;
        if (!append_timestamp(text, t, timestamp_format::date_time, 1)) {
            append_timestamp(text, t, timestamp_format::epoch_seconds);
            if (text.empty()) text = "(not a point in time)";
        }
        out.append(text);
    }

    void quoted(std::string_view s) {
        out.append("\"");
        characters(s);
        out.append("\"");
    }

    /// The characters, without those that could end the text or change what a terminal shows: quotes, controls (C1 too), what is no UTF-8.
    void characters(std::string_view s) {
        std::size_t clean = 0;
        for (std::size_t i = 0; i < s.size();) {
            auto const n = utf8_sequence_length(s.substr(i));
            auto const c = static_cast<unsigned char>(s[i]);
            bool const c1 = n == 2 && c == 0xc2 && static_cast<unsigned char>(s[i + 1]) < 0xa0;
            if (n > 0 && !c1 && c >= 0x20 && c != 0x7f && c != '"' && c != '\\') {
                i += n;
                continue;
            }
            out.append(s.substr(clean, i - clean));
            escape(c1 ? static_cast<unsigned char>(s[i + 1]) : c);
            i += n == 0 ? 1 : n;
            clean = i;
        }
        out.append(s.substr(clean));
    }

    void escape(unsigned char c) {
        constexpr std::string_view letters = "\nn\tt\rr\"\"\\\\";
        for (std::size_t i = 0; i < letters.size(); i += 2)
            if (c == static_cast<unsigned char>(letters[i])) {
                out.append("\\");
                out.append(letters.substr(i + 1, 1));
                return;
            }
        constexpr std::string_view digits = "0123456789abcdef";
        out.append("\\x");
        out.append(digits.substr(c >> 4, 1));
        out.append(digits.substr(c & 15, 1));
    }
};

template <class Sink> printer(Sink&) -> printer<Sink>;

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_PRINTER_HPP
