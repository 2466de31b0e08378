"""Long expressions in parts that have names, so that a person can read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from . import docs
from .ir import Expr, Part

_LONG = 95  # of an expression with what is around it
_WORTH_IT = 30  # of a part
_WIDTH = 106  # of a line of documentation
_MOST = 99

NAMES = tuple(f"part_{number}" for number in range(1, _MOST + 1))


class Parts:
    """The parts of one scope, in the order in which they have to be declared."""

    def __init__(self) -> None:
        self._parts: list[Part] = []

    def __iter__(self) -> Iterator[Part]:
        return iter(self._parts)

    def shortened(self, expr: Expr, source: str) -> Expr:
        """The expression, with names for its parts where it is long. `source` is what it was compiled from."""
        begin = len(self._parts)
        made = self._short(expr)
        if len(self._parts) > begin:
            doc = tuple(docs.wrapped(docs.plain(source), _WIDTH))
            self._parts[begin] = replace(self._parts[begin], doc=doc)
        return made

    def _short(self, expr: Expr) -> Expr:
        if len(str(expr)) <= _LONG or not expr.args:
            return expr
        args = [self._short(a) for a in expr.args]
        while len(str(Expr(expr.head, tuple(args)))) > _LONG:
            longest = max(range(len(args)), key=lambda i: _length(args[i]))
            if _length(args[longest]) < _WORTH_IT or len(self._parts) == _MOST:
                break
            args[longest] = self._named(args[longest])
        return Expr(expr.head, tuple(args))

    def _named(self, expr: Expr) -> Expr:
        name = NAMES[len(self._parts)]
        self._parts.append(Part(name, (), expr))
        return Expr(name)


def _length(expr: Expr) -> int:
    """Of what a name may stand for: no type, and nothing without arguments."""
    is_value = expr.args is not None and expr.head.split("::")[-2:-1] == ["jmespath"]
    return len(str(expr)) if is_value else 0
