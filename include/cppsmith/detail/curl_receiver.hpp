// Collects a response out of libcurl's callbacks, within limits.

#ifndef CPPSMITH_DETAIL_CURL_RECEIVER_HPP
#define CPPSMITH_DETAIL_CURL_RECEIVER_HPP

#include <cppsmith/body_stream.hpp>
#include <cppsmith/detail/ascii.hpp>
#include <cppsmith/http.hpp>

#include <curl/curl.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

/// Holds the headers and the body of the final response. The callbacks throw nothing into libcurl.
class curl_receiver {
  public:
    enum class fault { none, too_large, no_memory, sink };

    /// The body of a success goes to `sink`, unless that is null.
    curl_receiver(CURL* easy, std::size_t max_header_bytes, std::size_t max_body_bytes, body_sink const* sink)
        : max_header_bytes_(max_header_bytes), max_body_bytes_(max_body_bytes), easy_(easy), sink_(sink) {}

    http_response response{};
    fault failed = fault::none;

    /// Whether a response has begun whose headers have not ended. libcurl lets a connection end there.
    bool in_headers() const noexcept { return place_ == place::fields; }

    /// Whether the headers of a final response came to their end.
    bool has_final_headers() const noexcept { return place_ == place::after; }

    static std::size_t on_header(char* data, std::size_t size, std::size_t count, void* self) {
        return guarded(static_cast<curl_receiver*>(self), size * count,
                       [=](auto& r) { r.add_header_line({data, size * count}); });
    }
    static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self) {
        auto* const receiver = static_cast<curl_receiver*>(self);
        auto const on_throw = receiver->is_for_sink() ? fault::sink : fault::no_memory;
        return guarded(receiver, size * count, [=](auto& r) { r.add_body({data, size * count}); }, on_throw);
    }

  private:
    /// Where the lines that come belong: a status line begins a response, an empty line ends its headers; after an interim response
    /// comes another, after a final one only trailers.
    enum class place { status_line, fields, after };

    template <class Function>
    static std::size_t guarded(curl_receiver* self, std::size_t size, Function function,
                               [[maybe_unused]] fault on_throw = fault::no_memory) {
#ifdef __cpp_exceptions
        try {
            function(*self);
        } catch (...) { self->failed = on_throw; }
#else
        function(*self);
#endif
        return self->failed == fault::none ? size : CURL_WRITEFUNC_ERROR;
    }

    void add_header_line(std::string_view line) {
        header_bytes_ += line.size(); // of all responses: interim ones without end are an attack as well
        if (header_bytes_ > max_header_bytes_) {
            failed = fault::too_large;
            return;
        }
        while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
        if (place_ != place::fields) {
            auto const first_word = line.substr(0, line.find(' '));
            if (!first_word.starts_with("HTTP/") || first_word.find(':') != line.npos) return; // a trailer
            response = {};
            place_ = place::fields;
        } else if (line.empty()) {
            long status = 0;
            curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
            place_ = status >= 200 ? place::after : place::status_line;
        } else if (is_blank(line.front())) { // the obsolete folding of long lines (RFC 9112, 5.2)
            if (!response.headers.empty()) response.headers.back().value.append(" ").append(trim(line));
        } else if (auto const colon = line.find(':'); colon != line.npos) {
            response.headers.push_back({std::string(trim(line.substr(0, colon))), std::string(trim(line.substr(colon + 1)))});
        }
    }

    bool is_for_sink() const {
        long status = 0;
        if (sink_) curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
        return status >= 200 && status < 300;
    }

    void add_body(std::string_view piece) {
        if (is_for_sink()) return (*sink_)(piece);
        if (piece.size() > max_body_bytes_ - response.body.size()) {
            failed = fault::too_large;
            return;
        }
        if (response.body.empty()) {
            // The announced size is trusted as far as it costs little; the slack spares JSON readers a copy.
            curl_off_t announced = 0;
            curl_easy_getinfo(easy_, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
            response.body.reserve(static_cast<std::size_t>(std::clamp<curl_off_t>(announced, 0, 1 << 20)) + 64);
        }
        response.body.append(piece);
    }

    std::size_t max_header_bytes_, max_body_bytes_, header_bytes_ = 0;
    place place_ = place::status_line;
    CURL* easy_;
    body_sink const* sink_;
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_CURL_RECEIVER_HPP
