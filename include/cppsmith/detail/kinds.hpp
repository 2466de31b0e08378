// What kind of type a member holds, told without the headers of those that it does not.

#ifndef CPPSMITH_DETAIL_KINDS_HPP
#define CPPSMITH_DETAIL_KINDS_HPP

#include <vector>

namespace cppsmith::inline v0 {

class blob;
class document;
class numeral;
template <class K, class V> class map;
template <class T, class... Limits> class optional;
template <class T> class recursive;

namespace detail {

template <class T> inline constexpr bool is_vector = false;
template <class T> inline constexpr bool is_vector<std::vector<T>> = true;

template <class T> inline constexpr bool is_map = false;
template <class K, class V> inline constexpr bool is_map<map<K, V>> = true;

template <class T> inline constexpr bool is_recursive = false;
template <class T> inline constexpr bool is_recursive<recursive<T>> = true;

/// The value that stands behind a `recursive`; of anything else, it itself.
template <class T> struct inner_of {
    using type = T;
};
template <class T> struct inner_of<recursive<T>> {
    using type = T;
};
// NOLINTNEXTLINE(bugprone-return-const-ref-from-parameter): no temporary is a T&
template <class T> constexpr T& inside(T& value) noexcept { return value; }
template <class T> constexpr T& inside(recursive<T>& value) noexcept { return *value; }
template <class T> constexpr T const& inside(recursive<T> const& value) noexcept { return *value; }

/// Of what a list or a map holds: whether it is sparse (Smithy's `sparse`), which elements may be null.
template <class T> inline constexpr bool is_optional = false;
template <class T, class... Limits> inline constexpr bool is_optional<optional<T, Limits...>> = true;

/// Whether a T in a reply owns nothing: all that it has is a slice of the body.
template <class T> inline constexpr bool is_borrowable = false;

/// How a decoder begins a list or an object of a document where it will be: a template, so that codecs need no `document.hpp`.
template <class Document> struct document_access_of {
    template <class Kind> static Kind& begin(Document& d) { return d.held_.template emplace<Kind>(); }
};

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_DETAIL_KINDS_HPP
