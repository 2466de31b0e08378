// A list that is short nearly always: its first elements need no allocation.

#ifndef CPPSMITH_DETAIL_SHORT_LIST_HPP
#define CPPSMITH_DETAIL_SHORT_LIST_HPP

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

namespace cppsmith::inline v0::detail {

/// A growing list of plain values. Up to `N` of them live in the list itself, all of them on the heap beyond that.
/// Stays where it is.
template <class T, std::size_t N>
requires std::is_trivially_copyable_v<T>
class short_list {
  public:
    short_list() = default;
    short_list(short_list const&) = delete;
    short_list& operator=(short_list const&) = delete;

    void push_back(T const& value) {
        if (size_ < N && many_.empty()) std::construct_at(few() + size_, value);
        else push_far(value);
        ++size_;
    }
    void pop_back_if_any() {
        if (size_ == 0) return;
        if (!many_.empty()) many_.pop_back();
        --size_;
    }

    std::size_t size() const noexcept { return size_; }
    T* begin() noexcept { return many_.empty() ? few() : many_.data(); }
    T* end() noexcept { return begin() + size_; }
    T const* begin() const noexcept { return const_cast<short_list*>(this)->begin(); }
    T const* end() const noexcept { return begin() + size_; }

  private:
    [[gnu::cold, gnu::noinline]] void push_far(T const& value) {
        if (many_.empty()) many_.assign(few(), few() + size_);
        many_.push_back(value);
    }
    T* few() noexcept { return reinterpret_cast<T*>(few_); }

    std::size_t size_ = 0;
    std::vector<T> many_{};
    alignas(T) std::byte few_[N * sizeof(T)]; ///< not filled before it is used
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_SHORT_LIST_HPP
