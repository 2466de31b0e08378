// One document into one value: by prediction first, by the general reader after a surprise.

#ifndef CPPSMITH_JSON_DECODE_HPP
#define CPPSMITH_JSON_DECODE_HPP

#include <cppsmith/detail/arena.hpp>
#include <cppsmith/detail/inlined.hpp>
#include <cppsmith/error.hpp>
#include <cppsmith/json/predictor.hpp>
#include <cppsmith/json/reader.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::json::detail {

/// Fills a structure, whose body members are absent, from the document in `body`, from which its texts borrow. False after a surprise: then
/// `start_over` tells what the document is. Inlined, and without a verdict to look at, for what services really send.
template <spelling Spelling, bool BodyOnly, class T>
CPPSMITH_INLINED inline bool predict(std::string& body, T& out, arena& room) {
    predictor<Spelling, texts::borrow, nesting_of<T>> first(body, room);
    if (first.template document<BodyOnly>(out)) [[likely]]
        return true;
    first.restore();
    return false;
}

/// The same from a document that stays as it is, with texts of its own.
template <spelling Spelling, bool BodyOnly, class T> CPPSMITH_INLINED inline bool predict(std::string_view text, T& out) {
    return predictor<Spelling, texts::own, nesting_of<T>>(text).template document<BodyOnly>(out);
}

// After a surprise, from the beginning, by the general reader.
template <spelling Spelling, bool BodyOnly, class T>
verdict start_over(std::string& body, T& out, unknown_members unknown, arena& room);
template <spelling Spelling, bool BodyOnly, class T> verdict start_over(std::string_view text, T& out, unknown_members unknown);

/// What is to be known of a document that fills a structure, by prediction or not: whether it does, and if it does not, why.
template <spelling Spelling, bool BodyOnly, class T>
verdict decode_borrowing(std::string& body, T& out, unknown_members unknown, arena& room) {
    if (detail::predict<Spelling, BodyOnly>(body, out, room)) [[likely]]
        return {};
    return detail::start_over<Spelling, BodyOnly>(body, out, unknown, room);
}
template <spelling Spelling, bool BodyOnly, class T>
verdict decode_owning(std::string_view text, T& out, unknown_members unknown) {
    if (detail::predict<Spelling, BodyOnly>(text, out)) [[likely]]
        return {};
    return detail::start_over<Spelling, BodyOnly>(text, out, unknown);
}

/// Any JSON, in texts of its own; `out` is null.
template <class Document> verdict decode_any(std::string_view text, Document& out) {
    if (predictor<spelling::model, texts::own, nesting::any>(text).template payload<trait_list<>>(out)) return {};
    out = nullptr;
    return reader<spelling::model, texts::own>(text, unknown_members::skip).template payload<trait_list<>>(out, "");
}

/// A document that is the value of one member, whose name is `member`; `out` is empty.
template <class Traits, class T> verdict decode_payload(std::string& body, T& out, std::string_view member, arena& room) {
    {
        predictor<spelling::wire, texts::borrow, nesting_of<T>> first(body, room);
        if (first.template payload<Traits>(out)) return {};
        first.restore();
    }
    out = make_empty<T>();
    return reader<spelling::wire, texts::borrow>(body, unknown_members::skip, room).template payload<Traits>(out, member);
}

/// Makes the members that a document may hold absent again.
template <bool BodyOnly, class T> void make_members_absent(T& out) {
    for_each_member<T>([&]<class Member>() {
        if constexpr (!BodyOnly || in_response_body(Member::binding.place))
            out.*Member::pointer = typename Member::type(absent_t{});
        return true;
    });
}

template <spelling Spelling, bool BodyOnly, class T>
[[gnu::noinline]] verdict start_over(std::string& body, T& out, unknown_members unknown, arena& room) {
    detail::make_members_absent<BodyOnly>(out);
    return reader<Spelling, texts::borrow>(body, unknown, room).template document<BodyOnly>(out);
}

template <spelling Spelling, bool BodyOnly, class T>
[[gnu::noinline]] verdict start_over(std::string_view text, T& out, unknown_members unknown) {
    detail::make_members_absent<BodyOnly>(out);
    return reader<Spelling, texts::own>(text, unknown).template document<BodyOnly>(out);
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_DECODE_HPP
