// Whether a document is read by prediction, checked against the general reader on the way.

#ifndef CPPSMITH_TESTS_SUPPORT_PREDICTED_HPP
#define CPPSMITH_TESTS_SUPPORT_PREDICTED_HPP

#include "both_readers.hpp"
#include "catch.hpp"

#include <cstddef>
#include <string_view>

namespace cppsmith_tests {

/// What the readers, which have to agree, make of one document.
template <class T> reading agreed(std::string_view text) {
    auto found = read_by_all<T>(text);
    if (!found.problem.empty()) FAIL(found.problem << ": " << text);
    return found;
}

template <class T> bool predicted(std::string_view text) { return agreed<T>(text).predicted; }

/// How many of the documents that somebody handed in were predicted.
struct tally {
    std::size_t all = 0, predicted = 0, good = 0;
    template <class T> void add(std::string_view text) {
        auto const found = agreed<T>(text);
        ++all, predicted += found.predicted, good += found.good;
    }
};

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_PREDICTED_HPP
