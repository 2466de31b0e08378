// FAIL empty_label: the_literal_is_shorter_than_the_minimum_length | PutThingRequest$path
// FAIL in_a_union: the_literal_is_shorter_than_the_minimum_length | Secret
// FAIL key_of_a_map: the_literal_is_shorter_than_the_minimum_length | TagKey
// FAIL element_of_a_list: the_literal_is_shorter_than_the_minimum_length | TagKey

#include <cppsmith/kitchen_sink/put_thing.hpp>

namespace sink = cppsmith::kitchen_sink;

sink::PutThingRequest right() {
    return {
        .thingName = "thing",
        .path = "a/b",
        .metadata = {{{"key", "value"}}},
        .requiredBody = "",
        .Tags = {{{.Key = "fleet"}}},
        .choice = sink::Choice::S("eight characters at least"),
    };
}

void wrong() {
#ifdef FAIL_empty_label
    sink::PutThingRequest r{.thingName = "thing", .path = "", .requiredBody = ""};
#endif
#ifdef FAIL_in_a_union
    auto const r = sink::Choice::S("seven..");
#endif
#ifdef FAIL_key_of_a_map
    sink::PutThingRequest r{.thingName = "thing", .path = "a", .metadata = {{{"", "value"}}}, .requiredBody = ""};
#endif
#ifdef FAIL_element_of_a_list
    sink::PutThingRequest r{.thingName = "thing", .path = "a", .requiredBody = "", .Tags = {{{.Key = ""}}}};
#endif
}
