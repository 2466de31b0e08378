"""Which operations are asked for, what they reach, and whether all of it can be honoured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from .diagnostics import Diagnostic, InputError, Report
from .recursion import endless
from .shapes import Kind, Location, Member, Operation, Ref, Service, Shape

# Lists and maps within each other, which become one C++ type.
_NESTED = 16

_SCALARS = frozenset(
    (
        Kind.STRING,
        Kind.BOOLEAN,
        Kind.INTEGER,
        Kind.LONG,
        Kind.FLOAT,
        Kind.DOUBLE,
        Kind.TIMESTAMP,
        Kind.BLOB,
    )
)
_PAYLOADS = frozenset((Kind.STRUCTURE, Kind.UNION, Kind.DOCUMENT, Kind.STRING, Kind.BLOB))


@dataclass(frozen=True)
class Closure:
    """Operations and every shape that they reach, both in the order of their names."""

    operations: tuple[Operation, ...]
    shapes: tuple[Shape, ...]


def select_operations(service: Service, names: Iterable[str]) -> tuple[Operation, ...]:
    """The operations of these names, each once, sorted. `all` stands for every one."""
    asked = sorted(set(names))
    if asked == ["all"]:
        return tuple(sorted(service.operations, key=lambda o: o.name))
    unknown = [n for n in asked if service.find_operation(n) is None]
    if unknown:
        raise InputError(_unknown(service, name) for name in unknown)
    found = (service.find_operation(n) for n in asked)
    return tuple(o for o in found if o is not None)


def _unknown(service: Service, name: str) -> Diagnostic:
    known = {o.name.lower(): o.name for o in service.operations}
    near = [known[n] for n in get_close_matches(name.lower(), known, n=3, cutoff=0.7)]
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return Diagnostic("", f"there is no operation '{name}'{hint}", file=service.file)


def reach(service: Service, operations: tuple[Operation, ...]) -> Closure:
    """What the operations reach through inputs, outputs and errors."""
    seen: dict[str, Shape] = {}
    todo = [r.shape for o in operations for r in o.refs]
    while todo:
        shape = service.shape(todo.pop())
        if shape.name not in seen:
            seen[shape.name] = shape
            todo += [r.shape for r in shape.refs]
    return Closure(operations, tuple(seen[name] for name in sorted(seen)))


def refuse_unsupported(service: Service, closure: Closure) -> None:
    """Raises `InputError` with everything in the closure that the generator cannot honour."""
    report = Report()
    for operation in closure.operations:
        for unsupported in operation.unsupported:
            report.add(unsupported.place, operation.name, unsupported.what)
        for ref in operation.refs:
            _refuse_ref(ref, operation.name, report)
        _check_bindings(service, operation, report)
    for shape in closure.shapes:
        for unsupported in shape.unsupported:
            report.add(unsupported.place, shape.name, unsupported.what)
        for ref in (r for r in (shape.key, shape.value) if r is not None):
            _refuse_ref(ref, shape.name, report)
        for member in shape.members:
            _refuse_ref(member.target, f"{shape.name}.{member.name}", report)
    knots = tuple(k for k in endless(service) if not set(k).isdisjoint(closure.shapes))
    for knot in knots:
        said = f"contains nothing but lists and maps, without end ({' -> '.join(s.name for s in (*knot, knot[0]))})"
        report.add(knot[0].place, knot[0].name, said)
    for shape in closure.shapes:
        if not knots and _nesting(service, shape) > _NESTED:
            said = f"lists and maps nested deeper than {_NESTED} levels are not supported"
            report.add(shape.place, shape.name, said)
    report.raise_if_any()


def _refuse_ref(ref: Ref, subject: str, report: Report) -> None:
    for unsupported in ref.unsupported:
        report.add(unsupported.place, subject, unsupported.what)


def _nesting(service: Service, shape: Shape) -> int:
    """How many lists and maps are within each other, this one included; counted no further than
    needed.
    """
    level, depth = [shape], 0
    while level and depth <= _NESTED:
        level = [s for s in level if s.kind in (Kind.LIST, Kind.MAP)]
        depth += bool(level)
        level = [service.shape(r.shape) for s in level for r in s.refs if r is s.value]
    return depth


def _check_bindings(service: Service, operation: Operation, report: Report) -> None:
    """Each member of the input and of the output can be carried where the model puts it."""
    for ref, is_input in ((operation.input, True), (operation.output, False)):
        if ref is None:
            continue
        shape = service.shape(ref.shape)
        for member in shape.members:
            said = _misplaced(service, shape, member, is_input)
            if said:
                report.add(member.target.place, f"{shape.name}.{member.name}", said)


def _misplaced(service: Service, shape: Shape, member: Member, is_input: bool) -> str:
    """Why a member cannot be where it is; empty where it can."""
    target = service.shape(member.target.shape)
    what = f"a {target.kind.value} in "
    scalar = target.kind in _SCALARS
    if target.kind is Kind.OTHER:
        return ""
    if member.location is None and shape.payload not in (None, member.name):
        return f"is bound to nothing: '{shape.payload}' is the whole body"
    if shape.payload == member.name:
        if member.location is not None:
            return "is the payload and has a location"
        supported = target.kind in _PAYLOADS
        return "" if supported else f"a {target.kind.value} as the payload is not supported yet"
    match member.location:
        case Location.URI:
            return "" if scalar or not is_input else f"{what}the path is not supported yet"
        case Location.QUERY:
            if not is_input or scalar or _holds_scalars(service, target):
                return ""
            return f"{what}the query is not supported yet"
        case Location.HEADER:
            fine = scalar or (target.kind is Kind.LIST and _holds_scalars(service, target))
            return "" if fine else f"{what}a header is not supported yet"
        case Location.HEADERS:
            element = service.shape(target.value.shape) if target.value is not None else None
            fine = target.kind is Kind.MAP and element is not None and element.kind is Kind.STRING
            return "" if fine else f"{what}headers is not supported yet"
        case Location.STATUS:
            if is_input:
                return "a status code in a request is not supported yet"
            fine = target.kind is Kind.INTEGER
            return "" if fine else f"{what}the status code is not supported yet"
    return ""


def _holds_scalars(service: Service, shape: Shape) -> bool:
    """Whether it is a list of scalars, or a map of them or of such lists."""
    if shape.value is None:
        return False
    element = service.shape(shape.value.shape)
    if shape.kind is Kind.MAP and element.kind is Kind.LIST:
        return _holds_scalars(service, element)
    return element.kind in _SCALARS
