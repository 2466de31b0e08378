// Fuzzes json::read: what is no JSON is refused, owning and borrowing agree, and what was read is written and read back the same.

#include "../support/kitchen_sink.hpp"
#include "../support/open_shapes.hpp"
#include "expect.hpp"

#include <cppsmith/json.hpp>

#include <nlohmann/json.hpp>

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace {

/// The other parser refuses numbers that no double holds.
bool has_large_numbers(std::string const& text) {
    try {
        (void)nlohmann::json::parse(text);
    } catch (nlohmann::json::out_of_range const&) { return true; } catch (nlohmann::json::exception const&) {
    }
    return false;
}

template <class T> void check(std::string const& input) {
    namespace json = cppsmith::json;
    using cppsmith::reply;
    auto const owned = json::read<T>(std::string_view(input));
    auto borrowed = json::read<reply<T>>(std::string(input));
    expect(owned.has_value() == borrowed.has_value(), "owning and borrowing both succeed, or neither");
    auto const strict = json::read<T>(std::string_view(input), {.refuse_unknown_members = true});
    expect(owned.has_value() || !strict, "what is refused is refused without unknown members too");

    // The other parser takes a NUL for the end of the text, and skips a byte order mark.
    bool const is_json = input.find('\0') == input.npos && !input.starts_with("\xef\xbb\xbf") && nlohmann::json::accept(input);
    if (!owned) {
        expect(owned.error() == borrowed.error(), "owning and borrowing fail alike");
        expect(owned.error().code != "not_json" || !is_json, "JSON is known as such");
        return;
    }
    // They may stand in members that nobody knows.
    expect(is_json || has_large_numbers(input), "what is no JSON is refused");

    auto const text = json::write(*owned);
    expect(nlohmann::json::accept(text) || has_large_numbers(text), "what is written is JSON");
    std::string buffer;
    expect(json::write(*owned, buffer).has_value() && buffer == text, "what was read is valid UTF-8");
    expect(json::write((*borrowed).value()) == text, "owning and borrowing hold the same");
    // A member of a union that nobody knows is kept.
    auto const again = json::read<T>(std::string_view(text), {.refuse_unknown_members = !std::same_as<T, open::Node>});
    expect(again.has_value(), "what is written can be read");
    expect(json::write(*again) == text, "writing and reading is stable");

    auto moved = std::move(borrowed);
    auto const copy = (*moved).value();
    auto const independent = std::move(*moved).own();
    moved = cppsmith::error{};
    expect(json::write(copy) == text && json::write(independent) == text, "copies outlive their reply");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const input(reinterpret_cast<char const*>(data), size);
    check<kitchen::Sink>(input);
    check<open::Node>(input);
    return 0;
}
