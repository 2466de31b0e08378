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

/// Fills a structure whose body members are absent. The document lies in `text`, which is also the content of `body` if the texts borrow; else `body`
/// is made a copy of it where one is needed.
template <spelling Spelling, texts Texts, bool BodyOnly, class T>
verdict decode(std::string_view text, std::string& body, T& out, unknown_members unknown, arena* room) {
    if (room) room->expect(text.size() / 4);
    if (predictor<Spelling, Texts>(text, room).template document<BodyOnly>(out)) return {};
    for_each_member<T>([&]<class Member>() { // what the predictor has filled until then
        if constexpr (!BodyOnly || in_response_body(Member::binding.place))
            out.*Member::pointer = typename Member::type(absent_t{});
        return true;
    });
    pad(text, body);
    return reader<Spelling, Texts>(body, unknown, room).template document<BodyOnly>(out);
}

/// The same for a document that is the value of one member, whose name is `member`; `out` is empty.
template <class Traits, class T> verdict decode_payload(std::string& body, T& out, std::string_view member, arena* room) {
    if (predictor<spelling::wire, texts::borrow>(body, room).template payload<Traits>(out)) return {};
    out = make_empty<T>();
    pad(body, body);
    return reader<spelling::wire, texts::borrow>(body, unknown_members::skip, room).template payload<Traits>(out, member);
}

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_DECODE_HPP
