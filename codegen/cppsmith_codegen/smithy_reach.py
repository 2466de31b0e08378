"""What a service of Smithy's JSON AST reaches: its operations, and every shape that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .diagnostics import Place, Report
from .smithy_flat import fields, text_of
from .smithy_reader import API, UNIT, SmithyReader, target
from .source import Entry, Node, Object

_DEEPEST = 100  # resources of resources
_LIFECYCLE = tuple("create put read update delete list".split())
_NUMBERS = tuple("boolean byte short integer long float double".split())
_PRELUDE = {
    **{f"{API}{t[0].upper()}{t[1:]}": t for t in ("string", "timestamp", "blob", "document", *_NUMBERS)},
    **{f"{API}Primitive{t.capitalize()}": t for t in _NUMBERS},
    f"{API}BigInteger": "bigInteger",
    f"{API}BigDecimal": "bigDecimal",
    UNIT: "structure",
}


class Reach(SmithyReader):
    """Follows a service into its model; `entries` holds each shape of that by its id."""

    def __init__(self, entries: Mapping[str, Entry], report: Report) -> None:
        super().__init__(report)
        self._entries = entries

    def operations(self, service: Entry) -> tuple[str, ...]:
        """The operations of a service and of its resources, each once; reports what is not there."""
        return tuple(dict.fromkeys(self._bound(fields(service.value), service.key, {service.key})))

    def shapes(
        self, operations: Iterable[str], errors: Iterable[tuple[str, Place]]
    ) -> dict[str, Entry]:
        """Every shape that the operations lead to, in the order of the file, and those of Smithy's prelude."""
        silent = SmithyReader(Report())  # what is wrong is said when it is read
        todo = [*errors]
        for operation in operations:
            found = fields(self._entries[operation].value)
            used = (target(e) for e in found if e.key in ("input", "output"))
            todo += [u for u in used if u[0] != UNIT]
            todo += silent.targets(found, "errors", operation)
        reached: dict[str, Entry] = {}
        while todo:
            shape_id, place = todo.pop()
            entry = self._entries.get(shape_id) or _prelude_entry(shape_id, place)
            if shape_id not in reached and entry is not None:
                reached[shape_id] = entry
                todo += (target(e) for e in _uses(entry))
        order = {name: i for i, name in enumerate(self._entries)}
        return dict(sorted(reached.items(), key=lambda r: (order.get(r[0], len(order)), r[0])))

    def _bound(self, found: Object, subject: str, seen: set[str], depth: int = 0) -> Iterator[str]:
        """The operations of a service or resource, and of the resources in it."""
        is_resource = any(e.key == "type" and e.value.value == "resource" for e in found)
        uses = [u for key in ("operations", "collectionOperations") for u in self.targets(found, key, subject)]
        uses += [target(e) for e in found if is_resource and e.key in _LIFECYCLE]
        for operation, place in uses:
            if self._is(operation, "operation"):
                yield operation
            else:
                self.report.add(place, subject, f"there is no operation '{operation}'")
        for resource, place in self.targets(found, "resources", subject):
            if not self._is(resource, "resource"):
                self.report.add(place, subject, f"there is no resource '{resource}'")
            elif depth == _DEEPEST:
                said = f"resources of resources deeper than {_DEEPEST} levels are not supported"
                self.report.add(place, subject, said)
            elif resource not in seen:
                seen.add(resource)
                inner = fields(self._entries[resource].value)
                yield from self._bound(inner, resource, seen, depth + 1)

    def _is(self, shape_id: str, type_: str) -> bool:
        entry = self._entries.get(shape_id)
        return entry is not None and text_of(entry.value, "type") == type_


def _prelude_entry(shape_id: str, place: Place) -> Entry | None:
    """A shape of Smithy's prelude, which no file has, at the place where it is used."""
    type_ = _PRELUDE.get(shape_id)
    if type_ is None:
        return None
    said = Entry("type", place, Node(type_, place))
    return Entry(shape_id, place, Node(Object((said,)), place))


def _uses(entry: Entry) -> Iterator[Entry]:
    """The members of a shape; those of an enumeration are its values."""
    found = fields(entry.value)
    if text_of(entry.value, "type") in ("enum", "intEnum"):
        return
    for said in found:
        if said.key == "members":
            yield from fields(said.value)
        elif said.key in ("member", "key", "value"):
            yield said
