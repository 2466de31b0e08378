"""From the models' HTML to Markdown in comments."""

import pytest
from cppsmith_codegen.docs import first_paragraph, markdown, plain, quoted, with_sentence, wrapped


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("", ()),
        ("<p></p>", ()),
        ("Plain text.", ("Plain text.",)),
        ("<p>One.</p> <p>Two.</p>", ("One.", "", "Two.")),
        ("<p>a\n   b\tc</p>", ("a b c",)),
        ("<p>Set <code>a &lt; b</code> &amp; go.</p>", ("Set `a < b` & go.",)),
        ("<p><code> x </code>y</p>", ("`x` y",)),
        ("<p>a<b> bold </b>b</p>", ("a **bold** b",)),
        ("<p><i>it</i>, <em>em</em> and <strong>strong</strong></p>", ("*it*, *em* and **strong**",)),
        ("<p><b></b><code></code>x</p>", ("x",)),
        ('<p><a href="https://x.y/z">text</a>.</p>', ("[text](https://x.y/z).",)),
        ('<p><a href="https://x.y">https://x.y</a></p>', ("<https://x.y>",)),
        ('<p>See<a href="https://x.y"> a b </a>there</p>', ("See [a b](https://x.y) there",)),
        ("<p><a>ListThings</a> and <a href='API_X.html'>this</a></p>", ("ListThings and this",)),
        ('<p><a href="javascript:alert(1)">x</a></p>', ("x",)),
        ("<ul><li>a</li><li><p>b</p></li></ul>", ("- a", "- b")),
        ("<p>x:</p><ol><li>a</li><li>b</li></ol><p>y</p>", ("x:", "", "1. a", "2. b", "", "y")),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", ("- a", "  - b", "- c")),
        ("<note> <p>Mind.</p> <p>More.</p> </note><p>x</p>", ("Note: Mind.", "", "More.", "", "x")),
        ("<important>Really.</important>", ("Important: Really.",)),
        ("<fullname>Name</fullname><p>x</p>", ("x",)),
        ("a<br/>b", ("a", "", "b")),
        ("<p>unclosed <code>code", ("unclosed `code`",)),
        ("</p></ul></li></code>x", ("x",)),
        ("<li>stray</li>", ("- stray",)),
        ("<p>\u202eevil\u2066 \u200bbidi\x00\x07</p>", ("evil bidi",)),
        ("<p>1 < 2 && 3 > 2</p>", ("1 < 2 && 3 > 2",)),
        ("<!-- hidden --><p>seen</p>", ("seen",)),
        ("<p>&#x1F600; &eacute; &unknown;</p>", ("\U0001f600 é &unknown;",)),
    ],
)
def test_markdown(html: str, lines: tuple[str, ...]) -> None:
    assert markdown(html, 80) == lines


def test_lines_keep_the_width_and_lists_hang() -> None:
    lines = markdown("<p>" + "word " * 30 + "</p><ul><li>" + "item " * 30 + "</li></ul>", 40)
    assert all(len(line) <= 40 for line in lines)
    assert [line for line in lines if line.startswith("- ")] == ["- item item item item item item item"]
    assert lines[-1].startswith("  item")


@pytest.mark.parametrize(
    ("text", "safe"), [("C:\\", "C:&#92;"), ("what??/", "what??&#47;"), ("\\u0041 \\x", "\\u0041 \\x")]
)
def test_no_line_is_joined_to_the_next(text: str, safe: str) -> None:
    assert markdown(text, 80) == (safe,)
    for line in markdown(f"{text} " * 40, 11):
        assert not line.endswith(("\\", "??/"))


def test_every_printed_character_is_printable() -> None:
    text = "".join(chr(c) for c in range(0x3000) if not 0xD800 <= c < 0xE000)
    for line in markdown(text.replace("<", "").replace("&", ""), 100):
        assert line == "" or line.isprintable()


def test_patterns_are_quoted_in_as_many_backticks_as_they_need() -> None:
    assert quoted("[a-z]+") == "`[a-z]+`"
    assert quoted("a`b") == "``a`b``"
    assert quoted("`a``b`") == "``` `a``b` ```"
    assert quoted("[a-z]\\") == "`[a-z]\\`"
    assert quoted("") == "(empty)"


def test_small_parts() -> None:
    assert first_paragraph("<fullname>X</fullname><p>One.</p><p>Two.</p>") == "One."
    assert first_paragraph("<ul><li>x</li></ul>") == ""
    assert plain(" a\nb\u200e ") == "a b"
    assert wrapped("aa bb cc", 5) == ["aa bb", "cc"]
    assert with_sentence((), "1 at least.", 80) == ("1 at least.",)
    assert with_sentence(("Size",), "1 at least.", 80) == ("Size. 1 at least.",)
    assert with_sentence(("- a", "- b"), "1 at least.", 80) == ("- a", "- b", "", "1 at least.")
