"""The changes of one part of a model, each found in one look at its two versions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from . import diff_facets as facets
from . import diff_severity
from .diff_changes import Change, Effect, Severity, Use, Uses
from .diff_pairs import Slot
from .shapes import Kind, Member, Operation, Service, Shape, Unsupported

T = TypeVar("T")

_NAMED = "the name in C++ is another; the wire is as it was"
_NAMELESS = "neither C++ nor the wire name it"
_NOT_GENERATED = "the generator refuses what it cannot honour"
_ORDER = "designated initializers follow it"

# What C++ has types of its own for, whatever the model calls it.
_WITHOUT_NAME = frozenset(
    (
        Kind.LIST,
        Kind.MAP,
        Kind.BOOLEAN,
        Kind.INTEGER,
        Kind.LONG,
        Kind.FLOAT,
        Kind.DOUBLE,
        Kind.TIMESTAMP,
        Kind.BLOB,
    )
)

_NO_USE: Uses = frozenset()


def of_service(old: Service, new: Service) -> Iterator[Change]:
    yield from _facets(facets.SERVICE, "", old, new, _NO_USE)
    before, after = ({w.name for w in s.waiters} for s in (old, new))
    for name in sorted(before ^ after):
        effect = Effect.NEW if name in after else Effect.GONE
        yield Change(f"waiters.{name}", "waiter", effect, diff_severity.offer(effect, _NO_USE))


def of_existence(old: Operation | None, new: Operation | None) -> Iterator[Change]:
    """Of an operation that one model lacks."""
    if old is None or new is None:
        yield _existence("", "operation", new is not None, Severity.COMPATIBLE)


def of_operation(old: facets.Route, new: facets.Route) -> Iterator[Change]:
    """All but what its shapes hold."""
    before, after = old.operation, new.operation
    yield from _facets(facets.OPERATION, "", old, new, _NO_USE)
    yield from _obstacles("", before.unsupported, after.unsupported)
    if (before.input is None) != (after.input is None):
        demands = new.input is not None and any(m.required for m in new.input.members)
        severity = Severity.BREAKING if demands else Severity.COMPATIBLE
        yield _existence("", "input", new.input is not None, severity)
    if (before.output is None) != (after.output is None):
        yield _existence("", "output", after.output is not None, Severity.COMPATIBLE)
    errors, later = (tuple(r.shape for r in o.errors) for o in (before, after))
    yield from _names("", "error", errors, later, diff_severity.failure, frozenset((Use.ERROR,)))


def of_slot(slot: Slot, uses: Uses) -> Iterator[Change]:
    """Of a use of a shape; what the shape holds too, unless it is compared by itself."""
    old, new = slot.old, slot.new
    if old.member is not None and new.member is not None:
        yield from _facets(facets.MEMBER, slot.path, old.member, new.member, uses)
    yield from _facets(facets.USE, slot.path, old, new, uses)
    yield from _obstacles(slot.path, old.ref.unsupported, new.ref.unsupported)
    if not slot.same:
        yield from _another_shape(slot.path, old.shape, new.shape, uses)


def _another_shape(path: str, old: Shape, new: Shape, uses: Uses) -> Iterator[Change]:
    if old.kind is not new.kind or _has_name(old):
        bad = old.kind is not new.kind or _is_aggregate(old)
        severity, note = (Severity.BREAKING, "") if bad else (Severity.SOURCE, _NAMED)
        before, after = (f"{_type(s)} {s.name}" for s in (old, new))
        yield Change(path, "type", Effect.CHANGED, severity, before, after, note)
    if old.kind is new.kind and not _is_aggregate(old):
        yield from _contents(path, old, new, uses)


def of_shape(old: Shape, new: Shape, uses: Uses) -> Iterator[Change]:
    """All but its uses of other shapes."""
    if old.name != new.name:
        severity, note = Severity.COMPATIBLE, _NAMELESS
        if _has_name(old):
            severity, note = Severity.SOURCE, _NAMED
        yield Change("", "name", Effect.RENAMED, severity, old.name, new.name, note)
    if old.kind is not new.kind:
        yield Change("", "type", Effect.CHANGED, Severity.BREAKING, _type(old), _type(new))
        return
    yield from _contents("", old, new, uses)
    yield from _members(old, new, uses)
    yield from _rules(old, new, uses)


def _contents(path: str, old: Shape, new: Shape, uses: Uses) -> Iterator[Change]:
    yield from _facets(facets.SHAPE, path, old, new, uses)
    if old.enum is not None and new.enum is not None:
        yield from _names(path, "value", old.enum, new.enum, diff_severity.choice, uses)
    yield from _obstacles(path, old.unsupported, new.unsupported)


def _members(old: Shape, new: Shape, uses: Uses) -> Iterator[Change]:
    before, after = ({m.name: m for m in s.members} for s in (old, new))
    for name in sorted(before.keys() ^ after.keys()):
        member = after.get(name) or before[name]
        demanded = member.required and Use.INPUT in uses
        severity = Severity.BREAKING if demanded else Severity.COMPATIBLE
        yield _existence(name, "member", name in after, severity, _described(member))
    shared = before.keys() & after.keys()
    if [n for n in before if n in shared] != [n for n in after if n in shared]:
        severity = diff_severity.order(Effect.CHANGED, uses)
        yield Change("", "order of members", Effect.CHANGED, severity, note=_ORDER)


def _rules(old: Shape, new: Shape, uses: Uses) -> Iterator[Change]:
    """Of cross-field rules, known by their ids; their words do not count."""
    before, after = ({r.id: (r.when, r.then, r.otherwise) for r in s.rules} for s in (old, new))
    yield from _names("", "rule", before, after, diff_severity.constraint, uses)
    for rule in sorted(before.keys() & after.keys()):
        if before[rule] != after[rule]:
            severity = diff_severity.constraint(Effect.CHANGED, uses)
            yield Change("", "rule", Effect.CHANGED, severity, rule, rule, facets.UNCLEAR)


def _described(member: Member) -> str:
    return f"{'required' if member.required else 'optional'} {member.target.shape}"


def _type(shape: Shape) -> str:
    return shape.kind.value or "unsupported"


def _has_name(shape: Shape) -> bool:
    """Whether C++ has a type of its name."""
    return shape.kind is Kind.STRING or _is_aggregate(shape)


def _is_aggregate(shape: Shape) -> bool:
    """Whether it is a type of its own, and not what it holds under another name."""
    return shape.kind not in _WITHOUT_NAME and shape.kind is not Kind.STRING


def _existence(
    path: str, facet: str, is_new: bool, severity: Severity, value: str | None = None
) -> Change:
    """What was not there, with this severity, or no longer is, which breaks."""
    if is_new:
        return Change(path, facet, Effect.NEW, severity, None, value)
    return Change(path, facet, Effect.GONE, Severity.BREAKING, value, None)


def _facets(
    compared: Iterable[facets.Facet[T]], path: str, old: T, new: T, uses: Uses
) -> Iterator[Change]:
    for facet in compared:
        yield from facet.compare(path, old, new, uses)


def _names(
    path: str,
    facet: str,
    old: Iterable[str],
    new: Iterable[str],
    severity: Callable[[Effect, Uses], Severity],
    uses: Uses,
    note: str = "",
) -> Iterator[Change]:
    """Of things that are no more than their names."""
    before, after = set(old), set(new)
    for name in sorted(before ^ after):
        effect = Effect.NEW if name in after else Effect.GONE
        values = (None, name) if name in after else (name, None)
        yield Change(path, facet, effect, severity(effect, uses), *values, note)


def _obstacles(
    path: str, old: tuple[Unsupported, ...], new: tuple[Unsupported, ...]
) -> Iterator[Change]:
    before, after = ([u.what for u in us] for us in (old, new))
    none = _NO_USE
    yield from _names(path, "obstacle", before, after, diff_severity.obstacle, none, _NOT_GENERATED)
