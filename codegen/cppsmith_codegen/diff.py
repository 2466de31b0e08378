"""What changed between two models, for some operations and all that they reach.

Documentation is not compared. An operation that only one model has is one change; so is a member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from . import diff_parts as parts
from .closure import select_operations
from .diff_changes import Change, Difference, Scope, Section, Use
from .diff_facets import Route
from .diff_pairs import Pair, Pairing, Slot
from .shapes import Operation, Service

# The uses of shapes by an operation itself.
_Roots = tuple[tuple[Use, Slot], ...]


def diff(old: Service, new: Service, operations: Iterable[str]) -> Difference:
    """Compares the operations of these names (`all` for every one of both models), with what they
    reach. Raises `InputError` where neither model has one.

    Takes time linear in what the operations reach, each taken by itself.
    """
    return _Comparison(old, new).difference(_selected(old, new, operations))


def _selected(old: Service, new: Service, operations: Iterable[str]) -> tuple[str, ...]:
    asked = sorted(set(operations))
    if asked == ["all"]:
        return tuple(sorted({o.name for s in (old, new) for o in s.operations}))
    select_operations(new, (n for n in asked if old.find_operation(n) is None))
    return tuple(asked)


def _route(service: Service, operation: Operation) -> Route:
    ref = operation.input
    return Route(operation, None if ref is None else service.shape(ref.shape))


@dataclass
class _Reach:
    """From where two shapes are reached."""

    operations: set[str] = field(default_factory=set)
    uses: set[Use] = field(default_factory=set)


class _Comparison:
    def __init__(self, old: Service, new: Service) -> None:
        self._old, self._new = old, new
        self._pairing = Pairing(old, new)

    def difference(self, names: tuple[str, ...]) -> Difference:
        found = {n: (self._old.find_operation(n), self._new.find_operation(n)) for n in names}
        roots = {n: tuple(self._roots(a, b)) for n, (a, b) in found.items() if a and b}
        reached = self._reach(roots)
        changes = tuple(parts.of_service(self._old, self._new))
        sections = [Section(Scope.SERVICE, self._old.id, self._new.id, names, (), changes)]
        for name, (old, new) in found.items():
            here = tuple(self._operation_changes(old, new, roots.get(name, ())))
            before, after = (name if o else "" for o in (old, new))
            sections.append(Section(Scope.OPERATION, before, after, (name,), (), here))
        pairs = sorted(reached, key=lambda p: (p.new, p.old))
        sections += [self._shape_section(p, reached[p]) for p in pairs]
        return Difference(self._old, self._new, names, tuple(s for s in sections if s.changes))

    def _roots(self, old: Operation, new: Operation) -> Iterator[tuple[Use, Slot]]:
        if old.input is not None and new.input is not None:
            yield Use.INPUT, self._pairing.slot("input", old.input, new.input)
        if old.output is not None and new.output is not None:
            yield Use.OUTPUT, self._pairing.slot("output", old.output, new.output)
        later = {r.shape: r for r in new.errors}
        for ref in sorted(old.errors, key=lambda r: r.shape):
            if ref.shape in later:
                yield Use.ERROR, self._pairing.slot(ref.shape, ref, later[ref.shape])

    def _reach(self, roots: Mapping[str, _Roots]) -> dict[Pair, _Reach]:
        """Every pair of shapes that the operations reach, and from where."""
        inner: dict[Pair, tuple[Pair, ...]] = {}
        reached: dict[Pair, _Reach] = {}
        for name, slots in roots.items():
            for use in Use:
                waiting = [s.pair for u, s in slots if u is use and s.same]
                seen = set(waiting)
                while waiting:
                    pair = waiting.pop()
                    if pair not in inner:
                        inner[pair] = tuple(dict.fromkeys(self._inner(pair)))
                    waiting += [p for p in inner[pair] if p not in seen]
                    seen.update(inner[pair])
                    reach = reached.setdefault(pair, _Reach())
                    reach.operations.add(name)
                    reach.uses.add(use)
        return reached

    def _inner(self, pair: Pair) -> Iterator[Pair]:
        return (s.pair for s in self._slots(pair) if s.same)

    def _slots(self, pair: Pair) -> Iterator[Slot]:
        return self._pairing.slots(self._old.shape(pair.old), self._new.shape(pair.new))

    def _operation_changes(
        self, old: Operation | None, new: Operation | None, roots: _Roots
    ) -> Iterator[Change]:
        yield from parts.of_existence(old, new)
        if old is None or new is None:
            return
        yield from parts.of_operation(_route(self._old, old), _route(self._new, new))
        for use, slot in roots:
            yield from parts.of_slot(slot, frozenset((use,)))

    def _shape_section(self, pair: Pair, reach: _Reach) -> Section:
        old, new = self._old.shape(pair.old), self._new.shape(pair.new)
        uses = tuple(u for u in Use if u in reach.uses)
        changes = list(parts.of_shape(old, new, frozenset(uses)))
        for slot in self._slots(pair):
            changes += parts.of_slot(slot, frozenset(uses))
        operations = tuple(sorted(reach.operations))
        return Section(Scope.SHAPE, pair.old, pair.new, operations, uses, tuple(changes))
