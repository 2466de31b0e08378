"""What `\\p{...}` means: Unicode's general categories, and the ASCII classes that Java knows by name."""

from __future__ import annotations

from functools import cache

from . import chars
from .chars import ANY, CharSet, charset
from .unicode_data import RUNS

_PUNCTUATION = chars.chars("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_GRAPH = chars.ALPHA | chars.DIGIT | _PUNCTUATION

_ASCII_CLASSES = {
    "Lower": chars.LOWER,
    "Upper": chars.UPPER,
    "ASCII": chars.ASCII,
    "Alpha": chars.ALPHA,
    "Digit": chars.DIGIT,
    "Alnum": chars.ALPHA | chars.DIGIT,
    "Punct": _PUNCTUATION,
    "Graph": _GRAPH,
    "Print": _GRAPH | chars.chars(" "),
    "Blank": chars.chars(" \t"),
    "Cntrl": charset([(0, 0x1F), (0x7F, 0x7F)]),
    "XDigit": chars.DIGIT | charset([(0x41, 0x46), (0x61, 0x66)]),
    "Space": chars.SPACE,
}

_CATEGORIES = {
    "Letter": "L",
    "Mark": "M",
    "Number": "N",
    "Punctuation": "P",
    "Symbol": "S",
    "Separator": "Z",
    "Other": "C",
}

_WHITE_SPACE = chars.chars("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | charset(
    [(0x2000, 0x200A)]
)


class UnknownProperty(Exception):
    """A property that neither a general category nor an ASCII class has."""


@cache
def property_named(name: str) -> CharSet:
    """The characters of a property. Raises `UnknownProperty`."""
    if name in _ASCII_CLASSES:
        return _ASCII_CLASSES[name]
    plain = name.removeprefix("gc=").removeprefix("general_category=")
    plain = plain.removeprefix("General_Category=")
    bare = plain.removeprefix("Is")
    if bare.lower() in ("whitespace", "white_space") and bare != name:
        return _WHITE_SPACE
    if bare.lower() in ("all", "any"):
        return ANY
    if bare == "LD":  # Java's letters and digits
        return _category("L") | _category("Nd")
    if bare == "LC":
        return _category("Lu") | _category("Ll") | _category("Lt")
    if bare == "Assigned":
        return ~_category("Cn")
    category = _CATEGORIES.get(bare, bare)
    if category not in _known():
        raise UnknownProperty(name)
    return _category(category)


def category_of(scalar: int) -> str:
    """The general category of a character: `Lu`, `Nd`, ..."""
    return next(category for category, members in _categories().items() if scalar in members)


@cache
def _categories() -> dict[str, CharSet]:
    found: dict[str, list[chars.Range]] = {}
    begin = 0
    for run in RUNS.split():
        category, length = run[:2], int(run[2:])
        found.setdefault(category, []).append((begin, begin + length - 1))
        begin += length
    return {category: charset(ranges) for category, ranges in found.items()}


@cache
def _known() -> frozenset[str]:
    return frozenset(_categories()) | frozenset(c[0] for c in _categories())


def _category(name: str) -> CharSet:
    members = (s.ranges for c, s in _categories().items() if c.startswith(name))
    return charset(r for ranges in members for r in ranges)
