"""botocore's `waiters-2.json`, read."""

from __future__ import annotations

from .c2j_keys import ACCEPTOR, WAITER, WAITERS
from .diagnostics import Report
from .pagination import Said
from .reader import Reader
from .source import Array, Entry, Node, Object
from .waiters import (
    Acceptor,
    Compared,
    ErrorMatcher,
    Matcher,
    OutputMatcher,
    State,
    StatusMatcher,
    SuccessMatcher,
    Waiter,
)

_PATHS = {"path": Compared.VALUE, "pathAll": Compared.ALL, "pathAny": Compared.ANY}
_NOTHING = SuccessMatcher()  # of an acceptor that was reported


def read_waiters(root: Node, operations: frozenset[str], report: Report) -> tuple[Waiter, ...]:
    """What the file says; reports what is malformed, and waiters for operations that are not there."""
    reader = _WaiterReader(report)
    found = reader.object(root, "", "a file of waiters")
    reader.refuse_unknown(found, WAITERS, "")
    entries = reader.child(found, "waiters", root.place, "") if isinstance(root.value, Object) else Object(())
    waiters = (reader.waiter(entry, operations) for entry in entries)
    return tuple(w for w in waiters if w is not None)


class _WaiterReader(Reader):
    def waiter(self, entry: Entry, operations: frozenset[str]) -> Waiter | None:
        name, place = entry.key, entry.place
        found = self.object(entry.value, name, "a waiter")
        self.refuse_unknown(found, WAITER, name)
        operation = self.needed_text(found, "operation", place, name)
        if operation and operation not in operations:
            at = self.place_of(found, "operation", place)
            self.report.add(at, name, f"a waiter for the operation '{operation}', which is not there")
        listed = found.find("acceptors")
        if listed is None or not isinstance(listed.value.value, Array):
            self.report.add(place, name, "'acceptors' must be an array")
            return None
        if not listed.value.value.items:
            self.report.add(listed.place, name, "'acceptors' is empty")
        delay = self._needed_whole(found, "delay", entry)
        acceptors = tuple(self._acceptor(item, name) for item in listed.value.value.items)
        if operation not in operations:
            return None
        return Waiter(
            name,
            place,
            operation,
            acceptors,
            delay,
            delay,
            self._needed_whole(found, "maxAttempts", entry),
            self.text(found, "description", name) or "",
        )

    def _needed_whole(self, found: Object, key: str, waiter: Entry) -> int:
        if found.find(key) is None:
            self.report.add(waiter.place, waiter.key, f"'{key}' is missing")
        return self.whole(found, key, waiter.key) or 1

    def _acceptor(self, node: Node, name: str) -> Acceptor:
        found = self.object(node, name, "an acceptor")
        self.refuse_unknown(found, ACCEPTOR, name)
        self.needed_text(found, "state", node.place, name)
        state = self.choice(State, found, "state", "state", name)
        return Acceptor(state or State.RETRY, self._matcher(found, node, name), node.place)

    def _matcher(self, found: Object, node: Node, name: str) -> Matcher:
        kind = self.needed_text(found, "matcher", node.place, name)
        entry = found.find("expected")
        if entry is None:
            self.report.add(node.place, name, "'expected' is missing")
            return _NOTHING
        expected = entry.value.value
        if kind in _PATHS and isinstance(expected, str | bool | int):
            text = self.needed_text(found, "argument", node.place, name)
            at = self.place_of(found, "argument", node.place)
            return OutputMatcher(Said("waiter argument", text, at), _PATHS[kind], expected)
        if kind == "error" and isinstance(expected, bool):
            return ErrorMatcher(None) if expected else _NOTHING
        if kind == "error" and isinstance(expected, str):
            return ErrorMatcher(expected)
        if kind == "status" and isinstance(expected, int) and not isinstance(expected, bool):
            return StatusMatcher(expected)
        if kind in (*_PATHS, "error", "status"):
            self.report.add(entry.place, name, f"the matcher '{kind}' does not expect {entry.value.kind()}")
        elif kind:
            self.report.add(self.place_of(found, "matcher", node.place), name, f"the matcher '{kind}' is not known")
        return _NOTHING
