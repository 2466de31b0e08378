"""Shapes that contain each other: families, each of which becomes one header."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from .shapes import Kind, Service, Shape

_NAMED = (Kind.STRUCTURE, Kind.UNION)


@dataclass(frozen=True)
class Family:
    """Structures and unions that contain each other, or one that contains itself. `shapes` stand in an order in
    which each is complete before another holds it; `knotted` holds the pairs (holder, held) that no order serves:
    a structure directly within a structure, round in a circle.
    """

    shapes: tuple[Shape, ...]
    knotted: frozenset[tuple[str, str]]

    @property
    def first(self) -> Shape:
        """The one whose header holds them all."""
        return min(self.shapes, key=lambda s: s.name)


def families(service: Service) -> Mapping[str, Family]:
    """The families of a model, by the names of their shapes."""
    found: dict[str, Family] = {}
    names = [s.name for s in service.shapes]
    for circle in _circles(names, lambda n: (r.shape for r in service.shape(n).refs)):
        shapes = {n: service.shape(n) for n in circle if service.shape(n).kind in _NAMED}
        family = _family(service, shapes)
        found |= {name: family for name in shapes}
    return found


def endless(service: Service) -> Iterator[tuple[Shape, ...]]:
    """Lists and maps that contain nothing but each other: no C++ type can be written down for them."""
    held = {s.name: s for s in service.shapes if s.kind in (Kind.LIST, Kind.MAP)}

    def inner(name: str) -> Iterator[str]:
        return (r.shape for r in held[name].refs if r.shape in held)

    for circle in _circles(list(held), inner):
        yield tuple(held[name] for name in sorted(circle))


def _family(service: Service, shapes: Mapping[str, Shape]) -> Family:
    def direct(name: str) -> Iterator[str]:
        return (m.target.shape for m in shapes[name].members if m.target.shape in shapes)

    knotted = {
        (holder, held)
        for circle in _circles(sorted(shapes), direct)
        for holder in circle
        for held in direct(holder)
        if held in circle
    }
    before = {n: sorted(held for held in set(direct(n)) if (n, held) not in knotted) for n in sorted(shapes)}
    ordered = TopologicalSorter(before).static_order()
    return Family(tuple(shapes[n] for n in ordered), frozenset(knotted))


def _circles(
    names: list[str], edges: Callable[[str], Iterator[str]]
) -> Iterator[frozenset[str]]:
    """The sets of names that all lead to each other, and the names that lead to themselves (Tarjan, without
    recursion).
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: dict[str, None] = {}  # in order
    for start in names:
        walks = [] if start in index else [(start, edges(start))]
        while walks:
            name, todo = walks[-1]
            if name not in index:
                index[name] = low[name] = len(index)
                open_[name] = None
            for next_ in todo:
                if next_ not in index:
                    walks.append((next_, edges(next_)))
                    break
                if next_ in open_:
                    low[name] = min(low[name], index[next_])
            else:
                walks.pop()
                if walks:
                    low[walks[-1][0]] = min(low[walks[-1][0]], low[name])
                if low[name] == index[name]:
                    circle = {open_.popitem()[0]}
                    while name not in circle:
                        circle.add(open_.popitem()[0])
                    if len(circle) > 1 or name in edges(name):
                        yield frozenset(circle)
