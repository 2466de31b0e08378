// What the peers write from and read into: plain structs, as a program has them that uses no library of models.

#ifndef CPPSMITH_BENCH_PEERS_PLAIN_HPP
#define CPPSMITH_BENCH_PEERS_PLAIN_HPP

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

/// W1: what RegisterCACertificate is asked. Every member is there, so that no peer pays for optionals.
struct plain_tag {
    std::string key, value;
};
struct plain_request {
    std::string ca_certificate, verification_certificate;
    bool set_as_active = true, allow_auto_registration = true;
    std::string template_body, role_arn;
    std::vector<plain_tag> tags{};
    std::string certificate_mode;
};

/// W2: what it answers.
template <class String> struct basic_reply {
    String certificate_arn{}, certificate_id{};
};
using plain_reply = basic_reply<std::string>;
using view_reply = basic_reply<std::string_view>;

/// W3: a page of things.
template <class String, class Attributes> struct basic_thing {
    String name{}, type{}, arn{};
    Attributes attributes{};
    std::int64_t version = 0;
};
template <class Thing, class String> struct basic_things {
    using thing = Thing;
    std::vector<Thing> things{};
    String next_token{};
};
using plain_thing = basic_thing<std::string, std::map<std::string, std::string>>;
using plain_things = basic_things<plain_thing, std::string>;
/// The same as slices of the text. A flat list of pairs, since nodes of a map would cost more than the parsing.
using view_thing = basic_thing<std::string_view, std::vector<std::pair<std::string_view, std::string_view>>>;
using view_things = basic_things<view_thing, std::string_view>;

} // namespace bench

#endif // CPPSMITH_BENCH_PEERS_PLAIN_HPP
