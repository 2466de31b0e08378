"""Which keys an object of a model may have: what is in none of the sets is refused, since it might change the wire."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Keys:
    """The keys of one kind of object. `harmless` holds those that mean nothing to JSON over HTTP or to a header;
    `refused` names what each of the others asks for.
    """

    read: frozenset[str]
    harmless: frozenset[str]
    refused: tuple[tuple[str, str], ...] = ()

    def refusal(self, key: str) -> str | None:
        """What to say of a key, or nothing where it is fine."""
        if key in self.read or key in self.harmless:
            return None
        known = next((what for name, what in self.refused if name == key), None)
        return f"the key '{key}' is not known" if known is None else f"{known} not supported yet"


def keys(read: str, harmless: str = "", *refused: tuple[str, str]) -> Keys:
    """Keys that are separated by blanks, and pairs of a key and what it asks for."""
    return Keys(frozenset(read.split()), frozenset(harmless.split()), refused)
