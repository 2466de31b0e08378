// Texts: literals that cost nothing, strings of their own, slices of a reply that copy into strings.

#include <cppsmith/text.hpp>

#include "support/catch.hpp"

#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using cppsmith::text;
using Name = text<"Name", cppsmith::length<1, 5>>;
using Note = text<"Note">;
using Secret = text<"Secret", cppsmith::sensitive>;

std::string const heap = "a string that is too long for the short string optimization, and worth being moved";

template <class T> std::string printed(T const& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

// Checked when this file is compiled: nothing of it costs anything at run time.
constexpr Name compiled = "abc";
static_assert(compiled.view() == "abc" && compiled.size() == 3 && !compiled.is_borrowed());
static_assert(Name("\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80xy").size() == 11,
              "five scalars are five characters, however many bytes");
static_assert(Name("ab\0\0").view() == "ab", "trailing NULs are cut");
static_assert(Note("a\0b").view().size() == 3, "NULs inside stay");
static_assert(Note().empty() && Note("").empty());
static_assert(Name(cppsmith::unchecked("longer than five")).size() == 16);
static_assert(std::is_nothrow_move_constructible_v<Note> && std::is_nothrow_move_assignable_v<Note>);
static_assert(std::is_convertible_v<Note, std::string_view> && !std::is_convertible_v<Note, std::string>);
static_assert(!std::is_convertible_v<int, Note> && !std::is_constructible_v<Note, std::nullptr_t>);

} // namespace

TEST_CASE("a literal is not copied, nor are its copies", "[text]") {
    static constexpr char const literal[] = "abc";
    Name const name(literal);
    auto const copy = name;
    CHECK(static_cast<void const*>(name.data()) == static_cast<void const*>(literal));
    CHECK(static_cast<void const*>(copy.data()) == static_cast<void const*>(literal));
}

TEST_CASE("a string is moved in, and moved out", "[text]") {
    auto given = heap;
    auto const* const where = given.data();
    Note note(std::move(given));
    CHECK(static_cast<void const*>(note.data()) == static_cast<void const*>(where));
    auto const taken = std::move(note).str();
    CHECK(static_cast<void const*>(taken.data()) == static_cast<void const*>(where));
    CHECK(taken == heap);
    CHECK(note.empty()); // NOLINT: moved from, and still a text
    CHECK(Note(heap).str() == heap);
    CHECK(std::string(Note(heap)) == heap);
    CHECK(Note("literal").str() == "literal");
}

TEST_CASE("views, pointers and buffers are copied", "[text]") {
    char buffer[] = "abc";
    char const* pointer = buffer;
    char* mutable_pointer = buffer;
    Note const from_buffer(buffer), from_pointer(pointer), from_mutable(mutable_pointer), from_view(std::string_view(buffer, 2));
    buffer[0] = 'X';
    CHECK(from_buffer == "abc");
    CHECK(from_pointer == "abc");
    CHECK(from_mutable == "abc");
    CHECK(from_view == "ab");
    CHECK(Note(static_cast<char const*>(nullptr)).empty());
    CHECK(Note(std::string_view("a\0b", 3)).size() == 3);
}

TEST_CASE("a slice is borrowed until it is copied", "[text]") {
    auto body = heap;
    Note borrowed(cppsmith::detail::borrowed_slice{body});
    CHECK(borrowed.is_borrowed());
    CHECK(static_cast<void const*>(borrowed.data()) == static_cast<void const*>(body.data()));

    auto copy = borrowed;
    Note assigned = "literal";
    assigned = borrowed;
    Name const other_shape(borrowed);
    CHECK_FALSE(copy.is_borrowed());
    CHECK_FALSE(assigned.is_borrowed());
    CHECK_FALSE(other_shape.is_borrowed());

    auto moved = std::move(borrowed);
    CHECK(moved.is_borrowed());
    auto owning = moved;
    owning.own();
    moved.own();
    CHECK_FALSE(moved.is_borrowed());

    body.assign(body.size(), '#'); // what still borrowed would show it
    for (auto const& t : {copy, assigned, owning, moved}) CHECK(t == heap);
    CHECK(other_shape == heap);
}

TEST_CASE("any kind may be assigned to any other, and to itself", "[text]") {
    std::string const body = heap + "!";
    std::vector<Note> kinds;
    kinds.push_back("literal");
    kinds.push_back(Note(heap));
    kinds.push_back(Note(std::string("short")));
    kinds.push_back(Note(cppsmith::detail::borrowed_slice{body}));
    kinds.push_back(Note());
    for (auto const& from : kinds) {
        for (auto const& to : kinds) {
            auto copied = to;
            copied = from;
            CHECK(copied == from);
            auto moved = to;
            auto source = from;
            moved = std::move(source);
            CHECK(moved == from);
            source = to; // NOLINT: what was moved from can be assigned to
            CHECK(source == to);
        }
        auto self = from;
        auto& alias = self;
        self = alias;
        CHECK(self == from);
        self = std::move(alias);
        CHECK(self == from);
    }
    Note grown = Note(heap);
    grown = std::string(grown.view().substr(2)); // from its own characters
    CHECK(grown == heap.substr(2));
}

TEST_CASE("texts compare and order by their bytes, with anything that is a view", "[text]") {
    Note const a = "a", b = "b", high = "\xc3\xa9";
    CHECK(a == Note(std::string("a")));
    CHECK(a != b);
    CHECK(a < b);
    CHECK(b < high); // as unsigned bytes
    CHECK(a == "a");
    CHECK("a" == a);
    CHECK(a == std::string("a"));
    CHECK(std::string_view("a") == a);
    CHECK(a != "ab");
    CHECK_FALSE(Note(std::string_view("a\0", 2)) == a);
}

TEST_CASE("a text prints its characters, a sensitive one never does", "[text]") {
    CHECK(printed(Note("a b")) == "a b");
    CHECK(printed(Secret("hunter2")) == "(sensitive)");
    CHECK(printed(Secret("")) == "(sensitive)");
}
