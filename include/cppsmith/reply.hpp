// reply: a modelled value together with the response that its texts borrow from.

#ifndef CPPSMITH_REPLY_HPP
#define CPPSMITH_REPLY_HPP

#include <cppsmith/detail/arena.hpp>
#include <cppsmith/detail/member_access.hpp>
#include <cppsmith/detail/request_id.hpp>
#include <cppsmith/http.hpp>
#include <cppsmith/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace cppsmith::inline v0 {

namespace detail {
struct decoder_access;
inline constexpr std::size_t surely_on_heap = 32; ///< no string keeps so many characters inside
[[gnu::cold, gnu::noinline]] inline void move_to_heap(std::string& s) { s.reserve(surely_on_heap); }
} // namespace detail

/// A decoded response. It owns the response, whose body does not move, and the value, whose texts are slices of that body: a list of a
/// thousand entries allocates no string, and a thousand maps a few blocks. Moving a reply keeps the slices valid; copying a text or a map out
/// of it makes an owning one.
template <class T> class reply {
  public:
    /// An empty value over a response, or over a body without one; what a decoder starts from.
    explicit reply(http_response&& response)
        : response_{
              .status = response.status, .headers = std::move(response.headers), .body = on_heap(std::move(response.body))} {}
    explicit reply(std::string&& body) : response_{.status = 0, .headers = {}, .body = on_heap(std::move(body))} {}

    /// The modelled value, by const reference alone: its texts live as long as the reply.
    T const& value() const& noexcept { return value_; }
    T const& operator*() const& noexcept { return value_; }
    T const* operator->() const& noexcept { return &value_; }

    /// The value, made independent of the reply: borrowed texts are copied.
    T own() && {
        detail::own(value_);
        return std::move(value_);
    }
    T own() const& { return value_; } // copying a borrowed text makes an owning one

    /// The service's id of the request, from `x-amzn-RequestId` or `x-amz-request-id`; empty where it sent none.
    std::string_view request_id() const noexcept { return detail::request_id_of(response_); }

    /// The response: status and headers as they came. Strings with escapes are undone inside the body, which is not its wire form any more.
    http_response const& http() const noexcept { return response_; }

    /// Whether a success came with a body that is not JSON; the value is then empty but for what the headers hold.
    bool malformed() const noexcept { return malformed_; }

  private:
    /// A body whose characters stay where they are when it is moved: those inside the string itself would move with it, and those that libstdc++'s
    /// old strings share are not its own before `data`.
    static std::string&& on_heap(std::string&& body) {
        if (body.capacity() < detail::surely_on_heap) detail::move_to_heap(body);
        static_cast<void>(body.data());
        return std::move(body);
    }

    http_response response_;
    detail::arena arena_{}; // before the value, whose maps end first
    T value_ = detail::make_absent<T>();
    bool malformed_ = false;

    friend struct detail::decoder_access;
};

namespace detail {

/// How a decoder reaches what it fills. No slice may outlive a change of the body.
struct decoder_access {
    template <class T> struct reply_parts {
        http_response& response;
        detail::arena& arena;
        T& value;
        bool& malformed;
    };
    template <class T> static reply_parts<T> parts(reply<T>& r) noexcept {
        return {r.response_, r.arena_, r.value_, r.malformed_};
    }
};

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_REPLY_HPP
