"""From the syntax tree to a nondeterministic automaton (Thompson's construction)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .chars import CharSet
from .syntax import Chars, Choice, Inexpressible, Look, Node, Repeat, Sequence

_MOST_STATES = 60_000


@dataclass(frozen=True, eq=False)
class Condition:
    """A look from a place in the text: ahead with an automaton of its own, or behind."""

    automaton: Nfa
    ahead: bool
    negative: bool


@dataclass(eq=False)
class Nfa:
    """States from 0 to `size`; it begins in `start` and has matched in `accept`."""

    start: int = 0
    accept: int = 0
    size: int = 0
    steps: dict[int, tuple[CharSet, int]] = field(default_factory=dict)  # one at most for a state
    jumps: dict[int, list[int]] = field(default_factory=dict)  # without a character
    conditions: dict[int, tuple[Condition, int]] = field(default_factory=dict)

    # States of the copies that a counted repeat is made of, by the place in the copy: of several places
    # in one group the one of the lowest rank can do all that the others can.
    ranks: dict[int, list[tuple[tuple[int, int], int]]] = field(default_factory=dict)

    # The same place in the first copy, and how many copies there are; of repeats in repeats the inner
    # ones first.
    copies: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def original(self, state: int, most_copies: int) -> int:
        """The state, or that of the first copy, where something is repeated more often than this."""
        for first, count in self.copies.get(state, ()):
            if count > most_copies and first != state:
                return self.original(first, most_copies)
        return state

    def alphabet(self) -> frozenset[CharSet]:
        """Every set of characters that it asks for, its conditions' too."""
        own = frozenset(allowed for allowed, _ in self.steps.values())
        inner = (c.automaton.alphabet() for c, _ in self.conditions.values())
        return own.union(*inner)


def build(node: Node) -> Nfa:
    """The automaton of a tree. Raises `Inexpressible` where it would be too large."""
    nfa = Nfa()
    builder = _Builder(nfa)
    nfa.start = builder.state()
    nfa.accept = builder.add(node, nfa.start)
    return nfa


@dataclass
class _Copies:
    """The copies of one repeat: the number that it goes by, how many, and where the first begins."""

    group: int
    count: int
    first: int | None = None


class _Builder:
    def __init__(self, nfa: Nfa) -> None:
        self._nfa = nfa
        self._looks: dict[Look, Condition] = {}

    def state(self) -> int:
        self._nfa.size += 1
        if self._nfa.size > _MOST_STATES:
            raise Inexpressible("its counted repeats are too large")
        return self._nfa.size - 1

    def add(self, node: Node, at: int) -> int:
        """Appends a node behind the state `at`; the state behind it."""
        match node:
            case Chars(allowed):
                end = self.state()
                self._nfa.steps[at] = (allowed, end)
                return end
            case Sequence(items):
                for item in items:
                    at = self.add(item, at)
                return at
            case Choice(options):
                end = self.state()
                for option in options:
                    self._jump(self.add(option, self._jump_to_new(at)), end)
                return end
            case Repeat(item, low, high):
                return self._repeat(item, low, high, at)
        return self._look(node, at)

    def _jump(self, origin: int, target: int) -> None:
        self._nfa.jumps.setdefault(origin, []).append(target)

    def _jump_to_new(self, origin: int) -> int:
        new = self.state()
        self._jump(origin, new)
        return new

    def _repeat(self, item: Node, low: int, high: int | None, at: int) -> int:
        """Copies of the item. More of them to come is better where all may be left out; where there is
        no end to them, fewer that are demanded.
        """
        copies = _Copies(self._nfa.size, high or low)
        for index in range(low):
            at = self._copy(item, at, copies, low - index if high is None else None)
        if high is None:
            loop = self._jump_to_new(at)
            self._jump(self._copy(item, loop, copies, 0), loop)
            return self._jump_to_new(loop)
        end = self.state()
        for index in range(high - low):
            self._jump(at, end)
            at = self._copy(item, at, copies, index)
        self._jump(at, end)
        return end

    def _copy(self, item: Node, at: int, copies: _Copies, rank: int | None) -> int:
        nfa = self._nfa
        begin = self._jump_to_new(at)
        end = self.add(item, begin)
        if copies.first is None:
            copies.first = begin
        for state in range(begin, nfa.size):
            place = state - begin
            if rank is not None:
                nfa.ranks.setdefault(state, []).append(((copies.group, place), rank))
            nfa.copies.setdefault(state, []).append((copies.first + place, copies.count))
        return end

    def _look(self, look: Look, at: int) -> int:
        if look not in self._looks:
            inner = build(look.item)
            self._looks[look] = Condition(inner, look.ahead, look.negative)
        end = self.state()
        self._nfa.conditions[at] = (self._looks[look], end)
        return end
