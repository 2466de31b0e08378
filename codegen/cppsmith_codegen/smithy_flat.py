"""Smithy's JSON AST without its means against repetition: mixins and `apply` statements, carried out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .diagnostics import Place, Report
from .reader import Reader
from .source import Array, Entry, Node, Object

_MIXIN = "smithy.api#mixin"
_ELEMENTS = frozenset("member key value".split())

_DEEPEST = 100  # mixins of mixins


def flattened(shapes: Object, report: Report) -> dict[str, Entry]:
    """The shapes by their ids, each with the members and traits of its mixins, and with those traits that are
    applied to it elsewhere.
    """
    return _Flattener(shapes, report).all()


def fields(node: Node) -> Object:
    """What an object holds; of anything else, which is reported where it is read, nothing."""
    return node.value if isinstance(node.value, Object) else Object(())


def text_of(node: Node, key: str) -> str:
    entry = fields(node).find(key)
    return entry.value.value if entry is not None and isinstance(entry.value.value, str) else ""


class _Flattener(Reader):
    def __init__(self, shapes: Object, report: Report) -> None:
        super().__init__(report)
        applied = [e for e in shapes if text_of(e.value, "type") == "apply"]
        self._shapes = {e.key: e for e in shapes if e not in applied}
        self._done: dict[str, Entry] = {}
        self._open: set[str] = set()
        self._applied: dict[str, list[Entry]] = {}
        for entry in applied:
            self._applied.setdefault(entry.key.partition("$")[0], []).append(entry)

    def all(self) -> dict[str, Entry]:
        for name in self._applied.keys() - self._shapes.keys():
            for entry in self._applied[name]:
                self.report.add(entry.place, entry.key, f"there is no shape '{name}' to apply traits to")
        return {name: self._flat(name) for name in self._shapes}

    def _flat(self, name: str) -> Entry:
        if name not in self._done:
            self._open.add(name)
            self._done[name] = self._made(self._shapes[name])
            self._open.discard(name)
        return self._done[name]

    def _made(self, entry: Entry) -> Entry:
        found = fields(entry.value)
        result = Object(tuple(e for e in found if e.key != "mixins"))
        mixins = tuple(self._mixins(found, entry))
        if mixins:
            inherited = Object(())
            for mixin in mixins:
                inherited = _merged(inherited, _handed_down(mixin))
            result = _merged(inherited, result)
            self._check_targets((*mixins, found), entry)
        for applied in self._applied.get(entry.key, ()):
            result = self._with_traits(result, applied)
        return replace(entry, value=replace(entry.value, value=result)) if found.entries else entry

    def _mixins(self, found: Object, entry: Entry) -> Iterator[Object]:
        said = found.find("mixins")
        if said is None:
            return
        if not isinstance(said.value.value, Array):
            self.report.add(said.place, entry.key, f"'mixins' must be an array, not {said.value.kind()}")
            return
        for item in said.value.value.items:
            name = text_of(item, "target")
            if name not in self._shapes:
                self.report.add(item.place, entry.key, f"there is no mixin '{name}'")
            elif name in self._open:
                self.report.add(item.place, entry.key, f"the mixin '{name}' mixes in itself")
            elif len(self._open) > _DEEPEST:
                said_of = f"mixins of mixins deeper than {_DEEPEST} levels are not supported"
                self.report.add(item.place, entry.key, said_of)
            elif text_of(self._shapes[name].value, "type") != text_of(entry.value, "type"):
                self.report.add(item.place, entry.key, f"the mixin '{name}' is of another type")
            else:
                yield fields(self._flat(name).value)

    def _check_targets(self, parts: Iterable[Object], entry: Entry) -> None:
        """A member may be said again, with more traits, but not of another shape."""
        targets: dict[str, str] = {}
        for part in parts:
            for member in _members(part):
                target = text_of(member.value, "target")
                if targets.setdefault(member.key, target) != target:
                    said = f"the member is of '{targets[member.key]}' elsewhere, and of '{target}' here"
                    self.report.add(member.place, f"{entry.key}.{member.key}", said)

    def _with_traits(self, shape: Object, applied: Entry) -> Object:
        member = applied.key.partition("$")[2]
        traits = tuple(e for e in fields(applied.value) if e.key == "traits")
        if not member:
            return _merged(shape, Object(traits))
        if member not in {m.key for m in _members(shape)}:
            self.report.add(applied.place, applied.key, f"there is no member '{member}' to apply traits to")
            return shape
        said = _entry(member, applied.place, Object(traits))
        in_list = member in _ELEMENTS and shape.find("members") is None
        more = said if in_list else _entry("members", applied.place, Object((said,)))
        return _merged(shape, Object((more,)))


def _entry(key: str, place: Place, value: Object | Array) -> Entry:
    return Entry(key, place, Node(value, place))


def _members(shape: Object) -> Iterator[Entry]:
    members = shape.find("members")
    if members is not None:
        yield from fields(members.value)
    yield from (e for e in shape if e.key in _ELEMENTS)


def _handed_down(mixin: Object) -> Object:
    """A mixin without the traits that are its own alone."""
    traits = mixin.find("traits")
    if traits is None:
        return mixin
    said = fields(traits.value).find(_MIXIN)
    local = fields(said.value).find("localTraits") if said is not None else None
    kept_back = {_MIXIN}
    if local is not None and isinstance(local.value.value, Array):
        kept_back |= {i.value for i in local.value.value.items if isinstance(i.value, str)}
    rest = tuple(t for t in fields(traits.value) if t.key not in kept_back)
    others = tuple(e for e in mixin if e.key != "traits")
    return Object((*others, _entry("traits", traits.place, Object(rest))))


def _merged(first: Object, second: Object) -> Object:
    """Both, in their order. The second one's word counts; but traits, members and lists are put together."""
    result = {e.key: e for e in first}
    for entry in second:
        known = result.get(entry.key)
        result[entry.key] = entry if known is None else _both(known, entry)
    return Object(tuple(result.values()))


def _both(first: Entry, second: Entry) -> Entry:
    one, other = first.value.value, second.value.value
    if isinstance(one, Array) and isinstance(other, Array):
        known = {text_of(i, "target") for i in one.items}
        new = (i for i in other.items if text_of(i, "target") not in known)
        return _entry(second.key, second.place, Array((*one.items, *new)))
    if not isinstance(one, Object) or not isinstance(other, Object):
        return second
    if second.key == "traits":  # a trait's value is replaced as a whole
        traits = {e.key: e for e in one} | {e.key: e for e in other}
        return _entry(second.key, second.place, Object(tuple(traits.values())))
    return _entry(second.key, second.place, _merged(one, other))
