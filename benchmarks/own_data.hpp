// compare: our codec beside the peers, on any structure and any JSON text of it, without a line written for either.

#ifndef CPPSMITH_BENCH_OWN_DATA_HPP
#define CPPSMITH_BENCH_OWN_DATA_HPP

#include <string>

namespace bench {

/// Registers `NAME write/...`, `NAME read owning/...` and `NAME read borrowing/...` for a described structure.
///
/// We read `json_text` into a `Shape`, and write that back. The peers do less, the best case of each: they parse the text into a
/// document of theirs, and dump that document; no structure of yours is filled or read. `memcpy`, copying and destroying the
/// structure, and simdjson's first stage are the limits. The program ends with an error where our output is not the same JSON as
/// `json_text`: so it is where the text has members that the structure lacks, or `null`.
template <class Shape> void compare(std::string const& name, std::string const& json_text);

/// The content of a file, for `compare<some::Shape>("mine", file_text("mine.json"))`; ends the program where it cannot be read.
std::string file_text(std::string const& path);

} // namespace bench

#include "own_data_peers.hpp"

#endif // CPPSMITH_BENCH_OWN_DATA_HPP
