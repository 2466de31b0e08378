// One case of an endpoint suite: parameters as JSON in, the outcome of generated endpoint rules as JSON out.

#ifndef CPPSMITH_TESTS_SUPPORT_ENDPOINT_CASE_HPP
#define CPPSMITH_TESTS_SUPPORT_ENDPOINT_CASE_HPP

#include <cppsmith/endpoint/resolve.hpp>
#include <cppsmith/json/read.hpp>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace cppsmith_tests {

using json = nlohmann::ordered_json;

/// Gives a parameter the value that a case has for it. Texts are borrowed from the JSON.
template <class T> void fill(T& parameter, json const& value) {
    if constexpr (requires { parameter = value.get<bool>(); } &&
                  (std::same_as<T, bool> || std::same_as<T, std::optional<bool>>)) {
        parameter = value.get<bool>();
    } else if constexpr (cppsmith::endpoints::detail::is_list<T>) {
        std::vector<std::string_view> texts;
        for (auto const& text : value) texts.push_back(text.get_ref<std::string const&>());
        parameter = texts;
    } else {
        parameter = std::string_view(value.get_ref<std::string const&>());
    }
}

inline json to_json(cppsmith::endpoint_property const& property) {
    using kind = cppsmith::endpoint_property::kind;
    switch (property.is) {
    case kind::text:
        return property.text;
    case kind::flag:
        return property.text == "true";
    case kind::number:
        return json::parse(property.text);
    default:
        break;
    }
    auto made = property.is == kind::list ? json::array() : json::object();
    for (auto const& item : property.items) {
        if (property.is == kind::list) made.push_back(to_json(item));
        else made[item.name] = to_json(item);
    }
    return made;
}

inline json to_json(cppsmith::auth_scheme const& scheme) {
    json made{{"name", scheme.name}};
    if (!scheme.signing_name.empty()) made["signingName"] = scheme.signing_name;
    if (!scheme.signing_region.empty()) made["signingRegion"] = scheme.signing_region;
    if (!scheme.signing_region_set.empty()) made["signingRegionSet"] = scheme.signing_region_set;
    if (scheme.disable_double_encoding) made["disableDoubleEncoding"] = true;
    return made;
}

/// As the suites write what they expect.
inline json endpoint_json(std::string const& url, std::vector<cppsmith::header> const& headers,
                          std::vector<cppsmith::auth_scheme> const& schemes,
                          std::vector<cppsmith::endpoint_property> const& properties) {
    json made{{"url", url}, {"headers", json::object()}, {"properties", json::object()}};
    for (auto const& [name, value] : headers) made["headers"][name].push_back(value);
    for (auto const& scheme : schemes) made["properties"]["authSchemes"].push_back(to_json(scheme));
    for (auto const& property : properties) made["properties"][property.name] = to_json(property);
    return {{"endpoint", made}};
}

/// What rules come to with the parameters of a case.
template <class Rules> json evaluated(json const& given) {
    typename Rules::parameters parameters;
    Rules::for_each(parameters, [&](std::string_view name, std::string_view, auto& member) {
        if (auto const found = given.find(std::string(name)); found != given.end()) fill(member, *found);
    });
    cppsmith::endpoints::rules rules;
    auto const outcome = Rules::resolve(rules, parameters);
    if (outcome.url.empty()) return {{"error", outcome.error}};
    return endpoint_json(outcome.url, outcome.headers, outcome.auth_schemes, outcome.properties);
}

/// What a call comes to, from its input and from what the client knows.
template <class Operation> json resolved(json const& input, json const& built_ins) {
    auto const request = cppsmith::json::read<typename Operation::request>(input.dump());
    if (!request) return {{"unreadable", to_string(request.error())}};
    cppsmith::endpoint_options options;
    for (auto const& [name, value] : built_ins.items()) {
        if (value.is_boolean()) options.parameters.push_back({name, value.template get<bool>()});
        else options.parameters.push_back({name, value.template get<std::string>()});
    }
    options.region = built_ins.value("AWS::Region", std::string());
    options.endpoint_url = built_ins.value("SDK::Endpoint", std::string());
    auto const found = cppsmith::resolve_endpoint<Operation>(*request, options);
    if (!found) return {{"error", found.error().message}};
    auto const& where = found->where;
    return endpoint_json(where.scheme + "://" + where.authority + where.base_path, found->headers, found->auth_schemes,
                         found->properties);
}

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_ENDPOINT_CASE_HPP
