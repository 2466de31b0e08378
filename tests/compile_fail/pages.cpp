// FAIL no_pages: the model does not say how the pages of this operation follow each other
// FAIL several_lists: this operation has several lists of items: name one
// FAIL no_such_list: the pages of this operation have no such list of items
// FAIL no_items: the model does not say where the items of this operation are: use pages
// FAIL kept_item: deleted
// FAIL kept_range: deleted

#include <cppsmith/pager/count_things.hpp>
#include <cppsmith/pager/describe_thing.hpp>
#include <cppsmith/pager/list_parts.hpp>
#include <cppsmith/pager/list_things.hpp>
#include <cppsmith/pages.hpp>

namespace pager = cppsmith::pager;

struct client {
    template <class Op>
    cppsmith::result<cppsmith::reply<typename Op::response>> call(typename Op::request const&,
                                                                  cppsmith::call_options const&) const {
        return cppsmith::error{};
    }
};

template <class Op, auto... Result> using items = cppsmith::item_range<client, Op, Result...>;

void right(client const& c) {
    for (auto const& item : items<pager::ListThings>(c, {}))
        if (item) return;
}

void wrong([[maybe_unused]] client const& c) {
#ifdef FAIL_no_pages
    cppsmith::page_range<client, pager::DescribeThing> pages(c, {.name = "x"});
#endif
#ifdef FAIL_several_lists
    items<pager::ListParts> of_two(c, {.bucket = "b"});
#endif
#ifdef FAIL_no_such_list
    items<pager::ListParts, &pager::ListPartsResponse::listing> of_none(c, {.bucket = "b"});
#endif
#ifdef FAIL_no_items
    items<pager::CountThings> of_numbers(c, {});
#endif
#ifdef FAIL_kept_item
    for (auto item : items<pager::ListThings>(c, {})) (void)item; // it would mean another one soon
#endif
#ifdef FAIL_kept_range
    cppsmith::page_range<client, pager::ListThings> pages(c, {});
    auto copy = pages; // its iterators lead to the first one
#endif
}
