// FAIL member: errno_ | is deprecated
// FAIL operation: is deprecated | use something else

#include <cppsmith/kitchen_sink/put_thing.hpp>

#include <cppsmith/json.hpp>
#include <cppsmith/protocol.hpp>
#include <cppsmith/validate.hpp>

#include <string>

namespace sink = cppsmith::kitchen_sink;

#pragma GCC diagnostic error "-Wdeprecated-declarations"

// What walks over a deprecated member does not use it.
bool right(sink::PutThingRequest const& a, sink::PutThingRequest b) {
    auto const read = cppsmith::json::read<sink::PutThingRequest>(cppsmith::json::write(a));
    return a == b && a < b && cppsmith::validate(a, cppsmith::policy::strict).empty() && read.has_value();
}

void wrong([[maybe_unused]] sink::PutThingRequest& a) {
#ifdef FAIL_member
    a.errno_ = true;
#endif
#ifdef FAIL_operation
    auto const http = cppsmith::prepare<sink::PutThing>(a, {});
#endif
}
