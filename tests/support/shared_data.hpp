// Test data that lives beside the project and may be absent: conformance suites, recorded requests, real models.

#ifndef CPPSMITH_TESTS_SUPPORT_SHARED_DATA_HPP
#define CPPSMITH_TESTS_SUPPORT_SHARED_DATA_HPP

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

namespace cppsmith_tests {

/// Keeps the order of members, as requests need it.
using json = nlohmann::ordered_json;

inline std::filesystem::path shared_path(std::string const& relative) {
    return std::filesystem::path(CPPSMITH_SHARED_DIR) / relative;
}

inline std::string read_whole(std::filesystem::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Text of JSON whose lone surrogate escapes became \ufffd: recordings of Python programs hold some, and the parser refuses them.
inline std::string without_lone_surrogates(std::string text) {
    auto const unit = [&](std::size_t at) { // the code unit of the escape at `at`, or 0
        if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return 0ul;
        return std::strtoul(text.substr(at + 2, 4).c_str(), nullptr, 16);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') continue;
        auto const first = unit(i), second = unit(i + 6);
        if (first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000) i += 11;
        else if (first >= 0xd800 && first < 0xe000) text.replace(i + 2, 4, "fffd"), i += 5;
        else ++i; // whatever is escaped, a backslash too
    }
    return text;
}

/// The parsed file, or nothing and one visible line where the data is not there. A file that is there and broken throws.
inline std::optional<json> load_shared(std::string const& relative) {
    auto const path = shared_path(relative);
    if (!std::filesystem::exists(path)) {
        std::cout << "skipped: " << relative << " is not beside this project" << std::endl;
        return std::nullopt;
    }
    return json::parse(without_lone_surrogates(read_whole(path)));
}

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_SHARED_DATA_HPP
