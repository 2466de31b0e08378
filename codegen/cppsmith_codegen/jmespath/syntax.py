"""JMESPath's expressions as a tree. Every node knows where it begins in its text: `at`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True)
class Node:
    at: int


@dataclass(frozen=True)
class Current(Node):
    """`@`, and what a part stands on that begins with a bracket."""


@dataclass(frozen=True)
class Field(Node):
    """`name`, `"name"`: a member of a structure, an entry of a map."""

    name: str


@dataclass(frozen=True)
class Literal(Node):
    """`'text'` and JSON between backticks."""

    value: Json


@dataclass(frozen=True)
class Index(Node):
    """`[0]`, `[-1]`: an element of a list, counted from its end where negative."""

    index: int


@dataclass(frozen=True)
class Sub(Node):
    """`left.right`, `left[0]`, `left | right`: the right one sees what the left one gives."""

    left: Node
    right: Node


class Over(Enum):
    """What a projection goes over."""

    ELEMENTS = "[*]"
    FLAT = "[]"
    VALUES = "*"
    MATCHING = "[?]"
    SLICE = "[:]"


@dataclass(frozen=True)
class Projection(Node):
    """`left[*].each`: `each` of everything in `left`, without what gives null.

    `condition` is that of a filter, `slice` the bounds and the step of a slice.
    """

    over: Over
    left: Node
    each: Node
    condition: Node | None = None
    slice: tuple[int | None, int | None, int | None] = (None, None, None)


@dataclass(frozen=True)
class MultiList(Node):
    """`[a, b]`"""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class MultiHash(Node):
    """`{x: a, y: b}`"""

    items: tuple[tuple[str, Node], ...]


@dataclass(frozen=True)
class Or(Node):
    left: Node
    right: Node


@dataclass(frozen=True)
class And(Node):
    left: Node
    right: Node


@dataclass(frozen=True)
class Not(Node):
    inner: Node


@dataclass(frozen=True)
class Comparison(Node):
    """`left == right`, and so on."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Call(Node):
    """`name(arguments)`"""

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True)
class Reference(Node):
    """`&inner`: an expression as an argument."""

    inner: Node


def inside(node: Node) -> tuple[Node, ...]:
    """The nodes directly within one."""
    match node:
        case Sub(left=left, right=right) | Or(left=left, right=right) | And(left=left, right=right):
            return left, right
        case Comparison(left=left, right=right):
            return left, right
        case Projection(left=left, each=each, condition=condition):
            return (left, each) if condition is None else (left, each, condition)
        case MultiList(items=items) | Call(arguments=items):
            return items
        case MultiHash(items=pairs):
            return tuple(value for _, value in pairs)
        case Not(inner=inner) | Reference(inner=inner):
            return (inner,)
    return ()


class SyntaxFault(Exception):
    """Why a text is no expression, and where in it."""

    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at = at
        self.message = message
