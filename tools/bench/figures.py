"""What was measured, as it is kept in benchmarks/results/<compiler>.json."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

DEFAULT = "default"  # the program that is built as most users build
V3 = "v3"  # the same with -march=x86-64-v3
SIGN = "sign"


@dataclass(frozen=True)
class Figure:
    """One work of one peer: medians over the repetitions, of CPU time."""

    ns: float
    spread: float  # the standard deviation of the repetitions, relative to their mean
    size: int  # bytes of JSON
    allocations: int


@dataclass
class Results:
    """All that one compiler's programs measured."""

    compiler: str
    version: str
    processor: str
    repetitions: int
    programs: dict[str, dict[str, Figure]] = field(default_factory=dict)

    def figure(self, program: str, name: str) -> Figure | None:
        return self.programs.get(program, {}).get(name)

    def works(self) -> list[str]:
        """The works of the default build, in the program's order, without the series."""
        names = [n.partition("/")[0] for n in self.programs.get(DEFAULT, {}) if n.count("/") == 1]
        return list(dict.fromkeys(names))

    def peers(self, work: str) -> dict[str, Figure]:
        """Everyone who did a work."""
        figures = self.programs.get(DEFAULT, {})
        return {n.partition("/")[2]: f for n, f in figures.items() if n.startswith(work + "/")}


@dataclass(frozen=True)
class Series:
    """Time against size."""

    work: str
    who: str
    points: list[tuple[int, Figure]]


def series_of(results: Results, work: str) -> list[Series]:
    """`series write` and its like: names are work/who/elements."""
    found: dict[str, list[tuple[int, Figure]]] = {}
    for name, figure in results.programs.get(DEFAULT, {}).items():
        parts = name.split("/")
        if len(parts) == 3 and parts[0] == work:
            found.setdefault(parts[1], []).append((int(parts[2]), figure))
    return [Series(work, who, sorted(points, key=lambda p: p[0])) for who, points in found.items()]


def path_of(folder: Path, compiler: str) -> Path:
    return folder / f"{compiler}.json"


def save(results: Results, folder: Path) -> None:
    """One line for each figure, so that a difference of two runs can be read."""
    folder.mkdir(parents=True, exist_ok=True)
    head = {k: v for k, v in asdict(results).items() if k != "programs"}
    lines = [f"  {json.dumps(k)}: {json.dumps(v)}," for k, v in head.items()]
    programs = [program_text(name, figures) for name, figures in results.programs.items()]
    text = "\n".join(["{", *lines, '  "programs": {', ",\n".join(programs), "  }", "}", ""])
    path_of(folder, results.compiler).write_text(text)


def program_text(name: str, figures: dict[str, Figure]) -> str:
    rows = [f"      {json.dumps(n)}: {json.dumps(asdict(f))}" for n, f in figures.items()]
    return f"    {json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n    }"


def load(path: Path) -> Results:
    kept = json.loads(path.read_text())
    programs = {
        program: {name: Figure(**figure) for name, figure in figures.items()}
        for program, figures in kept.pop("programs").items()
    }
    return Results(**kept, programs=programs)
