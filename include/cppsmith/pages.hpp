// pages, items: a listing as a range. `for (auto& page : aws.pages<iot::ListCACertificates>({...}))`

#ifndef CPPSMITH_PAGES_HPP
#define CPPSMITH_PAGES_HPP

#include <cppsmith/client_options.hpp>
#include <cppsmith/pages/items.hpp>
#include <cppsmith/pages/next.hpp>
#include <cppsmith/reply.hpp>
#include <cppsmith/result.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace cppsmith::inline v0 {

/// The pages of a listing, each a `result<reply<Response>>`: an input range, whose pages are fetched as the iterator comes to them. After
/// an error, which is the last page then, and after the last page, the range ends. What `client::pages` gives.
///
/// A page, and all that borrows from it, lives until the iterator moves on. The range keeps a reference to the client, and is walked once.
/// `Client` is whatever has `call<Op>(request, call_options)`.
template <class Client, class Op> class page_range {
    static_assert(paginated_operation<Op>, "the model does not say how the pages of this operation follow each other");

  public:
    using page = result<reply<typename Op::response>>;

    page_range(Client const& client, typename Op::request request, page_options options = {}, call_options call = {})
        : client_(client), request_(std::move(request)), options_(std::move(options)), call_(std::move(call)) {}
    page_range(page_range const&) = delete;
    page_range& operator=(page_range const&) = delete;

    class iterator {
      public:
        using value_type = page;
        using difference_type = std::ptrdiff_t;

        page& operator*() const noexcept { return *range_->page_; }
        page* operator->() const noexcept { return &*range_->page_; }
        iterator& operator++() {
            range_->advance();
            return *this;
        }
        void operator++(int) { ++*this; }
        bool operator==(std::default_sentinel_t) const noexcept { return !range_->page_.has_value(); }

      private:
        explicit iterator(page_range* range) noexcept : range_(range) {}
        page_range* range_;
        friend page_range;
    };

    /// Fetches the first page.
    iterator begin() {
        if (options_.max_items == 0) return iterator(this);
        if (auto const done = first_page<Op>(request_, options_); !done) page_.emplace(done.error());
        else fetch();
        return iterator(this);
    }
    std::default_sentinel_t end() const noexcept { return {}; }

    /// The request for the page that the iterator is at: its token is where a walk can go on later.
    typename Op::request const& request() const noexcept { return request_; }

  private:
    void fetch() {
        page_.reset(); // one page at a time
        page_.emplace(client_.template call<Op>(request_, call_));
    }

    void advance() {
        if (!*page_) return page_.reset(); // an error was the last page
        auto const& value = (**page_).value();
        seen_ += detail::count_items<Op>(value);
        if (seen_ >= options_.max_items) return page_.reset();
        auto const more = next_page<Op>(request_, value);
        if (!more) page_.emplace(more.error());
        else if (*more) fetch();
        else page_.reset();
    }

    Client const& client_;
    typename Op::request request_;
    page_options options_;
    call_options call_;
    std::size_t seen_ = 0;
    std::optional<page> page_{};
};

/// The items of a listing, page after page: an input range of `item`s. What `client::items` gives. An error is the last item; pages without
/// items are passed over. `Result` is the path to one of several lists (`items<Op, &Response::CommonPrefixes>`), and empty where the
/// operation has one alone. Walked once, and as to lifetimes like `page_range`.
template <class Client, class Op, auto... Result> class item_range {
    using list = detail::item_list<Op, Result...>;

  public:
    item_range(Client const& client, typename Op::request request, page_options options = {}, call_options call = {})
        : limit_(options.max_items), pages_(client, std::move(request), without_limit(std::move(options)), std::move(call)) {}
    item_range(item_range const&) = delete;
    item_range& operator=(item_range const&) = delete;

    class iterator {
      public:
        using value_type = item<typename list::value_type>;
        using difference_type = std::ptrdiff_t;

        value_type const& operator*() const noexcept { return range_->item_; }
        value_type const* operator->() const noexcept { return &range_->item_; }
        iterator& operator++() {
            range_->advance();
            return *this;
        }
        void operator++(int) { ++*this; }
        bool operator==(std::default_sentinel_t) const noexcept { return range_->done_; }

      private:
        explicit iterator(item_range* range) noexcept : range_(range) {}
        item_range* range_;
        friend item_range;
    };

    iterator begin() {
        done_ = limit_ == 0;
        if (!done_) {
            page_.emplace(pages_.begin());
            open();
        }
        return iterator(this);
    }
    std::default_sentinel_t end() const noexcept { return {}; }

  private:
    static page_options without_limit(page_options options) {
        options.max_items = page_options{}.max_items;
        return options;
    }

    /// Goes to the first item from this page on.
    void open() {
        for (index_ = 0; *page_ != std::default_sentinel; ++*page_) {
            auto const& page = **page_;
            if (!page) return item_.refer(page.error());
            items_.open((*page).value());
            if (items_.size() > 0) return item_.refer(items_[0]);
        }
        done_ = true;
    }

    void advance() {
        done_ = !item_ || ++given_ == limit_;
        if (done_) return;
        if (++index_ < items_.size()) return item_.refer(items_[index_]);
        ++*page_;
        open();
    }

    std::size_t limit_;
    page_range<Client, Op> pages_;
    std::optional<typename page_range<Client, Op>::iterator> page_{};
    list items_{};
    std::size_t index_ = 0, given_ = 0;
    item<typename list::value_type> item_{};
    bool done_ = false;
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_PAGES_HPP
