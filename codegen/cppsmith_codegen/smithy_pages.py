"""Smithy's traits `paginated` and `waitable`, read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .diagnostics import Place, Report
from .pagination import Paginator, Said
from .smithy_reader import API, SmithyReader, local
from .source import Array, Entry, Node, Object
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

_PAGINATED = f"{API}paginated"
_WAITABLE = "smithy.waiters#waitable"
_KEYS = frozenset("inputToken outputToken items pageSize".split())
_WAITER = frozenset("documentation acceptors minDelay maxDelay deprecated tags".split())
_MIN_DELAY, _MAX_DELAY = 2, 120  # of a waiter that does not say its own, in seconds
_COMPARED = {
    "stringEquals": (Compared.VALUE, False),
    "booleanEquals": (Compared.VALUE, True),
    "allStringEquals": (Compared.ALL, False),
    "anyStringEquals": (Compared.ANY, False),
}
_NOTHING = SuccessMatcher()  # of an acceptor that was reported


def read_paginators(service: Object, operations: Iterable[Entry], report: Report) -> tuple[Paginator, ...]:
    """The paginators of operations; `service` has the traits that say what an operation does not say itself."""
    reader = _TraitReader(report)
    return tuple(p for o in operations if (p := reader.paginator(o, service)) is not None)


def read_waiters(operations: Iterable[Entry], report: Report) -> tuple[Waiter, ...]:
    """The waiters of operations, sorted by their names."""
    reader = _TraitReader(report)
    return tuple(sorted((w for o in operations for w in reader.waiters(o)), key=lambda w: w.name))


class _TraitReader(SmithyReader):
    def paginator(self, entry: Entry, service: Object) -> Paginator | None:
        name = local(entry.key)
        traits = self.traits(self.object(entry.value, name, "an operation"), name)
        trait = traits.find(_PAGINATED)
        if trait is None:
            return None
        own = self.optional_object(traits, _PAGINATED, name)
        common = self.optional_object(service, _PAGINATED, "the service")
        self._refuse(own, _KEYS, name)
        said = {e.key: e for e in common} | {e.key: e for e in own}
        both = Object(tuple(said.values()))
        tokens = [self._said(both, key, name) for key in ("inputToken", "outputToken")]
        for key, found in zip(("inputToken", "outputToken"), tokens, strict=True):
            if found is None:
                self.report.add(trait.place, name, f"the paginator's '{key}' is missing")
        into, given = tokens
        items = self._said(both, "items", name)
        return Paginator(
            name,
            trait.place,
            () if into is None else (into,),
            () if given is None else (given,),
            self._said(both, "pageSize", name),
            () if items is None else (items,),
        )

    def _said(self, found: Object, key: str, subject: str) -> Said | None:
        text, entry = self.text(found, key, subject), found.find(key)
        return None if text is None or entry is None else Said(key, text, entry.place)

    def _refuse(self, found: Object, known: frozenset[str], subject: str) -> None:
        for entry in found:
            if entry.key not in known:
                self.report.add(entry.place, subject, f"the key '{entry.key}' is not known")

    # ---- waiters

    def waiters(self, entry: Entry) -> Iterator[Waiter]:
        name = local(entry.key)
        traits = self.traits(self.object(entry.value, name, "an operation"), name)
        for said in self.optional_object(traits, _WAITABLE, name):
            yield self._waiter(said, name)

    def _waiter(self, entry: Entry, operation: str) -> Waiter:
        name = entry.key
        found = self.object(entry.value, name, "a waiter")
        self._refuse(found, _WAITER, name)
        listed = found.find("acceptors")
        items: tuple[Node, ...] = ()
        if listed is None or not isinstance(listed.value.value, Array) or not listed.value.value.items:
            self.report.add(entry.place, name, "'acceptors' must be an array that is not empty")
        else:
            items = listed.value.value.items
        least = self._delay(found, "minDelay", entry, _MIN_DELAY)
        most = self._delay(found, "maxDelay", entry, max(_MAX_DELAY, least))
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

    def _delay(self, found: Object, key: str, waiter: Entry, otherwise: int) -> int:
        number = self.number(found, key, waiter.key)
        if number is None:
            return otherwise
        if not isinstance(number, int) or not 1 <= number < 2**31:
            at = self.place_of(found, key, waiter.place)
            self.report.add(at, waiter.key, f"'{key}' must be a whole number from 1 on, not {number}")
            return otherwise
        return number

    def _acceptor(self, node: Node, name: str) -> Acceptor:
        found = self.object(node, name, "an acceptor")
        self._refuse(found, frozenset(("state", "matcher")), name)
        said = self.needed_text(found, "state", node.place, name)
        state = next((s for s in State if s.value == said), State.RETRY)
        if said and said != state.value:
            self.report.add(self.place_of(found, "state", node.place), name, f"the state '{said}' is not known")
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
