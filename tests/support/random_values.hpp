// Random values of described structures: whatever members they have, and as wild as a test asks for.

#ifndef CPPSMITH_TESTS_SUPPORT_RANDOM_VALUES_HPP
#define CPPSMITH_TESTS_SUPPORT_RANDOM_VALUES_HPP

#include <cppsmith/blob.hpp>
#include <cppsmith/detail/enum_table.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/document.hpp>
#include <cppsmith/map.hpp>
#include <cppsmith/tagged_union.hpp>
#include <cppsmith/timestamp.hpp>

#include <array>
#include <bit>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith_tests {

/// What may be in the values.
struct wildness {
    bool escapes = true;        ///< quotes, backslashes and control characters in texts
    bool utf8 = true;           ///< characters above ASCII in texts
    bool ill_formed = false;    ///< texts that are not UTF-8
    bool named_numbers = false; ///< NaN, which differs from itself, and the infinities
    bool nanoseconds = true;    ///< timestamps finer than a millisecond, which no double holds
    unsigned present = 70;      ///< how many of a hundred optional members are present
    unsigned longest = 6;       ///< elements of a list, entries of a map
};

/// The same values for the same seed, with whatever library.
class random_values {
  public:
    explicit random_values(std::uint32_t seed, wildness how = {}) : random_(seed), how_(how) {}

    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
    bool once_in(std::uint32_t n) { return below(n) == 0; }

    template <class T> T value() {
        namespace d = cppsmith::detail;
        if constexpr (d::is_recursive<T>) return T(value<typename T::value_type>());
        else if constexpr (d::is_optional<T>) return once_in(4) ? T{} : T(value<typename T::value_type>());
        else if constexpr (std::same_as<T, cppsmith::numeral>) return number();
        else if constexpr (std::same_as<T, cppsmith::document>) return any();
        else if constexpr (d::described_structure<T>) return structure<T>();
        else if constexpr (d::described_union<T>) return one_of<T>();
        else if constexpr (d::is_vector<T>) return list<T>();
        else if constexpr (d::is_map<T>) return map<T>();
        else if constexpr (d::is_text<T>) return T(text());
        else if constexpr (d::is_open_enum<T>) return enumerator<T>();
        else if constexpr (std::same_as<T, cppsmith::blob>) return T(bytes());
        else if constexpr (std::same_as<T, cppsmith::timestamp>) return moment();
        else if constexpr (std::same_as<T, bool>) return once_in(2);
        else if constexpr (std::integral<T>) return whole<T>();
        else return floating<T>();
    }

    /// Most are short; some are longer than every block that a codec works in.
    std::string text() {
        static constexpr std::array<std::string_view, 8> escaped{"\"", "\\", "\n", "\t", "/", "\x01", "\x1f", "\x7f"};
        static constexpr std::array<std::string_view, 7> wide{"\xc3\xa9",     "\xe6\x97\xa5", "\xf0\x9f\x98\x80", "\xc2\x80",
                                                              "\xef\xbf\xbf", "\xe2\x80\xa8", "\xf4\x8f\xbf\xbf"};
        static constexpr std::array<std::string_view, 5> wrong{"\xff", "\x80", "\xc3", "\xed\xa0\x80", "\xf0\x9f\x98"};
        auto const n = once_in(8) ? below(150) : once_in(3) ? below(40) : below(14);
        bool const escapes = how_.escapes && once_in(2), utf8 = how_.utf8 && once_in(2),
                   ill_formed = how_.ill_formed && once_in(2);
        std::string made;
        while (made.size() < n) {
            auto const kind = below(10);
            if (kind == 0 && escapes) made += escaped[below(escaped.size())];
            else if (kind == 1 && escapes && once_in(4)) made += '\0';
            else if (kind == 2 && utf8) made += wide[below(wide.size())];
            else if (kind == 3 && ill_formed) made += wrong[below(wrong.size())];
            else made += plain();
        }
        return made;
    }

  private:
    char plain() {
        auto const c = static_cast<char>(' ' + below(95));
        return c == '"' || c == '\\' ? 'x' : c;
    }

    std::string bytes() {
        std::string made(below(40), '\0');
        for (auto& byte : made) byte = static_cast<char>(below(256));
        return made;
    }

    std::uint64_t bits() {
        auto const high = static_cast<std::uint64_t>(random_());
        return high << 32 | random_();
    }

    template <class T> T whole() {
        using limits = std::numeric_limits<T>;
        switch (below(4)) {
        case 0:
            return std::array<T, 8>{0, 1, -1, limits::max(), limits::min(), 9, -10, limits::max() / 10}[below(8)];
        case 1:
            return static_cast<T>(bits());
        case 2: {
            T power = 1;
            for (auto n = below(limits::digits10 + 1); n != 0; --n) power = static_cast<T>(power * 10);
            return static_cast<T>(power - static_cast<T>(below(2)));
        }
        default:
            return static_cast<T>(below(1000));
        }
    }

