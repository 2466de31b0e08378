// next_page: from a request and its response to the request for the page that follows. No I/O.

#ifndef CPPSMITH_PAGES_NEXT_HPP
#define CPPSMITH_PAGES_NEXT_HPP

#include <cppsmith/jmespath/evaluate.hpp>
#include <cppsmith/operation.hpp>
#include <cppsmith/page_options.hpp>
#include <cppsmith/paginated.hpp>
#include <cppsmith/result.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

namespace cppsmith::inline v0 {

/// An operation whose model says how its pages follow each other.
template <class Op>
concept paginated_operation = operation<Op> && requires { typename Op::pagination; };

/// Turns the request for a page into that for the next one: true where there is one. False, and the request as it was, after the last page:
/// no token, an empty one, or the model's word for it. A token that the request has already would give the same page for ever: that is the
/// error `repeated_token`, of stage `follow`.
///
/// The token is copied out of the response, which may go afterwards. For those who do their own I/O; `client::pages` does the rest.
template <paginated_operation Op> result<bool> next_page(typename Op::request& request, typename Op::response const& page);

/// Sets page size and starting token in the request for the first page. An option that the operation has no place for is an error of stage
/// `configure`.
template <paginated_operation Op> result<void> first_page(typename Op::request& request, page_options const& options);

// ---- implementation

namespace detail {

/// Whether a token is one: not null, not empty, not 0.
template <class V> constexpr bool gives_token(V const& value) {
    if (!jmespath::truth(value)) return false;
    if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(*jmespath::scalar(value))>>)
        return *jmespath::scalar(value) != 0;
    else return true;
}

/// What a member holds for a value from elsewhere: texts and open enumerations of other shapes are made its own.
template <class T, class V> T token_for(V const& value) {
    if constexpr (std::same_as<std::remove_cvref_t<decltype(*value)>, T>) return *value;
    else return T(*jmespath::scalar(value));
}

template <auto Request, auto... Path> class token_part {
  public:
    template <class R, class P> static bool present_in(P const& page) { return gives_token(jmespath::evaluate<Path...>(&page)); }
    /// Whether the page gives the token that the request has, or neither has one.
    template <class R, class P> static bool repeats(R const& request, P const& page) {
        auto const found = jmespath::evaluate<Path...>(&page);
        auto const* const had = present(request.*Request);
        if (!gives_token(found)) return had == nullptr;
        using T = std::remove_cvref_t<decltype(*had)>;
        return had != nullptr && *had == token_for<T>(found);
    }
    template <class R, class P> static void take(R& request, P const& page) {
        auto& member = request.*Request;
        using member_type = std::remove_cvref_t<decltype(member)>;
        auto const found = jmespath::evaluate<Path...>(&page);
        if (gives_token(found)) member = member_type(token_for<typename member_type::value_type>(found));
        else if constexpr (requires { member.reset(); }) member.reset();
    }
};

/// The parts of `paginated<...>`, sorted out.
template <class Parts> struct pagination_parts;
template <class... Parts> struct pagination_parts<paginated<Parts...>> {
    template <class F> static constexpr void each(F&& f) { (f(Parts{}), ...); }
};

template <auto Request, auto... Path> constexpr token_part<Request, Path...> as_token(page_token<Request, Path...>) { return {}; }

/// Whether the model's condition for another page holds, if it has one.
template <class P, class Part> constexpr bool goes_on(P const&, Part) { return true; }
template <class P, auto... Path> constexpr bool goes_on(P const& page, more_pages<Path...>) {
    return jmespath::truth(jmespath::evaluate<Path...>(&page));
}

template <class T> T number_as(int n) {
    if constexpr (std::is_arithmetic_v<T>) return static_cast<T>(n);
    else return T(std::to_string(n));
}

} // namespace detail

template <paginated_operation Op> result<bool> next_page(typename Op::request& request, typename Op::response const& page) {
    using parts = detail::pagination_parts<typename Op::pagination>;
    bool more = true, any = false, repeats = true;
    parts::each([&](auto part) {
        more = more && detail::goes_on(page, part);
        if constexpr (requires { detail::as_token(part); }) {
            using token = decltype(detail::as_token(part));
            any = any || token::template present_in<typename Op::request>(page);
            repeats = repeats && token::repeats(request, page);
        }
    });
    if (!more || !any) return false;
    if (repeats)
        return error{.stage = stage::follow,
                     .code = "repeated_token",
                     .message = std::string(Op::name) + ": the service gave the token of this very page for the next one"};
    parts::each([&](auto part) {
        if constexpr (requires { detail::as_token(part); }) decltype(detail::as_token(part))::take(request, page);
    });
    return true;
}

template <paginated_operation Op> result<void> first_page(typename Op::request& request, page_options const& options) {
    bool size_set = options.page_size == 0, token_set = options.starting_token.empty();
    auto const set = [&]<auto Size>(page_size<Size>) {
        auto& member = request.*Size;
        using member_type = std::remove_cvref_t<decltype(member)>;
        if (!size_set) member = member_type(detail::number_as<typename member_type::value_type>(options.page_size));
        size_set = true;
    };
    auto const begin = [&]<auto Request, auto... Path>(page_token<Request, Path...>) {
        auto& member = request.*Request;
        using member_type = std::remove_cvref_t<decltype(member)>;
        if constexpr (std::constructible_from<typename member_type::value_type, std::string_view>) {
            if (!token_set) member = member_type(typename member_type::value_type(std::string_view(options.starting_token)));
            token_set = true;
        }
    };
    detail::pagination_parts<typename Op::pagination>::each([&](auto part) {
        if constexpr (requires { set(part); }) set(part);
        if constexpr (requires { begin(part); }) begin(part);
    });
    if (size_set && token_set) return {};
    return error{.stage = stage::configure,
                 .code = size_set ? "no_starting_token" : "no_page_size",
                 .message = std::string(Op::name) + (size_set ? ": its token is no text" : ": it takes no size of pages")};
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_PAGES_NEXT_HPP
