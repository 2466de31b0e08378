// FAIL pages_without_their_header: pages() needs #include <cppsmith/pages.hpp>
// FAIL wait_without_its_header: wait() needs #include <cppsmith/wait.hpp>
// FAIL pages_of_a_temporary: deleted

#include <cppsmith/client.hpp>
#include <cppsmith/pager/list_things.hpp>
#include <cppsmith/pager/waiters/thing_active.hpp>
#ifdef FAIL_pages_of_a_temporary
#include <cppsmith/pages.hpp>
#endif

namespace pager = cppsmith::pager;

using client = cppsmith::client<cppsmith::transport_archetype, cppsmith::signer_archetype>;

void wrong([[maybe_unused]] client const& aws) {
#ifdef FAIL_pages_without_their_header
    aws.pages<pager::ListThings>({});
#endif
#ifdef FAIL_wait_without_its_header
    static_cast<void>(aws.wait<pager::waiters::ThingActive>({.name = "x"}));
#endif
#ifdef FAIL_pages_of_a_temporary
    client make();
    for (auto& page : make().pages<pager::ListThings>({})) (void)page; // the client would be gone
#endif
}
