"""Instructions of one call of each work, by callgrind: the figure that is the same in every run."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.run import listed
from bench.tables import table

CALLS = 6  # as many texts at a time as the allocator serves quickly
DEFAULT_FILTER = "-^series"  # Google Benchmark's way to say: all but these


def counted(out: Path) -> dict[str, int]:
    """What the dumps of one run hold: instructions of a call by name."""
    found = {}
    for dump in out.parent.glob(out.name + ".*"):
        text = dump.read_text(errors="replace")
        title = re.search(r"^desc: Trigger: Client Request: (.*)\|(\d+)$", text, re.MULTILINE)
        total = re.search(r"^(?:totals|summary): (\d+)", text, re.MULTILINE)
        if title and total:
            found[title[1]] = round(int(total[1]) / int(title[2]))
    return found


def run(program: Path, filter_: str) -> dict[str, int]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        valgrind = [
            "valgrind",
            "--tool=callgrind",
            "--collect-atstart=no",
            f"--callgrind-out-file={out}",
        ]
        command = [*valgrind, str(program), f"--calls={CALLS}", f"--benchmark_filter={filter_}"]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"bench: {program.name} failed under callgrind:\n{done.stderr[-2000:]}")
        found = counted(out)
    return {name: found[name] for name in listed(program, filter_) if name in found}


def rows_of(columns: dict[str, dict[str, int]]) -> list[list[str]]:
    names = dict.fromkeys(name for counts in columns.values() for name in counts)
    return [[n, *(f"{c[n]:,}" if n in c else "" for c in columns.values())] for n in names]


def count(programs: dict[str, Path], filter_: str, results: Path) -> None:
    """Prints one table for all compilers; what was counted without a filter is kept."""
    if not shutil.which("valgrind"):
        sys.exit("bench: --instructions needs valgrind")
    columns = {}
    for compiler, program in programs.items():
        print(f"== {compiler}: {program.name} under callgrind", file=sys.stderr, flush=True)
        columns[compiler] = run(program, filter_ or DEFAULT_FILTER)
        if not filter_:
            results.mkdir(parents=True, exist_ok=True)
            kept = results / f"instructions-{compiler}.json"
            kept.write_text(json.dumps(columns[compiler], indent=1) + "\n")
    print(table(["instructions of one call", *columns], rows_of(columns)))
