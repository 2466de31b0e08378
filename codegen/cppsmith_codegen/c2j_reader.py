"""Reads of botocore's model format (C2J) that its metadata, operations and shapes share."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from .auth_schemes import AUTH_SCHEMES
from .reader import Reader
from .source import Object

_Choice = TypeVar("_Choice", bound=Enum)


class C2jReader(Reader):
    """Reads what several kinds of objects may have."""

    def auth(self, found: Object, subject: str) -> tuple[str, ...]:
        """The authentication schemes that are listed; reports those that are not known."""
        said = tuple(self.texts(found, "auth", subject))
        for scheme, place in said:
            if scheme not in AUTH_SCHEMES:
                self.report.add(place, subject, f"the authentication '{scheme}' is not known")
        return tuple(scheme for scheme, _ in said)

    def deprecated(self, found: Object, subject: str) -> str | None:
        """The reason, perhaps empty, of what is deprecated; nothing for what is not."""
        said = self.text(found, "deprecatedMessage", subject)
        return (said or "") if self.flag(found, "deprecated", subject) else None

    def choice(self, kind: type[_Choice], found: Object, key: str, what: str, subject: str) -> _Choice | None:
        """The value of an enumeration that a key says; `what` names it where it is not known."""
        said, entry = self.text(found, key, subject), found.find(key)
        if said is None or entry is None:
            return None
        known = next((k for k in kind if k.value == said), None)
        if known is None:
            self.report.add(entry.place, subject, f"the {what} '{said}' is not known")
        return known
