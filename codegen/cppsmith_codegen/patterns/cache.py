"""Compiled patterns, kept in a folder from one run to the next, since a few of them take seconds.

A file's name stands for the pattern and for the compiler's own source, so no entry is ever out of date. Entries are
written aside and renamed, which lets several processes share a folder; one that is damaged in any way is made anew.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

from .compile import Characters, Compiled, Everything, Tables, compiled
from .syntax import Inexpressible
from .table import Run, Step, Table

_WORTH_KEEPING = 0.005  # seconds; what takes less is not worth a file


@dataclass(frozen=True)
class Cache:
    """A folder of compiled patterns; none keeps nothing. What cannot be read or written is passed over."""

    folder: Path | None = None
    least_seconds: float = _WORTH_KEEPING

    def compiled(self, pattern: str, *, full_match: bool) -> Compiled:
        """As `compile.compiled` does it. Raises `Inexpressible`."""
        if self.folder is None:
            return compiled(pattern, full_match=full_match)
        key = json.dumps([pattern, full_match])
        path = self.folder / f"{sha256(f'{self._compiler}{key}'.encode()).hexdigest()[:40]}.json"
        kept = _read(path, key)
        if kept is None:
            begin = perf_counter()
            kept = _outcome(pattern, full_match)
            if perf_counter() - begin >= self.least_seconds:
                _write(path, key, kept)
        if isinstance(kept, Inexpressible):
            raise kept
        return kept

    @cached_property
    def _compiler(self) -> str:
        """What the compiler's source hashes to."""
        sources = sorted(Path(__file__).parent.glob("*.py"))
        return sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()


def default_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """`cppsmith/patterns` in the user's folder for caches; none where there is no user."""
    base = environment.get("XDG_CACHE_HOME", "")
    if os.path.isabs(base):
        return Path(base) / "cppsmith/patterns"
    home = environment.get("HOME", "")
    return Path(home) / ".cache/cppsmith/patterns" if os.path.isabs(home) else None


def _outcome(pattern: str, full_match: bool) -> Compiled | Inexpressible:
    try:
        return compiled(pattern, full_match=full_match)
    except Inexpressible as reason:
        return reason


def _read(path: Path, key: str) -> Compiled | Inexpressible | None:
    """What a file holds; nothing where there is none, or where it is not as it was written."""
    try:
        digest, _, text = path.read_text(encoding="utf-8").partition("\n")
        if digest != _digest(key, text):
            return None
        return _decoded(json.loads(text))
    except (OSError, ValueError):
        return None


def _write(path: Path, key: str, made: Compiled | Inexpressible) -> None:
    text = json.dumps(_encoded(made), separators=(",", ":"))
    aside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            aside = file.name
            file.write(f"{_digest(key, text)}\n{text}")
        os.replace(aside, path)
    except OSError:
        if aside:
            Path(aside).unlink(missing_ok=True)


def _digest(key: str, text: str) -> str:
    return sha256(f"{key}\n{text}".encode()).hexdigest()


def _encoded(made: Compiled | Inexpressible) -> list[Any]:
    match made:
        case Inexpressible():
            return ["unchecked", str(made)]
        case Everything():
            return ["everything"]
        case Characters():
            return ["characters", made.ascii, made.others, made.min, made.max]
        case Tables():
            return ["tables", *map(_encoded_table, made.tables)]


def _encoded_table(table: Table) -> list[Any]:
    runs = [[run.length, run.accepting, *map(_encoded_step, run.steps)] for run in table.runs]
    return [table.negative, table.ascii, table.starts, table.others, runs]


def _encoded_step(step: Step | None) -> list[int] | None:
    return None if step is None else [step.run, step.count, int(step.further)]


def _decoded(said: list[Any]) -> Compiled | Inexpressible:
    form, *rest = said
    match form:
        case "unchecked":
            return Inexpressible(*rest)
        case "everything":
            return Everything()
        case "characters":
            return Characters(*rest)
        case "tables":
            return Tables(tuple(map(_decoded_table, rest)))
    raise ValueError(form)


def _decoded_table(said: list[Any]) -> Table:
    negative, ascii_classes, starts, others, runs = said
    steps: dict[tuple[int, int, int], Step] = {}

    def step(parts: list[int] | None) -> Step | None:
        if parts is None:
            return None
        run, count, further = parts
        made = steps.get((run, count, further))
        if made is None:
            made = steps[run, count, further] = Step(run, count, bool(further))
        return made

    return Table(
        negative,
        tuple(ascii_classes),
        tuple(starts),
        tuple(others),
        tuple(Run(length, accepting, tuple(map(step, parts))) for length, accepting, *parts in runs),
    )
