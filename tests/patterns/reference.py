"""What Python's own engines say: `re`, or `regex` (where it is installed) for Unicode's properties.

Patterns are spelled anew where Python spells or reads something otherwise than `parse` documents.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from importlib import import_module
from typing import Any

try:
    _regex: Any = import_module("regex")
except ImportError:
    _regex = None

_ASCII = {
    "d": "0-9",
    "w": "0-9A-Za-z_",
    "s": r"\t\n\x0b\x0c\r\x20",
    "h": r"\t \xa0\u1680\u180e\u202f\u205f\u3000\u2000-\u200a",
}
_NAMED = {
    "Lower": "a-z",
    "Upper": "A-Z",
    "ASCII": r"\x00-\x7f",
    "Alpha": "a-zA-Z",
    "Digit": "0-9",
    "Alnum": "a-zA-Z0-9",
    "Punct": "!-/:-@\\[-`{-~",
    "Graph": "!-~",
    "Print": " -~",
    "Blank": r"\x20\t",
    "Cntrl": r"\x00-\x1f\x7f",
    "XDigit": "0-9a-fA-F",
    "Space": r"\t\n\x0b\x0c\r\x20",
}
_RENAMED = {"IsLetter": r"\p{L}", "IsWhitespace": r"\p{White_Space}", "LD": r"\p{L}\p{Nd}"}
_ALL = r"\x00-\U0010ffff"

has_regex = _regex is not None
Matcher = Callable[[str], bool]


class TooSlow(Exception):
    """The reference backtracks without end in sight."""


def matcher(pattern: str, *, full_match: bool) -> Matcher | None:
    """Whether a text matches; nothing where no engine here can say."""
    spelled = _Spelling(_pairs(pattern)).whole()
    unicode = "\\p{" in spelled or "\\P{" in spelled
    engine = _regex if unicode else re
    if engine is None:
        return None
    try:
        compiled = engine.compile(spelled)
    except (re.error, ValueError) if engine is re else engine.error:
        return None
    match = compiled.fullmatch if full_match else compiled.search
    return lambda text: _timed(match, text)


def general_category_is(char: str, category: str) -> bool:
    """Whether the module `regex` has the character in this general category."""
    return _regex is not None and _regex.fullmatch(f"\\p{{{category}}}", char) is not None


def _timed(match: Callable[[str], object], text: str) -> bool:
    def stop(_signal: int, _frame: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        return match(text) is not None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _pairs(pattern: str) -> str:
    """Escaped surrogate pairs as the escape of what they stand for."""

    def joined(found: re.Match[str]) -> str:
        high, low = int(found[1], 16), int(found[2], 16)
        return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"

    return re.sub(r"\\u([dD][89abAB]..)\\u([dD][c-fC-F]..)", joined, pattern)


class _Spelling:
    """Goes through a pattern once, and knows no more of it than where classes and groups are."""

    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._at = 0
        self._open = [0]  # of each group around, how many flag groups have to be closed with it
        self._in_class = False
        self._multi_line = False

    def whole(self) -> str:
        out: list[str] = []
        while self._at < len(self._text):
            out.append(self._piece())
        return "".join(out) + ")" * self._open[0]

    def _piece(self) -> str:
        char = self._text[self._at]
        self._at += 1
        if char == "\\":
            return self._escape()
        if self._in_class:
            self._in_class = char != "]"
            return "\\[" if char == "[" else "\\&" if char == "&" else "\\|" if char == "|" else char
        if char == "[":
            return self._opened_class()
        if self._multi_line and char in "^$":
            return char
        if char == "$":
            return r"(?![\s\S])"
        if char == "^":
            return r"(?<![\s\S])"
        return self._group(char)

    def _opened_class(self) -> str:
        self._in_class = True
        negative = self._text.startswith("^", self._at)
        self._at += negative
        return "[^" if negative else "["

    def _group(self, char: str) -> str:
        if char == ")":
            return ")" * (self._open.pop() + 1)
        if char != "(":
            return char
        flag = re.compile(r"\?([ims]+)\)").match(self._text, self._at)
        if flag is not None:  # it holds to the end of the group around it
            self._at = flag.end()
            self._open[-1] += 1
            self._multi_line = self._multi_line or "m" in flag[1]
            return f"(?{flag[1]}:"
        self._open.append(0)
        return "("

    def _escape(self) -> str:
        char = self._text[self._at]
        self._at += 1
        if char in "pP":
            return self._property(char)
        if char.lower() in _ASCII:
            return self._set(_ASCII[char.lower()], negative=char.isupper()) + self._hyphen()
        if char in "zZ":
            return r"(?![\s\S])"
        if char == "A":
            return r"(?<![\s\S])"
        if char in "bB" and not self._in_class:
            word, other = "[0-9A-Za-z_]", "(?:(?<={0})(?!{0})|(?<!{0})(?={0}))"
            same = "(?:(?<={0})(?={0})|(?<!{0})(?!{0}))"
            return (other if char == "b" else same).format(word)
        if char in "-_/:,!#@=' ~%\";<>`":
            return f"\\{char}" if char in "-#~ " else char
        return "\\" + char

    def _hyphen(self) -> str:
        """A hyphen behind a set stands for itself."""
        stands = self._in_class and self._text.startswith("-", self._at)
        self._at += stands
        return r"\-" if stands else ""

    def _property(self, char: str) -> str:
        end = self._text.index("}", self._at) if self._text[self._at] == "{" else self._at
        name = self._text[self._at : end + 1].strip("{}")
        self._at = end + 1
        if name in _NAMED:
            return self._set(_NAMED[name], negative=char == "P")
        if name == "all":
            return self._set(_ALL, negative=char == "P")
        if name in _RENAMED and char == "p":
            return self._set(_RENAMED[name], negative=False)
        return f"\\{char}{{{name}}}"

    def _set(self, inside: str, *, negative: bool) -> str:
        if not self._in_class:
            return f"[{'^' if negative else ''}{inside}]"
        if not negative:
            return inside
        return {"0-9": r"\x00-/:-\U0010ffff"}.get(inside) or _complement(inside)


def _complement(inside: str) -> str:
    """The ranges that a class of characters leaves out, for use within a class."""
    allowed = re.compile(f"[{inside}]")
    members = [bool(allowed.match(chr(c))) for c in range(0x3001)]
    out: list[str] = []
    begin: int | None = None
    for scalar, member in enumerate([*members, True]):
        if not member and begin is None:
            begin = scalar
        elif member and begin is not None:
            out.append(f"\\U{begin:08x}-\\U{scalar - 1:08x}")
            begin = None
    return "".join(out) + r"\u3001-\U0010ffff"
