"""Runs a benchmark program under callgrind, and takes apart what that leaves of each work."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.run import listed

CALLS = 6  # as many texts at a time as the allocator serves quickly


@dataclass(frozen=True)
class Dump:
    """What callgrind wrote of one work."""

    name: str
    calls: int
    total: int  # instructions of all calls
    text: str

    @property
    def per_call(self) -> int:
        return round(self.total / self.calls)


def dump_of(text: str) -> Dump | None:
    title = re.search(r"^desc: Trigger: Client Request: (.*)\|(\d+)$", text, re.MULTILINE)
    total = re.search(r"^(?:totals|summary): (\d+)", text, re.MULTILINE)
    return Dump(title[1], int(title[2]), int(total[1]), text) if title and total else None


def dumps(program: Path, filter_: str, *flags: str) -> list[Dump]:
    """The works that the filter leaves, in the program's order."""
    if not shutil.which("valgrind"):
        sys.exit("bench: counting instructions needs valgrind")
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
        # Beside the calls that are counted each work is timed, but no longer than it has to be.
        short = ["--benchmark_min_time=1e-9", f"--calls={CALLS}"]
        command = [*valgrind, str(program), *short, f"--benchmark_filter={filter_}"]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"bench: {program.name} failed under callgrind:\n{done.stderr[-2000:]}")
        texts = [file.read_text(errors="replace") for file in out.parent.glob(out.name + ".*")]
    found = {dump.name: dump for dump in map(dump_of, texts) if dump}
    return [found[name] for name in listed(program, filter_) if name in found]
