"""From shapes to headers, in C++ terms: which file holds what, with which includes and
documentation.

What a header says depends on the whole model and on its own shape, never on the operations asked
for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from . import constraints, docs, names
from .closure import Closure, reach, refuse_unsupported, select_operations
from .cpp_types import Model, Target
from .ir import (
    Alias,
    Alternative,
    Enumeration,
    Expr,
    Field,
    Header,
    HeaderSet,
    Includes,
    Lines,
    Operation,
    ServiceInfo,
    Struct,
    Union,
)
from .literals import text_literal
from .patterns.cache import Cache
from .rules import rule
from .shapes import Kind, Location, Member, Ref, Service, Shape, TimestampFormat
from .shapes import Operation as ModelOperation
from .text_types import text_type

_WIDTH = 110  # of a line of documentation, with its indentation and mark
_MARK = len("/// ")
_INDENT = 4

_OWN_HEADERS = frozenset("optional required open_enum map blob timestamp document numeral recursive".split())
_MEMBER_HEADERS = frozenset(("cppsmith/optional.hpp", "cppsmith/required.hpp"))
_PATTERNS = frozenset("pattern cppsmith::pattern characters cppsmith::characters".split())
_STD_HEADERS = (("std::vector", "vector"), ("std::int32_t", "cstdint"), ("std::int64_t", "cstdint"))

# What an operation's struct declares, which hides other names within it.
_OPERATION_SCOPE = frozenset("service request response errors name http traits".split())


def reached(model: Model, operations: Iterable[str]) -> Closure:
    """What these operations need of the model. Raises `InputError` for all that cannot be generated."""
    closure = reach(model.service, select_operations(model.service, operations))
    refuse_unsupported(model.service, closure)
    model.refuse_name_clashes(closure)
    return closure


def resolve(
    service: Service,
    operations: Iterable[str],
    target: Target = Target(),
    *,
    umbrella: bool = False,
    patterns: Cache = Cache(),
) -> HeaderSet:
    """The headers for these operations (`all` for every one), and one that includes them all where an umbrella is
    asked for. Raises `InputError`.
    """
    model = Model(service, target, patterns)
    closure = reached(model, operations)
    headers = [_service_header(model)]
    headers += [_operation_header(model, o) for o in closure.operations]
    headers += [_umbrella_header(model, headers)] if umbrella else []
    headers += [_shape_header(model, s) for s in closure.shapes if model.has_file(s)]
    return HeaderSet(
        model.folder,
        _service_path(model),
        f"{target.root_namespace}::{model.namespace}",
        model.macro,
        f"0x{service.digest:016x}",
        tuple(sorted(headers, key=lambda h: h.path)),
    )


def _service_path(model: Model) -> str:
    return f"{model.folder}/service.hpp"


def _title(model: Model, name: str) -> str:
    return f"{name}, {model.title}"


def _service_header(model: Model) -> Header:
    service = model.service
    path = _service_path(model)
    said = docs.first_paragraph(service.documentation)
    name = docs.plain(service.name)
    summary = f"{name}: {said}" if said else f"{name}."
    return Header(
        path,
        names.macro(path),
        model.title,
        Includes(("cppsmith/service.hpp",), (), ("string_view",)),
        service=ServiceInfo(
            tuple(docs.wrapped(summary, _WIDTH - _MARK)),
            str(model.qualified(Expr(service.protocol.value), ())),
            service.id,
            service.api_version,
            service.endpoint_prefix,
            service.signing_name,
            service.target_prefix,
            service.query_compatible,
        ),
    )


def _umbrella_header(model: Model, headers: Iterable[Header]) -> Header:
    """The only header that depends on what was asked for: it includes all of that."""
    path = f"{model.folder}.hpp"
    title = _title(model, "Every operation that was generated")
    included = tuple(sorted(h.path for h in headers))
    return Header(path, names.macro(path), title, Includes(included), umbrella=True)


def _shape_header(model: Model, shape: Shape) -> Header:
    if shape.enum is not None:
        return _enumeration_header(model, shape)
    if shape.kind is Kind.UNION:
        return _union_header(model, shape)
    return (_text_header if shape.kind is Kind.STRING else _structure_header)(model, shape)


def _text_header(model: Model, shape: Shape) -> Header:
    """A string shape with a pattern: its tables are too much to be repeated where it is used."""
    path = model.path(shape)
    made = text_type(model, shape, _shape_doc(shape))
    own = {_service_path(model), "cppsmith/text.hpp"}
    heads = _heads(made.alias.type)
    if not heads.isdisjoint(_PATTERNS):
        own.add("cppsmith/pattern.hpp")
    std = ("string_view",) if made.pattern is not None else ()
    return Header(
        path,
        names.macro(path),
        _title(model, shape.name),
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
    described = Expr("enumeration", (Expr(text_literal(shape.name)), *differing))
    enumeration = Enumeration(
        name,
        _shape_doc(shape),
        enumerators,
        model.qualified(described, ()),
        not model.alias_names.isdisjoint(enumerators),
    )
    path = model.path(shape)
    includes = Includes(
        tuple(sorted((_service_path(model), "cppsmith/shape.hpp"))), ("boost/describe/enum.hpp",)
    )
    title = _title(model, shape.name)
    return Header(path, names.macro(path), title, includes, enumeration=enumeration)


def _structure_header(model: Model, shape: Shape) -> Header:
    path = model.path(shape)
    return Header(
        path,
        names.macro(path),
        _title(model, shape.name),
        _includes(model, (shape,)),
        (),
        _aliases(model, (shape,)),
        (_struct(model, shape, _shape_doc(shape)),),
    )


def _union_header(model: Model, shape: Shape) -> Header:
    path = model.path(shape)
    name = model.name(shape)
    taken = names.UNION_SCOPE | {name}
    spelled = names.identifiers(m.name for m in shape.members)
    members = tuple(f"{n}_" if n in taken else n for n in spelled)
    hidden = frozenset(members) | names.UNION_SCOPE
    described = [
        Expr("alternative", (Expr(text_literal(m.name)), *_alternative_traits(model, m)))
        for m in shape.members
    ]
    secrecy = Expr("sensitive" if shape.sensitive else "no_traits")
    union = Union(
        name,
        str(model.qualified(Expr(name), hidden)),
        _shape_doc(shape),
        model.qualified(Expr("tagged_union", tuple(model.type_of(m.target) for m in shape.members)), ()),
        tuple(
            Alternative(n, _member_doc(model, m), model.qualified(model.type_of(m.target), hidden))
            for n, m in zip(members, shape.members, strict=True)
        ),
        model.qualified(Expr("union_of", (Expr(text_literal(shape.name)), secrecy, *described)), ()),
    )
    includes = _includes(model, (shape,))
    return Header(
        path,
        names.macro(path),
        _title(model, shape.name),
        Includes(
            tuple(sorted({*includes.own, "cppsmith/tagged_union.hpp"} - _MEMBER_HEADERS)),
            (),
            tuple(sorted({*includes.std, "utility"} - {"compare"})),
        ),
        (),
        _aliases(model, (shape,)),
        union=union,
    )


def _alternative_traits(model: Model, member: Member) -> Iterator[Expr]:
    if member.wire_name != member.name:
        yield Expr("named", (Expr(text_literal(member.wire_name)),))
    yield from model.traits_of(member.target, TimestampFormat.EPOCH_SECONDS)


def _operation_header(model: Model, operation: ModelOperation) -> Header:
    path = model.path(operation)
    own: list[Shape] = []
    structs: list[Struct] = []
    for ref, role in ((operation.input, "input"), (operation.output, "output")):
        if ref is not None and ref.shape in model.inline_shapes:
            shape = model.shape(ref)
            otherwise = (f"The {role} of the {operation.name} operation.",)
            own.append(shape)
            structs.append(_struct(model, shape, _shape_doc(shape) or otherwise))
    return Header(
        path,
        names.macro(path),
        _title(model, operation.name),
        _includes(model, tuple(own), operation),
        (),
        _aliases(model, tuple(own)),
        tuple(structs),
        operation=_operation(model, operation),
    )


def _operation(model: Model, operation: ModelOperation) -> Operation:
    name = model.name(operation)

    def written(expr: Expr) -> Expr:
        return model.qualified(expr, _OPERATION_SCOPE)

    def named(ref: Ref | None) -> str:
        return str(written(Expr("unit" if ref is None else model.name(model.shape(ref)))))

    errors = sorted(model.name(model.shape(r)) for r in operation.errors)
    return Operation(
        name,
        operation.name,
        _doc(operation.documentation, operation.deprecated, _WIDTH - _MARK),
        f"{model.namespace}::service",
        named(operation.input),
        named(operation.output),
        written(Expr("error_list", tuple(Expr(e) for e in errors))),
        str(written(Expr("http_binding"))),
        operation.method,
        operation.uri,
        operation.status,
        operation.host_prefix,
        _operation_traits(model, operation),
        str(model.qualified(Expr("operation", (Expr(name),)), ())),
    )


def _operation_traits(model: Model, operation: ModelOperation) -> Expr | None:
    """`operation_traits<unsigned_request>`, or nothing where the model says nothing of the kind."""
    said = (
        ("unsigned_request", operation.unsigned),
        ("unsigned_payload", operation.unsigned_payload),
        ("checksum_required", operation.checksum_required),
        ("gzip_allowed", operation.compressed),
        ("discovers_endpoint", operation.discovers_endpoint),
    )
    traits = tuple(Expr(name) for name, is_said in said if is_said)
    return model.qualified(Expr("operation_traits", traits), _OPERATION_SCOPE) if traits else None


def _struct(model: Model, shape: Shape, doc: Lines) -> Struct:
    name = model.name(shape)
    members = names.identifiers(m.name for m in shape.members)
    spelled = tuple(zip(members, shape.members, strict=True))
    return Struct(
        name,
        str(model.qualified(Expr(name), members)),
        doc,
        tuple(_field(model, m, n, members) for n, m in spelled),
        model.qualified(_described(model, shape, spelled), ()),
    )


def _field(model: Model, member: Member, name: str, scope: Collection[str]) -> Field:
    wrapper = Expr("required" if member.must_be_given else "optional", model.held(member.target))
    return Field(
        name,
        _member_doc(model, member),
        model.qualified(wrapper, scope),
        not member.must_be_given,
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


def _aliases(model: Model, shapes: tuple[Shape, ...]) -> tuple[Alias, ...]:
    """The text types that the members of these structures name, in the order of their first use.
    Those with a file of their own are not repeated.
    """
    found: dict[str, Shape] = {}
    for target in _named_shapes(model, shapes):
        if target.kind is Kind.STRING and not model.has_file(target):
            found.setdefault(target.name, target)
    return tuple(text_type(model, s, _shape_doc(s)).alias for s in found.values())


def _named_shapes(model: Model, shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        for member in shape.members:
            yield from model.named_in(member.target)


def _includes(
    model: Model, shapes: tuple[Shape, ...], operation: ModelOperation | None = None
) -> Includes:
    """What the structures of a header, and its operation, are written with."""
    own, boost, std = {_service_path(model)}, set[str](), set[str]()
    for shape in shapes:
        own.add("cppsmith/shape.hpp")
        if shape.rules:
            own.add("cppsmith/rule.hpp")
        boost.add("boost/describe/class.hpp")
        std.add("compare")
        for member in shape.members:
            own.add(f"cppsmith/{'required' if member.must_be_given else 'optional'}.hpp")
            heads = _heads(Expr("", model.held(member.target)))
            own |= {f"cppsmith/{h}.hpp" for h in heads & _OWN_HEADERS}
            std |= {header for head, header in _STD_HEADERS if head in heads}
    for named in _named_shapes(model, shapes):
        own.add(model.path(named) if model.has_file(named) else "cppsmith/text.hpp")
    if operation is not None:
        own.add("cppsmith/operation.hpp")
        std.add("string_view")
        used = {model.shape(r) for r in operation.refs if model.has_file(model.shape(r))}
        own |= {model.path(s) for s in used}
    return Includes(tuple(sorted(own)), tuple(sorted(boost)), tuple(sorted(std)))


def _heads(expr: Expr) -> set[str]:
    return {expr.head}.union(*(_heads(a) for a in expr.args or ()))


def _shape_doc(shape: Shape) -> Lines:
    return _doc(shape.documentation, shape.deprecated, _WIDTH - _MARK)


def _member_doc(model: Model, member: Member) -> Lines:
    """The member's documentation, or else that of a type that has no place of its own, and its
    limits.
    """
    width = _WIDTH - _MARK - _INDENT
    target = model.shape(member.target)
    named = target.kind in (Kind.STRUCTURE, Kind.STRING)
    html = member.documentation or ("" if named else target.documentation)
    return _doc(html, member.deprecated, width, constraints.sentence(target))


def _doc(html: str, deprecated: str | None, width: int, limits: str = "") -> Lines:
    lines = list(docs.markdown(html, width))
    if limits:
        lines = list(docs.with_sentence(tuple(lines), limits, width))
    if deprecated is not None:
        reason = docs.plain(deprecated)
        said = f"Deprecated: {reason}" if reason else "Deprecated."
        lines += [*([""] if lines else []), *docs.wrapped(said, width)]
    return tuple(lines)
