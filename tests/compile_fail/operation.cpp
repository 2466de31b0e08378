// FAIL unbound_label: static assertion failed
// FAIL label_without_place: static assertion failed
// FAIL not_an_operation: operation

#include <cppsmith/operation.hpp>
#include <cppsmith/optional.hpp>
#include <cppsmith/required.hpp>

#include <boost/describe/class.hpp>

namespace example {

using cppsmith::in_path, cppsmith::member, cppsmith::structure, cppsmith::text, cppsmith::required;

struct service {
    using protocol = cppsmith::rest_json1;
    static constexpr std::string_view id = "Example", api_version = "1", endpoint_prefix = "example", signing_name = "example";
};

struct GetThingRequest {
    required<text<"Name">> name;
};
BOOST_DESCRIBE_STRUCT(GetThingRequest, (), (name))
auto shape_of(GetThingRequest const&) -> structure<"GetThingRequest", member<&GetThingRequest::name, in_path<"name">>>;

struct GetThing {
    using service = example::service;
    using request = GetThingRequest;
    using response = cppsmith::unit;
    using errors = cppsmith::error_list<>;
    static constexpr std::string_view name = "GetThing";
#ifdef FAIL_unbound_label
    static constexpr cppsmith::http_binding http{.method = "GET", .uri = "/things/{nmae}"};
#else
#ifdef FAIL_label_without_place
    static constexpr cppsmith::http_binding http{.method = "GET", .uri = "/things"};
#else
    static constexpr cppsmith::http_binding http{.method = "GET", .uri = "/things/{name}"};
#endif
#endif
};

static_assert(cppsmith::operation<GetThing>);

#ifdef FAIL_not_an_operation
static_assert(cppsmith::operation<GetThingRequest>);
#endif

} // namespace example
