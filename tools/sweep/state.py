"""What was checked already, so that a sweep goes on where it was stopped: a line for each check that passed."""

from __future__ import annotations

import json
from pathlib import Path


class State:
    """The checks that passed, by their keys, and the seconds that they took."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._passed = dict(_lines(path))

    def seconds(self, key: str) -> float | None:
        """What a check took that passed before; nothing where it has to be run."""
        return self._passed.get(key)

    def passed(self, key: str, seconds: float) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([key, round(seconds, 2)]) + "\n")
        self._passed[key] = seconds


def _lines(path: Path) -> list[tuple[str, float]]:
    """A line that a kill cut short is none."""
    found: list[tuple[str, float]] = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        try:
            key, seconds = json.loads(line)
            found.append((str(key), float(seconds)))
        except (ValueError, TypeError):
            continue
    return found
