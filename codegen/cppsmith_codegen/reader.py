"""Typed reads of JSON values, each refusal with its place: what the readers of every format stand on."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TypeVar

from .diagnostics import Place, Report
from .keys import Keys
from .shapes import Kind, Limits, Number, Unsupported
from .source import Array, Entry, Node, Object

_Choice = TypeVar("_Choice", bound=Enum)


class Reader:
    """Reads values and reports those of a wrong type; a read that fails gives the empty value."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def _wrong(self, entry: Entry, subject: str, expected: str) -> None:
        said = f"'{entry.key}' must be {expected}, not {entry.value.kind()}"
        self.report.add(entry.value.place, subject, said)

    def object(self, node: Node, subject: str, what: str) -> Object:
        """`node` as an object; `what` names it in the message."""
        if isinstance(node.value, Object):
            return node.value
        self.report.add(node.place, subject, f"{what} must be an object, not {node.kind()}")
        return Object(())

    def child(self, parent: Object, key: str, place: Place, subject: str) -> Object:
        """The object under a key that has to be there."""
        entry = parent.find(key)
        if entry is None:
            self.report.add(place, subject, f"'{key}' is missing")
            return Object(())
        return self.object(entry.value, subject, f"'{key}'")

    def optional_object(self, parent: Object, key: str, subject: str) -> Object:
        """The object under a key; an empty one where the key is absent."""
        entry = parent.find(key)
        return Object(()) if entry is None else self.object(entry.value, subject, f"'{key}'")

    def text(self, parent: Object, key: str, subject: str) -> str | None:
        entry = parent.find(key)
        if entry is None:
            return None
        if isinstance(entry.value.value, str):
            return entry.value.value
        self._wrong(entry, subject, "a string")
        return None

    def needed_text(self, parent: Object, key: str, place: Place, subject: str) -> str:
        """The text under a key that has to be there and may not be empty."""
        if parent.find(key) is None:
            self.report.add(place, subject, f"'{key}' is missing")
        text = self.text(parent, key, subject)
        if text == "":
            self.report.add(place, subject, f"'{key}' is empty")
        return text or ""

    def choice(self, kind: type[_Choice], found: Object, key: str, what: str, subject: str) -> _Choice | None:
        """The value of an enumeration that a key says; `what` names it where it is not known."""
        said, entry = self.text(found, key, subject), found.find(key)
        if said is None or entry is None:
            return None
        known = next((k for k in kind if k.value == said), None)
        if known is None:
            self.report.add(entry.place, subject, f"the {what} '{said}' is not known")
        return known

    def flag(self, parent: Object, key: str, subject: str) -> bool:
        entry = parent.find(key)
        if entry is None:
            return False
        if isinstance(entry.value.value, bool):
            return entry.value.value
        self._wrong(entry, subject, "true or false")
        return False

    def number(self, parent: Object, key: str, subject: str) -> int | float | None:
        entry = parent.find(key)
        if entry is None:
            return None
        value = entry.value.value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        self._wrong(entry, subject, "a number")
        return None

    def whole(self, parent: Object, key: str, subject: str, least: int = 1) -> int | None:
        """A whole number of at most 31 bits; nothing where the key is absent."""
        entry, number = parent.find(key), self.number(parent, key, subject)
        if entry is None or number is None:
            return None
        if isinstance(number, int) and least <= number < 2**31:
            return number
        self.report.add(entry.place, subject, f"'{key}' must be a whole number from {least} on, not {number}")
        return None

    def status(self, parent: Object, key: str, subject: str, *, of_error: bool = False) -> int | None:
        """An HTTP status, if need be that of an error; nothing where the key is absent."""
        entry, number = parent.find(key), self.number(parent, key, subject)
        if entry is None or number is None:
            return None
        if isinstance(number, int) and (300 if of_error else 100) <= number <= 599:
            return number
        expected = "the status of an error" if of_error else "an HTTP status"
        self.report.add(entry.place, subject, f"'{key}' must be {expected}, not {number}")
        return None

    def limits(self, found: Object, kind: Kind, place: Place, subject: str) -> Limits:
        """`min` and `max`: of numbers of a kind themselves, of anything else's length."""
        fractions = kind in (Kind.FLOAT, Kind.DOUBLE)
        signed = fractions or kind in (Kind.INTEGER, Kind.LONG)
        limits: list[Number | None] = []
        for key in ("min", "max"):
            value, at = self.limit(found, key, subject), self.place_of(found, key, place)
            if value is not None and not fractions and value != int(value):
                self.report.add(at, subject, f"'{key}' must be a whole number, not {value}")
                value = None
            if value is not None and not signed and value < 0:
                self.report.add(at, subject, f"'{key}' is a length and cannot be {value}")
                value = None
            limits.append(value if value is None or fractions else int(value))
        low, high = limits
        if low is not None and high is not None and low > high:
            at = self.place_of(found, "min", place)
            self.report.add(at, subject, f"'min' ({low}) is more than 'max' ({high})")
        return Limits(low, high)

    def limit(self, found: Object, key: str, subject: str) -> Number | None:
        """One of the two, as the format writes numbers."""
        return self.number(found, key, subject)

    def texts(self, parent: Object, key: str, subject: str) -> Iterator[tuple[str, Place]]:
        """The texts of an array and their places; nothing where the key is absent."""
        entry = parent.find(key)
        if entry is None:
            return
        if not isinstance(entry.value.value, Array):
            self._wrong(entry, subject, "an array")
            return
        for item in entry.value.value.items:
            if isinstance(item.value, str):
                yield item.value, item.place
            else:
                said = f"'{key}' must hold strings, not {item.kind()}"
                self.report.add(item.place, subject, said)

    def compressed(self, parent: Object, key: str, subject: str) -> tuple[bool, tuple[Unsupported, ...]]:
        """Whether the body may be compressed with gzip; refused where only other encodings are allowed."""
        entry = parent.find(key)
        if entry is None:
            return False, ()
        said = self.optional_object(parent, key, subject)
        encodings = tuple(e for e, _ in self.texts(said, "encodings", subject))
        if "gzip" in encodings:
            return True, ()
        what = f"compression by {', '.join(encodings) or 'nothing'} is not supported; gzip is"
        return False, (Unsupported(what, entry.place),)

    def refuse_unknown(self, found: Object, known: Keys, subject: str) -> None:
        """Reports every key that means something we do not honour."""
        for unsupported in self.unsupported(found, known):
            self.report.add(unsupported.place, subject, unsupported.what)

    def unsupported(self, found: Object, known: Keys) -> tuple[Unsupported, ...]:
        """A key that says false asks for nothing."""
        said = ((known.refusal(e.key), e) for e in found if e.value.value is not False)
        return tuple(Unsupported(what, e.place) for what, e in said if what is not None)

    @staticmethod
    def place_of(parent: Object, key: str, otherwise: Place) -> Place:
        """The place of a key, or another where it is absent."""
        entry = parent.find(key)
        return otherwise if entry is None else entry.place
