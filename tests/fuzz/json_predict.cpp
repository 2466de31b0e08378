// Fuzzes the two ways to read a document: what prediction accepts, the general reader reads alike, and what it refuses is read as if it had
// not been tried. The text ends at an unreadable page.

#include "../support/both_readers.hpp"
#include "../support/codec_records.hpp"
#include "../support/guard_page.hpp"
#include "../support/kitchen_sink.hpp"
#include "../support/open_shapes.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace {

template <class T> void check(std::string_view text) {
    auto const found = cppsmith_tests::read_by_all<T>(text);
    if (!found.problem.empty()) {
        std::fprintf(stderr, "does not hold: %s\n", found.problem.c_str());
        std::abort();
    }
    if (!found.good) return;
    // What was read is written so that it can be read again, by prediction where nothing is escaped.
    auto const value = cppsmith::json::read<T>(text).value();
    auto const written = cppsmith::json::write(value);
    auto const again = cppsmith_tests::read_by_all<T>(written);
    bool const same = again.good && cppsmith_tests::same(cppsmith::json::read<T>(written).value(), value);
    // A union without a member is `{}`, and a name that the model does not have is none that can be predicted.
    bool const may_surprise = std::same_as<T, open::Node> || std::string_view(written).find_first_of("\\") != written.npos ||
                              written.find("\"choice\":{") != written.npos;
    if (!again.problem.empty() || !same || (!again.predicted && !may_surprise)) {
        std::fprintf(stderr, "does not hold: what is written is read alike: %s\n%s\n", again.problem.c_str(), written.c_str());
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    constexpr std::size_t room = std::size_t{1} << 16;
    static cppsmith_tests::guarded_memory const memory(room);
    if (size == 0 || size > room) return 0;
    auto const text = memory.at_back({reinterpret_cast<char const*>(data) + 1, size - 1});
    switch (data[0] % 5) {
    case 0:
        check<kitchen::Sink>(text);
        break;
    case 1:
        check<records::Page>(text);
        break;
    case 2:
        check<records::Names>(text);
        break;
    case 4:
        check<records::Flat>(text);
        break;
    default:
        check<open::Node>(text);
    }
    return 0;
}
