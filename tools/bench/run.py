"""Runs a benchmark program on one core, and takes the medians of what it says."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure

MANUAL = "/manual_time"  # what Google Benchmark adds to names whose work stops the time itself


@dataclass(frozen=True)
class Settings:
    repetitions: int
    min_time: float  # seconds, of each repetition
    filter: str


@dataclass(frozen=True)
class Sample:
    name: str
    ns: float
    size: int
    allocations: int


def pinned(command: list[str]) -> list[str]:
    """The command on one core: the last that this process may use, as a rule the least busy one."""
    if not shutil.which("taskset"):
        return command
    return ["taskset", "-c", str(max(os.sched_getaffinity(0))), *command]


def sample(entry: dict[str, str | float]) -> Sample:
    name = str(entry["name"])
    time = "real_time" if name.endswith(MANUAL) else "cpu_time"
    return Sample(
        name=name.removesuffix(MANUAL),
        ns=float(entry[time]),
        size=int(entry.get("bytes", 0)),
        allocations=int(entry.get("allocations", 0)),
    )


def medians(samples: list[Sample]) -> dict[str, Figure]:
    by_name: dict[str, list[Sample]] = {}
    for one in samples:
        by_name.setdefault(one.name, []).append(one)
    return {name: median(group) for name, group in by_name.items()}


def median(group: list[Sample]) -> Figure:
    times = [s.ns for s in group]
    spread = statistics.stdev(times) / statistics.mean(times) if len(times) > 1 else 0.0
    ns = statistics.median(times)
    return Figure(
        ns=float(f"{ns:.5g}"),
        spread=round(spread, 4),
        size=group[0].size,
        allocations=group[0].allocations,
    )


def listed(program: Path, filter_: str) -> list[str]:
    """The names that the filter leaves, in the program's order."""
    command = [str(program), "--benchmark_list_tests", f"--benchmark_filter={filter_}"]
    done = subprocess.run(command, capture_output=True, text=True)
    names = [line.removesuffix(MANUAL) for line in done.stdout.splitlines()]
    return [name for name in names if not name.startswith("Failed to match")]


def run(program: Path, settings: Settings) -> dict[str, Figure]:
    """The medians of a program, its repetitions interleaved at random.

    Ends this program where the other finds a wrong output.
    """
    names = listed(program, settings.filter)
    if not names:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        flags = [
            f"--benchmark_filter={settings.filter}",
            f"--benchmark_repetitions={settings.repetitions}",
            f"--benchmark_min_time={settings.min_time}",
            "--benchmark_enable_random_interleaving=true",
            f"--benchmark_out={out}",
            "--benchmark_out_format=json",
        ]
        command = pinned([str(program), *flags])
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"bench: {program.name} failed:\n{done.stderr[-1000:]}")
        entries = json.loads(out.read_text())["benchmarks"]
    figures = medians([sample(e) for e in entries if e["run_type"] == "iteration"])
    return {name: figures[name] for name in names if name in figures}
