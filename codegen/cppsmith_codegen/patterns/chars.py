"""Sets of Unicode scalar values: what a pattern's classes mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_LAST = 0x10FFFF
_SURROGATES = (0xD800, 0xDFFF)

Range = tuple[int, int]


@dataclass(frozen=True)
class CharSet:
    """Ranges of scalar values, both ends included: sorted, apart from each other, and without
    surrogates, which no text holds.
    """

    ranges: tuple[Range, ...] = ()

    def __contains__(self, scalar: int) -> bool:
        return any(first <= scalar <= last for first, last in self.ranges)

    def __bool__(self) -> bool:
        return bool(self.ranges)

    def __or__(self, other: CharSet) -> CharSet:
        return charset((*self.ranges, *other.ranges))

    def __and__(self, other: CharSet) -> CharSet:
        return ~(~self | ~other)

    def __sub__(self, other: CharSet) -> CharSet:
        return self & ~other

    def __invert__(self) -> CharSet:
        gaps: list[Range] = []
        begin = 0
        for first, last in self.ranges:
            gaps.append((begin, first - 1))
            begin = last + 1
        return charset((*gaps, (begin, _LAST)))


def charset(ranges: Iterable[Range]) -> CharSet:
    """The set of these ranges, in whatever order; an empty range has its ends exchanged."""
    merged: list[Range] = []
    for first, last in sorted(r for whole in ranges for r in _scalars(*whole)):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return CharSet(tuple(merged))


def chars(characters: str) -> CharSet:
    """The set of these characters."""
    return charset((ord(c), ord(c)) for c in characters)


def _scalars(first: int, last: int) -> Iterable[Range]:
    low, high = _SURROGATES
    for begin, end in ((first, min(last, low - 1)), (max(first, high + 1), last)):
        if begin <= end:
            yield begin, end


ANY = charset([(0, _LAST)])
NONE = CharSet()
ASCII = charset([(0, 0x7F)])
LINE_FEED = chars("\n")
DIGIT = charset([(0x30, 0x39)])
UPPER = charset([(0x41, 0x5A)])
LOWER = charset([(0x61, 0x7A)])
ALPHA = UPPER | LOWER
WORD = ALPHA | DIGIT | chars("_")
SPACE = chars("\t\n\v\f\r ")


def ignoring_case(included: CharSet) -> CharSet:
    """The set with the ASCII letters that differ from its own in case alone."""
    upper = ((first - 32, last - 32) for first, last in (included & LOWER).ranges)
    lower = ((first + 32, last + 32) for first, last in (included & UPPER).ranges)
    return included | charset(upper) | charset(lower)
