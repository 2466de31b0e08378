// Feeds a body from its source into libcurl's callbacks.

#ifndef CPPSMITH_DETAIL_CURL_FEEDER_HPP
#define CPPSMITH_DETAIL_CURL_FEEDER_HPP

#include <cppsmith/body_stream.hpp>

#include <curl/curl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// Never reads beyond the announced size. The callbacks throw nothing into libcurl.
class curl_feeder {
  public:
    explicit curl_feeder(body_source const& source) : source_(source) {}

    /// The size of the body; -1, which libcurl sends in chunks, where nobody knows it.
    curl_off_t announced() const noexcept { return source_.size ? static_cast<curl_off_t>(*source_.size) : -1; }

    bool failed() const noexcept { return !problem_.empty(); }
    std::string_view problem() const noexcept { return problem_; }

    static std::size_t on_read(char* to, std::size_t size, std::size_t count, void* self) {
        return static_cast<curl_feeder*>(self)->read({to, size * count});
    }

    /// libcurl goes back to the front where a kept connection turns out to be dead.
    static int on_seek(void* self, curl_off_t offset, int origin) {
        auto& feeder = *static_cast<curl_feeder*>(self);
        if (offset != 0 || origin != SEEK_SET || !feeder.source_.rewind) return CURL_SEEKFUNC_CANTSEEK;
        feeder.guarded([&] { feeder.source_.rewind(); });
        feeder.sent_ = 0;
        return feeder.failed() ? CURL_SEEKFUNC_FAIL : CURL_SEEKFUNC_OK;
    }

  private:
    template <class Function> void guarded(Function function) {
#ifdef __cpp_exceptions
        try {
            function();
        } catch (...) { problem_ = "the source of the body has failed"; }
#else
        function();
#endif
    }

    std::size_t read(std::span<char> to) {
        if (source_.size) to = to.first(static_cast<std::size_t>(std::min<std::uint64_t>(to.size(), *source_.size - sent_)));
        if (to.empty()) return 0;
        std::ptrdiff_t n = -1;
        guarded([&] { n = source_.read(to); });
        if (n < 0 || static_cast<std::size_t>(n) > to.size()) problem_ = "the source of the body has failed";
        else if (n == 0 && source_.size) problem_ = "the source of the body has not as many bytes as it announced";
        if (failed()) return CURL_READFUNC_ABORT;
        sent_ += static_cast<std::uint64_t>(n);
        return static_cast<std::size_t>(n);
    }

    body_source const& source_;
    std::uint64_t sent_ = 0;
    std::string_view problem_{};
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_CURL_FEEDER_HPP
