// A sink that gives a writer just the room that it asks for, elsewhere each time, and knows whether it took more.

#ifndef CPPSMITH_TESTS_SUPPORT_NARROW_SINK_HPP
#define CPPSMITH_TESTS_SUPPORT_NARROW_SINK_HPP

#include <cppsmith/detail/shape_traits.hpp>
#include <cppsmith/json/escape_scalar.hpp>
#include <cppsmith/json/write_trace.hpp>
#include <cppsmith/json/writer.hpp>

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith_tests {

class narrow_sink {
  public:
    char* begin() noexcept { return bytes_.data(); }

    char* room(char const* at, std::size_t n) {
        check();
        auto const used = static_cast<std::size_t>(at - bytes_.data());
        std::vector<char> next(used + n + margin, untouched);
        std::memcpy(next.data(), bytes_.data(), used);
        bytes_ = std::move(next);
        return bytes_.data() + used;
    }

    void finish(char const* end) {
        check();
        size_ = static_cast<std::size_t>(end - bytes_.data());
        kept_ = kept_ && size_ + margin <= bytes_.size();
    }

    std::string_view view() const { return {bytes_.data(), size_}; }
    /// Whether nothing was ever written right behind the room.
    bool was_kept() const noexcept { return kept_; }

  private:
    static constexpr std::size_t margin = 128;
    static constexpr char untouched = '\x7f';

    void check() {
        for (std::size_t i = bytes_.size() - margin; i < bytes_.size(); ++i) kept_ = kept_ && bytes_[i] == untouched;
    }

    std::vector<char> bytes_ = std::vector<char>(margin, untouched);
    std::size_t size_ = 0;
    bool kept_ = true;
};

/// What `json::write(value)` gives, written into no more room than the writer asks for; empty where it wrote outside of that.
template <class T> std::string written_narrowly(T const& value) {
    using namespace cppsmith::json::detail;
    writer<spelling::model, no_trace, narrow_sink> writer{{}, on_invalid_utf8::replace};
    writer.sink.finish(writer.template value<cppsmith::detail::trait_list<>>(writer.sink.begin(), value));
    return writer.sink.was_kept() ? std::string(writer.sink.view()) : std::string();
}

/// The same of the body that a request with a token of its own gives.
template <class T> std::string body_written_narrowly(T const& request, std::string_view token) {
    using namespace cppsmith::json::detail;
    writer<spelling::wire, no_trace, narrow_sink> writer{{}, on_invalid_utf8::replace, {}, token};
    writer.sink.finish(writer.body(writer.sink.begin(), request));
    return writer.sink.was_kept() ? std::string(writer.sink.view()) : std::string();
}

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_NARROW_SINK_HPP
