// What a text was, for one who changes it in place and may have to begin again.

#ifndef CPPSMITH_JSON_UNDO_LOG_HPP
#define CPPSMITH_JSON_UNDO_LOG_HPP

#include <cppsmith/detail/simd.hpp>

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace cppsmith::inline v0::json::detail {

using namespace cppsmith::detail;

/// Copies of the parts of a text that were about to be changed, each once.
class undo_log {
  public:
    /// A copy of the `n` characters at `at`, which are about to be changed; it lasts until the next call.
    [[gnu::noinline]] std::string_view keep(char* at, std::size_t n) {
        part const head{at, n};
        bytes_.append(reinterpret_cast<char const*>(&head), sizeof head).append(at, n);
        return std::string_view(bytes_).substr(bytes_.size() - n);
    }

    /// The bytes that `keep` needs.
    static constexpr std::size_t cost(std::size_t n) noexcept { return sizeof(part) + n; }

    /// Puts all of them back.
    [[gnu::cold, gnu::noinline]] void undo() noexcept {
        for (auto const* at = bytes_.data(); at != bytes_.data() + bytes_.size();) {
            auto const head = load<part>(at);
            std::memcpy(head.at, at + sizeof head, head.size);
            at += sizeof head + head.size;
        }
        bytes_.clear();
    }

  private:
    struct part {
        char* at;
        std::size_t size;
    };

    std::string bytes_{}; ///< each part, followed by its characters
};

} // namespace cppsmith::inline v0::json::detail

#endif // CPPSMITH_JSON_UNDO_LOG_HPP
