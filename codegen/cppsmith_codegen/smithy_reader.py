"""Reads of Smithy's JSON AST that its services, operations and shapes share."""

from __future__ import annotations

import math
from collections.abc import Iterator

from .diagnostics import Place
from .reader import Reader
from .shapes import Number, TimestampFormat, Unsupported
from .smithy_flat import text_of
from .smithy_traits import refusal
from .source import Array, Entry, Object

API = "smithy.api#"
RULES = "smithy.rules#"
UNIT = f"{API}Unit"  # what an operation without input or output has instead

_FORMATS = {
    "date-time": TimestampFormat.DATE_TIME,
    "http-date": TimestampFormat.HTTP_DATE,
    "epoch-seconds": TimestampFormat.EPOCH_SECONDS,
}


class SmithyReader(Reader):
    """Reads what every kind of shape may have."""

    def traits(self, found: Object, subject: str) -> Object:
        return self.optional_object(found, "traits", subject)

    def deprecated(self, traits: Object, subject: str) -> str | None:
        if traits.find(f"{API}deprecated") is None:
            return None
        said = self.optional_object(traits, f"{API}deprecated", subject)
        return self.text(said, "message", subject) or ""

    def limit(self, found: Object, key: str, subject: str) -> Number | None:
        """Those of numbers may be texts, for the sake of big ones."""
        entry = found.find(key)
        if entry is None or not isinstance(entry.value.value, str):
            return self.number(found, key, subject)
        text = entry.value.value
        try:
            value: Number = int(text) if text.removeprefix("-").isdecimal() else float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            self.report.add(entry.place, subject, f"'{key}' must be a number, not '{text}'")
            return None
        return value

    def timestamp_format(self, traits: Object, subject: str) -> TimestampFormat | None:
        said = self.text(traits, f"{API}timestampFormat", subject)
        if said is not None and said not in _FORMATS:
            entry = traits.find(f"{API}timestampFormat")
            place = entry.place if entry is not None else None
            self.report.add(place, subject, f"the timestamp format '{said}' is not known")
        return _FORMATS.get(said or "")

    def targets(self, found: Object, key: str, subject: str) -> Iterator[tuple[str, Place]]:
        """The shapes that an array names, each with its place; nothing where the array is absent."""
        entry = found.find(key)
        if entry is None:
            return
        if not isinstance(entry.value.value, Array):
            said = f"'{key}' must be an array, not {entry.value.kind()}"
            self.report.add(entry.value.place, subject, said)
            return
        for item in entry.value.value.items:
            yield text_of(item, "target"), item.place


def refused(traits: Object, where: str) -> Iterator[Unsupported]:
    """The traits that are not supported where they are."""
    for trait in traits:
        what = refusal(trait.key, where)
        if what is not None:
            yield Unsupported(what, trait.place)


def target(used: Entry) -> tuple[str, Place]:
    """The shape that is used, and where."""
    return text_of(used.value, "target"), used.place


def local(shape_id: str) -> str:
    """A shape's name without its namespace."""
    return shape_id.rpartition("#")[2]
