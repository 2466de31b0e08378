// map: keys to values, in the order of insertion.

#ifndef CPPSMITH_MAP_HPP
#define CPPSMITH_MAP_HPP

#include <cppsmith/detail/compare.hpp>
#include <cppsmith/detail/kinds.hpp>
#include <cppsmith/detail/text_storage.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector> // for std::construct_at: <memory>, where it should come from, costs each build a tenth of a second

namespace cppsmith::inline v0 {

namespace detail {
template <class K, class V> class map_builder;
}

/// One entry of a map: an aggregate, so that literal keys and values reach the compiler's check, and `auto& [key, value]` works.
template <class K, class V> struct entry {
    K key;
    V value;
    friend auto operator<=>(entry const&, entry const&) = default;
};

/// A map shape: a flat list of entries in the order of insertion, each key once: `{{"a", "1"}, {"b", "2"}}`.
///
/// Lookup is linear in the number of entries. Entries are contiguous; adding one invalidates references and iterators to all.
/// Two maps are equal if they hold equal entries, in whatever order; they are ordered by their entries as if sorted by key.
/// The entries of a map in a reply live in the reply; a copy of the map has its own.
template <class K, class V> class map {
  public:
    using key_type = K;
    using mapped_type = V;
    using value_type = entry<K, V>;
    using iterator = value_type*;
    using const_iterator = value_type const*;

    constexpr map() noexcept = default;
    /// Of entries with an equal key the last one counts.
    constexpr map(std::initializer_list<value_type> list) : map() {
        reserve(list.size());
        for (auto const& e : list) insert_or_assign(e.key, e.value);
    }
    constexpr map(map const& other) : map() {
        reserve(other.size_);
        for (auto const& e : other) append(value_type(e));
        if (other.capacity_ == vacant) capacity_ = vacant;
    }
    constexpr map(map&& other) noexcept : entries_(other.entries_), size_(other.size_), capacity_(other.capacity_) {
        other.let_go();
    }
    constexpr map& operator=(map const& other) {
        if (this != &other) *this = map(other);
        return *this;
    }
    constexpr map& operator=(map&& other) noexcept {
        map taken(std::move(other)); // first: it may lie in one of the entries that go
        std::swap(entries_, taken.entries_);
        std::swap(size_, taken.size_);
        std::swap(capacity_, taken.capacity_);
        return *this;
    }
    constexpr ~map() { drop(); }

    constexpr iterator begin() noexcept { return entries_; }
    constexpr iterator end() noexcept { return entries_ + size_; }
    constexpr const_iterator begin() const noexcept { return entries_; }
    constexpr const_iterator end() const noexcept { return entries_ + size_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    constexpr void clear() noexcept {
        while (size_ != 0) std::destroy_at(entries_ + --size_);
    }
    constexpr void reserve(std::size_t n) {
        if (n > capacity()) relocate(n);
    }

    constexpr iterator find(std::string_view key) noexcept { return entries_ + index_of(key); }
    constexpr const_iterator find(std::string_view key) const noexcept { return entries_ + index_of(key); }
    constexpr bool contains(std::string_view key) const noexcept { return index_of(key) != size_; }

    /// The value of an entry, made empty where there was none.
    constexpr V& operator[](K key) {
        if (auto const found = find(std::string_view(key)); found != end()) return found->value;
        return append({std::move(key), V{}}).value;
    }

    /// Adds an entry, or replaces the value of the one that has this key. True where it was added.
    constexpr bool insert_or_assign(K key, V value) {
        if (auto const found = find(std::string_view(key)); found != end()) {
            found->value = std::move(value);
            return false;
        }
        append({std::move(key), std::move(value)});
        return true;
    }

    /// The number of entries removed: 0 or 1.
    constexpr std::size_t erase(std::string_view key) {
        auto const found = find(key);
        if (found == end()) return 0;
        for (auto e = found; e + 1 != end(); ++e) *e = std::move(e[1]);
        std::destroy_at(entries_ + --size_);
        return 1;
    }

    constexpr explicit map(detail::vacant_t) noexcept : capacity_(vacant) {}
    friend constexpr bool is_vacant(map const& m) noexcept { return m.capacity_ == vacant; }

    friend constexpr bool operator==(map const& a, map const& b) {
        if (a.size() != b.size() || std::equal(a.begin(), a.end(), b.begin())) return a.size() == b.size();
        auto const x = a.sorted(), y = b.sorted();
        return std::equal(x.begin(), x.end(), y.begin(), [](auto const* l, auto const* r) { return *l == *r; });
    }

    friend std::partial_ordering operator<=>(map const& a, map const& b) // of one category: V may hold such maps
    requires detail::ordered<V>
    {
        auto const x = a.sorted(), y = b.sorted();
        return std::lexicographical_compare_three_way(x.begin(), x.end(), y.begin(), y.end(),
                                                      [](auto const* l, auto const* r) { return *l <=> *r; });
    }

  private:
    friend class detail::map_builder<K, V>;

    static constexpr std::uint32_t vacant = 0xffff'ffff;

    void take(value_type* entries, std::size_t size, std::size_t capacity) noexcept {
        drop();
        entries_ = entries;
        size_ = static_cast<std::uint32_t>(size);
        capacity_ = static_cast<std::uint32_t>(capacity);
    }

    constexpr std::size_t capacity() const noexcept { return capacity_ == vacant ? 0 : capacity_; }

    constexpr std::size_t index_of(std::string_view key) const noexcept {
        std::size_t i = 0;
        while (i < size_ && std::string_view(entries_[i].key) != key) ++i;
        return i;
    }

    constexpr value_type& append(value_type&& e) {
        if (size_ >= capacity()) relocate(std::size_t{size_} + size_ / 2 + 2);
        return *std::construct_at(entries_ + size_++, std::move(e));
    }

    /// Moves the entries into room of the map's own.
    constexpr void relocate(std::size_t n) {
        auto* const room = std::allocator<value_type>().allocate(n);
        auto const size = size_;
        for (std::size_t i = 0; i < size; ++i) std::construct_at(room + i, std::move(entries_[i]));
        drop();
        entries_ = room;
        size_ = size;
        capacity_ = static_cast<std::uint32_t>(n);
    }

    /// Of a map in a reply, texts hold nothing that would have to be given back.
    static constexpr bool borrows_all = detail::is_borrowable<K> && detail::is_borrowable<V>;

    constexpr void drop() noexcept {
        if (capacity_ == 0 && borrows_all) return;
        clear();
        if (capacity() != 0) std::allocator<value_type>().deallocate(entries_, capacity_);
    }
    constexpr void let_go() noexcept {
        entries_ = nullptr;
        size_ = 0;
        if (capacity_ != vacant) capacity_ = 0;
    }

    std::vector<value_type const*> sorted() const {
        std::vector<value_type const*> order;
        order.reserve(size());
        for (auto const& e : *this) order.push_back(&e);
        std::sort(order.begin(), order.end(), [](auto const* l, auto const* r) { return l->key < r->key; });
        return order;
    }

    value_type* entries_ = nullptr;
    std::uint32_t size_ = 0;
    std::uint32_t capacity_ = 0; ///< 0 with entries: they live in a reply
};

namespace detail {
template <class K, class V> inline constexpr bool can_be_vacant<map<K, V>> = true;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_MAP_HPP
