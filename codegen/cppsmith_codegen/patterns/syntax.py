"""The syntax tree of a pattern, free of dialects: what `parse` makes and the automata are built from."""

from __future__ import annotations

from dataclasses import dataclass

from .chars import ANY, CharSet


@dataclass(frozen=True)
class Chars:
    """One character of a set."""

    allowed: CharSet


@dataclass(frozen=True)
class Sequence:
    """One after the other; the empty sequence matches the empty text."""

    items: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Choice:
    """One of several."""

    options: tuple[Node, ...]


@dataclass(frozen=True)
class Repeat:
    """`min` to `max` times; without `max`, any number from `min` on."""

    item: Node
    min: int
    max: int | None


@dataclass(frozen=True)
class Look:
    """A condition on what comes next (`ahead`) or has come before, which consumes nothing."""

    item: Node
    ahead: bool
    negative: bool


Node = Chars | Sequence | Choice | Repeat | Look

START = Look(Chars(ANY), ahead=False, negative=True)  # nothing has come before
END = Look(Chars(ANY), ahead=True, negative=True)  # nothing comes next


class Inexpressible(Exception):
    """A pattern that no automaton of ours stands for exactly; the message is the reason."""
