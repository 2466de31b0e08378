// Fuzzes json::write: whatever bytes are in the texts of a structure, JSON comes out, as escaping each character by itself gives it, and it
// reads back the same; into buffers of any size.

#include "../support/codec_records.hpp"
#include "../support/guard_page.hpp"
#include "expect.hpp"

#include <cppsmith/json.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace codec = cppsmith::json::detail;
using codec::on_invalid_utf8;
using records::Page;
using records::Thing;

/// Eats the input from its front.
class input {
  public:
    explicit input(std::string_view bytes) : bytes_(bytes) {}

    bool empty() const noexcept { return bytes_.empty(); }
    unsigned byte() {
        if (bytes_.empty()) return 0;
        auto const b = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        return b;
    }
    /// So many characters as the next byte says.
    std::string text() {
        auto const n = byte();
        std::string piece(bytes_.substr(0, n % 128));
        bytes_.remove_prefix(piece.size());
        return piece;
    }

  private:
    std::string_view bytes_;
};

std::string escaped(std::string_view text, bool& valid) {
    std::string out(codec::escape_growth * text.size(), '\0');
    auto const escape = [&](on_invalid_utf8 policy) {
        return codec::escape_scalar(out.data(), text.data(), text.data() + text.size(), policy);
    };
    valid = valid && escape(on_invalid_utf8::refuse) != nullptr;
    out.resize(static_cast<std::size_t>(escape(on_invalid_utf8::replace) - out.data()));
    return "\"" + out + "\"";
}

/// `escape` alone, from and to memory that ends at an unreadable page.
void check_alone(std::string_view text) {
    constexpr std::size_t longest = 20480;
    static cppsmith_tests::guarded_memory const source(longest), target(codec::escape_growth * longest + codec::escape_slack);
    if (text.size() > longest) return;
    bool valid = true;
    auto const expected = escaped(text, valid);
    auto const from = source.at_back(text);
    auto* const to = target.back(codec::escape_growth * from.size() + codec::escape_slack);
    auto const* const end = codec::escape(to, from.data(), from.size(), on_invalid_utf8::replace);
    expect(end && expected == "\"" + std::string(static_cast<char const*>(to), end) + "\"", "escaping is what it is one by one");
    expect((codec::escape(to, from.data(), from.size(), on_invalid_utf8::refuse) != nullptr) == valid,
           "ill-formed UTF-8 is seen");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    namespace json = cppsmith::json;
    input in({reinterpret_cast<char const*>(data), size});
    auto const room = in.byte();

    Page page;
    bool valid = true;
    std::string expected = "{\"things\":[";
    auto& things = page.things.emplace();
    while (!in.empty() && things.size() < 20) {
        auto const kind = in.byte();
        auto name = in.text();
        check_alone(name);
        expected += std::string(things.empty() ? "" : ",") + "{\"name\":" + escaped(name, valid);
        Thing thing{.name = std::move(name)};
        if ((kind & 1) != 0) {
            auto key = in.text(), value = in.text();
            expected += ",\"attributes\":{" + escaped(key, valid) + ":" + escaped(value, valid) + "}";
            thing.attributes.emplace().insert_or_assign(std::move(key), std::move(value));
        }
        if ((kind & 2) != 0) {
            auto& groups = thing.groups.emplace();
            expected += ",\"groups\":[";
            for (auto n = kind >> 5; n != 0; --n) {
                groups.push_back(in.text());
                expected += escaped(groups.back(), valid) + (n == 1 ? "" : ",");
            }
            expected += "]";
        }
        if ((kind & 4) != 0) {
            thing.version = static_cast<std::int64_t>(in.byte()) - 100;
            expected += ",\"version\":" + std::to_string(*thing.version);
        }
        expected += "}";
        things.push_back(std::move(thing));
    }
    expected += "]";
    if (room % 2 != 0) {
        auto token = in.text();
        expected += ",\"nextToken\":" + escaped(token, valid);
        page.nextToken = std::move(token);
    } else if (room == 14 && !things.empty()) { // long texts are written in pieces
        auto const piece = things.front().name.value().view();
        std::string token;
        while (token.size() < 17000) token.append(piece).append(".");
        expected += ",\"nextToken\":" + escaped(token, valid);
        page.nextToken = std::move(token);
    }
    expected += "}";

    auto const written = json::write(page);
    expect(written == expected, "what is written is what is expected");
    if (written.size() > 16384) return 0; // the rest is done quickly for short ones
    expect(nlohmann::json::accept(written), "what is written is JSON");
    std::string buffer;
    buffer.reserve(room * 16);
    auto const done = json::write(page, buffer);
    expect(done.has_value() == valid, "ill-formed UTF-8 is refused, and nothing else");
    expect(!done || buffer == written, "a buffer holds the same");
    auto const owned = json::read<Page>(written);
    expect(owned.has_value() && json::write(*owned) == written && (!valid || *owned == page), "it reads back the same");
    auto const borrowed = json::read<cppsmith::reply<Page>>(std::string(written));
    expect(borrowed.has_value() && (*borrowed).value() == *owned, "borrowing too");
    return 0;
}
