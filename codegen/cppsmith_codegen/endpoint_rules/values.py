"""The values that rules are about, as expressions of C++, and what they are made with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .code import Code
from .library import Kind


@dataclass(frozen=True)
class Value:
    """An expression in C++ and what it is. One that may be unset is a `std::optional`."""

    code: Code
    kind: Kind
    optional: bool = False
    literal: str | bool | int | None = None
    simple: bool = True  # it can stand where an operator binds tighter than `==`
    negation: str | None = None  # what is true where it is false, in fewer words than `!`
    test: str | None = None  # the same in fewer words, where an `if` asks


@dataclass(frozen=True)
class Variable:
    """A parameter or variable. `known`: a `std::optional` that is set here."""

    name: str
    kind: Kind
    optional: bool
    known: bool
    root: str  # the C++ variable it is in

    def value(self) -> Value:
        opened = self.optional and self.known
        text = f"*{self.name}" if opened else self.name
        return Value(Code(text, frozenset((self.root,))), self.kind, self.optional and not self.known)


def typed(value: Value, *, optional: bool) -> Code:
    """A value whose type does not depend on how it is written."""
    code = value.code
    if isinstance(value.literal, str):
        code = called("rules.text", (listed((code,)),))
    return called("std::optional", (code,)) if optional and not value.optional else code


def negated(value: Value) -> Value:
    """The opposite."""
    if isinstance(value.literal, bool):
        return flag(not value.literal)
    text = value.negation or (f"!{value.code}" if value.simple else f"!({value.code})")
    return Value(Code(text, value.code.uses), Kind.FLAG, simple=value.simple, negation=str(value.code))


def called(function: str, arguments: Iterable[Code]) -> Code:
    """A call."""
    given = tuple(arguments)
    return Code(f"{function}({', '.join(map(str, given))})", frozenset[str]().union(*(a.uses for a in given)))


def listed(items: tuple[Code, ...]) -> Code:
    """`{a, b}`"""
    return Code(f"{{{', '.join(map(str, items))}}}", frozenset[str]().union(*(i.uses for i in items)))


def flag(value: bool) -> Value:
    """`true` or `false`."""
    return Value(Code("true" if value else "false"), Kind.FLAG, literal=value)
