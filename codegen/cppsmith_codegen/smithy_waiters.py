"""Smithy's trait `waitable`, read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .diagnostics import Place, Report
from .keys import keys
from .pagination import Said
from .smithy_reader import SmithyReader, local
from .source import Array, Entry, Node
from .waiters import (
    Acceptor,
    Compared,
    ErrorMatcher,
    Expected,
    Matcher,
    OutputMatcher,
    State,
    SuccessMatcher,
    Waiter,
)

_WAITABLE = "smithy.waiters#waitable"
_WAITER = keys("documentation acceptors minDelay maxDelay deprecated tags")
_ACCEPTOR = keys("state matcher")
_MIN_DELAY, _MAX_DELAY = 2, 120  # of a waiter that does not say its own, in seconds
_COMPARED = {
    "stringEquals": (Compared.VALUE, False),
    "booleanEquals": (Compared.VALUE, True),
    "allStringEquals": (Compared.ALL, False),
    "anyStringEquals": (Compared.ANY, False),
}
_NOTHING = SuccessMatcher()  # of an acceptor that was reported


def read_waiters(operations: Iterable[Entry], report: Report) -> tuple[Waiter, ...]:
    """The waiters of operations, sorted by their names."""
    reader = _WaiterReader(report)
    return tuple(sorted((w for o in operations for w in reader.waiters(o)), key=lambda w: w.name))


class _WaiterReader(SmithyReader):
    def waiters(self, entry: Entry) -> Iterator[Waiter]:
        name = local(entry.key)
        traits = self.traits(self.object(entry.value, name, "an operation"), name)
        for said in self.optional_object(traits, _WAITABLE, name):
            yield self._waiter(said, name)

    def _waiter(self, entry: Entry, operation: str) -> Waiter:
        name = entry.key
        found = self.object(entry.value, name, "a waiter")
        self.refuse_unknown(found, _WAITER, name)
        listed = found.find("acceptors")
        items: tuple[Node, ...] = ()
        if listed is None or not isinstance(listed.value.value, Array) or not listed.value.value.items:
            self.report.add(entry.place, name, "'acceptors' must be an array that is not empty")
        else:
            items = listed.value.value.items
        least = self.whole(found, "minDelay", name) or _MIN_DELAY
        most = self.whole(found, "maxDelay", name) or max(_MAX_DELAY, least)
        if least > most:
            said = f"'minDelay' ({least}) is more than 'maxDelay' ({most})"
            self.report.add(self.place_of(found, "minDelay", entry.place), name, said)
        return Waiter(
            name,
            entry.place,
            operation,
            tuple(self._acceptor(item, name) for item in items),
            least,
            most,
            None,
            self.text(found, "documentation", name) or "",
            "" if self.flag(found, "deprecated", name) else None,
        )

    def _acceptor(self, node: Node, name: str) -> Acceptor:
        found = self.object(node, name, "an acceptor")
        self.refuse_unknown(found, _ACCEPTOR, name)
        self.needed_text(found, "state", node.place, name)
        state = self.choice(State, found, "state", "state", name) or State.RETRY
        matcher = self.child(found, "matcher", node.place, name)
        if len(matcher.entries) != 1:
            self.report.add(node.place, name, "'matcher' must have one member")
            return Acceptor(state, _NOTHING, node.place)
        return Acceptor(state, self._matcher(matcher.entries[0], name), node.place)

    def _matcher(self, entry: Entry, name: str) -> Matcher:
        value = entry.value.value
        match entry.key:
            case "success" if isinstance(value, bool):
                return SuccessMatcher() if value else ErrorMatcher(None)
            case "errorType" if isinstance(value, str):
                return ErrorMatcher(local(value))
            case "output" | "inputOutput":
                return self._output(entry, name)
        self.report.add(entry.place, name, f"the matcher '{entry.key}' is not known")
        return _NOTHING

    def _output(self, entry: Entry, name: str) -> Matcher:
        found = self.object(entry.value, name, f"'{entry.key}'")
        place: Place = entry.place
        path = self.needed_text(found, "path", place, name)
        said = self.needed_text(found, "comparator", place, name)
        expected = self.text(found, "expected", name)
        if expected is None:
            self.report.add(place, name, "'expected' is missing")
        if said not in _COMPARED:
            self.report.add(place, name, f"the comparator '{said}' is not known")
            return _NOTHING
        compared, is_boolean = _COMPARED[said]
        meant: Expected = expected or ""
        if is_boolean:
            if expected not in ("true", "false"):
                self.report.add(place, name, f"'expected' must be 'true' or 'false', not '{expected}'")
            meant = expected == "true"
        at = self.place_of(found, "path", place)
        return OutputMatcher(Said("waiter argument", path, at), compared, meant, entry.key == "inputOutput")
