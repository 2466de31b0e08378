"""From the JSON of a service model, in either of its formats, to typed shapes.

Anything malformed anywhere in the file is an error. What is well-formed and cannot be honoured is
noted on its shape or operation, and refused once an operation that was asked for reaches it.
"""

from __future__ import annotations

from pathlib import Path

from . import c2j, smithy
from .companions import Companions, read_companions, read_model
from .diagnostics import Report
from .member_shapes import with_member_shapes
from .references import check_references
from .shapes import Service
from .source import Node, Object


def load(path: Path) -> Service:
    """Reads the model in `path` and the files beside it. Raises `InputError`."""
    root = read_model(path)
    return load_node(root, Companions() if _is_smithy(root) else read_companions(path))


def load_node(root: Node, companions: Companions = Companions()) -> Service:
    """Types a model that was parsed, with what C2J keeps beside it. Raises `InputError`."""
    report = Report()
    if _is_smithy(root):
        service = smithy.read_service(root, report)
    else:
        service = c2j.read_service(root, report, companions)
    report.raise_if_any()
    check_references(service, report)
    report.raise_if_any()
    return with_member_shapes(service)


def _is_smithy(root: Node) -> bool:
    return isinstance(root.value, Object) and root.value.find("smithy") is not None
