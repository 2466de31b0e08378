"""Which shape of one model is which of another: by the operations that reach them, not by name
alone, so that a renamed shape is compared with itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .shapes import Kind, Member, Ref, Service, Shape

# Lists and maps in each other that are looked through where their shapes do not correspond.
_NESTED = 16


@dataclass(frozen=True)
class Pair:
    """The names of two shapes that correspond. They differ where a shape was renamed."""

    old: str
    new: str


@dataclass(frozen=True)
class Used:
    """A use of a shape in one model; `member` where a member uses it."""

    ref: Ref
    shape: Shape
    member: Member | None = None


@dataclass(frozen=True)
class Slot:
    """A place in which both models use a shape: a member, an element, a key, a value, ..."""

    path: str
    old: Used
    new: Used
    same: bool  # whether the shapes correspond

    @property
    def pair(self) -> Pair:
        return Pair(self.old.shape.name, self.new.shape.name)


class Pairing:
    """Says which shapes correspond, and remembers it.

    Shapes of one name do. Of different names, one must be unknown to the other model, which makes
    it renamed, and they must resemble each other. Each pair accounts for a name that was free
    until then, so there are no more pairs than shapes. Pairs are therefore to be asked for in a
    fixed order.
    """

    def __init__(self, old: Service, new: Service) -> None:
        self.old, self.new = old, new
        self._renamed: set[Pair] = set()
        self._taken: tuple[set[str], set[str]] = (set(), set())

    def slot(self, path: str, old: Ref, new: Ref) -> Slot:
        before, after = self.old.shape(old.shape), self.new.shape(new.shape)
        return Slot(path, Used(old, before), Used(new, after), self._correspond(before, after))

    def slots(self, old: Shape, new: Shape, path: str = "", depth: int = 0) -> Iterator[Slot]:
        """The uses that both shapes have, and those in lists and maps that do not correspond."""
        for slot in self._own_slots(old, new, path):
            yield slot
            if not slot.same and depth < _NESTED:
                yield from self.slots(slot.old.shape, slot.new.shape, slot.path, depth + 1)

    def _own_slots(self, old: Shape, new: Shape, path: str) -> Iterator[Slot]:
        if old.kind is not new.kind:
            return
        if old.key is not None and new.key is not None:
            yield self.slot(path + "{key}", old.key, new.key)
        if old.value is not None and new.value is not None:
            contents = "[]" if old.kind is Kind.LIST else "{}"
            yield self.slot(path + contents, old.value, new.value)
        if path:
            return  # the members of another structure are no change of this one
        later = {m.name: m for m in new.members}
        for member in sorted(old.members, key=lambda m: m.name):
            if member.name in later:
                yield self._member_slot(member, later[member.name])

    def _member_slot(self, old: Member, new: Member) -> Slot:
        slot = self.slot(old.name, old.target, new.target)
        return replace(slot, old=replace(slot.old, member=old), new=replace(slot.new, member=new))

    def _correspond(self, old: Shape, new: Shape) -> bool:
        if old.name == new.name:
            return True
        pair = Pair(old.name, new.name)
        if pair in self._renamed:
            return True
        known = self.new.find_shape(old.name) and self.old.find_shape(new.name)
        taken = old.name in self._taken[0] and new.name in self._taken[1]
        if known or taken or not _resemble(old, new):
            return False
        self._renamed.add(pair)
        for names, name in zip(self._taken, (old.name, new.name), strict=True):
            names.add(name)
        return True


def _resemble(old: Shape, new: Shape) -> bool:
    """Whether one could be the other under another name: of what the one with fewer members or
    values has, the other has half.
    """
    if old.kind is not new.kind or (old.enum is None) != (new.enum is None):
        return False
    before, after = _listed(old), _listed(new)
    return 2 * len(before & after) >= min(len(before), len(after))


def _listed(shape: Shape) -> frozenset[str]:
    return frozenset(shape.enum or (m.name for m in shape.members))
