// Memory between two pages that nobody may touch: what reads or writes only one byte too far dies.

#ifndef CPPSMITH_TESTS_SUPPORT_GUARD_PAGE_HPP
#define CPPSMITH_TESTS_SUPPORT_GUARD_PAGE_HPP

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <new>
#include <string_view>

namespace cppsmith_tests {

/// Whole pages, at least `size` bytes, behind an unreadable page and before another one.
class guarded_memory {
  public:
    explicit guarded_memory(std::size_t size) {
        auto const page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        size_ = (size + page - 1) / page * page;
        if (size_ == 0) size_ = page;
        whole_ = size_ + 2 * page;
        void* const mapped = ::mmap(nullptr, whole_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (mapped == MAP_FAILED) throw std::bad_alloc();
        mapped_ = static_cast<char*>(mapped);
        if (::mprotect(mapped_ + page, size_, PROT_READ | PROT_WRITE) != 0) {
            ::munmap(mapped_, whole_);
            throw std::bad_alloc();
        }
        begin_ = mapped_ + page;
    }
    guarded_memory(guarded_memory const&) = delete;
    guarded_memory& operator=(guarded_memory const&) = delete;
    ~guarded_memory() { ::munmap(mapped_, whole_); }

    std::size_t size() const noexcept { return size_; }

    /// The first byte, right behind an unreadable page.
    char* front() const noexcept { return begin_; }
    /// `n` bytes, the last one of which is the last before an unreadable page.
    char* back(std::size_t n) const noexcept { return begin_ + (size_ - n); }

    /// The text, copied to the front or to the back.
    std::string_view at_front(std::string_view text) const noexcept { return put(front(), text); }
    std::string_view at_back(std::string_view text) const noexcept { return put(back(text.size()), text); }

  private:
    static std::string_view put(char* to, std::string_view text) noexcept {
        if (!text.empty()) std::memcpy(to, text.data(), text.size());
        return {to, text.size()};
    }

    char* mapped_ = nullptr;
    char* begin_ = nullptr;
    std::size_t size_ = 0, whole_ = 0;
};

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_GUARD_PAGE_HPP
