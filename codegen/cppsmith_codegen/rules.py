"""An overlay's rules as the traits of their structures."""

from __future__ import annotations

from . import names
from .cpp_types import Model
from .ir import Expr
from .literals import text_literal
from .overlay import Absent, All, Any, Condition, Empty, Equals, MemberPath, Not, Present, Rule
from .shapes import Shape


def rule(model: Model, shape: Shape, said: Rule) -> Expr:
    """`rule<"id", "sentence", rules::when<...>, rules::then<...>, rules::otherwise<...>>`"""
    args = [Expr(text_literal(said.id)), Expr(text_literal(said.message))]
    for head, part in (("when", said.when), ("then", said.then), ("otherwise", said.otherwise)):
        if part is not None:
            args.append(Expr(f"rules::{head}", (_condition(model, shape, part),)))
    return Expr("rule", tuple(args))


def _condition(model: Model, shape: Shape, said: Condition) -> Expr:
    match said:
        case Present(member):
            return Expr("rules::present", _path(model, shape, member))
        case Absent(member):
            return Expr("rules::absent", _path(model, shape, member))
        case Empty(member):
            return Expr("rules::empty", _path(model, shape, member))
        case Equals(member, str(value)):
            return Expr("rules::equals", (Expr(text_literal(value)), *_path(model, shape, member)))
        case Equals(member, bool(value)):
            return Expr("rules::is", (Expr(str(value).lower()), *_path(model, shape, member)))
        case Equals(member, value):
            return Expr("rules::is", (Expr(repr(value)), *_path(model, shape, member)))
        case All(conditions):
            return Expr("rules::all", tuple(_condition(model, shape, c) for c in conditions))
        case Any(conditions):
            return Expr("rules::any", tuple(_condition(model, shape, c) for c in conditions))
        case Not(condition):
            return Expr("rules::none", (_condition(model, shape, condition),))


def _path(model: Model, shape: Shape, member: MemberPath) -> tuple[Expr, ...]:
    """`&Request::config, &Config::name`"""
    path: list[Expr] = []
    for name in member.names:
        spelled = names.identifiers(m.name for m in shape.members)
        at = next(i for i, m in enumerate(shape.members) if m.name == name)
        path.append(Expr(f"&{model.name(shape)}::{spelled[at]}"))
        shape = model.shape(shape.members[at].target)
    return tuple(path)
