// Room for what lives as long as a reply: the entries of its maps.

#ifndef CPPSMITH_DETAIL_ARENA_HPP
#define CPPSMITH_DETAIL_ARENA_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

namespace cppsmith::inline v0::detail {

/// Blocks of memory, given out from front to back and given back together. It runs no destructors. Moving it moves nothing inside.
class arena {
  public:
    arena() noexcept = default;
    arena(arena&& other) noexcept
        : last_(std::exchange(other.last_, nullptr)), free_(std::exchange(other.free_, nullptr)),
          end_(std::exchange(other.end_, nullptr)) {}
    arena& operator=(arena&& other) noexcept {
        std::swap(last_, other.last_);
        std::swap(free_, other.free_);
        std::swap(end_, other.end_);
        return *this;
    }
    ~arena() {
        while (last_) ::operator delete(std::exchange(last_, last_->previous));
    }

    /// Room for `n` values of T, aligned for it.
    template <class T> T* allocate(std::size_t n) {
        static_assert(alignof(T) <= alignof(std::max_align_t) && sizeof(T) % alignof(T) == 0);
        auto bytes = n * sizeof(T);
        if constexpr (sizeof(T) % alignof(std::max_align_t) != 0)
            bytes = (bytes + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
        if (static_cast<std::size_t>(end_ - free_) < bytes) add_block(bytes);
        return reinterpret_cast<T*>(std::exchange(free_, free_ + bytes));
    }

    /// Takes back [from, to), the end of what was given out, if nothing was since.
    template <class T> void give_back(T* from, T* to) noexcept {
        if (align(to) == free_) free_ = align(from);
    }

    /// How much the next block holds at least; a reader knows from the size of its text.
    void expect(std::size_t bytes) noexcept { next_ = std::min(bytes, most_expected); }

  private:
    static constexpr std::size_t least_block = 512, most_expected = 32768;

    struct alignas(std::max_align_t) block {
        block* previous;
    };

    template <class T> static char* align(T* place) noexcept {
        auto* const p = reinterpret_cast<char*>(place);
        if constexpr (sizeof(T) % alignof(std::max_align_t) == 0) return p;
        auto const past = reinterpret_cast<std::uintptr_t>(p) % alignof(std::max_align_t);
        return past == 0 ? p : p + (alignof(std::max_align_t) - past);
    }

    void add_block(std::size_t bytes) {
        auto const size = std::max(bytes, std::max(next_, least_block));
        auto* const raw = static_cast<char*>(::operator new(sizeof(block) + size));
        last_ = ::new (raw) block{last_};
        free_ = raw + sizeof(block);
        end_ = free_ + size;
        next_ = std::max(next_, std::min<std::size_t>(size * 2, 65536));
    }

    block* last_ = nullptr;
    char* free_ = nullptr;
    char* end_ = nullptr;
    std::size_t next_ = 1024;
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_ARENA_HPP
