// result<T>: a value or an error. For replies, -> leads straight to the modelled value.

#ifndef CPPSMITH_RESULT_HPP
#define CPPSMITH_RESULT_HPP

#include <cppsmith/error.hpp>

#include <boost/system/result.hpp>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace cppsmith::inline v0 {

template <class T> class reply;

namespace detail {
template <class T> class reply_result;
template <class T> struct result_for {
    using type = boost::system::result<T, error>;
};
template <class T> struct result_for<reply<T>> {
    using type = reply_result<T>;
};
} // namespace detail

/// A `T` or an `error`: `if (!r) use(r.error()); else use(*r);`. `r.value()` throws `failure` where there is no value.
///
/// This is `boost::system::result<T, error>`; for `T = reply<U>` a class derived from it whose `->` leads to the
/// modelled value of the reply (`r->certificateArn`), so that no name of the runtime hides a modelled one.
template <class T> using result = typename detail::result_for<T>::type;

/// What `value()` throws: the error, as an exception.
class failure : public std::runtime_error {
  public:
    explicit failure(cppsmith::error e) : std::runtime_error(to_string(e)), error_(std::move(e)) {}
    cppsmith::error const& error() const noexcept { return error_; }

  private:
    cppsmith::error error_;
};

/// Found by Boost.System when `value()` is asked of an error; ends the program where exceptions are off.
[[noreturn]] inline void throw_exception_from_error(error const& e, boost::source_location const&) {
#ifdef __cpp_exceptions
    throw failure(e);
#else
    (void)e;
    std::abort();
#endif
}

namespace detail {

template <class T> class reply_result : public boost::system::result<reply<T>, error> {
    using base = boost::system::result<reply<T>, error>;

  public:
    using base::base;

    /// The modelled value. Only on an lvalue: the members borrow from the reply, which a temporary would take with it.
    T const* operator->() const& noexcept { return &base::operator->()->value(); }
    T const* operator->() const&& = delete;
};

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_RESULT_HPP
