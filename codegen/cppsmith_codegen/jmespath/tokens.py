"""The tokens of JMESPath."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from .syntax import Json, SyntaxFault

_TOKEN = re.compile(
    r"(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<number>-?[0-9]+)"
    r'|(?P<quoted>"(?:[^"\\]|\\.)*+")'
    r"|(?P<raw>'(?:[^'\\]|\\.)*+')"
    r"|(?P<literal>`(?:[^`\\]|\\.)*+`)"
    r"|(?P<mark>\|\||&&|==|!=|<=|>=|\[\?|\[\]|[][|&!<>.,:*@(){}])",
    re.DOTALL,
)
_SPACE = re.compile(r"[ \t\r\n]*")
_OPEN = {'"': "the quotation mark", "'": "the apostrophe", "`": "the backtick"}


@dataclass(frozen=True)
class Token:
    """`kind` is a mark itself, or one of `name`, `number`, `quoted`, `raw`, `literal` and `end`."""

    kind: str
    at: int
    text: str = ""
    value: Json = None


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of an expression, the last one being its end. Raises `SyntaxFault`."""
    found: list[Token] = []
    at = _skipped(text, 0)
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            said = f"{_OPEN[text[at]]} is never closed" if text[at] in _OPEN else f"{text[at]!r} means nothing"
            raise SyntaxFault(at, said)
        found.append(_token(match))
        at = _skipped(text, match.end())
    return (*found, Token("end", len(text)))


def _skipped(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return at if space is None else space.end()


def _token(match: re.Match[str]) -> Token:
    kind, said, at = match.lastgroup or "", match[0], match.start()
    match kind:
        case "number":
            if len(said) > 18:
                raise SyntaxFault(at, "the number is too large")
            return Token(kind, at, said, int(said))
        case "quoted":
            return Token(kind, at, said, _json(said, at))
        case "raw":
            return Token(kind, at, said, said[1:-1].replace("\\'", "'"))
        case "literal":
            return Token(kind, at, said, _json(said[1:-1].replace("\\`", "`"), at))
    return Token(said if kind == "mark" else kind, at, said)


def _json(said: str, at: int) -> Json:
    try:
        value: Json = json.loads(said, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise SyntaxFault(at, f"{said} is not JSON") from None
    return value


def _no_number(name: str) -> float:
    raise ValueError(name)
