"""What is wrong with an input, said with its place: `iot-2015-05-28.json:812: Tag.Key: ...`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_QUOTED = 100


@dataclass(frozen=True, eq=False)
class Source:
    """A file that was read: its name as messages give it, and its text."""

    name: str
    text: str

    def line(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    def quote(self, offset: int) -> str:
        """The line around `offset`, cut to a readable width."""
        begin = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        end = len(self.text) if end < 0 else end
        if end - begin > _QUOTED:
            begin = max(begin, min(offset - _QUOTED // 4, end - _QUOTED))
            end = min(end, begin + _QUOTED)
        return "".join(c if c.isprintable() else " " for c in self.text[begin:end]).strip()


@dataclass(frozen=True, eq=False)
class Place:
    """Where something stands in a file."""

    source: Source
    offset: int


@dataclass(frozen=True)
class Diagnostic:
    """One sentence about one place. `subject` is the shape, member or operation that it is about,
    or empty.
    """

    subject: str
    message: str
    place: Place | None = None
    file: str = ""

    @property
    def sentence(self) -> str:
        """Place, subject and message, on one line."""
        head = self.file
        if self.place is not None:
            head = f"{self.place.source.name}:{self.place.source.line(self.place.offset)}"
        return ": ".join(part for part in (head, self.subject, self.message) if part)

    def __str__(self) -> str:
        """The sentence, and the line that it is about."""
        quote = self.place.source.quote(self.place.offset) if self.place is not None else ""
        return f"{self.sentence}\n    {quote}" if quote else self.sentence


class InputError(Exception):
    """The input cannot be used; carries every diagnostic that was found, in the order of their
    places.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(d) for d in self.diagnostics))


class Report:
    """Collects diagnostics, so that one run shows more than the first."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def add(self, place: Place | None, subject: str, message: str) -> None:
        self._found.append(Diagnostic(subject, message, place))

    def raise_if_any(self) -> None:
        if self._found:
            raise InputError(sorted(self._found, key=_order))


def _order(diagnostic: Diagnostic) -> tuple[str, int]:
    place = diagnostic.place
    return ("", -1) if place is None else (place.source.name, place.offset)
