// blob: bytes.

#ifndef CPPSMITH_BLOB_HPP
#define CPPSMITH_BLOB_HPP

#include <cppsmith/detail/text_storage.hpp>

#include <compare>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace cppsmith::inline v0 {

/// Bytes, owning or borrowed from a reply. In JSON and in headers they are base64 (RFC 4648, 4); constraints count bytes.
class blob {
  public:
    constexpr blob() noexcept = default;
    explicit blob(std::string bytes) : storage_(detail::text_storage::owned(std::move(bytes))) {}
    explicit blob(std::span<std::byte const> bytes)
        : blob(std::string(reinterpret_cast<char const*>(bytes.data()), bytes.size())) {}

    constexpr explicit blob(detail::borrowed_slice s) noexcept : storage_(detail::text_storage::borrowed(s.slice)) {}
    constexpr explicit blob(detail::vacant_t none) noexcept : storage_(none) {}
    friend constexpr bool is_vacant(blob const& b) noexcept { return b.storage_.is_vacant(); }

    /// The bytes; valid as long as this blob is neither changed nor destroyed, and the reply lives that it borrows from.
    std::span<std::byte const> bytes() const noexcept { return {reinterpret_cast<std::byte const*>(view().data()), size()}; }
    constexpr std::string_view view() const noexcept { return storage_.view(); }
    constexpr std::size_t size() const noexcept { return view().size(); }
    constexpr bool empty() const noexcept { return view().empty(); }

    constexpr bool is_borrowed() const noexcept { return storage_.is_borrowed(); }
    void own() { storage_.own(); }

    friend constexpr bool operator==(blob const& a, blob const& b) noexcept { return a.view() == b.view(); }
    friend constexpr std::strong_ordering operator<=>(blob const& a, blob const& b) noexcept { return a.view() <=> b.view(); }

    /// Prints the size alone: "(42 bytes)".
    template <class Char, class Traits> friend auto& operator<<(std::basic_ostream<Char, Traits>& out, blob const& b) {
        return out << '(' << b.size() << std::string_view(" bytes)");
    }

  private:
    detail::text_storage storage_{};
};

namespace detail {
template <> inline constexpr bool can_be_vacant<blob> = true;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_BLOB_HPP
