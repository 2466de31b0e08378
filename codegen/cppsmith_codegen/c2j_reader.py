"""Reads of botocore's model format (C2J) that its metadata, operations and shapes share."""

from __future__ import annotations

from .auth_schemes import AUTH_SCHEMES
from .reader import Reader
from .source import Object


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
