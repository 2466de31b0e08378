// One document into one value: by prediction first, by the general reader after a surprise.

#ifndef CPPSMITH_JSON_DECODE_HPP
#define CPPSMITH_JSON_DECODE_HPP

#include <cppsmith/detail/arena.hpp>
#include <cppsmith/error.hpp>
#include <cppsmith/json/predictor.hpp>
#include <cppsmith/json/reader.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0::json::detail {

/// Whether a structure whose body members are absent could be filled by prediction. If not, the text and the members are as they were.
template <bool BodyOnly, class Predictor, class T> bool predict(Predictor&& predictor, T& out) {
    if (predictor.template document<BodyOnly>(out)) [[likely]]
        return true;
    predictor.restore();
    for_each_member<T>([&]<class Member>() {
        if constexpr (!BodyOnly || in_response_body(Member::binding.place))
            out.*Member::pointer = typename Member::type(absent_t{});
        return true;
    });
    return false;
}

/// Fills a structure whose body members are absent from the document in `body`, from which its texts borrow.
template <spelling Spelling, bool BodyOnly, class T>
verdict decode_borrowing(std::string& body, T& out, unknown_members unknown, arena& room) {
    room.expect(body.size() / 4);
    if (predict<BodyOnly>(predictor<Spelling, texts::borrow>(body, room), out)) return {};
    return reader<Spelling, texts::borrow>(body, unknown, room).template document<BodyOnly>(out);
}

/// The same from a document that stays as it is, with texts of its own.
template <spelling Spelling, bool BodyOnly, class T>
verdict decode_owning(std::string_view text, T& out, unknown_members unknown) {
    if (predict<BodyOnly>(predictor<Spelling, texts::own>(text), out)) return {};
    return reader<Spelling, texts::own>(text, unknown).template document<BodyOnly>(out);
}

/// Any JSON, in texts of its own; `out` is null.
template <class Document> verdict decode_any(std::string_view text, Document& out) {
    if (predictor<spelling::model, texts::own>(text).template payload<trait_list<>>(out)) return {};
    out = nullptr;
    return reader<spelling::model, texts::own>(text, unknown_members::skip).template payload<trait_list<>>(out, "");
}

/// A document that is the value of one member, whose name is `member`; `out` is empty.
template <class Traits, class T> verdict decode_payload(std::string& body, T& out, std::string_view member, arena& room) {
    {
        predictor<spelling::wire, texts::borrow> first(body, room);
        if (first.template payload<Traits>(out)) return {};
        first.restore();
    }
    out = make_empty<T>();
    return reader<spelling::wire, texts::borrow>(body, unknown_members::skip, room).template payload<Traits>(out, member);
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_DECODE_HPP
