"""What an operation's header costs to compile, against the size of what it needs.

Ten services, large and small; of each, operations from the one that needs least to the one that needs most. Each
header is compiled alone, and the cost over an empty file is held against the members and values in the closure.
`./dev bench --compile` ends with this.
"""

from __future__ import annotations

import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from cppsmith_codegen.botocore_models import data_folders, find_model, services
from cppsmith_codegen.closure import reach
from cppsmith_codegen.cpp_types import Model, Target
from cppsmith_codegen.generate_command import write
from cppsmith_codegen.inputs import read_service
from cppsmith_codegen.patterns.cache import Cache, default_folder
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve
from cppsmith_codegen.supported import supported

from bench.plots import FLOOR, HEIGHT, LEFT, RIGHT, WIDTH, Axis, draw_axes
from bench.svg import Drawing
from bench.tables import table

ROOT = Path(__file__).resolve().parent.parent.parent
SERVICES = "signer lex-runtime iot-data lambda dynamodb secretsmanager ssm iot connect quicksight".split()
COMPILERS = [name for name in ("g++", "clang++-19") if shutil.which(name)]
OPERATIONS = 5  # of each service
RUNS = 3
LARGE = 200  # headers of shapes of a service that is drawn as a large one


@dataclass(frozen=True)
class Operation:
    """An operation: how much it needs, how much of that its service has, and what the header costs each compiler."""

    service: str
    service_shapes: int
    operation: str
    shapes: int
    members: int
    kilobytes: float
    seconds: tuple[float, ...]


def operations_of(name: str, model: Path, folder: Path) -> list[tuple[Operation, str]]:
    """Operations of a service from the least closure to the largest, without their costs, and their headers."""
    service = read_service(model)
    names = supported(service, ("all",), Target()).operations
    files = render(resolve(service, names, umbrella=True, patterns=Cache(default_folder())))
    write(folder, files)
    sizes = {file.path: len(file.text.encode()) for file in files}
    typed = Model(service, Target())
    own_files = sum(typed.has_file(shape) for shape in service.shapes)
    found: list[tuple[Operation, str]] = []
    for operation in service.operations:
        if operation.name not in names:
            continue
        shapes = reach(service, (operation,)).shapes
        entries = [typed.path(operation), *(typed.path(s) for s in shapes if typed.has_file(s))]
        members = sum(len(s.members) + len(s.enum or ()) for s in shapes)
        size = sum(sizes[path] for path in set(entries)) / 1000
        made = Operation(name, own_files, operation.name, len(shapes), members, size, ())
        found.append((made, typed.path(operation)))
    found.sort(key=lambda pair: (pair[0].members, pair[0].operation))
    places = {round(i * (len(found) - 1) / (OPERATIONS - 1)) for i in range(OPERATIONS)}
    return [found[place] for place in sorted(places)]


def cpu_seconds(compiler: str, header: str, folder: Path) -> float:
    """The least CPU seconds of some runs; an empty header is an empty file."""
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "a.cpp"
        source.write_text(f"#include <{header}>\n" if header else "")
        folders = [f"-I{folder}", f"-I{ROOT / 'include'}"]
        command = [compiler, "-std=c++20", "-O0", *folders, "-c", str(source), "-o", "/dev/null"]
        costs: list[float] = []
        for _ in range(RUNS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            costs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(costs)


def measure(folder: Path) -> list[Operation]:
    folders = data_folders()
    known = set(services(folders)) if folders else set[str]()
    empty = [cpu_seconds(c, "", folder) for c in COMPILERS]
    measured: list[Operation] = []
    for name in (s for s in SERVICES if s in known):
        for operation, header in operations_of(name, find_model(name, None, folders), folder):
            print(f"== {name}: {operation.operation}", file=sys.stderr, flush=True)
            costs = (cpu_seconds(c, header, folder) - e for c, e in zip(COMPILERS, empty))
            spent = tuple(round(max(cost, 0), 3) for cost in costs)
            measured.append(replace(operation, seconds=spent))
    return measured


def report(measured: Sequence[Operation]) -> str:
    """A line for each operation, and how well its closure, and its service, explain the cost."""
    head = ["operation", "service's headers", "shapes", "members", "KB", *(f"{c} s" for c in COMPILERS)]
    rows = [
        [f"{o.service} {o.operation}", f"{o.service_shapes}", f"{o.shapes}", f"{o.members}", f"{o.kilobytes:.0f}"]
        + [f"{s:.2f}" for s in o.seconds]
        for o in measured
    ]
    lines = [table(head, rows), ""]
    for index, compiler in enumerate(COMPILERS):
        costs = [o.seconds[index] for o in measured]
        members, others = [float(o.members) for o in measured], [float(o.service_shapes) for o in measured]
        slope, base = statistics.linear_regression(members, costs)
        rest = [c - base - slope * m for c, m in zip(costs, members)]
        by_closure, by_service = statistics.correlation(members, costs) ** 2, statistics.correlation(others, rest) ** 2
        lines.append(
            f"{compiler}: {base:.2f} s and {slope * 1000:.2f} ms a member; the closure explains {by_closure:.0%} of the"
            f" differences, the size of the service {by_service:.0%} of what is left"
        )
    return "\n".join(lines)


def draw(measured: Sequence[Operation], path: Path) -> None:
    """The first compiler's seconds against members, a dot for each operation; those of large services stand out."""
    drawing = Drawing(WIDTH)
    drawing.text(0, 18, "Compiling one operation's header", "title")
    about = f"{COMPILERS[0]}, CPU seconds over an empty file, against members and values in its closure"
    drawing.text(0, 37, about, "quiet")
    across = Axis.of([float(max(o.members, 1)) for o in measured], LEFT, RIGHT)
    up = Axis.of([o.seconds[0] * 1e9 for o in measured], FLOOR, 60.0)
    draw_axes(drawing, across, up)
    for kind, large in (("d3", False), ("d0", True)):
        for o in (o for o in measured if (o.service_shapes > LARGE) == large):
            drawing.dot(across.place(max(o.members, 1)), up.place(o.seconds[0] * 1e9), kind)
    labels = (("d0", f"of services of more than {LARGE} headers"), ("d3", "of smaller ones"))
    for row, (kind, label) in enumerate(labels):
        drawing.dot(LEFT + 14, 78 + 18 * row, kind)
        drawing.text(LEFT + 24, 82 + 18 * row, label, f"quiet {kind}")
    drawing.save(path, HEIGHT, "Cost of an operation's header", f"CPU seconds against members, {COMPILERS[0]}")


def main() -> None:
    results = ROOT / "benchmarks/results"
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder))
    if not measured:
        print("closures: skipped: botocore is not installed")
        return
    print(report(measured))
    kept = {"compilers": COMPILERS, "operations": [asdict(o) for o in measured]}
    (results / "closures.json").write_text(json.dumps(kept, indent=1) + "\n")
    draw(measured, results / "closures.svg")


if __name__ == "__main__":
    main()
