// Making a string longer without filling what is to be written anyway.

#ifndef CPPSMITH_DETAIL_RAW_RESIZE_HPP
#define CPPSMITH_DETAIL_RAW_RESIZE_HPP

#include <cstddef>
#include <string>

namespace cppsmith::inline v0::detail {

#if defined(__GLIBCXX__) && _GLIBCXX_USE_CXX11_ABI && !defined(__cpp_lib_string_resize_and_overwrite)
/// libstdc++ has this as a private function until C++23; an explicit instantiation may name it.
template <void (std::string::*Set)(std::size_t)> struct private_set_length {
    friend void set_length(std::string& s, std::size_t n) { (s.*Set)(n); }
};
template struct private_set_length<&std::string::_M_set_length>;
void set_length(std::string& s, std::size_t n);
#endif

/// Makes `s` hold `n` characters, which is not more than its capacity; those behind its former end may be anything, and are for the caller to
/// write before anybody reads them. Where the library has no way, they are zeros.
inline void raw_resize(std::string& s, std::size_t n) {
#if defined(__cpp_lib_string_resize_and_overwrite)
    s.resize_and_overwrite(n, [](char*, std::size_t size) { return size; });
#elif defined(_LIBCPP_VERSION)
    s.__resize_default_init(n);
#elif defined(__GLIBCXX__) && _GLIBCXX_USE_CXX11_ABI
    set_length(s, n);
#else
    s.resize(n);
#endif
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_RAW_RESIZE_HPP
