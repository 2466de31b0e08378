// item: one entry of a listing, or the error that ended it; and the lists that items come from.

#ifndef CPPSMITH_PAGES_ITEMS_HPP
#define CPPSMITH_PAGES_ITEMS_HPP

#include <cppsmith/error.hpp>
#include <cppsmith/jmespath/evaluate.hpp>
#include <cppsmith/paginated.hpp>
#include <cppsmith/result.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace cppsmith::inline v0 {

/// An item, in place in its page, or an error: `if (!item) use(item.error()); else use(item->name);`. It is as good as its range: once the
/// range moves on it means the next one, so it cannot be copied. A copy of its value (`auto thing = *item`) is independent.
template <class T> class item {
  public:
    item() = default;
    item(item const&) = delete;
    item& operator=(item const&) = delete;

    bool has_value() const noexcept { return value_ != nullptr; }
    bool has_error() const noexcept { return value_ == nullptr; }
    explicit operator bool() const noexcept { return has_value(); }

    /// The item; where there is an error, `value` throws `failure` (ends the program where exceptions are off), and the operators may not be
    /// used.
    T const& value() const {
        if (!value_) throw_exception_from_error(error_, BOOST_CURRENT_LOCATION);
        return *value_;
    }
    T const& operator*() const noexcept { return *value_; }
    T const* operator->() const noexcept { return value_; }

    /// What ended the listing; where there is an item, an error that says nothing.
    cppsmith::error const& error() const noexcept { return error_; }

    /// What a range makes it mean.
    void refer(T const& value) noexcept { value_ = &value; }
    void refer(cppsmith::error e) noexcept { value_ = nullptr, error_ = std::move(e); }

  private:
    T const* value_ = nullptr;
    cppsmith::error error_{};
};

namespace detail {

/// The lists of `paginated<...>` that are items.
template <class... Lists> struct item_lists {
    static constexpr std::size_t size = sizeof...(Lists);
};

template <class Found, class... Parts> struct find_items {
    using type = Found;
};
template <class... Found, auto... Path, class... More> struct find_items<item_lists<Found...>, page_items<Path...>, More...> {
    using type = typename find_items<item_lists<Found..., page_items<Path...>>, More...>::type;
};
template <class... Found, class Other, class... More> struct find_items<item_lists<Found...>, Other, More...> {
    using type = typename find_items<item_lists<Found...>, More...>::type;
};

template <class Parts> struct items_of;
template <class... Parts> struct items_of<paginated<Parts...>> {
    using type = typename find_items<item_lists<>, Parts...>::type;
};

/// The list that a path asks for, or the only one.
template <class Lists, auto... Result> struct chosen;
template <class... Lists, auto First, auto... More> struct chosen<item_lists<Lists...>, First, More...> {
    static_assert((std::is_same_v<Lists, page_items<First, More...>> || ...),
                  "the pages of this operation have no such list of items");
    using type = page_items<First, More...>;
};
template <class Only> struct chosen<item_lists<Only>> {
    using type = Only;
};
template <class A, class B, class... More> struct chosen<item_lists<A, B, More...>> {
    static_assert(!std::is_same_v<A, A>,
                  "this operation has several lists of items: name one, items<Operation, &Response::member>");
};
template <> struct chosen<item_lists<>> {
    template <class Op> static constexpr bool none = false;
};

/// The entries of a list or a map in a page. Opened anew for each page; it borrows from that.
template <class Op, auto... Path> class opened_list {
    using found_type = decltype(jmespath::evaluate<Path...>(static_cast<typename Op::response const*>(nullptr)));

    static decltype(auto) entry(found_type const& found, std::size_t index) {
        if constexpr (jmespath::map_value<found_type>) return found->begin() + index;
        else return jmespath::element_at(found, index);
    }

  public:
    using entry_pointer = decltype(entry(std::declval<found_type const&>(), 0));
    static_assert(std::is_pointer_v<entry_pointer>, "the items of this operation are not in its pages, but computed: use pages");
    using value_type = std::remove_cv_t<std::remove_pointer_t<entry_pointer>>;

    void open(typename Op::response const& page) { found_ = jmespath::evaluate<Path...>(&page); }
    std::size_t size() const noexcept {
        if constexpr (jmespath::map_value<found_type>) return found_ ? found_->size() : 0;
        else return found_ ? jmespath::size_of(found_) : 0;
    }
    value_type const& operator[](std::size_t index) const { return *entry(found_, index); }

  private:
    found_type found_{};
};

template <class Op, class List> struct opened;
template <class Op, auto... Path> struct opened<Op, page_items<Path...>> {
    using type = opened_list<Op, Path...>;
};

template <class Op> using item_lists_of = typename items_of<typename Op::pagination>::type;

template <class Op, auto... Result> struct item_list_of {
    static_assert(item_lists_of<Op>::size > 0, "the model does not say where the items of this operation are: use pages");
    using type = typename opened<Op, typename chosen<item_lists_of<Op>, Result...>::type>::type;
};
template <class Op, auto... Result> using item_list = typename item_list_of<Op, Result...>::type;

/// How many items a page holds, in all its lists.
template <class Op, class... Lists> std::size_t count_in(item_lists<Lists...>, typename Op::response const& page) {
    [[maybe_unused]] auto const count = [&](auto list) {
        list.open(page);
        return list.size();
    };
    return (std::size_t{0} + ... + count(typename opened<Op, Lists>::type{}));
}
template <class Op> std::size_t count_items(typename Op::response const& page) { return count_in<Op>(item_lists_of<Op>{}, page); }

} // namespace detail

} // namespace cppsmith::inline v0

#endif // CPPSMITH_PAGES_ITEMS_HPP
