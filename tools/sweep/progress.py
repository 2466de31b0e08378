"""A line that tells how far it is: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import time

_WIDTH = 30
_EVERY = 20.0  # seconds between two lines where there is no terminal


class Progress:
    """Counts up to a total, on standard error."""

    def __init__(self, what: str, total: int) -> None:
        self._what, self._total = what, total
        self._done = 0
        self._begin = time.monotonic()
        self._said = self._begin

    def step(self, name: str) -> None:
        self._done += 1
        now = time.monotonic()
        if sys.stderr.isatty():
            filled = _WIDTH * self._done // self._total
            bar = "#" * filled + "." * (_WIDTH - filled)
            print(f"\r{self._what} [{bar}] {self._counts(now)} {name[:40]:40}", end="", file=sys.stderr, flush=True)
        elif now - self._said > _EVERY:
            self._said = now
            print(f"{self._what}: {self._counts(now)}", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._total and sys.stderr.isatty():
            print(file=sys.stderr)

    def _counts(self, now: float) -> str:
        spent = now - self._begin
        left = spent / self._done * (self._total - self._done)
        return f"{self._done}/{self._total}, {spent:.0f} s, about {left:.0f} s left"
