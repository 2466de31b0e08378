"""What can differ between two models, typed: what `diff` finds and `diff_report` prints."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import Enum

from .shapes import Service


class Effect(Enum):
    """What happened. Seen from the other side, `NEW` is `GONE` and `LOOSENED` is `TIGHTENED`."""

    NEW = "new"
    GONE = "gone"
    LOOSENED = "loosened"
    TIGHTENED = "tightened"
    CHANGED = "changed"
    RENAMED = "renamed"


class Severity(Enum):
    """Whom it hurts; the worst first."""

    BREAKING = "breaking"  # a call or a reply that was fine may no longer be, or code not compile
    SOURCE = "source"  # the wire is as it was; code that spells a name may have to be changed
    COMPATIBLE = "compatible"  # what compiled, was accepted and was understood still is


class Use(Enum):
    """In what an operation reaches a shape."""

    INPUT = "input"
    OUTPUT = "output"
    ERROR = "error"


Uses = Set[Use]


class Scope(Enum):
    """What a section is about."""

    SERVICE = "service"
    OPERATION = "operation"
    SHAPE = "shape"


@dataclass(frozen=True)
class Change:
    """One difference. A value is nothing where there was none, or where `effect` says all.

    `path` is a member of the section's shape, empty for the shape itself; `tags[]` is an element
    of a list, `map{key}` and `map{}` are a key and a value.
    """

    path: str
    facet: str
    effect: Effect
    severity: Severity
    old: str | None = None
    new: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Section:
    """The changes of one thing, with the operations that reach it, sorted. One of the two names is
    empty where it is new or gone.
    """

    scope: Scope
    old: str
    new: str
    operations: tuple[str, ...]
    uses: tuple[Use, ...]
    changes: tuple[Change, ...]

    @property
    def name(self) -> str:
        """The name that the new model has, if there is one."""
        return self.new or self.old


@dataclass(frozen=True)
class Difference:
    """All that differs for some operations: the service, then operations and shapes by name."""

    old: Service
    new: Service
    operations: tuple[str, ...]
    sections: tuple[Section, ...]

    def count(self, severity: Severity) -> int:
        return sum(c.severity is severity for s in self.sections for c in s.changes)
