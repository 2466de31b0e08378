// What endpoint rules come to: an endpoint with its headers, authentication schemes and properties, or why there is none.

#ifndef CPPSMITH_ENDPOINT_OUTCOME_HPP
#define CPPSMITH_ENDPOINT_OUTCOME_HPP

#include <cppsmith/endpoint/text_store.hpp>
#include <cppsmith/http.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0 {

/// A way to authenticate requests to an endpoint: an entry of `authSchemes` in its rules. Empty where the rules say nothing.
struct auth_scheme {
    std::string name{};                            ///< "sigv4", "sigv4a", "sigv4-s3express", "none", ...
    std::string signing_name{};                    ///< "iot"
    std::string signing_region{};                  ///< "us-east-1"
    std::vector<std::string> signing_region_set{}; ///< of sigv4a: "*", or regions
    bool disable_double_encoding = false;          ///< the path is encoded once before it is signed
    bool disable_normalize_path = false;           ///< dot segments of the path stay

    friend constexpr bool operator==(auth_scheme const&, auth_scheme const&) = default;
};

/// Something else that rules say of an endpoint.
struct endpoint_property {
    enum class kind : std::uint8_t { text, flag, number, list, object };

    std::string name{}; ///< empty for an element of a list
    endpoint_property::kind is = kind::text;
    std::string text{};                     ///< the text; "true" or "false"; a number as it is written
    std::vector<endpoint_property> items{}; ///< of a list or an object

    friend constexpr bool operator==(endpoint_property const& a, endpoint_property const& b) {
        return a.name == b.name && a.is == b.is && a.text == b.text && a.items == b.items;
    }
};

namespace endpoints {

/// The outcome of endpoint rules, and what they build it with. A template, so that nobody pays for it who calls nothing.
template <class Property> class basic_outcome {
  public:
    std::string url{};   ///< empty where there is no endpoint
    std::string error{}; ///< why there is none
    std::vector<header> headers{};
    std::vector<auth_scheme> auth_schemes{}; ///< the first that the client knows counts
    std::vector<Property> properties{};

    constexpr void set_url(std::initializer_list<std::string_view> parts) { url = joined(parts); }
    constexpr void add_header(std::string_view name, std::initializer_list<std::string_view> value) {
        headers.push_back({std::string(name), joined(value)});
    }
    constexpr void add_auth_scheme(auth_scheme scheme) { auth_schemes.push_back(std::move(scheme)); }

    /// Adds a property to the object or list that was opened last and is not closed yet, or to the endpoint.
    constexpr void add_text(std::string_view name, std::initializer_list<std::string_view> parts) {
        add(name, Property::kind::text, joined(parts));
    }
    constexpr void add_flag(std::string_view name, bool value) { add(name, Property::kind::flag, value ? "true" : "false"); }
    constexpr void add_number(std::string_view name, std::string_view value) {
        add(name, Property::kind::number, std::string(value));
    }
    constexpr void open_object(std::string_view name) { open(name, Property::kind::object); }
    constexpr void open_list(std::string_view name) { open(name, Property::kind::list); }
    constexpr void close() { open_.pop_back(); }

  private:
    constexpr std::vector<Property>& here() {
        auto* at = &properties;
        for (auto const index : open_) at = &(*at)[index].items;
        return *at;
    }
    constexpr void add(std::string_view name, typename Property::kind kind, std::string text) {
        here().push_back({std::string(name), kind, std::move(text), {}});
    }
    constexpr void open(std::string_view name, typename Property::kind kind) {
        add(name, kind, {});
        open_.push_back(here().size() - 1);
    }

    std::vector<std::size_t> open_{}; // the indexes that lead to what is open
};
using outcome = basic_outcome<endpoint_property>;

} // namespace endpoints

} // namespace cppsmith::inline v0

#endif // CPPSMITH_ENDPOINT_OUTCOME_HPP
