"""What holds between the parts of a model: every reference leads to a shape of the right type,
every label of a URI to a member, every route to one operation."""

from __future__ import annotations

import re

from .diagnostics import Place, Report
from .shapes import Kind, Location, Operation, Service

_METHODS = frozenset("GET PUT POST DELETE PATCH HEAD OPTIONS".split())
_NAME = re.compile(r"[A-Za-z0-9_]+")
_LABEL = re.compile(r"\{([^{}+]+)\+?\}")


def label_names(uri: str) -> tuple[str, ...]:
    """The labels of a request URI: `/things/{name}/{path+}` has `name` and `path`."""
    return tuple(_LABEL.findall(uri))


def without_labels(uri: str, instead: str = "") -> str:
    """The URI with every label replaced by the same text."""
    return _LABEL.sub(instead, uri)


def check_method(method: str, place: Place, name: str, report: Report) -> None:
    """Reports an HTTP method that is none; an empty one was reported before."""
    if method and method not in _METHODS:
        report.add(place, name, f"the HTTP method '{method}' is not known")


def check_uri(uri: str, place: Place, name: str, report: Report) -> None:
    """Reports what is wrong with the URI of an operation."""
    if not uri:
        return
    if not uri.startswith("/"):
        report.add(place, name, f"the URI '{uri}' does not begin with '/'")
    if re.search(r"[{}]", without_labels(uri)):
        report.add(place, name, f"the URI '{uri}' has braces that are no label")
    if re.search(r"[^!-~]|#", uri):
        said = f"the URI {uri!r} holds what does not belong into a path or query"
        report.add(place, name, said)
    labels = label_names(uri)
    for label in sorted({x for x in labels if labels.count(x) > 1}):
        report.add(place, name, f"the URI '{uri}' has the label '{label}' twice")


def _check_host_prefix(prefix: str, place: Place, name: str, report: Report) -> None:
    """Reports what is wrong with the host prefix of an operation, of which no part may end the host."""
    if re.search(r"[^A-Za-z0-9._-]", re.sub(r"\{[^{}+]+\}", "", prefix)):
        report.add(place, name, f"the host prefix {prefix!r} holds what does not belong into a host")


def check_references(service: Service, report: Report) -> None:
    """Reports what leads nowhere or to the wrong thing."""
    named = [(o.name, o.place) for o in service.operations]
    named += [(s.name, s.place) for s in service.shapes] + [(w.name, w.place) for w in service.waiters]
    for name, place in named:
        if not _NAME.fullmatch(name):  # it becomes the name of a file
            report.add(place, "", f"{name!r} is no name: letters, digits and '_' are")
    for operation in service.operations:
        for ref in operation.refs:
            shape = service.find_shape(ref.shape)
            if shape is None:
                report.add(ref.place, operation.name, f"there is no shape '{ref.shape}'")
            elif shape.kind is not Kind.STRUCTURE:
                report.add(ref.place, operation.name, f"'{ref.shape}' is no structure")
        for ref in operation.errors:
            shape = service.find_shape(ref.shape)
            if shape is not None and shape.kind is Kind.STRUCTURE and shape.error is None:
                report.add(ref.place, operation.name, f"'{ref.shape}' is no error")
        _check_labels(service, operation, report)
        _check_host_labels(service, operation, report)
    for shape in service.shapes:
        for member in shape.members:
            target = service.find_shape(member.target.shape)
            if target is None:
                said = f"there is no shape '{member.target.shape}'"
                report.add(member.target.place, f"{shape.name}.{member.name}", said)
            elif member.idempotency_token and target.kind is not Kind.STRING:
                said = f"an idempotency token is a string, and '{target.name}' is none"
                report.add(member.target.place, f"{shape.name}.{member.name}", said)
        for ref in (r for r in (shape.key, shape.value) if r is not None):
            if service.find_shape(ref.shape) is None:
                report.add(ref.place, shape.name, f"there is no shape '{ref.shape}'")
        key = service.find_shape(shape.key.shape) if shape.key is not None else None
        if key is not None and key.kind is not Kind.STRING:
            report.add(shape.place, shape.name, f"the key '{key.name}' is no string")
    if service.protocol.binds_to_http:
        _check_routes(service, report)


def _check_labels(service: Service, operation: Operation, report: Report) -> None:
    shape = service.find_shape(operation.input.shape) if operation.input is not None else None
    members = () if shape is None else shape.members
    bound = {m.wire_name: m for m in members if m.location is Location.URI}
    labels = label_names(operation.uri)
    for label in labels:
        if label not in bound:
            said = f"the URI '{operation.uri}' has the label '{label}', which is no member's"
            report.add(operation.place, operation.name, said)
    for name, member in bound.items():
        if shape is not None and name not in labels:
            said = f"the URI '{operation.uri}' of {operation.name} has no label '{name}'"
            report.add(member.target.place, f"{shape.name}.{member.name}", said)


def _check_host_labels(service: Service, operation: Operation, report: Report) -> None:
    shape = service.find_shape(operation.input.shape) if operation.input is not None else None
    bound = {m.name for m in (() if shape is None else shape.members) if m.host_label}
    _check_host_prefix(operation.host_prefix, operation.place, operation.name, report)
    for label in label_names(operation.host_prefix):
        if label not in bound:
            said = f"the host prefix '{operation.host_prefix}' has the label '{label}', which is no member's"
            report.add(operation.place, operation.name, said)


def _check_routes(service: Service, report: Report) -> None:
    routes: dict[tuple[str, str], str] = {}
    for operation in service.operations:
        route = (operation.method, without_labels(operation.uri, "{}"))
        first = routes.setdefault(route, operation.name)
        if first != operation.name:
            said = f"{operation.method} {operation.uri} is the route of {first} too"
            report.add(operation.place, operation.name, said)
