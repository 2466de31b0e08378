"""From shapes to headers, in C++ terms: which file holds what, with which includes and documentation.

What a header says depends on the whole model and on its own shape, never on the operations asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import docs
from .closure import Closure, reach, refuse_unsupported, select_operations
from .cpp_types import Model, Target
from .customizations import fixed_headers
from .endpoint_rules import header as endpoint_header
from .endpoint_rules.traits import endpoint_traits
from .ir import Expr, Header, HeaderSet, Includes, ServiceInfo
from .patterns.cache import Cache
from .resolve_operations import operation_header
from .resolve_pages import refuse_alike_waiters, waiter_headers
from .resolve_shapes import shape_header
from .shape_docs import summary
from .shapes import Service


def reached(model: Model, operations: Iterable[str]) -> Closure:
    """What these operations need of the model. Raises `InputError` for all that cannot be generated."""
    closure = reach(model.service, select_operations(model.service, operations))
    refuse_unsupported(model.service, closure)
    model.refuse_empty_types(closure)
    refuse_alike_waiters(model, closure)
    for operation in closure.operations:
        endpoint_traits(model, operation)
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
    headers += [operation_header(model, o) for o in closure.operations]
    headers += waiter_headers(model, closure)
    headers += [_umbrella_header(model, headers)] if umbrella else []
    headers += [shape_header(model, s) for s in closure.shapes if model.has_file(s)]
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


def _service_header(model: Model) -> Header:
    service = model.service
    path = model.service_path
    own = (_endpoint_rules_path(model),) if service.endpoint_rules is not None else ()
    return Header(
        path,
        model.guard(path),
        model.title,
        Includes(tuple(sorted((*own, "cppsmith/service.hpp"))), (), ("string_view",)),
        service=ServiceInfo(
            summary(_about(docs.plain(service.name), docs.first_paragraph(service.documentation))),
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


def _about(name: str, said: str) -> str:
    """A service's name and what its documentation begins with, which may be the name."""
    if not said:
        return f"{name}."
    return said if said.startswith(name) else f"{name}: {said}"


def _umbrella_header(model: Model, headers: Iterable[Header]) -> Header:
    """The only header that depends on what was asked for: it includes all of that."""
    path = f"{model.folder}.hpp"
    title = model.titled("Every operation that was generated")
    included = tuple(sorted(h.path for h in headers))
    return Header(path, model.guard(path), title, Includes(included), only_includes=True)


def _endpoint_rules_header(model: Model) -> Iterator[Header]:
    rules = model.service.endpoint_rules
    if rules is not None:
        path = _endpoint_rules_path(model)
        yield Header(
            path,
            model.guard(path),
            model.titled("Endpoint rules"),
            Includes((), (), endpoint_header.included(rules)),
            endpoint_rules=endpoint_header.endpoint_rules(rules, docs.plain(model.service.name)),
        )
