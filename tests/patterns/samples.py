"""Texts for a pattern: some that match, and more that nearly do, made from its own syntax tree."""

from __future__ import annotations

import random
from collections.abc import Iterator

from cppsmith_codegen.patterns.chars import CharSet
from cppsmith_codegen.patterns.parse import parse
from cppsmith_codegen.patterns.syntax import Chars, Choice, Look, Node, Repeat, Sequence

_LONGEST = 3_000  # characters of one text


def texts(pattern: str, count: int, seed: int) -> list[str]:
    """So many different texts, where there are so many; always the same ones for a seed."""
    chance = random.Random(f"{seed}:{pattern}")
    tree = parse(pattern)
    edges = sorted(_edges(tree))
    made: dict[str, None] = {"": None, "\n": None, " ": None, "a": None, "é": None}
    for _ in range(12 * count):
        if len(made) >= count:
            break
        text = _matching(tree, chance)
        made.setdefault(text)
        if len(made) < count:
            made.setdefault(_changed(text, edges, chance))
    return list(made)[:count]


def _matching(node: Node, chance: random.Random) -> str:
    """A text of the tree; what it says of its surroundings is left to luck."""
    match node:
        case Chars(allowed):
            return _character(allowed, chance)
        case Sequence(items):
            return "".join(_matching(i, chance) for i in items)
        case Choice(options):
            return _matching(chance.choice(options), chance)
        case Repeat(item, low, high):
            most = low + 3 if high is None else high
            times = chance.choice((low, min(low + 1, most), most, chance.randint(low, min(most, low + 12))))
            parts: list[str] = []
            for _ in range(times):
                parts.append(_matching(item, chance))
                if sum(map(len, parts[-9:])) * times > _LONGEST * 9 and len(parts) >= low:
                    break
            return "".join(parts)
        case Look(item, _, negative):
            return _matching(item, chance) if not negative and chance.random() < 0.3 else ""


def _character(allowed: CharSet, chance: random.Random) -> str:
    """One of the set: often the end of a range, often ASCII."""
    ascii_ranges = [(a, min(b, 0x7E)) for a, b in allowed.ranges if a < 0x7F]
    ranges = ascii_ranges if ascii_ranges and chance.random() < 0.8 else allowed.ranges
    if not ranges:
        return ""
    first, last = chance.choice(ranges)
    return chr(chance.choice((first, last, chance.randint(first, last))))


def _edges(node: Node) -> Iterator[str]:
    """The characters on either side of where the tree's ranges begin and end."""
    match node:
        case Chars(allowed):
            for first, last in allowed.ranges[:40]:
                for scalar in (first - 1, first, last, last + 1):
                    if 0 <= scalar <= 0x10FFFF and not 0xD800 <= scalar < 0xE000:
                        yield chr(scalar)
        case Sequence(parts) | Choice(parts):
            for part in parts:
                yield from _edges(part)
        case Repeat(item, _, _) | Look(item, _, _):
            yield from _edges(item)


def _changed(text: str, edges: list[str], chance: random.Random) -> str:
    """The text with a small mistake."""
    at = chance.randint(0, len(text))
    other = chance.choice([*edges, "\n", "\r", " ", "-", "A", "0", "\u2028", "é", "\U0001f600"])
    match chance.randint(0, 6):
        case 0:
            return text[:at] + other + text[at:]
        case 1:
            return text[:at] + text[at + 1 :]
        case 2:
            return text[:at] + other + text[at + 1 :]
        case 3:
            return text + other
        case 4:
            return text[:at] + text[at : at + 1] + text[at:]
        case 5:
            return text[:at].swapcase() + text[at:]
    return text[:at]
