// What is written and read: the same data in every run and on every machine.

#ifndef CPPSMITH_BENCH_WORKS_HPP
#define CPPSMITH_BENCH_WORKS_HPP

#include "peers/plain.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace bench {

/// W1: two PEMs, a 2 KB `templateBody` that is JSON itself, five tags; 5.6 KB of JSON.
plain_request const& w1();
/// 1,024 such requests with other certificates, names and tags: together they are larger than a second-level cache.
std::vector<plain_request> const& w1_distinct();
/// W1 with a 64 KB bundle of certificates; 71 KB of JSON.
plain_request const& w1_big();

/// W2: the reply to W1, 213 bytes.
std::string const& w2_text();

/// How a page of things is written.
enum class form : std::uint8_t {
    compact,   ///< in the model's order, without blanks: what services send
    shuffled,  ///< the members of each thing in an order of its own
    pretty,    ///< one member a line, indented
    escapes,   ///< escapes in two texts of each thing
    non_ascii, ///< letters beyond ASCII in two texts of each thing
};

/// W3: a page of things, made once for each size and form; 1,000 compact things are 246 KB.
plain_things const& w3(std::size_t things, form f = form::compact);
std::string const& w3_text(std::size_t things, form f = form::compact);

/// Forty chains of structures twelve levels deep, and forty structures of forty members.
std::string deep_text();
/// A thousand readings of integers, doubles, booleans and timestamps.
std::string numbers_text();

} // namespace bench

#endif // CPPSMITH_BENCH_WORKS_HPP
