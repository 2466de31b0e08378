"""What an expression comes to when the shapes are known: steps from value to value, in the model's terms.

`resolve` writes them as C++; what each does is in `include/cppsmith/jmespath/`.
"""

from __future__ import annotations

from dataclasses import dataclass

Number = int | float


@dataclass(frozen=True)
class ToMember:
    """To a member of a structure: `&Table::Status`."""

    shape: str
    member: str


@dataclass(frozen=True)
class Step:
    """Any other step, by its name in C++: `flatten<...>`, `length<...>`, `key<"name">`."""

    head: str
    args: tuple[Argument, ...] = ()


Argument = ToMember | Step | str | int | bool  # a text stands for its literal
Steps = tuple[ToMember | Step, ...]


def one(steps: Steps) -> ToMember | Step:
    """Any number of steps as a single one."""
    return steps[0] if len(steps) == 1 else Step("path", steps)


def heads(steps: tuple[Argument, ...]) -> frozenset[str]:
    """Which steps are used that are not to members, at any depth."""
    own = (s for s in steps if isinstance(s, Step))
    return frozenset(head for s in own for head in (s.head, *heads(s.args)))


def shapes(steps: tuple[Argument, ...]) -> frozenset[str]:
    """The structures whose members are named."""
    inner = (name for s in steps if isinstance(s, Step) for name in shapes(s.args))
    return frozenset((*(s.shape for s in steps if isinstance(s, ToMember)), *inner))
