"""From operations to their headers, in C++ terms, with the structures that no other operation uses."""

from __future__ import annotations

from .cpp_types import Model
from .endpoint_rules.traits import endpoint_traits
from .includes import aliases, includes
from .ir import Expr, Header, Operation, Struct, Union
from .resolve_pages import pagination
from .shape_docs import attribute, said_of
from .shapes import Operation as ModelOperation
from .shapes import Ref, Shape
from .structures import struct_of

# What an operation's struct declares, which hides other names within it.
_SCOPE = frozenset("service request response errors pagination name http traits".split())


def operation_header(model: Model, operation: ModelOperation) -> Header:
    """The header of an operation, with its request and response."""
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
        model.titled(operation.name),
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
        return model.qualified(expr, _SCOPE)

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
        pagination(model, operation, _SCOPE),
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
    return model.qualified(Expr("operation_traits", traits), _SCOPE) if traits else None
