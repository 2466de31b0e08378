"""The tables of an automaton, as `cppsmith/pattern.hpp` walks them."""

from __future__ import annotations

from dataclasses import dataclass

from .dfa import DEAD, Dfa
from .minimal import in_lanes
from .syntax import Inexpressible

FIRST = "0"  # what the first class and the first state are written as
_MOST_SINGLE = 0x100 - ord(FIRST)  # those that can be written as a character each
_STEP_BYTES, _RUN_BYTES, _START_BYTES = 4, 4, 5


@dataclass(frozen=True)
class Step:
    """Where a class of characters leads: to a run, and there to a count, or that much further."""

    run: int
    count: int = 0
    further: bool = False


@dataclass(frozen=True)
class Run:
    """States that follow each other and lead alike, as those of a counted repeat do. A step that goes
    beyond its `length` is in the next run.
    """

    length: int
    accepting: bool
    steps: tuple[Step | None, ...]  # by class of characters; none: no text that begins so matches


@dataclass(frozen=True)
class Table:
    """An automaton. `ascii` has the class of each ASCII character; from `starts[i]` on, scalar values
    are of class `others[i]`.
    """

    negative: bool
    ascii: tuple[int, ...]
    starts: tuple[int, ...]
    others: tuple[int, ...]
    runs: tuple[Run, ...]

    @property
    def counted(self) -> bool:
        """Whether it needs runs; else each of them is a state that a character stands for."""
        return len(self.runs) > _MOST_SINGLE or any(run.length > 1 for run in self.runs)

    @property
    def states(self) -> int:
        return sum(run.length for run in self.runs)

    @property
    def bytes(self) -> int:
        """What it takes in a program."""
        width = len(self.runs[0].steps)
        row = width * _STEP_BYTES + _RUN_BYTES if self.counted else width + 1
        return len(self.ascii) + len(self.starts) * _START_BYTES + len(self.runs) * row


def table(dfa: Dfa, *, negative: bool = False) -> Table:
    """The smallest table of an automaton. Raises `Inexpressible` where it cannot be written down."""
    if dfa.alphabet.size > _MOST_SINGLE:
        raise Inexpressible("too many classes of characters")
    ascii_classes: list[int] = []
    starts: list[int] = []
    others: list[int] = []
    for (first, last), symbol in dfa.alphabet.ranges:
        ascii_classes += [symbol] * (min(last, 0x7F) - first + 1)
        if last >= 0x80 and (not others or others[-1] != symbol):
            starts.append(max(first, 0x80))
            others.append(symbol)
    ways = [runs(in_lanes(dfa, way), way) for way in range(len(dfa.lanes))]
    if len(dfa.rows) <= _MOST_SINGLE:
        ways.append(single_states(dfa))
    made = [Table(negative, tuple(ascii_classes), tuple(starts), tuple(others), w) for w in ways]
    return min(made, key=_bytes)


def _bytes(made: Table) -> int:
    return made.bytes


def single_states(dfa: Dfa) -> tuple[Run, ...]:
    """Every state as a run of its own."""
    return tuple(
        Run(1, state in dfa.accepting, tuple(None if t == DEAD else Step(t) for t in row))
        for state, row in enumerate(dfa.rows)
    )


def runs(dfa: Dfa, way: int) -> tuple[Run, ...]:
    """The states as runs: those of a counted repeat become a few."""
    lanes = dfa.lanes[way]
    bounds = _bounds(dfa, lanes)
    run_of: list[int] = []
    for number, (start, end) in enumerate(zip(bounds, bounds[1:], strict=False)):
        run_of += [number] * (end - start)

    def step(start: int, end: int, symbol: int) -> Step | None:
        target = dfa.rows[start][symbol]
        if target == DEAD:
            return None
        further = end - start > 1 and dfa.rows[start + 1][symbol] != target
        return Step(run_of[target], target - bounds[run_of[target]], further)

    return tuple(
        Run(
            end - start,
            start in dfa.accepting,
            tuple(step(start, end, symbol) for symbol in range(dfa.alphabet.size)),
        )
        for start, end in zip(bounds, bounds[1:], strict=False)
    )


def _bounds(dfa: Dfa, lanes: tuple[int, ...]) -> list[int]:
    """Where runs begin, and the number of states."""
    bounds = [0]
    kind: list[int] | None = None  # of each class: how far its target moves from state to state
    for state in range(1, len(dfa.rows)):
        moved = _moved(dfa, lanes, state)
        if moved is None or (kind is not None and moved != kind):
            bounds.append(state)
            kind = None
        else:
            kind = moved
    return [*bounds, len(dfa.rows)]


def _moved(dfa: Dfa, lanes: tuple[int, ...], state: int) -> list[int] | None:
    """How far each target has moved since the state before; nothing where they do not lead alike."""
    if (state in dfa.accepting) != (state - 1 in dfa.accepting):
        return None
    if lanes[state] != lanes[state - 1]:
        return None
    moved: list[int] = []
    for before, here in zip(dfa.rows[state - 1], dfa.rows[state], strict=True):
        if (before == DEAD) != (here == DEAD) or here - before not in (0, 1):
            return None
        if here != before and lanes[here] != lanes[before]:
            return None
        moved.append(here - before)
    return moved
