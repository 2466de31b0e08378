// The functions that generated endpoint rules are written with: the standard library of Smithy's rules engine, and AWS's part of it.

#ifndef CPPSMITH_ENDPOINT_RULES_HPP
#define CPPSMITH_ENDPOINT_RULES_HPP

#include <cppsmith/detail/percent.hpp>
#include <cppsmith/endpoint/arn.hpp>
#include <cppsmith/endpoint/host_label.hpp>
#include <cppsmith/endpoint/outcome.hpp>
#include <cppsmith/endpoint/partition.hpp>
#include <cppsmith/endpoint/text_store.hpp>
#include <cppsmith/endpoint/url.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0::endpoints {

/// One evaluation of a service's endpoint rules: `Service::endpoint_rules::resolve(rules, parameters)`. Texts that functions give live as
/// long as this object and their arguments. All of it may run in a constant expression. A template, so that nobody pays for it who calls nothing.
template <class Outcome> class basic_rules {
  public:
    using outcome = Outcome;
    using text_list = std::vector<std::string_view>;

    // ---- results

    constexpr outcome endpoint() const { return {}; }
    constexpr outcome endpoint(std::initializer_list<std::string_view> url) const {
        outcome made;
        made.url = joined(url);
        return made;
    }
    constexpr outcome error(std::initializer_list<std::string_view> text) const {
        outcome made;
        made.error = joined(text);
        return made;
    }
    constexpr outcome missing(std::string_view parameter) const {
        return error({"the endpoint rules need the parameter ", parameter});
    }
    constexpr outcome no_match() const { return error({"no endpoint rule applies"}); }

    // ---- texts

    constexpr std::string_view text(std::initializer_list<std::string_view> parts) { return texts_.keep(joined(parts)); }
    constexpr std::string string(std::initializer_list<std::string_view> parts) const { return joined(parts); }
    constexpr text_list texts(std::initializer_list<std::string_view> items) const { return items; }

    /// Smithy's `getAttr` with an index, counted from the end where it is negative: nothing where the array has no such element.
    constexpr std::optional<std::string_view> at(resource_parts const& parts, int index) const noexcept {
        return parts.at(index);
    }
    constexpr std::optional<std::string_view> at(text_list const& items, int index) const noexcept {
        auto const size = static_cast<int>(items.size());
        if (index < 0) index += size;
        if (index < 0 || index >= size) return std::nullopt;
        return items[static_cast<std::size_t>(index)];
    }
    constexpr std::optional<std::string_view> at(std::optional<text_list> const& items, int index) const noexcept {
        return items ? at(*items, index) : std::nullopt;
    }

    /// Smithy's `substring`: the characters from `begin` up to `end`, from the text's end on with `reverse`. Nothing where the text is too
    /// short or not ASCII.
    constexpr std::optional<std::string_view> substring(std::string_view text, int begin, int end, bool reverse) const noexcept {
        auto const size = static_cast<std::ptrdiff_t>(text.size());
        bool const ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (begin < 0 || begin >= end || end > size || !ascii) return std::nullopt;
        auto const first = reverse ? size - end : begin;
        return text.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(end - begin));
    }

    /// Smithy's `split`: at each `delimiter`, into at most `limit` parts; 0 is no limit. An empty delimiter is nowhere.
    constexpr text_list split(std::string_view text, std::string_view delimiter, int limit) const {
        text_list parts;
        while (!delimiter.empty() && (limit <= 0 || parts.size() + 1 < static_cast<std::size_t>(limit))) {
            auto const found = text.find(delimiter);
            if (found == text.npos) break;
            parts.push_back(text.substr(0, found));
            text.remove_prefix(found + delimiter.size());
        }
        parts.push_back(text);
        return parts;
    }

    /// Smithy's `uriEncode`: everything but RFC 3986's unreserved characters in percent-encoding.
    constexpr std::string_view uri_encode(std::string_view text) {
        std::string encoded;
        for (char const c : text) {
            if (v0::detail::is_unreserved(c)) encoded += c;
            else v0::detail::append_percent_byte(encoded, c);
        }
        return texts_.keep(encoded);
    }

    // ---- hosts, URLs, ARNs, partitions

    constexpr bool is_valid_host_label(std::string_view text, bool allow_subdomains) const noexcept {
        return endpoints::is_valid_host_label(text, allow_subdomains);
    }
    constexpr bool is_virtual_hostable_s3_bucket(std::string_view text, bool allow_subdomains) const noexcept {
        return endpoints::is_virtual_hostable_s3_bucket(text, allow_subdomains);
    }
    constexpr std::optional<url> parse_url(std::string_view text) { return endpoints::parse_url(text, texts_); }
    constexpr std::optional<arn> parse_arn(std::string_view text) const noexcept { return endpoints::parse_arn(text); }

    /// That of a region; the first one where none is set.
    constexpr endpoints::partition const& partition(std::string_view region) const noexcept { return partition_of(region); }
    constexpr endpoints::partition const& partition(std::same_as<std::optional<std::string_view>> auto region) const noexcept {
        return partition_of(region.value_or(std::string_view()));
    }

    // ---- values that may be unset

    /// Smithy's `coalesce` of two: the first one, or where it is not set the second one.
    template <class T> constexpr T coalesce(std::optional<T> const& first, std::type_identity_t<T> const& second) const {
        return first ? *first : second;
    }
    template <class T>
    constexpr std::optional<T> coalesce(std::optional<T> const& first,
                                        std::optional<std::type_identity_t<T>> const& second) const {
        return first ? first : second;
    }

    /// Smithy's `ite`: one of two.
    template <class T> constexpr T ite(bool condition, T const& yes, T const& no) const { return condition ? yes : no; }

    /// What `f` gives for the value, where it is set.
    template <class T, class F>
    constexpr auto then(std::optional<T> const& value, F f) const -> decltype(std::optional(f(*value))) {
        if (!value) return std::nullopt;
        return f(*value);
    }

  private:
    text_store texts_{};
};
using rules = basic_rules<outcome>;

} // namespace cppsmith::inline v0::endpoints

#endif // CPPSMITH_ENDPOINT_RULES_HPP
