"""From the JSON of a service model, in either of its formats, to typed shapes.

Anything malformed anywhere in the file is an error. What is well-formed and cannot be honoured is
noted on its shape or operation, and refused once an operation that was asked for reaches it.
"""

from __future__ import annotations

from pathlib import Path

from . import c2j, smithy
from .diagnostics import Report
from .member_shapes import with_member_shapes
from .references import check_references
from .shapes import Service
from .source import Node, Object, read


def load(path: Path) -> Service:
    """Reads the model in `path`. Raises `InputError`."""
    return load_node(read(path))


def load_node(root: Node) -> Service:
    """Types a model that was parsed. Raises `InputError`."""
    report = Report()
    is_smithy = isinstance(root.value, Object) and root.value.find("smithy") is not None
    service = (smithy if is_smithy else c2j).read_service(root, report)
    report.raise_if_any()
    check_references(service, report)
    report.raise_if_any()
    return with_member_shapes(service)
