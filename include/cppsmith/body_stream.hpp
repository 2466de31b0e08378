// Bodies that are too large to be held in memory: where a request's comes from, and where a response's goes.

#ifndef CPPSMITH_BODY_STREAM_HPP
#define CPPSMITH_BODY_STREAM_HPP

#include <cppsmith/result.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cppsmith::inline v0 {

/// Where the body of a request comes from, piece by piece. Nothing here is called by two threads at once, nor after the call has returned.
/// ```
/// std::ifstream file("image.bin", std::ios::binary);
/// body_source source{
///     .read = [&](std::span<char> buffer) { return file.read(buffer.data(), std::ssize(buffer)).gcount(); },
///     .size = std::filesystem::file_size("image.bin"),
///     .rewind = [&] { file.clear(), file.seekg(0); },
/// };
/// ```
struct body_source {
    /// Writes to the buffer, which is not empty, from its front, and returns how many bytes; 0 at the end; below 0 where the source has failed, which
    /// ends the call with the error "source". It may block, for as long as it takes: neither deadlines nor stops reach into it.
    std::function<std::ptrdiff_t(std::span<char>)> read{};

    /// How many bytes there are in all, where that is known; else the body is sent in chunks (RFC 9112, 7.1).
    std::optional<std::uint64_t> size{};

    /// Begins from the front again: for further attempts, and for signatures of the body. Where it is empty there are none.
    std::function<void()> rewind{};

    explicit operator bool() const noexcept { return static_cast<bool>(read); }

    /// A source of these bytes, which have to outlive it.
    template <std::convertible_to<std::string_view> Bytes> static body_source of(Bytes const& bytes);
};

/// Where the body of a successful response goes, piece by piece, in order. What it throws ends the call with the error "sink". Nothing of it is
/// called by two threads at once.
using body_sink = std::function<void(std::string_view)>;

template <std::convertible_to<std::string_view> Bytes> body_source body_source::of(Bytes const& from) {
    std::string_view const bytes = from;
    auto const place = std::make_shared<std::size_t>(0);
    return {.read =
                [bytes, place](std::span<char> buffer) {
                    auto const n = bytes.substr(*place).copy(buffer.data(), buffer.size());
                    *place += n;
                    return static_cast<std::ptrdiff_t>(n);
                },
            .size = bytes.size(),
            .rewind = [place] { *place = 0; }};
}

namespace detail {

inline error source_failure(std::string_view message) {
    return {.stage = stage::send, .code = "source", .message = std::string(message)};
}

/// Calls `f(piece)` for all that a source has, from where it is, as long as it returns true. An error where the source fails, or has not as much
/// as it has announced.
template <class F> result<void> drain(body_source const& from, F&& f) {
    std::string buffer(std::size_t{64} << 10, '\0');
    std::uint64_t total = 0;
    for (;;) {
        auto const n = from.read({buffer.data(), buffer.size()});
        if (n < 0 || n > std::ssize(buffer)) return source_failure("the source of the body has failed");
        if (n == 0) break;
        total += static_cast<std::uint64_t>(n);
        if (!f(std::string_view(buffer.data(), static_cast<std::size_t>(n)))) return {};
    }
    if (from.size && *from.size != total) return source_failure("the source of the body has not as many bytes as it announced");
    return {};
}

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_BODY_STREAM_HPP
