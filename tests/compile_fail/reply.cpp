// FAIL arrow_on_a_temporary: deleted
// FAIL write_to_a_reply: const

#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/protocol.hpp>

namespace iot = cppsmith::iot;

std::size_t right() {
    auto const reply = cppsmith::parse<iot::ListCACertificates>({.status = 200, .headers = {}, .body = "{}"});
    return reply->certificates ? reply->certificates->size() : 0;
}

void wrong() {
#ifdef FAIL_arrow_on_a_temporary
    // the reply would be gone, and what its members borrow with it
    for (auto const& c :
         cppsmith::parse<iot::ListCACertificates>({.status = 200, .headers = {}, .body = "{}"})->certificates.value())
        (void)c;
#endif
#ifdef FAIL_write_to_a_reply
    auto reply = cppsmith::parse<iot::ListCACertificates>({.status = 200, .headers = {}, .body = "{}"});
    reply->nextMarker.reset(); // a reply hands out its value for reading
#endif
}
