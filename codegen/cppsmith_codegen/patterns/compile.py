"""From the text of a pattern to what a header holds of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .anchor import Part, parts, whole_text
from .dfa import DEAD, Dfa, determinize
from .minimal import minimal
from .parse import parse
from .syntax import Chars, Inexpressible, Node, Repeat, Sequence
from .table import Table, table

_MOST_BYTES = 16_384  # of one pattern's tables


@dataclass(frozen=True)
class Everything:
    """Every text matches."""


@dataclass(frozen=True)
class Characters:
    """`min` to `max` characters of one class: a bit for each ASCII character, and whether all others
    are of it.
    """

    ascii: int
    others: bool
    min: int
    max: int | None


@dataclass(frozen=True)
class Tables:
    """Automata that have to agree: all that are not negative match, and none that is."""

    tables: tuple[Table, ...]

    @property
    def bytes(self) -> int:
        return sum(t.bytes for t in self.tables)

    @property
    def states(self) -> int:
        return sum(t.states for t in self.tables)


Compiled = Everything | Characters | Tables


@cache
def compiled(pattern: str, *, full_match: bool) -> Compiled:
    """What stands for exactly the texts that a pattern matches. Raises `Inexpressible`, with the reason.

    C2J's patterns are full matches; Smithy's are searches.
    """
    tree = parse(pattern)
    repeated = _repeated_class(whole_text(tree, full_match=full_match))
    if repeated is not None:
        return repeated
    whole = (Part(whole_text(tree, full_match=full_match)),)
    split = parts(tree, full_match=full_match)
    made: list[Tables] = []
    reason: Inexpressible | None = None
    for way in (whole, split) if len(split) > 1 else (whole,):
        try:
            automata = [(minimal(determinize(p.node)), p.negative) for p in way]
            simple = _simple(automata[0][0]) if len(way) == 1 else None
            if simple is not None:
                return simple
            made.append(Tables(tuple(table(dfa, negative=n) for dfa, n in automata)))
        except Inexpressible as why:
            reason = reason or why
    best = min(made, key=lambda t: t.bytes, default=None)
    if best is None:
        raise reason or Inexpressible("no automaton")
    if best.bytes > _MOST_BYTES:
        raise Inexpressible(f"its tables would take more than {_MOST_BYTES} bytes")
    return best


def _repeated_class(node: Node) -> Compiled | None:
    """A repeat of one class, however often, without an automaton."""
    while isinstance(node, Sequence) and len(node.items) == 1:
        node = node.items[0]
    if not isinstance(node, Repeat) or not isinstance(node.item, Chars):
        return None
    once = _simple(minimal(determinize(Repeat(node.item, 0, None))))
    if isinstance(once, Characters):
        return Characters(once.ascii, once.others, node.min, node.max)
    if isinstance(once, Everything) and (node.min or node.max is not None):
        return Characters((1 << 128) - 1, True, node.min, node.max)
    return once


def _simple(dfa: Dfa) -> Compiled | None:
    """An automaton that only counts characters of one class, as such."""
    kinds = {tuple(t != DEAD for t in row) for row in dfa.rows}
    onward = {tuple(t != DEAD for t in row) for row in dfa.rows if any(t != DEAD for t in row)}
    if len(onward) > 1 or len(kinds) > 2:
        return None
    allowed = next(iter(onward), (False,) * dfa.alphabet.size)
    chain = [0]
    while True:
        targets = {t for t in dfa.rows[chain[-1]] if t != DEAD}
        if len(targets) > 1:
            return None
        target = next(iter(targets), chain[-1])
        if target in chain:
            endless = bool(targets)
            if target != chain[-1]:
                return None
            break
        chain.append(target)
    counts = [n for n, state in enumerate(chain) if state in dfa.accepting]
    if not counts or counts != list(range(counts[0], len(chain))):
        return None
    most = None if endless else len(chain) - 1
    if all(allowed) and counts[0] == 0 and most is None:
        return Everything()
    return _characters(dfa, allowed, counts[0], most)


def _characters(
    dfa: Dfa, allowed: tuple[bool, ...], least: int, most: int | None
) -> Characters | None:
    bits = 0
    others: set[bool] = set()
    for (first, last), symbol in dfa.alphabet.ranges:
        if not allowed[symbol]:
            others |= {False} if last >= 0x80 else set()
            continue
        others |= {True} if last >= 0x80 else set()
        for scalar in range(first, min(last, 0x7F) + 1):
            bits |= 1 << scalar
    return Characters(bits, others.pop(), least, most) if len(others) == 1 else None
