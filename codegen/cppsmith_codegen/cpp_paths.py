"""Expressions of JMESPath as C++: template arguments, each a step from a value to the next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from . import names
from .cpp_types import Model
from .ir import Expr
from .jmespath.plan import Argument, Steps, ToMember, heads, shapes
from .literals import text_literal


def written(
    model: Model, steps: Steps, hidden: Collection[str], aliases: Mapping[str, str] | None = None
) -> tuple[Expr, ...]:
    """The steps where the names in `hidden` mean something else; `aliases` are other names of structures."""
    return tuple(_argument(model, step, hidden, aliases or {}) for step in steps)


def _argument(
    model: Model, step: Argument, hidden: Collection[str], aliases: Mapping[str, str]
) -> Expr:
    match step:
        case ToMember(shape=shape, member=member):
            return Expr(f"&{_structure(model, shape, hidden, aliases)}::{_member(model, shape, member)}")
        case str():
            return Expr(text_literal(step))
        case bool():
            return Expr("true" if step else "false")
        case int():
            return Expr(str(step))
    always = step.head in _ALWAYS_TEMPLATES
    args = tuple(_argument(model, a, hidden, aliases) for a in step.args)
    return model.qualified(Expr(f"jmespath::{step.head}", args if args or always else None), ())


_ALWAYS_TEMPLATES = frozenset("each flatten values_of path".split())


def _structure(
    model: Model, shape: str, hidden: Collection[str], aliases: Mapping[str, str]
) -> str:
    if shape in aliases:
        return aliases[shape]
    return str(model.qualified(Expr(model.name(model.service.shape(shape))), hidden))


def _member(model: Model, shape: str, member: str) -> str:
    listed = tuple(m.name for m in model.service.shape(shape).members)
    return names.identifiers(listed)[listed.index(member)]


def includes(model: Model, paths: Iterable[Steps]) -> frozenset[str]:
    """The headers that paths are written with, but for that of their operation."""
    found: set[str] = set()
    for steps in paths:
        found |= {"cppsmith/jmespath.hpp"} if heads(steps) else set()
        named = (model.service.shape(name) for name in shapes(steps))
        found |= {model.path(s) for s in named if model.has_file(s)}
    return frozenset(found)
