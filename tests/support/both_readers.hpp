// The two ways to read a document, beside each other: whatever the predictive reader accepts, the general one reads alike.

#ifndef CPPSMITH_TESTS_SUPPORT_BOTH_READERS_HPP
#define CPPSMITH_TESTS_SUPPORT_BOTH_READERS_HPP

#include "json_texts.hpp"

#include <cppsmith/json.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace cppsmith_tests {

/// What the readers make of one document.
struct reading {
    bool predicted = false; ///< the predictive reader accepts it
    bool good = false;      ///< `json::read` does
    std::string problem{};  ///< where two of them differ; empty if all is well
};

namespace codec = cppsmith::json::detail;

/// Whether two values are equal, and are written as the same. A NaN differs from itself, and shows in what is written.
template <class T> bool same(T const& a, T const& b) {
    auto const text = cppsmith::json::write(a);
    return text == cppsmith::json::write(b) && (a == b || text.find("\"NaN\"") != text.npos);
}

inline bool same_verdict(codec::verdict const& a, codec::verdict const& b) {
    if (a.syntax != b.syntax || !a.first != !b.first) return false;
    return !a.first || *a.first == *b.first;
}

/// Reads `text`, where it lies, with every reader there is.
template <class T> reading read_by_all(std::string_view text) {
    using codec::spelling, codec::texts, codec::unknown_members, codec::nesting;
    using owning = codec::predictor<spelling::model, texts::own, codec::nesting_of<T>>;
    using borrowing = codec::predictor<spelling::model, texts::borrow, codec::nesting_of<T>>;
    auto const absent = [] { return cppsmith::detail::make_absent<T>(); };
    reading found;
    auto const differ = [&](char const* what) { return found.problem = what, found; };

    auto owned = absent();
    found.predicted = owning(text).template document<false>(owned);
    cppsmith::detail::arena room;
    auto slices = absent();
    std::string changed(text);
    borrowing predictor(changed, room);
    if (predictor.template document<false>(slices) != found.predicted) return differ("predicting owning and borrowing");

    // The same with an index, in windows so small that they end anywhere.
    constexpr codec::special_index::limits narrow{0, 5};
    auto in_windows = absent(), slices_in_windows = absent();
    if (codec::predictor<spelling::model, texts::own, nesting::any>(text, narrow).template document<false>(in_windows) !=
        found.predicted)
        return differ("predicting in windows");
    std::string changed_in_windows(text);
    codec::predictor<spelling::model, texts::borrow, nesting::any> narrow_predictor(changed_in_windows, room, narrow);
    if (narrow_predictor.template document<false>(slices_in_windows) != found.predicted)
        return differ("predicting borrowing in windows");

    auto general = absent();
    auto const verdict =
        codec::reader<spelling::model, texts::own>(text, unknown_members::skip).template document<false>(general);
    found.good = verdict.good();
    if (found.predicted) {
        if (!found.good) return differ("accepted by prediction alone");
        if (!same(owned, general) || !same(slices, general)) return differ("another value by prediction");
        if (!same(in_windows, general) || !same(slices_in_windows, general)) return differ("another value in windows");
        auto strict = absent();
        if (!codec::reader<spelling::model, texts::own>(text, unknown_members::refuse).template document<false>(strict).good())
            return differ("an unknown member by prediction");
        if (!is_json(std::string(text))) return differ("no JSON, but predicted");
    }

    slices = absent();
    predictor.restore();
    if (changed != text) return differ("the text that was read by prediction, and what is left of it");

    std::string body(text);
    cppsmith::detail::arena more_room;
    auto in_body = absent();
    auto const other =
        codec::reader<spelling::model, texts::borrow>(body, unknown_members::skip, more_room).template document<false>(in_body);
    if (!same_verdict(verdict, other)) return differ("reading owning and borrowing");
    if (found.good && !same(general, in_body)) return differ("another value borrowing");

    auto const read = cppsmith::json::read<T>(text);
    auto reply = cppsmith::json::read<cppsmith::reply<T>>(std::string(text));
    if (read.has_value() != found.good || reply.has_value() != found.good) return differ("json::read and its reader");
    if (found.good) {
        auto const moved = std::move(*reply);
        if (!same(*read, general) || !same(moved.value(), general)) return differ("another value from json::read");
    } else if (read.error() != reply.error()) {
        return differ("the errors of json::read");
    }
    return found;
}

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_BOTH_READERS_HPP
