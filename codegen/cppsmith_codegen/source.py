"""JSON whose values know where they stand, so that a diagnostic can name the line.

Stricter than the `json` module: a key that is given twice, a lone surrogate, NaN, a number beyond
double's range and nesting beyond 100 levels are refused.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .diagnostics import Diagnostic, InputError, Place, Source

Scalar = str | int | float | bool | None

_DEPTH = 100
_MOST_BYTES = 256 << 20
_GZIP = b"\x1f\x8b"
_BOTOCORES = frozenset("service-2.json paginators-1.json waiters-2.json endpoint-rule-set-1.json".split())
_TOKEN = re.compile(
    r'[ \t\n\r]*(?:(?P<text>"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*+")'
    r"|(?P<number>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?)"
    r"|(?P<word>true|false|null)|(?P<mark>[][{}:,]))"
)
_SPACE = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True, eq=False)
class Entry:
    """A key of an object and what stands behind it."""

    key: str
    place: Place
    value: Node


@dataclass(frozen=True, eq=False)
class Object:
    """A JSON object in the order of the file."""

    entries: tuple[Entry, ...]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def find(self, key: str) -> Entry | None:
        return next((e for e in self.entries if e.key == key), None)


@dataclass(frozen=True, eq=False)
class Array:
    """A JSON array."""

    items: tuple[Node, ...]


@dataclass(frozen=True, eq=False)
class Node:
    """A value and its place."""

    value: Scalar | Object | Array
    place: Place

    def kind(self) -> str:
        """What it is, in words for a message."""
        match self.value:
            case None:
                return "null"
            case bool():
                return "a boolean"
            case int() | float():
                return "a number"
            case str():
                return "a string"
            case Array():
                return "an array"
            case Object():
                return "an object"


def read(path: Path) -> Node:
    """Reads a file, gzipped or not. Raises `InputError` for one that cannot be read, or is not JSON in
    UTF-8, or is larger than 256 MiB.
    """
    name, data = _name(path), _bytes(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError([Diagnostic("", "is not UTF-8", file=f"{name}:{line}")]) from None
    return parse(Source(name, text))


def _name(path: Path) -> str:
    """What messages call a file. botocore's many of one name are told apart by their folders."""
    in_botocore = path.name.removesuffix(".gz") in _BOTOCORES
    return "/".join(path.parts[-3:]) if in_botocore else path.name


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as plain:
            zipped = plain.peek(2)[:2] == _GZIP
            with gzip.GzipFile(fileobj=plain) if zipped else plain as file:
                data = file.read(_MOST_BYTES + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        said = "ends in the middle of its gzipped data" if isinstance(error, EOFError) else f"is damaged: {error}"
        raise InputError([Diagnostic("", said, file=str(path))]) from None
    except OSError as error:
        said = error.strerror or "cannot be read"
        raise InputError([Diagnostic("", said, file=str(path))]) from None
    if len(data) > _MOST_BYTES:
        said = f"is larger than {_MOST_BYTES >> 20} MiB"
        raise InputError([Diagnostic("", said, file=str(path))])
    return data


def parse(source: Source) -> Node:
    """Parses a whole text. Raises `InputError` where it is not JSON."""
    return _Parser(source).document()


class _Parser:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._at = 0  # where the token that was read last begins
        self._end = 0

    def document(self) -> Node:
        if self._source.text.startswith("\ufeff"):
            raise self._error(0, "begins with a byte order mark")
        node = self._value(self._next(), 0)
        rest = _SPACE.match(self._source.text, self._end)
        end = rest.end() if rest else self._end
        if end != len(self._source.text):
            raise self._error(end, "text after the end of the JSON value")
        return node

    def _error(self, offset: int, message: str) -> InputError:
        return InputError([Diagnostic("", message, Place(self._source, offset))])

    def _next(self) -> re.Match[str]:
        token = _TOKEN.match(self._source.text, self._end)
        if token is None:
            space = _SPACE.match(self._source.text, self._end)
            at = space.end() if space else self._end
            if at == len(self._source.text):
                raise self._error(at, "ends in the middle of a JSON value")
            raise self._error(at, "not JSON")
        self._at = token.start(token.lastgroup or 0)
        self._end = token.end()
        return token

    def _value(self, token: re.Match[str], depth: int) -> Node:
        place = Place(self._source, self._at)
        said = token[token.lastgroup or 0]
        if depth > _DEPTH:
            raise self._error(self._at, f"nested deeper than {_DEPTH} levels")
        if token.lastgroup == "text":
            return Node(self._text(said), place)
        if token.lastgroup == "number":
            return Node(self._number(said), place)
        if token.lastgroup == "word":
            return Node({"true": True, "false": False, "null": None}[said], place)
        if said == "{":
            return Node(self._object(depth), place)
        if said == "[":
            return Node(self._array(depth), place)
        raise self._error(self._at, f"not JSON: a value is missing before '{said}'")

    def _object(self, depth: int) -> Object:
        entries: list[Entry] = []
        keys: set[str] = set()
        token = self._next()
        while token["mark"] != "}" or entries:
            if token["text"] is None:
                raise self._error(self._at, "not JSON: an object's key must be a string")
            key, place = self._text(token["text"]), Place(self._source, self._at)
            if key in keys:
                raise self._error(self._at, f"the key '{key}' is given twice")
            keys.add(key)
            if self._next()["mark"] != ":":
                raise self._error(self._at, "not JSON: ':' is missing")
            entries.append(Entry(key, place, self._value(self._next(), depth + 1)))
            mark = self._next()["mark"]
            if mark == "}":
                break
            if mark != ",":
                raise self._error(self._at, "not JSON: ',' or '}' is missing")
            token = self._next()
        return Object(tuple(entries))

    def _array(self, depth: int) -> Array:
        items: list[Node] = []
        token = self._next()
        while token["mark"] != "]" or items:
            items.append(self._value(token, depth + 1))
            mark = self._next()["mark"]
            if mark == "]":
                break
            if mark != ",":
                raise self._error(self._at, "not JSON: ',' or ']' is missing")
            token = self._next()
        return Array(tuple(items))

    def _text(self, said: str) -> str:
        text = said[1:-1]
        if "\\" in text:
            text = str(json.loads(said))
            if any(0xD800 <= ord(c) <= 0xDFFF for c in text):
                raise self._error(self._at, "a string holds half of a surrogate pair")
        return text

    def _number(self, said: str) -> int | float:
        if len(said) <= 30 and not set(said) & set(".eE"):
            return int(said)
        number = float(said)
        if not math.isfinite(number):
            raise self._error(self._at, "a number beyond the range of double")
        return number


def canonical(node: Node) -> str:
    """The value as one text that depends neither on white space nor on the order of keys, but for
    the order of `members`, which is the order of a structure's members in C++."""
    return json.dumps(_canonical(node), ensure_ascii=False, separators=(",", ":"))


def _canonical(node: Node) -> object:
    if isinstance(node.value, Array):
        return [_canonical(n) for n in node.value.items]
    if not isinstance(node.value, Object):
        return node.value
    pairs = [
        (e.key, [[m.key, _canonical(m.value)] for m in e.value.value])
        if e.key == "members" and isinstance(e.value.value, Object)
        else (e.key, _canonical(e.value))
        for e in node.value
    ]
    return dict(sorted(pairs, key=lambda pair: pair[0]))
