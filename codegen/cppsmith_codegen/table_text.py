"""The tables of a pattern as C++: strings of printable characters wherever they can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .patterns.table import FIRST, Run, Step, Table

_WIDTH = 110
_FIRST = ord(FIRST)


def table(made: Table, number: int) -> str:
    """The initializer of a `pattern_table`, a line for each state."""
    width = len(made.runs[0].steps)
    fields = [".negative = true"] if made.negative else []
    fields += [
        f".classes = {width}",
        f".ascii ={_lines(_classes(made.ascii))}",
        f'.starts = U"{"".join(f"{chr(92)}x{start:x}" for start in made.starts)}"',
        f".others ={_lines(_classes(made.others))}",
    ]
    if made.counted:
        fields += [f".runs = runs_{number}", f".steps = steps_{number}"]
    else:
        rows = "".join(f"\n             {_literal(_row(run))}" for run in made.runs)
        fields.append(f".states ={rows}")
    return "        {" + ",\n         ".join(fields) + "},\n"


def runs(made: Table) -> str:
    """The initializers of its `pattern_run`s."""
    return _filled(_run(run) for run in made.runs)


def steps(made: Table) -> str:
    """The initializers of its `pattern_step`s, each run's on lines of their own."""
    return "".join(_filled(map(_step, run.steps)) for run in made.runs)


def _run(run: Run) -> str:
    return f"{{{run.length}, true}}" if run.accepting else f"{{{run.length}}}"


def _step(step: Step | None) -> str:
    if step is None:
        return "{}"
    if step.further:
        return f"{{{step.run}, {step.count}, 1}}"
    return f"{{{step.run}, {step.count}}}" if step.count else f"{{{step.run}}}"


def _filled(items: Iterable[str]) -> str:
    """The items, separated by commas, on as few lines as hold them."""
    lines: list[str] = []
    line = ""
    for item in items:
        if line and len(line) + len(item) + 2 > _WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {item}," if line else f"        {item},"
    return "".join(f"{each}\n" for each in (*lines, line) if each)


def _row(run: Run) -> Iterator[int]:
    yield ord("+" if run.accepting else " ")
    for step in run.steps:
        yield ord(" ") if step is None else _FIRST + step.run


def _classes(numbers: Iterable[int]) -> list[int]:
    return [_FIRST + number for number in numbers]


def _lines(values: list[int]) -> str:
    """A string literal, on several lines where one would be long."""
    if len(values) <= 64:
        return f" {_literal(values)}"
    parts = (values[i : i + 64] for i in range(0, len(values), 64))
    return "".join(f"\n             {_literal(part)}" for part in parts)


def _literal(values: Iterable[int]) -> str:
    """Bytes as a string literal."""
    return f'"{"".join(_byte(value) for value in values)}"'


def _byte(value: int) -> str:
    if chr(value) in '"\\?':  # a '?' could begin a trigraph
        return f"\\{chr(value)}"
    return chr(value) if value < 0x7F else f"\\{value:03o}"
