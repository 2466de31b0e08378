// Where the parameters of endpoint rules get their values.

#ifndef CPPSMITH_ENDPOINT_BIND_HPP
#define CPPSMITH_ENDPOINT_BIND_HPP

#include <cppsmith/endpoint/options.hpp>
#include <cppsmith/endpoint/request_values.hpp>
#include <cppsmith/operation.hpp>

#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace cppsmith::inline v0::endpoints::detail {

using text_list = std::vector<std::string_view>;

template <class T> inline constexpr bool is_list = std::same_as<T, text_list> || std::same_as<T, std::optional<text_list>>;

/// Gives a parameter a value, where the types agree.
template <class T, class V> constexpr void assign(T& parameter, V const& value) {
    if constexpr (std::same_as<V, bool>) {
        if constexpr (std::same_as<T, bool> || std::same_as<T, std::optional<bool>>) parameter = value;
    } else if constexpr (std::convertible_to<V const&, std::string_view>) {
        if constexpr (std::same_as<T, std::string_view> || std::same_as<T, std::optional<std::string_view>>)
            parameter = static_cast<std::string_view>(value);
    } else if constexpr (std::same_as<V, text_list> && is_list<T>) {
        parameter = value;
    }
}

/// Gives the parameter of a name, if the rules have it, a value.
template <class Rules, class V> constexpr void set(typename Rules::parameters& p, std::string_view name, V const& value) {
    Rules::for_each(p, [&](std::string_view known, std::string_view, auto& member) {
        if (known == name) assign(member, value);
    });
}

template <class Rules, class Request> struct operation_binder {
    typename Rules::parameters& p;
    Request const& request;

    template <class Trait> constexpr void bind(Trait) const {} // any other trait of the operation
    template <v0::detail::fixed_string Name, bool Value> constexpr void bind(endpoint_flag<Name, Value>) const {
        set<Rules>(p, Name.view(), Value);
    }
    template <v0::detail::fixed_string Name, v0::detail::fixed_string Value>
    constexpr void bind(endpoint_text<Name, Value>) const {
        set<Rules>(p, Name.view(), Value.view());
    }
    template <v0::detail::fixed_string Name, v0::detail::fixed_string... Values>
    constexpr void bind(endpoint_texts<Name, Values...>) const {
        set<Rules>(p, Name.view(), text_list{Values.view()...});
    }
    template <v0::detail::fixed_string Name, auto... Steps> constexpr void bind(endpoint_input<Name, Steps...>) const {
        text_list texts;
        bool is_list = false;
        walk<Steps...>::from(
            request,
            [&](auto const& value) {
                using V = std::remove_cvref_t<decltype(value)>;
                if constexpr (std::same_as<V, bool>) set<Rules>(p, Name.view(), value);
                else if constexpr (std::convertible_to<V const&, std::string_view>) texts.push_back(value);
                else if constexpr (v0::detail::is_vector<V>)
                    is_list = true, texts.insert(texts.end(), value.begin(), value.end());
            },
            [&] { is_list = true; });
        if (is_list) set<Rules>(p, Name.view(), texts);
        else if (!texts.empty()) set<Rules>(p, Name.view(), texts.front());
    }
};

/// What the client knows by itself, its own settings, and then what the operation says, which counts more.
template <operation Op>
constexpr void bind(typename Op::service::endpoint_rules::parameters& p, typename Op::request const& request,
                    endpoint_options const& options) {
    using rules = typename Op::service::endpoint_rules;
    rules::for_each(p, [&](std::string_view name, std::string_view built_in, auto& member) {
        auto const text = [&](std::string const& value) {
            if (!value.empty()) assign(member, std::string_view(value));
        };
        if (built_in == "AWS::Region") text(options.region);
        else if (built_in == "SDK::Endpoint") text(options.endpoint_url);
        else if (built_in == "AWS::UseFIPS") assign(member, options.use_fips);
        else if (built_in == "AWS::UseDualStack") assign(member, options.use_dual_stack);
        else if (built_in == "AWS::Auth::AccountId") text(options.account_id);
        else if (built_in == "AWS::Auth::AccountIdEndpointMode") text(options.account_id_endpoint_mode);
        for (auto const& given : options.parameters)
            if (given.name == name || (!built_in.empty() && given.name == built_in))
                std::visit([&](auto const& value) { assign(member, value); }, given.value);
    });
    if constexpr (requires { typename Op::traits; }) {
        operation_binder<rules, typename Op::request> const binder{p, request};
        [&]<class... Traits>(operation_traits<Traits...>) { (binder.bind(Traits{}), ...); }(typename Op::traits{});
    }
}

} // namespace cppsmith::inline v0::endpoints::detail

#endif // CPPSMITH_ENDPOINT_BIND_HPP
