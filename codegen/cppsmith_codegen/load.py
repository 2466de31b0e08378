"""From the JSON of a service model, in either of its formats, to typed shapes.

Anything malformed anywhere in the file is an error. What is well-formed and cannot be honoured is
noted on its shape or operation, and refused once an operation that was asked for reaches it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from . import c2j, names, smithy
from .botocore_models import folder_name
from .companions import Companions, read_companions, read_model
from .diagnostics import Diagnostic, InputError, Report
from .member_shapes import with_member_shapes
from .pagination import with_pagination
from .references import check_references
from .rpc import without_http_bindings
from .shapes import Service
from .source import Node, Object
from .waiters import with_waiters


def load(path: Path, service_shape: str | None = None) -> Service:
    """Reads the model in `path` and the files beside it; of a Smithy model with several services, the one of this
    shape. Raises `InputError`.
    """
    root = read_model(path)
    companions = Companions() if _is_smithy(root) else read_companions(path)
    service = load_node(root, companions, service_shape)
    return replace(service, folder=folder_name(path)) if names.is_shared(service.id) else service


def load_node(root: Node, companions: Companions = Companions(), service_shape: str | None = None) -> Service:
    """Types a model that was parsed, with what C2J keeps beside it. Raises `InputError`."""
    report = Report()
    if _is_smithy(root):
        service = smithy.read_service(root, report, service_shape)
    elif service_shape is not None:
        raise InputError([Diagnostic("--service-shape", "goes with a Smithy model", root.place)])
    else:
        service = c2j.read_service(root, report, companions)
    service = without_http_bindings(service)
    report.raise_if_any()
    check_references(service, report)
    report.raise_if_any()
    service = with_member_shapes(service)
    return with_waiters(with_pagination(service, service.paginators), service.waiters)


def _is_smithy(root: Node) -> bool:
    return isinstance(root.value, Object) and root.value.find("smithy") is not None
