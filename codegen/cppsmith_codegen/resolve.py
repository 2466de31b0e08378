"""From shapes to headers, in C++ terms: which file holds what, with which includes and
documentation.

What a header says depends on the whole model and on its own shape, never on the operations asked
for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import docs, names
from .closure import Closure, reach, refuse_unsupported, select_operations
from .cpp_types import Model, Target
from .customizations import fixed_headers
from .endpoint_rules import header as endpoint_header
from .endpoint_rules.traits import endpoint_traits
from .includes import aliases, heads_of, includes
from .ir import (
    DESCRIBED,
    Enumeration,
    Expr,
    Header,
    HeaderSet,
    Includes,
    Operation,
    ServiceInfo,
    Struct,
    Union,
)
from .literals import text_literal
from .patterns.cache import Cache
from .recursion import Family
from .resolve_pages import pagination, waiter_headers
from .shape_docs import attribute, said_of, shape_doc, summary
from .shapes import Kind, Ref, Service, Shape
from .shapes import Operation as ModelOperation
from .structures import struct_of, union_of
from .text_types import text_type

_PATTERNS = frozenset("pattern cppsmith::pattern characters cppsmith::characters".split())

# What an operation's struct declares, which hides other names within it.
_OPERATION_SCOPE = frozenset("service request response errors pagination name http traits".split())


def reached(model: Model, operations: Iterable[str]) -> Closure:
    """What these operations need of the model. Raises `InputError` for all that cannot be generated."""
    closure = reach(model.service, select_operations(model.service, operations))
    refuse_unsupported(model.service, closure)
    model.refuse_empty_types(closure)
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
    headers += waiter_headers(model, closure)
    headers += [_umbrella_header(model, headers)] if umbrella else []
    headers += [_shape_header(model, s) for s in closure.shapes if model.has_file(s)]
    headers += _endpoint_rules_header(model)
    return HeaderSet(
        model.folder,
        model.service_path,
        f"{target.root_namespace}::{model.namespace}",
        model.macro,
        f"0x{service.digest:016x}",
        tuple(sorted(headers, key=lambda h: h.path)),
    )


def _endpoint_rules_path(model: Model) -> str:
    return f"{model.folder}/endpoint_rules.hpp"


def _title(model: Model, name: str) -> str:
    return f"{name}, {model.title}"


def _service_header(model: Model) -> Header:
    service = model.service
    path = model.service_path
    said = docs.first_paragraph(service.documentation)
    name = docs.plain(service.name)
    own = (_endpoint_rules_path(model),) if service.endpoint_rules is not None else ()
    return Header(
        path,
        model.guard(path),
        model.title,
        Includes(tuple(sorted((*own, "cppsmith/service.hpp"))), (), ("string_view",)),
        service=ServiceInfo(
            summary(f"{name}: {said}" if said else f"{name}."),
            str(model.qualified(Expr(service.protocol.value), ())),
            service.id,
            service.api_version,
            service.endpoint_prefix,
            service.signing_name,
            service.target_prefix,
            service.query_compatible,
            str(model.qualified(Expr("fixed_header"), ())),
            fixed_headers(service),
            f"{model.namespace}::endpoint_rules" if service.endpoint_rules is not None else "",
        ),
    )


def _umbrella_header(model: Model, headers: Iterable[Header]) -> Header:
    """The only header that depends on what was asked for: it includes all of that."""
    path = f"{model.folder}.hpp"
    title = _title(model, "Every operation that was generated")
    included = tuple(sorted(h.path for h in headers))
    return Header(path, model.guard(path), title, Includes(included), only_includes=True)


def _endpoint_rules_header(model: Model) -> Iterator[Header]:
    rules = model.service.endpoint_rules
    if rules is not None:
        path = _endpoint_rules_path(model)
        yield Header(
            path,
            model.guard(path),
            f"Endpoint rules, {model.title}",
            Includes((), (), endpoint_header.included(rules)),
            endpoint_rules=endpoint_header.endpoint_rules(rules, docs.plain(model.service.name)),
        )


def _shape_header(model: Model, shape: Shape) -> Header:
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
    title = _title(model, shape.name)
    return Header(path, model.guard(path), title, included, enumeration=enumeration)


def _structure_header(model: Model, shape: Shape, family: tuple[Shape, ...]) -> Header:
    """A structure or union, with those that it cannot be written down without."""
    path = model.path(shape)
    structs = tuple(_composite(model, s) for s in family)
    return Header(
        path,
        model.guard(path),
        _title(model, shape.name),
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
    title = _title(model, f"{shape.name}, which {first.name} contains and is contained in")
    return Header(path, model.guard(path), title, Includes((model.path(first),)), only_includes=True)


def _operation_header(model: Model, operation: ModelOperation) -> Header:
    path = model.path(operation)
    own: list[Shape] = []
    structs: list[Struct | Union] = []
    for ref, role in ((operation.input, "input"), (operation.output, "output")):
        if ref is not None and ref.shape in model.inline_shapes:
            shape = model.shape(ref)
            otherwise = (f"The {role} of the {operation.name} operation.",)
            own.append(shape)
            structs.append(struct_of(model, shape, otherwise))
    return Header(
        path,
        model.guard(path),
        _title(model, operation.name),
        includes(model, tuple(own), operation),
        (),
        aliases(model, tuple(own)),
        tuple(structs),
        deprecates=operation.deprecated is not None or any(m.deprecated is not None for s in own for m in s.members),
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
        attribute(operation.deprecated, f"struct {name} {{"),
        name,
        operation.name,
        said_of(operation.documentation, operation.deprecated),
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
        pagination(model, operation, _OPERATION_SCOPE),
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
    traits = (*(Expr(name) for name, is_said in said if is_said), *endpoint_traits(model, operation))
    return model.qualified(Expr("operation_traits", traits), _OPERATION_SCOPE) if traits else None
