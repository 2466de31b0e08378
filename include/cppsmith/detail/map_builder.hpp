// How a decoder fills a map: entries appended as they come, duplicates settled once at the end.

#ifndef CPPSMITH_DETAIL_MAP_BUILDER_HPP
#define CPPSMITH_DETAIL_MAP_BUILDER_HPP

#include <cppsmith/detail/arena.hpp>
#include <cppsmith/map.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0::detail {

/// Collects entries in an arena, or on the heap where there is none. O(n log n) in the entries, whatever their keys.
///
/// What is rare is static, and told where the entries are: nobody gets the builder's own address, so that it stays in registers.
template <class K, class V> class map_builder {
    using value_type = entry<K, V>;

  public:
    map_builder(arena* room, std::size_t expected) : room_(room) {
        if (expected != 0) use(allocate(room, expected), 0, expected);
    }
    map_builder(map_builder const&) = delete;
    map_builder& operator=(map_builder const&) = delete;
    [[gnu::always_inline]] ~map_builder() {
        if (entries_) discard(room_, entries_, size(), capacity());
    }

    std::size_t size() const noexcept { return static_cast<std::size_t>(end_ - entries_); }

    /// A key is a slice or a `std::string_view`; the value is made of the rest.
    template <class Key, class... Arguments> [[gnu::always_inline]] value_type& add(Key key, Arguments&&... arguments) {
        if (end_ == limit_) [[unlikely]] {
            auto const n = size(), more = n + n / 2 + 4;
            use(relocate(room_, entries_, n, capacity(), more), n, more);
        }
        auto& added = *::new (static_cast<void*>(end_)) value_type{K(key), V(std::forward<Arguments>(arguments)...)};
        ++end_; // once it is there: it may have thrown
        auto const length = std::uint64_t{1} << (characters(key).size() & 31);
        lengths_ |= length;
        sum_ += length;
        return added;
    }
    void drop_last() noexcept { std::destroy_at(--end_); }

    /// Fills a map with these entries; of those with an equal key the last one counts, at the place of the first.
    [[gnu::always_inline]] void finish(map<K, V>& out) {
        if (sum_ != lengths_) end_ = entries_ + settle_duplicates(entries_, size());
        if (room_) room_->give_back(end_, limit_);
        out.take(entries_, size(), room_ ? 0 : capacity());
        entries_ = end_ = limit_ = nullptr;
    }

  private:
    static constexpr std::size_t few = 12; // so many are compared each with each

    std::size_t capacity() const noexcept { return static_cast<std::size_t>(limit_ - entries_); }
    void use(value_type* entries, std::size_t size, std::size_t capacity) noexcept {
        entries_ = entries;
        end_ = entries + size;
        limit_ = entries + capacity;
    }

    static std::string_view characters(std::string_view key) noexcept { return key; }
    static std::string_view characters(auto const& key) noexcept { return key.slice; }
    static std::string_view key_of(value_type const& e) noexcept { return e.key; }

    /// How many entries are left.
    [[gnu::noinline]] static std::size_t settle_duplicates(value_type* entries, std::size_t n) {
        if (n > few) return settle_many(entries, n);
        for (std::size_t i = 1; i < n; ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (key_of(entries[i]) == key_of(entries[j])) return settle_many(entries, n);
        return n;
    }

    [[gnu::cold, gnu::noinline]] static std::size_t settle_many(value_type* entries, std::size_t n) {
        std::vector<std::size_t> order(n);
        for (std::size_t i = 0; i < n; ++i) order[i] = i;
        auto const key = [entries](std::size_t i) { return key_of(entries[i]); };
        std::sort(order.begin(), order.end(), [key](auto a, auto b) {
            auto const by_key = key(a) <=> key(b);
            return by_key < 0 || (by_key == 0 && a < b);
        });
        std::vector<bool> replaced(n);
        for (std::size_t i = 1, first = 0; i < n; ++i) {
            if (key(order[first]) != key(order[i])) {
                first = i;
                continue;
            }
            entries[order[first]].value = std::move(entries[order[i]].value);
            replaced[order[i]] = true;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < n; ++i)
            if (!replaced[i] && kept++ != i) entries[kept - 1] = std::move(entries[i]);
        std::destroy(entries + kept, entries + n);
        return kept;
    }

    static value_type* allocate(arena* room, std::size_t n) {
        return room ? room->allocate<value_type>(n) : std::allocator<value_type>().allocate(n);
    }
    static void give_back(arena const* room, value_type* entries, std::size_t capacity) noexcept {
        if (entries && !room) std::allocator<value_type>().deallocate(entries, capacity);
    }
    [[gnu::noinline]] static value_type* relocate(arena* room, value_type* entries, std::size_t size, std::size_t capacity,
                                                  std::size_t more) {
        auto* const made = allocate(room, more);
        for (std::size_t i = 0; i < size; ++i) {
            std::construct_at(made + i, std::move(entries[i]));
            std::destroy_at(entries + i);
        }
        give_back(room, entries, capacity);
        return made;
    }
    [[gnu::cold, gnu::noinline]] static void discard(arena const* room, value_type* entries, std::size_t size,
                                                     std::size_t capacity) noexcept {
        std::destroy_n(entries, size);
        give_back(room, entries, capacity);
    }

    arena* room_;
    value_type* entries_ = nullptr;
    value_type* end_ = nullptr;
    value_type* limit_ = nullptr;
    std::uint64_t lengths_ = 0; ///< a bit for each length of a key, modulo 32
    std::uint64_t sum_ = 0;     ///< the same bits, added up: another number as soon as two keys have the same one
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_MAP_BUILDER_HPP
