"""The statements that rules become, as a tree: what `compile_rules` makes and `print_code` prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Code:
    """An expression in C++, and the variables that stand in it."""

    text: str
    uses: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Let:
    """`auto const url = ...;`, or a reference."""

    name: str
    value: Code
    is_reference: bool = False

    @property
    def head(self) -> str:
        return f"auto const{'&' if self.is_reference else ''} {self.name}"


@dataclass(frozen=True)
class If:
    """What follows where all tests hold; `let` is declared before them."""

    let: Let | None
    tests: tuple[Code, ...]
    body: Block


@dataclass(frozen=True)
class Listed:
    """`head({items});`, a call with a list: of the parts of a text, or of an object's members."""

    head: str
    items: tuple[Code, ...]
    is_text: bool = True


@dataclass(frozen=True)
class Line:
    """Any other statement."""

    code: Code


@dataclass(frozen=True)
class Part:
    """Rules that were moved into a function of their own, and their variables."""

    name: str
    variables: tuple[str, ...]


@dataclass(frozen=True)
class Scope:
    """A block of its own, for the sake of its variables."""

    body: Block


Statement = If | Let | Listed | Line | Part | Scope
Block = tuple[Statement, ...]


@dataclass(frozen=True)
class Function:
    """`resolve`, or a part of it."""

    name: str
    variables: tuple[str, ...]
    uses_parameters: bool
    body: Block = field(repr=False)


def uses(block: Block) -> frozenset[str]:
    """The variables that a block needs from outside, `p` among them for the parameters."""
    found: set[str] = set()
    for statement in block:
        found |= _uses(statement)
    return frozenset(found - {s.name for s in block if isinstance(s, Let)})


def _uses(statement: Statement) -> frozenset[str]:
    match statement:
        case If(let, tests, body):
            inner = uses(body).union(*(t.uses for t in tests))
            return inner if let is None else (inner - {let.name}) | let.value.uses
        case Let():
            return statement.value.uses
        case Listed():
            return frozenset[str]().union(*(i.uses for i in statement.items))
        case Line():
            return statement.code.uses
        case Part():
            return frozenset(("p", *statement.variables))
        case Scope():
            return uses(statement.body)


def nested(block: Block) -> Iterator[Block]:
    """The blocks in a block."""
    for statement in block:
        if isinstance(statement, If | Scope):
            yield statement.body
