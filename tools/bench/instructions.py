"""Instructions of one call of each work, by callgrind: the figure that is the same in every run."""

from __future__ import annotations

import json
from pathlib import Path

from bench.callgrind import dumps
from bench.tables import table

DEFAULT_FILTER = "-^series"  # Google Benchmark's way to say: all but these


def rows_of(columns: dict[str, dict[str, int]]) -> list[list[str]]:
    names = dict.fromkeys(name for counts in columns.values() for name in counts)
    return [[n, *(f"{c[n]:,}" if n in c else "" for c in columns.values())] for n in names]


def count(programs: dict[str, Path], filter_: str, results: Path) -> None:
    """Prints one table for all compilers; what was counted without a filter is kept."""
    columns = {}
    for compiler, program in programs.items():
        columns[compiler] = {d.name: d.per_call for d in dumps(program, filter_ or DEFAULT_FILTER)}
        if not filter_:
            results.mkdir(parents=True, exist_ok=True)
            kept = results / f"instructions-{compiler}.json"
            kept.write_text(json.dumps(columns[compiler], indent=1) + "\n")
    print(table(["instructions of one call", *columns], rows_of(columns)))