    template <class T> T floating() {
        using limits = std::numeric_limits<T>;
        if (how_.named_numbers && once_in(6))
            return std::array<T, 3>{limits::quiet_NaN(), limits::infinity(), -limits::infinity()}[below(3)];
        switch (below(5)) {
        case 0:
            return std::array<T, 8>{0,      T{-0.0}, limits::max(), limits::lowest(), limits::min(), limits::denorm_min(),
                                    T(0.1), T(1e21)}[below(8)];
        case 1:
            return static_cast<T>(whole<std::int32_t>());
        case 2:
            return static_cast<T>(whole<std::int32_t>()) / T{1000};
        default: {
            using same_size = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
            auto const any = std::bit_cast<T>(static_cast<same_size>(bits()));
            return std::isfinite(any) ? any : T{1};
        }
        }
    }

    cppsmith::numeral number() {
        if (once_in(2)) return whole<std::int64_t>();
        if (once_in(2)) return floating<double>();
        return *cppsmith::numeral::parse(std::to_string(whole<std::int64_t>()) + "." + std::to_string(below(1000)) +
                                         (once_in(2) ? "e-3" : "E+02"));
    }

    cppsmith::document any() {
        level const here(depth_);
        switch (below(depth_ > deepest ? 4 : 6)) {
        case 0:
            return nullptr;
        case 1:
            return once_in(2);
        case 2:
            return text();
        case 3:
            return number();
        case 4:
            return list<cppsmith::document::list>();
        default:
            return map<cppsmith::document::object>();
        }
    }

    /// A member that is null is read as an absent one.
    template <class T> T not_null() {
        auto made = value<T>();
        if constexpr (std::same_as<T, cppsmith::document>)
            if (made.is_null()) made = "not null";
        return made;
    }

    cppsmith::timestamp moment() {
        auto const nanoseconds = once_in(3) ? below(1000) * 1'000'000 : how_.nanoseconds && once_in(4) ? below(1'000'000'000) : 0;
        auto const seconds = once_in(4) ? static_cast<std::int64_t>(whole<std::int32_t>()) : 1'700'000'000 + below(100'000'000);
        return {seconds, static_cast<std::int32_t>(nanoseconds)};
    }

    template <class T> T enumerator() {
        auto const& known = cppsmith::detail::enum_values<typename decltype(std::declval<T>().known())::value_type>;
        if (once_in(4)) return T(text());
        return T(std::string(known[below(static_cast<std::uint32_t>(known.size()))]));
    }

    template <class T> T list() {
        T made;
        for (auto n = length(); n != 0; --n) made.push_back(value<typename T::value_type>());
        return made;
    }

    template <class T> T map() {
        T made;
        for (auto n = length(); n != 0; --n) {
            auto key = value<typename T::key_type>();
            made.insert_or_assign(std::move(key), value<typename T::mapped_type>());
        }
        return made;
    }

    template <class T> T one_of() {
        constexpr auto n = cppsmith::detail::alternative_count<cppsmith::detail::shape<T>>;
        level const here(depth_);
        T made;
        auto const chosen = below(n);
        cppsmith::detail::for_each_alternative<T>([&]<class Member>() {
            using type = std::remove_cvref_t<decltype(*made.template at<Member::index>())>;
            if (Member::index == chosen) made = T(std::in_place_index<Member::index>, not_null<type>());
            return true;
        });
        return made;
    }

    template <class T> T structure() {
        level const here(depth_);
        auto made = cppsmith::detail::make_absent<T>();
        cppsmith::detail::for_each_member<T>([&]<class Member>() {
            using held = typename Member::type;
            if (cppsmith::detail::is_required<held> || (below(100) < how_.present && depth_ <= deepest))
                made.*Member::pointer = held(not_null<typename cppsmith::detail::value_of<held>::type>());
            return true;
        });
        return made;
    }

    /// Shapes may contain themselves: below so many levels all that is optional is absent, and lists are short.
    static constexpr unsigned deepest = 3;
    struct level {
        explicit level(unsigned& depth) : depth_(depth) { ++depth_; }
        level(level const&) = delete;
        level& operator=(level const&) = delete;
        ~level() { --depth_; }
        unsigned& depth_;
    };

    std::uint32_t length() { return below((depth_ > 2 ? 1 : how_.longest) + 1); }

    std::mt19937 random_;
    unsigned depth_ = 0;
    wildness how_;
};

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_RANDOM_VALUES_HPP
