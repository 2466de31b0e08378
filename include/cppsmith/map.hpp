// map: keys to values, in the order of insertion.

#ifndef CPPSMITH_MAP_HPP
#define CPPSMITH_MAP_HPP

#include <cppsmith/detail/kinds.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <initializer_list>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0 {

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
template <class K, class V> class map {
    using entries = std::vector<entry<K, V>>;

  public:
    using key_type = K;
    using mapped_type = V;
    using value_type = entry<K, V>;
    using iterator = typename entries::iterator;
    using const_iterator = typename entries::const_iterator;

    constexpr map() noexcept = default;
    /// Of entries with an equal key the last one counts.
    constexpr map(std::initializer_list<entry<K, V>> list) {
        entries_.reserve(list.size());
        for (auto const& e : list) insert_or_assign(e.key, e.value);
    }

    /// The map of these entries; of those with an equal key the last one counts, at the place of the first. O(n log n).
    static map from_entries(std::vector<entry<K, V>> list) {
        std::vector<std::size_t> order(list.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](auto a, auto b) {
            auto const by_key = list[a].key <=> list[b].key;
            return by_key < 0 || (by_key == 0 && a < b);
        });
        std::vector<bool> replaced(list.size());
        bool unique = true;
        for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
            if (list[order[first]].key != list[order[i]].key) {
                first = i;
                continue;
            }
            list[order[first]].value = std::move(list[order[i]].value);
            replaced[order[i]] = true;
            unique = false;
        }
        map made;
        if (unique) {
            made.entries_ = std::move(list);
            return made;
        }
        for (std::size_t i = 0; i < list.size(); ++i)
            if (!replaced[i]) made.entries_.push_back(std::move(list[i]));
        return made;
    }

    constexpr iterator begin() noexcept { return entries_.begin(); }
    constexpr iterator end() noexcept { return entries_.end(); }
    constexpr const_iterator begin() const noexcept { return entries_.begin(); }
    constexpr const_iterator end() const noexcept { return entries_.end(); }
    constexpr std::size_t size() const noexcept { return entries_.size(); }
    constexpr bool empty() const noexcept { return entries_.empty(); }
    constexpr void clear() noexcept { entries_.clear(); }
    constexpr void reserve(std::size_t n) { entries_.reserve(n); }

    constexpr iterator find(std::string_view key) noexcept { return std::find_if(begin(), end(), has(key)); }
    constexpr const_iterator find(std::string_view key) const noexcept { return std::find_if(begin(), end(), has(key)); }
    constexpr bool contains(std::string_view key) const noexcept { return find(key) != end(); }

    /// The value of an entry, made empty where there was none.
    constexpr V& operator[](K key) {
        if (auto const found = find(std::string_view(key)); found != end()) return found->value;
        return entries_.push_back({std::move(key), V{}}), entries_.back().value;
    }

    /// Adds an entry, or replaces the value of the one that has this key. True where it was added.
    constexpr bool insert_or_assign(K key, V value) {
        if (auto const found = find(std::string_view(key)); found != end()) {
            found->value = std::move(value);
            return false;
        }
        entries_.push_back({std::move(key), std::move(value)});
        return true;
    }

    /// The number of entries removed: 0 or 1.
    constexpr std::size_t erase(std::string_view key) {
        auto const found = find(key);
        if (found == end()) return 0;
        entries_.erase(found);
        return 1;
    }

    friend constexpr bool operator==(map const& a, map const& b) {
        if (a.size() != b.size() || a.entries_ == b.entries_) return a.size() == b.size();
        auto const x = a.sorted(), y = b.sorted();
        return std::equal(x.begin(), x.end(), y.begin(), [](auto const* l, auto const* r) { return *l == *r; });
    }

    friend auto operator<=>(map const& a, map const& b)
    requires std::three_way_comparable<V>
    {
        auto const x = a.sorted(), y = b.sorted();
        return std::lexicographical_compare_three_way(x.begin(), x.end(), y.begin(), y.end(),
                                                      [](auto const* l, auto const* r) { return *l <=> *r; });
    }

  private:
    std::vector<entry<K, V> const*> sorted() const {
        std::vector<entry<K, V> const*> order;
        order.reserve(size());
        for (auto const& e : entries_) order.push_back(&e);
        std::sort(order.begin(), order.end(), [](auto const* l, auto const* r) { return l->key < r->key; });
        return order;
    }

    static constexpr auto has(std::string_view key) noexcept {
        return [key](auto const& e) { return std::string_view(e.key) == key; };
    }

    entries entries_{};
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_MAP_HPP
