"""Instructions of one call of each work, by callgrind: the figure that is the same in every run."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.run import listed
from bench.tables import table

CALLS = 6  # as many texts at a time as the allocator serves quickly
DEFAULT_FILTER = "-^series"  # Google Benchmark's way to say: all but these


@dataclass(frozen=True)
class Dump:
    """What callgrind wrote of one work."""

    name: str
    calls: int
    text: str


def dump_of(text: str) -> Dump | None:
    title = re.search(r"^desc: Trigger: Client Request: (.*)\|(\d+)$", text, re.MULTILINE)
    return Dump(title[1], int(title[2]), text) if title else None


def dumps(program: Path, filter_: str, *flags: str) -> list[Dump]:
    """The works that the filter leaves, in the program's order."""
    if not shutil.which("valgrind"):
        sys.exit("bench: this needs valgrind")
    print(f"== {program.parent.parent.name}: {program.name} under callgrind", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        valgrind = [
            "valgrind",
            "--tool=callgrind",
            "--collect-atstart=no",
            f"--callgrind-out-file={out}",
            *flags,
        ]
        once = ["--benchmark_min_time=1e-9", f"--calls={CALLS}"]
        command = [*valgrind, str(program), *once, f"--benchmark_filter={filter_}"]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"bench: {program.name} failed under callgrind:\n{done.stderr[-2000:]}")
        texts = [file.read_text(errors="replace") for file in out.parent.glob(out.name + ".*")]
    found = {dump.name: dump for dump in map(dump_of, texts) if dump}
    return [found[name] for name in listed(program, filter_) if name in found]


def instructions_of_call(dump: Dump) -> int:
    total = re.search(r"^(?:totals|summary): (\d+)", dump.text, re.MULTILINE)
    return round(int(total[1]) / dump.calls) if total else 0


def rows_of(columns: dict[str, dict[str, int]]) -> list[list[str]]:
    names = dict.fromkeys(name for counts in columns.values() for name in counts)
    return [[n, *(f"{c[n]:,}" if n in c else "" for c in columns.values())] for n in names]


def count(programs: dict[str, Path], filter_: str, results: Path) -> None:
    """Prints one table for all compilers; what was counted without a filter is kept."""
    columns = {}
    for compiler, program in programs.items():
        counted = dumps(program, filter_ or DEFAULT_FILTER)
        columns[compiler] = {dump.name: instructions_of_call(dump) for dump in counted}
        if not filter_:
            results.mkdir(parents=True, exist_ok=True)
            kept = results / f"instructions-{compiler}.json"
            kept.write_text(json.dumps(columns[compiler], indent=1) + "\n")
    print(table(["instructions of one call", *columns], rows_of(columns)))
