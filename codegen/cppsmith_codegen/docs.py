"""Documentation: from the HTML of the models to plain Markdown lines that are safe in a `///`
comment.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser

_NOTES = {
    "note": "Note: ",
    "important": "Important: ",
    "caution": "Caution: ",
    "warning": "Warning: ",
}
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 title".split())
_BLOCKS = _HEADINGS | frozenset(
    "p div br section table tr dl dt dd fullname pre blockquote".split()
)
_CODE = frozenset("code pre tt kbd samp".split())
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "var": "*"}


@dataclass(frozen=True)
class _Block:
    """A paragraph or a list's item: what its first line begins with, and what its further lines
    do.
    """

    first: str
    rest: str
    text: str


def markdown(html: str, width: int) -> tuple[str, ...]:
    """The lines of a text, none longer than `width` where its words allow; an empty line between
    paragraphs.
    """
    lines: list[str] = []
    before: _Block | None = None
    for block in _blocks(html):
        in_one_list = before is not None and bool(before.first.strip() and block.first.strip())
        if before is not None and not in_one_list:
            lines.append("")
        lines += wrapped(block.text, width, block.first, block.rest)
        before = block
    return tuple(lines)


def with_sentence(lines: tuple[str, ...], sentence: str, width: int) -> tuple[str, ...]:
    """Adds a sentence to the only paragraph, or else as a paragraph of its own."""
    if not lines:
        return (sentence,)
    if "" in lines or re.match("- |[0-9]+[.] ", lines[0]):
        return (*lines, "", sentence)
    end = "" if lines[-1].endswith((".", "!", "?", ":")) else "."
    return tuple(wrapped(" ".join(lines) + f"{end} {sentence}", width))


def first_paragraph(html: str) -> str:
    """The first paragraph as one line of Markdown; empty where there is none."""
    return next((b.text for b in _blocks(html) if not b.first), "")


def plain(text: str) -> str:
    """Text that a comment can hold: printable, on one line."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    printed = "".join(" " if c.isspace() else c for c in text)
    return " ".join("".join(c for c in printed if _printable(c)).split())


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """`text` broken into lines at its blanks, none ending in what the preprocessor would join to
    the next.
    """
    lines: list[str] = []
    line = first
    begun = False
    for word in text.split(" "):
        if begun and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, begun = rest, False
        line = f"{line} {word}" if begun else line + word
        begun = True
    lines.append(line)
    return [_unjoined(x) for x in lines]


def quoted(text: str) -> str:
    """`text` as Markdown code: in as many backticks as it needs."""
    text = plain(text)
    runs = [len(run) for run in re.findall("`+", text)]
    fence = "`" * (max(runs, default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text else "(empty)"


def _printable(char: str) -> bool:
    """Neither a control character nor one of those that change the direction or join of others."""
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def _unjoined(line: str) -> str:
    if line.endswith("\\"):
        return line[:-1] + "&#92;"
    if line.endswith("??/"):
        return line[:-1] + "&#47;"
    return line


def _blocks(html: str) -> tuple[_Block, ...]:
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.end_block()
    return tuple(parser.blocks)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = []
        self._text: list[str] = []
        self._lists: list[int | None] = []  # of each open list the number of its next item, or none
        self._item: str | None = None  # the mark of an item that has no text yet
        self._prefix = ""
        self._code = 0
        self._links: list[tuple[str, int]] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag in _NOTES or tag in ("ul", "ol", "li"):
            self.end_block()
        if tag == "fullname":
            self._hidden += 1
        if tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._start_item()
        elif tag in _NOTES:
            self._prefix = _NOTES[tag]
        elif tag in _CODE:
            self._code += 1
            if self._code == 1:
                self._text.append("\0`")
        elif tag in _HEADINGS:
            self._text.append("\0**")
        elif tag in _MARKS and not self._code:
            self._text.append("\0" + _MARKS[tag])
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._text)))
        elif tag == "td":
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _CODE and self._code:
            self._code -= 1
            if not self._code:
                self._text.append("`\0")
        elif tag in _HEADINGS:
            self._text.append("**\0")
        elif tag in _MARKS and not self._code:
            self._text.append(_MARKS[tag] + "\0")
        elif tag == "a" and self._links:
            self._end_link()
        if tag in _BLOCKS or tag in _NOTES or tag in ("ul", "ol", "li"):
            self.end_block()
        if tag == "fullname" and self._hidden:
            self._hidden -= 1
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if tag in _NOTES:
            self._prefix = ""

    def handle_data(self, data: str) -> None:
        if self._code:  # a backtick inside of code would end it
            data = data.replace("`", "'")
        self._text.append(data.replace("\0", ""))

    def _start_item(self) -> None:
        if not self._lists:
            self._lists.append(None)
        number = self._lists[-1]
        self._item = "- " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1

    def _end_link(self) -> None:
        target, at = self._links.pop()
        raw = "".join(self._text[at:])
        before, after = (" " if c.isspace() else "" for c in (raw[:1], raw[-1:]))
        text = _joined(self._text[at:])
        target = "".join(target.split())
        if not re.match("https?://", target):
            return
        link = f"<{target}>" if text in ("", target) else f"[{text}]({target})"
        self._text[at:] = [f"{before}{link}{after}"]

    def end_block(self) -> None:
        """Makes a block of the text that was gathered. Marks that were left open are closed."""
        if self._code:
            self._text.append("`\0")
        text = plain(_joined(self._text))
        self._text = ["\0`"] if self._code else []
        self._links = [(target, 0) for target, _ in self._links]
        if not text or self._hidden:
            return
        text, self._prefix = self._prefix + text, ""
        depth = len(self._lists)
        if depth == 0:
            self.blocks.append(_Block("", "", text))
            return
        outer = "  " * (depth - 1)
        mark = self._item or ""
        hanging = outer + " " * (len(mark) or 2)
        self.blocks.append(_Block(outer + mark if mark else hanging, hanging, text))
        self._item = None


def _joined(parts: list[str]) -> str:
    """The text with its marks, which stand at a NUL on the outer side: blanks move there from the
    inner one.
    """
    text = re.sub(r"\s+", " ", "".join(parts))
    text = re.sub(r"\0(`|\*\*|\*) ", r" \0\1", text)
    text = re.sub(r" (`|\*\*|\*)\0", r"\1\0 ", text)
    text = re.sub(r"\0(`|\*\*|\*)\1\0", "", text)
    return re.sub(" +", " ", text.replace("\0", "")).strip()
