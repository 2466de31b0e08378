// operator<< for whatever a model describes, for people and logs: `{Key: "fleet", Value: "north"}`, sensitive content left out.

#ifndef CPPSMITH_PRINT_HPP
#define CPPSMITH_PRINT_HPP

#include <cppsmith/detail/printer.hpp>

#include <concepts>
#include <cstddef>
#include <iosfwd>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0 {

namespace detail {

template <class T>
concept described_enum = std::is_enum_v<T> && requires { typename shape<T>; };

template <class T>
concept printed_here = described_structure<T> || described_union<T> || described_enum<T> || is_map<T> ||
                       std::same_as<T, timestamp> || std::same_as<T, document>;

/// Lets a printer append to a stream.
template <class Stream> struct to_stream {
    Stream& stream;
    void push_back(char c) const { stream.put(c); }
    void append(std::string_view s) const { stream.write(s.data(), static_cast<std::ptrdiff_t>(s.size())); }
};

} // namespace detail

/// Prints a described structure, union or enumeration, a map, a document or a timestamp on one line.
///
/// Absent members are left out. Texts are in quotes, with controls and ill-formed UTF-8 escaped, so that nothing in them can forge a line
/// of a log; enumerations are as they stand on the wire, blobs as their size, timestamps as in RFC 3339. What is sensitive (Smithy's
/// `sensitive`: a text, a member, a whole structure, elements, keys or values) is "(sensitive)" at every depth. The form is for people:
/// it may change; `json::write` is for programs.
template <class Char, class Traits, detail::printed_here T>
std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, T const& value) {
    detail::to_stream<std::basic_ostream<Char, Traits>> sink{out};
    detail::printer{sink}.template value<detail::trait_list<>>(value);
    return out;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_PRINT_HPP
