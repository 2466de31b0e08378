"""Where the instructions of a work go: by source file, inlined code where it stands, and by line."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bench.callgrind import Dump, dumps
from bench.tables import table

MOST_LINES = 20
LEAST_SHARE = 1 / 200
UNCOMPRESSED = ("--compress-strings=no", "--compress-pos=no")

Place = tuple[str, int]  # a source file, or a library whose source is not known, and the line


def costs(text: str) -> Counter[Place]:
    """Instructions by place, of a dump in callgrind's format without its compressions."""
    found: Counter[Place] = Counter()
    library = file = ""
    lines = iter(text.splitlines())
    for line in lines:
        key, _, value = line.partition("=")
        if key == "ob":
            library = value
        elif key in ("fl", "fi", "fe"):
            file = value
        elif key == "calls":
            next(lines, None)  # the cost of the callee, which has lines of its own
        elif cost := re.fullmatch(r"(\d+) (\d+)", line):
            found[Path(library).name if file == "???" else file, int(cost[1])] += int(cost[2])
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
    if line == 0:  # not known
        return ""
    try:
        return Path(file).read_text(errors="replace").splitlines()[line - 1].strip()
    except (OSError, IndexError):
        return ""


def rows(found: Iterable[tuple[str, int]], dump: Dump) -> list[list[str]]:
    return [
        [what, f"{cost / dump.calls:,.0f}", f"{cost / dump.total:.0%}"]
        for what, cost in found
        if cost > LEAST_SHARE * dump.total
    ]


def report(dump: Dump, compiler: str, root: Path) -> str:
    places = costs(dump.text)
    files = [(short(file, root), cost) for file, cost in by_file(places).most_common()]
    lines = [
        (f"{short(file, root)}:{line}  {source((file, line))[:70]}", cost)
        for (file, line), cost in places.most_common(MOST_LINES)
    ]
    head = ["instructions", "share"]
    return "\n".join(
        [
            f"{dump.name}, {compiler}: {dump.per_call:,} instructions",
            table(["file", *head], rows(files, dump)),
            table(["line", *head], rows(lines, dump)),
        ]
    )


def show(programs: dict[str, Path], filter_: str, root: Path) -> None:
    for compiler, program in programs.items():
        found = dumps(program, filter_, *UNCOMPRESSED)
        if not found:
            sys.exit(f"bench: {program.name} has no work that {filter_!r} leaves")
        for dump in found:
            print(report(dump, compiler, root) + "\n")
