"""Where the instructions of a work go: by source file, inlined code where it stands, and by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bench.instructions import Dump, dumps, instructions_of_call
from bench.tables import table

MOST_LINES = 20
UNCOMPRESSED = ("--compress-strings=no", "--compress-pos=no")

Place = tuple[str, int]  # a source file, or a library whose source is not known, and the line


def costs(text: str) -> Counter[Place]:
    """Instructions by place, of a dump in callgrind's format without its compressions."""
    found: Counter[Place] = Counter()
    library = file = ""
    inside_call = False
    for line in text.splitlines():
        key, _, value = line.partition("=")
        if key == "ob":
            library = value
        elif key in ("fl", "fi", "fe"):
            file = value
        elif key == "calls":
            inside_call = True
        elif cost := re.fullmatch(r"(\d+) (\d+)", line):
            if not inside_call:  # else it is the callee's, which has lines of its own
                found[Path(library).name if file == "???" else file, int(cost[1])] += int(cost[2])
            inside_call = False
    return found


def by_file(places: Counter[Place]) -> Counter[str]:
    files: Counter[str] = Counter()
    for (file, _), cost in places.items():
        files[file] += cost
    return files


def short(file: str, root: Path) -> str:
    path = Path(file)
    return str(path.relative_to(root)) if path.is_relative_to(root) else path.name


def source(place: Place) -> str:
    file, line = place
    try:
        return Path(file).read_text().splitlines()[line - 1].strip()
    except (OSError, IndexError):
        return ""


def rows(costs: Iterable[tuple[str, int]], dump: Dump) -> list[list[str]]:
    total = instructions_of_call(dump)
    calls = ((what, cost / dump.calls) for what, cost in costs)
    return [[what, f"{cost:,.0f}", f"{cost / total:.0%}"] for what, cost in calls if cost > total / 200]


def report(dump: Dump, root: Path) -> str:
    places = costs(dump.text)
    files = [(short(file, root), cost) for file, cost in by_file(places).most_common()]
    lines = [
        (f"{short(file, root)}:{line}  {source((file, line))[:70]}", cost)
        for (file, line), cost in places.most_common(MOST_LINES)
    ]
    head = ["instructions", "share"]
    return "\n".join(
        [
            f"{dump.name}: {instructions_of_call(dump):,} instructions",
            table(["file", *head], rows(files, dump)),
            table(["line", *head], rows(lines, dump)),
        ]
    )


def show(programs: dict[str, Path], filter_: str, root: Path) -> None:
    for program in programs.values():
        for dump in dumps(program, filter_, *UNCOMPRESSED):
            print(report(dump, root) + "\n")
