// Texts that live as long as the evaluation of endpoint rules.

#ifndef CPPSMITH_ENDPOINT_TEXT_STORE_HPP
#define CPPSMITH_ENDPOINT_TEXT_STORE_HPP

#include <cppsmith/detail/joined.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace cppsmith::inline v0::endpoints {

using cppsmith::detail::joined;

/// Keeps texts at fixed addresses, so that what borrows from one may outlive the expression that made it.
class text_store {
  public:
    constexpr std::string_view keep(std::string_view text) {
        auto const& kept =
            texts_.emplace_back(text.begin(), text.end()); // characters of a vector stay where they are when it moves
        return {kept.data(), kept.size()};
    }

  private:
    std::vector<std::vector<char>> texts_{};
};

} // namespace cppsmith::inline v0::endpoints

#endif // CPPSMITH_ENDPOINT_TEXT_STORE_HPP
