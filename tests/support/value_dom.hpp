// A described structure as another library's document, made from the struct alone: what its JSON has to mean.

#ifndef CPPSMITH_TESTS_SUPPORT_VALUE_DOM_HPP
#define CPPSMITH_TESTS_SUPPORT_VALUE_DOM_HPP

#include "wild_writer.hpp"

#include <nlohmann/json.hpp>

#include <concepts>
#include <string>
#include <type_traits>

namespace cppsmith_tests {

/// Members are in the model's order, which counts where two documents are compared.
template <class T> nlohmann::ordered_json to_dom(T const& v) {
    namespace d = cppsmith::detail;
    using dom = nlohmann::ordered_json;
    if constexpr (d::described_structure<T>) {
        auto made = dom::object();
        d::for_each_member<T>([&]<class Member>() {
            if (auto const* const held = d::present(v.*Member::pointer)) made[std::string(Member::spelling)] = to_dom(*held);
            return true;
        });
        return made;
    } else if constexpr (d::described_union<T>) {
        auto made = dom::object();
        d::with_alternative(v, [&]<class Member>(auto const& held) {
            made[std::string(Member::spelling)] = to_dom(held);
            return true;
        });
        return made;
    } else if constexpr (d::is_vector<T>) {
        auto made = dom::array();
        for (typename T::value_type const& element : v) made.push_back(to_dom(element));
        return made;
    } else if constexpr (d::is_map<T>) {
        auto made = dom::object();
        for (auto const& [key, value] : v) made[std::string(key.view())] = to_dom(value);
        return made;
    } else if constexpr (d::is_optional<T>) {
        return v.has_value() ? to_dom(*v) : dom(nullptr);
    } else if constexpr (std::same_as<T, cppsmith::numeral>) {
        return dom::parse(v.view());
    } else if constexpr (std::same_as<T, cppsmith::document>) {
        if (auto const* const l = v.as_list()) return to_dom(*l);
        if (auto const* const o = v.as_object()) return to_dom(*o);
        if (auto const* const n = v.as_number()) return to_dom(*n);
        if (auto const* const s = v.as_string()) return std::string(s->view());
        return v.as_boolean() ? dom(*v.as_boolean()) : dom(nullptr);
    } else if constexpr (std::same_as<T, cppsmith::blob>) {
        return wild_writer::base64(v.view());
    } else if constexpr (std::same_as<T, cppsmith::timestamp>) {
        return dom::parse(wild_writer::moment(v));
    } else if constexpr (std::floating_point<T>) {
        return dom::parse(wild_writer::number(v)); // the shortest number, which is not the same for a float and a double
    } else if constexpr (std::is_arithmetic_v<T>) {
        return v;
    } else {
        return std::string(v.view());
    }
}

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_VALUE_DOM_HPP
