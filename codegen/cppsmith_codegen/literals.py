"""C++ literals."""

from __future__ import annotations

import re

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def text_literal(text: str) -> str:
    """A string literal in the source's UTF-8. What cannot be printed, or could begin a trigraph, is
    escaped in three octal digits a byte, which no character after it can lengthen."""
    escaped = "".join(_escape(char) for char in text)
    return '"' + re.sub(r"(?<=[?])[?]", r"\\?", escaped) + '"'


def _escape(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    return "".join(f"\\{byte:03o}" for byte in char.encode())
