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
template <class K, class V> class map_builder {
    using value_type = entry<K, V>;

  public:
    map_builder(arena* room, std::size_t expected) : room_(room) {
        if (expected != 0) grow(expected);
    }
    map_builder(map_builder const&) = delete;
    map_builder& operator=(map_builder const&) = delete;
    ~map_builder() {
        std::destroy_n(entries_, size_);
        give_back();
    }

    std::size_t size() const noexcept { return size_; }

    /// A key is a slice or a `std::string_view`.
    template <class Key, class Value> [[gnu::always_inline]] value_type& add(Key key, Value&& value) {
        if (size_ == capacity_) [[unlikely]]
            grow(capacity_ + capacity_ / 2 + 4);
        auto& added = *::new (static_cast<void*>(entries_ + size_)) value_type{K(key), V(std::forward<Value>(value))};
        ++size_; // once it is there: it may have thrown
        auto const length = std::uint64_t{1} << (characters(key).size() & 63);
        may_repeat_ |= (lengths_ & length) != 0;
        lengths_ |= length;
        return added;
    }
    void drop_last() noexcept { std::destroy_at(entries_ + --size_); }

    /// Fills a map with these entries; of those with an equal key the last one counts, at the place of the first.
    void finish(map<K, V>& out) {
        settle_duplicates();
        if (room_) room_->give_back(entries_ + size_, entries_ + capacity_);
        out.take(entries_, size_, room_ ? 0 : capacity_);
        entries_ = nullptr;
        size_ = capacity_ = 0;
    }

  private:
    static constexpr std::size_t few = 12; // so many are compared each with each

    std::string_view key(std::size_t i) const noexcept { return entries_[i].key; }

    static std::string_view characters(std::string_view key) noexcept { return key; }
    static std::string_view characters(auto const& key) noexcept { return key.slice; }

    void settle_duplicates() {
        if (!may_repeat_) return;
        if (size_ > few) return settle_many();
        for (std::size_t i = 1; i < size_; ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (key(i).size() == key(j).size() && key(i) == key(j)) return settle_many();
    }

    [[gnu::cold, gnu::noinline]] void settle_many() {
        std::vector<std::size_t> order(size_);
        for (std::size_t i = 0; i < size_; ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [this](auto a, auto b) {
            auto const by_key = key(a) <=> key(b);
            return by_key < 0 || (by_key == 0 && a < b);
        });
        std::vector<bool> replaced(size_);
        for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
            if (key(order[first]) != key(order[i])) {
                first = i;
                continue;
            }
            entries_[order[first]].value = std::move(entries_[order[i]].value);
            replaced[order[i]] = true;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < size_; ++i)
            if (!replaced[i] && kept++ != i) entries_[kept - 1] = std::move(entries_[i]);
        while (size_ > kept) drop_last();
    }

    [[gnu::noinline]] void grow(std::size_t n) {
        auto* const made = room_ ? room_->allocate<value_type>(n) : std::allocator<value_type>().allocate(n);
        for (std::size_t i = 0; i < size_; ++i) {
            std::construct_at(made + i, std::move(entries_[i]));
            std::destroy_at(entries_ + i);
        }
        give_back();
        entries_ = made;
        capacity_ = n;
    }
    void give_back() noexcept {
        if (entries_ && !room_) std::allocator<value_type>().deallocate(entries_, capacity_);
    }

    arena* room_;
    value_type* entries_ = nullptr;
    std::size_t size_ = 0, capacity_ = 0;
    std::uint64_t lengths_ = 0; ///< a bit for each length of a key, modulo 64
    bool may_repeat_ = false;   ///< two keys have the same bit
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_MAP_BUILDER_HPP
