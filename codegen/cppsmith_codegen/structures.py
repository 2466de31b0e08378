"""Structures and unions in C++ terms, with what their descriptions say of each member."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from . import names
from .cpp_types import Model
from .ir import DESCRIBED, Alternative, Expr, Field, Lines, Struct, Union
from .literals import text_literal
from .reserved import UNION_SCOPE
from .rules import rule
from .shape_docs import attribute, member_doc, shape_doc
from .shapes import Kind, Location, Member, Shape, TimestampFormat


def struct_of(model: Model, shape: Shape, otherwise: Lines = ()) -> Struct:
    """A structure as an aggregate; `otherwise` documents one of which the model says nothing."""
    name = model.name(shape)
    members = names.identifiers(m.name for m in shape.members)
    spelled = tuple(zip(members, shape.members, strict=True))
    return Struct(
        name,
        str(model.qualified(Expr(name), members)),
        shape_doc(shape) or otherwise,
        tuple(_field(model, shape, m, n, members) for n, m in spelled),
        model.qualified(_described(model, shape, spelled), ()),
        _comparisons(model) if model.family(shape) is not None else (),
        _member_list(model, name, members) if len(members) > DESCRIBED else None,
    )


def _member_list(model: Model, name: str, members: Iterable[str]) -> Expr:
    listed = (Expr("described", (Expr(f"&{name}::{m}"), Expr(text_literal(m)))) for m in members)
    return model.qualified(Expr("member_list", tuple(listed)), ())


def _comparisons(model: Model) -> tuple[str, ...]:
    return tuple(str(model.qualified(Expr(name), ())) for name in ("equal_members", "compare_members"))


def union_of(model: Model, shape: Shape) -> Union:
    """A union as a class."""
    name = model.name(shape)
    taken = UNION_SCOPE | {name}
    spelled = names.identifiers(m.name for m in shape.members)
    members = names.avoiding(spelled, taken)
    hidden = frozenset(members) | UNION_SCOPE
    family = model.family(shape)
    types = tuple(model.type_of(m.target, shape) for m in shape.members)
    described = [
        Expr("alternative", (Expr(text_literal(m.name)), *_alternative_traits(model, m)))
        for m in shape.members
    ]
    secrecy = Expr("sensitive" if shape.sensitive else "no_traits")
    return Union(
        name,
        str(model.qualified(Expr(name), hidden)),
        shape_doc(shape),
        model.qualified(Expr("tagged_union", types), ()),
        tuple(
            Alternative(
                n,
                member_doc(model, m),
                model.qualified(type_, hidden),
                attribute(None if m.deprecated is None else ""),
            )
            for n, m, type_ in zip(members, shape.members, types, strict=True)
        ),
        model.qualified(Expr("union_of", (Expr(text_literal(shape.name)), secrecy, *described)), ()),
        family is not None and len(family.shapes) > 1,
    )


def _field(model: Model, shape: Shape, member: Member, name: str, scope: Collection[str]) -> Field:
    wrapper = Expr("required" if member.must_be_given else "optional", model.held(member.target, shape))
    return Field(
        name,
        member_doc(model, member),
        model.qualified(wrapper, scope),
        not member.must_be_given,
        attribute(member.deprecated),
    )


def _described(model: Model, shape: Shape, members: Iterable[tuple[str, Member]]) -> Expr:
    """`structure<"Tag", ...>` with what Describe cannot say."""
    args = [Expr(text_literal(shape.name))]
    if shape.sensitive:
        args.append(Expr("sensitive"))
    if shape.error is not None:
        code = shape.error.code
        response = [Expr(str(shape.error.status))]
        if code is not None and code != shape.name:
            response.append(Expr(text_literal(code)))
        args.append(Expr("error_response", tuple(response)))
        args += [Expr("retryable")] if shape.error.retryable else []
        args += [Expr("throttling")] if shape.error.throttling else []
    for name, member in members:
        traits = tuple(_member_traits(model, shape, member, name))
        if traits:
            args.append(Expr("member", (Expr(f"&{model.name(shape)}::{name}"), *traits)))
    args += [rule(model, shape, said) for said in shape.rules]
    return Expr("structure", tuple(args))


def _member_traits(model: Model, shape: Shape, member: Member, name: str) -> Iterator[Expr]:
    wire = Expr(text_literal(member.wire_name))
    default = TimestampFormat.EPOCH_SECONDS
    match member.location:
        case Location.URI:
            yield Expr("in_path", (wire,))
            default = TimestampFormat.DATE_TIME
        case Location.QUERY:
            is_map = model.shape(member.target).kind is Kind.MAP
            yield Expr("in_query_map") if is_map else Expr("in_query", (wire,))
            default = TimestampFormat.DATE_TIME
        case Location.HEADER:
            yield Expr("in_header", (wire,))
            default = TimestampFormat.HTTP_DATE
        case Location.HEADERS:
            yield Expr("in_headers", (Expr(text_literal(member.location_name or "")),))
        case Location.STATUS:
            yield Expr("as_status")
        case None if shape.payload == member.name:
            yield Expr("as_payload")
        case None if member.wire_name != name:
            yield Expr("named", (wire,))
    if name != member.name:
        yield Expr("spelled", (Expr(text_literal(member.name)),))
    yield from _content_traits(model.shape(member.target), member, shape.payload == member.name)
    yield from model.member_traits(member.target, default)


def _content_traits(target: Shape, member: Member, is_payload: bool) -> Iterator[Expr]:
    """What a member stands for, and in which form it is carried."""
    if member.idempotency_token:
        yield Expr("idempotency_token")
    if member.host_label:
        yield Expr("as_host_label")
    media_type = member.media_type or target.media_type
    if media_type is not None and (is_payload or member.location is Location.HEADER):
        yield Expr("media_type", (Expr(text_literal(media_type)),))
    if is_payload and (member.streaming or target.streaming):
        yield Expr("streaming")
    if is_payload and target.requires_length:
        yield Expr("requires_length")


def _alternative_traits(model: Model, member: Member) -> Iterator[Expr]:
    if member.wire_name != member.name:
        yield Expr("named", (Expr(text_literal(member.wire_name)),))
    yield from model.traits_of(member.target, TimestampFormat.EPOCH_SECONDS)
