"""From shapes to their headers, in C++ terms."""

from __future__ import annotations

from . import names
from .cpp_types import Model
from .includes import aliases, heads_of, includes
from .ir import DESCRIBED, Enumeration, Expr, Header, Includes, Struct, Union
from .literals import text_literal
from .recursion import Family
from .shape_docs import shape_doc
from .shapes import Kind, Shape
from .structures import struct_of, union_of
from .text_types import text_type

_PATTERNS = frozenset("pattern cppsmith::pattern characters cppsmith::characters".split())


def shape_header(model: Model, shape: Shape) -> Header:
    """The header of a shape that has one."""
    if shape.enum is not None:
        return _enumeration_header(model, shape)
    if shape.kind is Kind.STRING:
        return _text_header(model, shape)
    family = model.family(shape)
    if family is not None and shape != family.first:
        return _relative_header(model, shape, family)
    return _structure_header(model, shape, (shape,) if family is None else family.shapes)


def _text_header(model: Model, shape: Shape) -> Header:
    """A string shape with a pattern: its tables are too much to be repeated where it is used."""
    path = model.path(shape)
    made = text_type(model, shape, shape_doc(shape))
    own = {model.service_path, "cppsmith/text.hpp"}
    heads = heads_of(made.alias.type)
    if not heads.isdisjoint(_PATTERNS):
        own.add("cppsmith/pattern.hpp")
    std = ("string_view",) if made.pattern is not None else ()
    return Header(
        path,
        model.guard(path),
        model.titled(shape.name),
        Includes(tuple(sorted(own)), (), std),
        () if made.pattern is None else (made.pattern,),
        (made.alias,),
    )


def _enumeration_header(model: Model, shape: Shape) -> Header:
    values = shape.enum or ()
    enumerators = names.identifiers(values)
    name = model.name(shape)
    differing = tuple(
        Expr("value", (Expr(f"{name}::{spelled}"), Expr(text_literal(value))))
        for spelled, value in zip(enumerators, values, strict=True)
        if spelled != value
    )
    is_large = len(values) > DESCRIBED
    described = Expr("enumeration", (Expr(text_literal(shape.name)), *differing))
    if is_large:
        described = Expr("enumeration_of", (Expr(text_literal(shape.name)), Expr(f"{name}_values")))
    enumeration = Enumeration(
        name,
        shape_doc(shape),
        enumerators,
        model.qualified(described, ()),
        not model.alias_names.isdisjoint(enumerators),
        values if is_large else (),
    )
    path = model.path(shape)
    included = Includes(
        tuple(sorted((model.service_path, "cppsmith/shape.hpp"))),
        () if is_large else ("boost/describe/enum.hpp",),
        ("string_view",) if is_large else (),
    )
    title = model.titled(shape.name)
    return Header(path, model.guard(path), title, included, enumeration=enumeration)


def _structure_header(model: Model, shape: Shape, family: tuple[Shape, ...]) -> Header:
    """A structure or union, with those that it cannot be written down without."""
    path = model.path(shape)
    structs = tuple(_composite(model, s) for s in family)
    return Header(
        path,
        model.guard(path),
        model.titled(shape.name),
        includes(model, family),
        (),
        aliases(model, family),
        structs,
        tuple(f"{s.key} {s.name}" for s in structs) if len(structs) > 1 else (),
        any(m.deprecated is not None for s in family for m in s.members),
    )


def _composite(model: Model, shape: Shape) -> Struct | Union:
    return union_of(model, shape) if shape.kind is Kind.UNION else struct_of(model, shape)


def _relative_header(model: Model, shape: Shape, family: Family) -> Header:
    """A shape that stands in the header of another one."""
    path, first = model.path(shape), family.first
    title = model.titled(f"{shape.name}, which {first.name} contains and is contained in")
    return Header(path, model.guard(path), title, Includes((model.path(first),)), only_includes=True)
